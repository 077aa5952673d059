# ruff: noqa: S608 - only fixed text is put together; what users write goes in as parameters
"""Records whose names come closest to the words of a filter: those that have them, or nearly."""

from __future__ import annotations

import json
from bisect import bisect_right
from collections.abc import Container, Iterable, Sequence
from typing import cast

from scale_explorer.models.frozen import dataclass
from scale_explorer.models.kinds import TIED_KINDS, Kind

from ..query import Filter
from .conditions import IN_TURN, TRIGRAM, Condition, every, matching
from .connections import Connections
from .name_order import order_key
from .rows.lens import Lens
from .search import Piece, Search
from .slips import tokens
from .weights import ALIAS, TITLE

MOST = 30
"""Records of one kind that stand before all others: as many as a large window shows."""
NAMED = frozenset({*TIED_KINDS, Kind.SOURCE})
"""Kinds whose records have names of their own; what claims are called is made of these."""

AT_ONCE = 20
"""Records that stand before all others, of whatever kind, however well they are called so."""


@dataclass(frozen=True, slots=True)
class Group:
    """Numbers of records of one kind: those before all others, then those before their own."""

    kind: Kind
    first: Sequence[int]
    then: Sequence[int] = ()


_NAME_ENDS = "; "
"""What stands behind the name in the words of a record."""


def best(file: Connections, wanted: Filter, lens: Lens, *, ordered: bool) -> list[Group]:
    """Return who is called by the words of a filter, and matches it: at most `MOST` of a kind.

    First who has that very name, then whose name begins so, then whose words do, then who has them
    in a row somewhere; of equals the one that a list has first. The kind of the best stands first.
    Where many are called so, only names that begin so stand before those of other kinds. Where very
    many are, those that are returned may be others than the first of them, but always the same.
    """
    typed = " ".join(wanted.words)
    if not tokens(typed):
        return []
    asked = _Asked(typed, wanted.words)
    ranks: dict[int, int] = {}
    for piece in Search(file, lens, ordered).by_name(typed):
        rank = asked.rank(piece)
        if rank < _NONE:
            ranks[piece.row] = min(rank, ranks.get(piece.row, rank))
    matched = _matching(file, ranks, wanted.beside_words, lens)
    groups = _by_kind(file, sorted(matched, key=lambda row: (ranks[row], row)))
    if sum(len(group.first) for group in groups) > AT_ONCE:
        begun = {row for row in matched if ranks[row] <= _BEGINS}
        groups = [_parted(group, begun) for group in groups] if begun else groups
    return groups


def near(file: Connections, wanted: Filter, lens: Lens, *, ordered: bool) -> list[Group]:
    """Return whose name is nearly what the words of a filter say, best first.

    Nothing may match the filter as it is written. All that it asks for beside words holds. Where a
    name has these and the rest does not hold, nothing is near; nor where no word has three letters.
    """
    typed, beside = " ".join(wanted.words), wanted.beside_words
    searched = Search(file, lens, ordered)
    if max(map(len, tokens(typed)), default=0) < TRIGRAM:
        return []
    if beside.terms and _is_called(searched, typed, wanted.words):
        return []
    named = {row: place for place, row in enumerate(searched.near_names(typed))}
    matched = _matching(file, named, beside, lens)
    return _by_kind(file, sorted(matched, key=named.__getitem__))


def _is_called(searched: Search, typed: str, words: Sequence[str]) -> bool:
    asked = _Asked(typed, words)
    return any(asked.rank(piece) < _NONE for piece in searched.by_name(typed))


def _parted(group: Group, begun: Container[int]) -> Group:
    first = [row for row in group.first if row in begun]
    return Group(group.kind, first, [row for row in group.first if row not in begun])


_WHOLE, _BEGINS, _WORDS, _WITHIN, _NONE = range(5)


@dataclass(frozen=True, slots=True)
class _Asked:
    """Words that are typed, and how well a name goes with them."""

    typed: str
    words: Sequence[str]

    def rank(self, piece: Piece) -> int:
        """Return the place of a name among those that go with the words; `_NONE` if none.

        Of a title, which is a sentence, only the beginning is its name.
        """
        name = piece.folded.partition(_NAME_ENDS)[0]
        if not all(word in name for word in self.words):
            return _NONE
        key, begun = order_key(name), order_key(self.typed)
        if begun and piece.weight >= TITLE and key.startswith(begun):
            return _WHOLE if key == begun else _BEGINS
        if piece.weight < ALIAS:
            return _NONE
        known = tokens(name)
        if all(any(each.startswith(word) for each in known) for word in tokens(self.typed)):
            return _WORDS
        return _WITHIN if self.typed in name else _NONE


def _matching(file: Connections, rows: Iterable[int], wanted: Filter, lens: Lens) -> list[int]:
    """Return those of some records that match a filter, all of which the lens lets through."""
    if not wanted.terms:
        return list(rows)
    some = Condition(
        "r.row IN (SELECT value FROM json_each(:numbers))", {"numbers": json.dumps(list(rows))}
    )
    where = every((some, matching(wanted, IN_TURN, lens)))
    found = file.select(f"SELECT r.row FROM record r WHERE {where.sql}", where.values)
    return [cast("int", row) for (row,) in found]


def _by_kind(file: Connections, rows: Iterable[int]) -> list[Group]:
    """Put what has a name of its own together by kind; the kind of the first comes first."""
    kinds = file.select("SELECT first, kind FROM kind ORDER BY first")
    starts = [cast("int", start) for start, _ in kinds]
    groups: dict[Kind, list[int]] = {}
    for row in rows:
        kind = Kind(str(kinds[bisect_right(starts, row) - 1][1]))
        if kind in NAMED and len(group := groups.setdefault(kind, [])) < MOST:
            group.append(row)
    return [Group(kind, group) for kind, group in groups.items()]
