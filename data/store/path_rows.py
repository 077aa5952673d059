"""What a search for paths is asked for, and what it answers with (see `rows.py`)."""

from __future__ import annotations

from enum import StrEnum
from typing import TYPE_CHECKING

from scale_explorer.models.frozen import dataclass

from ..query import EVERYTHING, Filter
from .path_limits import PATHS, STEPS

if TYPE_CHECKING:
    from .rows.edges import EdgeRow


@dataclass(frozen=True, slots=True)
class Walk:
    """Which paths are wanted: how many, of how many steps at most, and over which ties.

    Over all, unless something is said.
    `types` are the only ones (a relation type, `PARTY` or `MEMBER`), `barred` are none of them; a
    `directed` walk goes from subject to object, and either way where a type means the same from
    both ends. The claim that carries a tie must match `matching`.
    """

    types: frozenset[str] = frozenset()
    barred: frozenset[str] = frozenset()
    directed: bool = False
    matching: Filter = EVERYTHING
    limit: int = PATHS
    steps: int = STEPS


EVERY_WAY = Walk()


@dataclass(frozen=True, slots=True)
class Hop:
    """One step of a path: the ties between two records, seen from the one that is left.

    There are `more` beside the `TIES` first ones.
    """

    ties: tuple[EdgeRow, ...]
    more: int = 0


@dataclass(frozen=True, slots=True)
class PathRow:
    """Records, each tied to the next and none twice, and the hops between them."""

    records: tuple[str, ...]
    hops: tuple[Hop, ...]


class Cut(StrEnum):
    """Why a search ended before it was through: too many records or ways, or it was stopped."""

    RECORDS = "records"
    WAYS = "ways"
    STOPPED = "stopped"


@dataclass(frozen=True, slots=True)
class Paths:
    """The shortest paths between two records, and what is known beyond them.

    All paths of up to `steps` steps are known: they are among those `found`, unless there are
    `more` than were asked for. `reached` counts the records that were reached from each end, itself
    included. When the search is `exhausted`, no record is left to go on to from one of the ends, so
    that, where nothing was found, further steps lead to no path either. One that was `cut` knows
    nothing of longer ones, and may not know all of those that are one step longer.
    """

    found: tuple[PathRow, ...] = ()
    steps: int = 0
    more: bool = False
    reached: tuple[int, int] = (1, 1)
    exhausted: bool = False
    cut: Cut | None = None
