"""`matches`: which entities of several sets are taken for the same, and taking that back."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from scale_explorer.data.loading.nearest import nearest
from scale_explorer.data.matching.ids import bare
from scale_explorer.data.matching.revoked import put_together, take_apart
from scale_explorer.data.opening import open_store
from scale_explorer.data.store.rows.sets import MatchRow
from scale_explorer.models.errors import UnknownNameError, UsageError
from scale_explorer.models.frozen import dataclass

from ..exits import FINE, FOUND, narrate
from .answer import Answer
from .drawing.blocks import Block, Cell, Column, Sheet, id_column
from .json_text import json_text
from .progress import progress

_COLUMNS = (
    Column("name", least=16),
    Column("in", least=12, spare=True),
    Column("is", least=16),
    Column("also in", least=12, spare=True),
    Column("by", least=16),
    Column("state"),
    id_column("first"),
    id_column("second"),
)


@dataclass(frozen=True, slots=True)
class Matches(Answer):
    """The matches of the sets that are open, surest first."""

    matches: tuple[MatchRow, ...]

    def blocks(self) -> Iterator[Block]:
        """Yield a table of the matches."""
        if self.matches:
            yield self.sheet()

    def sheet(self) -> Sheet:
        """Return a row a match."""
        return Sheet(_COLUMNS, tuple(map(_cells, self.matches)))

    def items(self) -> Iterator[str]:
        """Yield the matches."""
        return map(json_text, self.matches)

    def status(self) -> int:
        """Return whether there are any."""
        return FINE if self.matches else FOUND

    def narration(self) -> str:
        """Say that there are none, and what makes one."""
        return "" if self.matches else _NONE


_NONE = "Nothing is matched; it would be between several sets, by an identifier or a name."


def run(names: Sequence[str], apart: str | None, together: str | None) -> Matches:
    """List the matches of the sets, after taking those of a record apart or putting them back."""
    if apart and together:
        raise UsageError("Say either --apart or --together.")
    found = _matches(names)
    damage = ""
    if apart:
        damage = take_apart((match.first, match.second) for match in _of(apart, found))
    elif together:
        damage = put_together((match.first, match.second) for match in _of(together, found))
    if damage:
        narrate(damage)
    return Matches(_matches(names) if apart or together else found)


def _matches(names: Sequence[str]) -> tuple[MatchRow, ...]:
    with progress() as watch, open_store(names, watch=watch, tell=narrate) as store:
        return store.matches()


def _of(asked: str, matches: Sequence[MatchRow]) -> tuple[MatchRow, ...]:
    """Return the matches of a record, by its id with or without its set's.

    Raises UnknownNameError with the nearest ids.
    """
    wanted = asked.lower()
    for called in (str, bare):
        found = [each for each in matches if wanted in {called(each.first), called(each.second)}]
        if found:
            return tuple(found)
    ids = [end for match in matches for end in (match.first, match.second)]
    raise UnknownNameError("match of", asked, nearest(wanted, dict.fromkeys(ids)))


def _cells(match: MatchRow) -> tuple[Cell, ...]:
    return (
        match.first_name, match.first_set, match.second_name, match.second_set, match.reason,
        "apart" if match.apart else "together", match.first, match.second,
    )  # fmt: skip
