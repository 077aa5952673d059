"""Where imported records go: what a reader hands on, and what becomes of it."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from contextlib import AbstractContextManager, nullcontext
from dataclasses import dataclass, field
from enum import StrEnum
from typing import Any, NamedTuple, Protocol, TypeAlias

from scale_explorer.models.kinds import Kind

from .shaped import Shaped


class Item(NamedTuple):
    """One sound record on its way into the index.

    `fields` are those of a record in a TOML file (docs/data-format.md) without its id, as plain
    values; ids in them need not be known yet. `evidence` has a quote's fields each, with `verdict`
    and `paragraph` where its words were looked for in the source's text, and the `status` that it
    carries where it stands in the history. `adds` lets a record of the same id take
    over values that it lacks, as FollowTheMoney's fragments do.
    """

    kind: Kind
    id: str
    fields: Mapping[str, Any]
    evidence: tuple[Mapping[str, Any], ...] = ()
    adds: bool = False
    file: int = 0
    line: int = 0


class Refusal(StrEnum):
    """Why a sound record is left out of the index."""

    CLASH = "another record has this id"
    NO_END = "it names a record that is nowhere"


@dataclass(frozen=True, slots=True)
class Refused:
    """A record that was handed on and left out: its place, and the id that is at fault.

    `other` is the file and line of the record that has its id, where that is why.
    """

    why: Refusal
    id: str
    about: str
    file: int
    line: int
    other: tuple[int, int] | None = None


@dataclass(frozen=True, slots=True)
class Doubt:
    """What is wrong with a record that is kept all the same: code of a check, and a sentence."""

    code: str
    message: str
    id: str
    file: int
    line: int


@dataclass(frozen=True, slots=True)
class Written:
    """What is in the index: records by kind, and how many came twice or were left out.

    `verdicts` counts quotes by what is known of them. `texts` is how many texts of sources were
    read for that, and `unread` says why others were not. `lost` counts what is not in the index of
    records that are, and `doubts` tell of the first that are not as they ought to be.
    """

    counts: Mapping[Kind, int]
    merged: int
    refused: int
    verdicts: Mapping[str, int] = field(default_factory=dict[str, int])
    texts: int = 0
    unread: tuple[str, ...] = ()
    lost: Mapping[str, int] = field(default_factory=dict[str, int])
    doubts: tuple[Doubt, ...] = ()


Placing: TypeAlias = Callable[[], AbstractContextManager[None]]
"""What is done when an index is made, before it takes its place and after."""


class Sink(Protocol):
    """Takes records one by one, in any order.

    What comes twice, clashes or names what is nowhere can only be told when all is there.
    """

    def add(self, item: Item) -> None:
        """Take a record over; raises OSError or sqlite3.Error when it cannot be written."""
        ...

    def reserve(self, count: int) -> int:
        """Return the first of so many places among all records, for such as are shaped already."""
        ...

    def take(self, shaped: Shaped) -> None:
        """Take over records that are shaped already; raises as `add`."""
        ...

    def finish(self, refused: Callable[[Refused], None], placing: Placing = nullcontext) -> Written:
        """Make the index of all that was added, and tell what is left out; raises as `add`.

        It takes its place within `placing`, and not where that raises.
        """
        ...
