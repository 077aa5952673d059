# ruff: noqa: S608 - only fixed text is put together; what users write goes in as parameters
"""Search over names, titles and quotes: the index finds, rapidfuzz ranks a few hundred."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from typing import TypeAlias, cast

from scale_explorer.models.frozen import dataclass

from ..folding import folded
from ..matching.ids import bare
from .conditions import TRIGRAM, Condition, every, holding, seen
from .connections import Connections
from .name_order import BEGUN, Named, beginning, beginning_most_alike, order_key
from .rows.lens import PLAIN_LENS, Lens
from .rows.records import Hit
from .slips import intact, is_meant, is_one_slip, slips, tokens
from .weights import ALIAS, NAME, TITLE

MAX_TEXT = 200
MAX_WORDS = 8
CANDIDATES = 300
NAMES = 150
"""Names that are looked at for a filter: so many with such words, and so many with such letters."""
MORE_CANDIDATES = 1_500
"""Texts that are looked at for a slip, where most are put aside at a glance."""
BEGINNINGS = 60
"""Names of one kind that are looked at because they begin so."""
MOST_WORDS = 50_000
"""Words of about one length that can be looked through while somebody waits for the next letter."""

_InOrder: TypeAlias = Callable[[Connections, str, int], Iterator[Named]]


@dataclass(frozen=True, slots=True)
class Piece:
    """A text that may be what was meant."""

    number: int
    row: int
    weight: int
    text: str
    folded: str


def found(
    file: Connections, text: str, limit: int, lens: Lens, *, ordered: bool
) -> list[tuple[int, str]]:
    """Return the rows that a text means, with the text that matched, best first, through a lens.

    They are found by the start of words, then by letters, then but for slips. In an index names are
    `ordered`, which finds those that begin so among any number.
    """
    return Search(file, lens, ordered).find(text, limit)


@dataclass(frozen=True, slots=True)
class Search:
    """One search, through a lens; in an index names are `ordered`."""

    _file: Connections
    _lens: Lens
    _ordered: bool

    def find(self, text: str, limit: int) -> list[tuple[int, str]]:
        """Return the rows that a text means, with the text that matched, best first."""
        wanted = folded(text[:MAX_TEXT])
        words = tokens(wanted)[:MAX_WORDS]
        if not words:
            return []
        found = {piece.number: piece for piece in self._by_order(beginning, wanted, BEGINNINGS)}
        found |= {piece.number: piece for piece in self._by_start(words)}
        if len(found) < limit:
            found |= {piece.number: piece for piece in self._by_letters(words)}
        if not found:
            found = {piece.number: piece for piece in self._by_likeness(words, wanted)}
        return _ranked(wanted, found.values())[:limit]

    def by_name(self, typed: str) -> Iterator[Piece]:
        """Yield names and texts that may have typed words: they begin so, or hold them in a row.

        Where very many do, not all of them, so that it costs the same however many there are.
        """
        wanted = folded(typed[:MAX_TEXT])
        words = tokens(wanted)[:MAX_WORDS]
        yield from self._by_order(beginning, wanted, BEGUN)
        long = [word for word in words if len(word) >= TRIGRAM]  # one letter begins very many words
        begun = list(self._match("piece_words", _starting(long or words), NAMES))
        yield from begun
        if len(wanted) >= TRIGRAM:
            known = {piece.number for piece in begun}
            within = self._match("piece_letters", holding([wanted]), NAMES)
            yield from (piece for piece in within if piece.number not in known)

    def near_names(self, typed: str) -> Iterator[int]:
        """Yield the rows whose names typed words may mean but for slips, best first."""
        wanted = folded(typed[:MAX_TEXT])
        words = tokens(wanted)[:MAX_WORDS]
        meant = self._by_likeness(words, wanted) if words else ()
        named = (piece for piece in meant if piece.weight >= TITLE)
        yield from (row for row, _ in _ranked(wanted, named))

    def _by_start(self, words: list[str]) -> Iterator[Piece]:
        return self._match("piece_words", _starting(words))

    def _by_letters(self, words: list[str]) -> Iterator[Piece]:
        long = [word for word in words if len(word) >= TRIGRAM]
        if not long:
            return
        for piece in self._match("piece_letters", holding(long)):
            if all(word in piece.folded for word in words):
                yield piece

    def _by_likeness(self, words: list[str], wanted: str) -> Iterator[Piece]:
        """Yield pieces that may have been meant: one word holds a slip, or each looks like another.

        A slip leaves the other words as they are, and of its own one part or another: both are
        found by an index, however many words there are. What is but one slip away ends the search.
        """
        meant: dict[int, Piece] = {}
        for word in words:
            near = self._but_for(word, words)
            meant |= {each.number: each for each in near if is_meant(words, each.folded)}
            if any(is_one_slip(wanted, each.folded) for each in meant.values()):
                break
        near = self._by_order(beginning_most_alike, wanted, CANDIDATES)
        meant |= {each.number: each for each in near if is_one_slip(wanted, each.folded)}
        # Looking through all words is what takes long in a large set.
        yield from meant.values() or self._by_words_alike(words)

    def _but_for(self, word: str, words: list[str]) -> Iterator[Piece]:
        """Yield pieces that hold all words but one, or these and a part of it."""
        others = [each for each in words if each is not word]
        found: list[Piece] | None = None
        if any(len(each) > 1 for each in others):
            found = list(self._match("piece_words", _starting(others)))
            yield from found
        if found is None or len(found) == CANDIDATES:
            known = [each for each in others if len(each) >= TRIGRAM]
            for left in intact(word):
                yield from self._match("piece_letters", holding((*left, *known)), MORE_CANDIDATES)

    def _by_words_alike(self, words: list[str]) -> Iterator[Piece]:
        meant = [self._alike(word) for word in words]
        if all(meant):
            groups = (" OR ".join(f'"{word}"' for word in group) for group in meant)
            yield from self._match("piece_words", " AND ".join(f"({group})" for group in groups))

    def _alike(self, word: str) -> list[str]:
        # Loaded here because it costs as much start-up time as opening the store.
        from rapidfuzz import process  # noqa: PLC0415
        from rapidfuzz.distance import OSA  # noqa: PLC0415

        most = slips(word)
        sql = "SELECT word FROM word WHERE length BETWEEN :least AND :most LIMIT :limit"
        span = {"least": len(word) - most, "most": len(word) + most, "limit": MOST_WORDS + 1}
        known = [cast("str", row[0]) for row in self._file.select(sql, span)]
        if len(known) > MOST_WORDS:
            return []
        found = process.extract(word, known, scorer=OSA.distance, score_cutoff=most, limit=5)
        return [choice for choice, _, _ in found]

    def _by_order(self, look: _InOrder, wanted: str, limit: int) -> Iterator[Piece]:
        """Yield names that begin so, or nearly, where names stand in order."""
        if not self._ordered or self._lens != PLAIN_LENS:
            return
        for row, name, words in look(self._file, wanted, limit):
            # No piece has a number below 0; a name is found as if by its own.
            yield Piece(-row, row, NAME, name, words)

    def _match(self, index: str, expression: str, limit: int = CANDIDATES) -> Iterator[Piece]:
        where = self._seen()
        record = "" if self._lens == PLAIN_LENS else "JOIN record r ON r.row = p.row"
        sql = f"""SELECT p.piece, p.row, p.weight, p.text, p.folded FROM {index} i
                  JOIN piece p ON p.piece = i.rowid {record}
                  WHERE {index} MATCH :expression AND {where.sql}
                  ORDER BY i.rowid LIMIT :limit"""
        for row in self._file.select(
            sql, {**where.values, "expression": expression, "limit": limit}
        ):
            yield Piece(*cast("tuple[int, int, int, str, str]", row))

    def _seen(self) -> Condition:
        """Return the condition that a piece may be found: words that come later may not."""
        if self._lens.as_of is None:
            return seen(self._lens)
        later = "(SELECT min(e.since) FROM evidence e WHERE e.claim = p.row AND e.exact = p.text)"
        return every((seen(self._lens), Condition(f"ifnull({later}, '') <= :as_of")))


NEAR = 20
"""Hits among which one looks for what was meant."""


def most_alike(wanted: str, hits: Iterable[Hit]) -> list[Hit]:
    """Return hits in the order of how alike what was wanted their titles, names or ids are.

    What a search finds first may hold it among many other words, as a deal does.
    """
    # Loaded here for the same reason as above.
    from rapidfuzz.fuzz import ratio  # noqa: PLC0415

    plain = folded(wanted)

    def unlike(hit: Hit) -> float:
        called = (hit.record.title, hit.snippet, bare(hit.record.id).replace("-", " "))
        return -max(ratio(plain, folded(each)) for each in called)

    return sorted(hits, key=unlike)


def _starting(words: list[str]) -> str:
    """Return the full-text expression for texts with words that begin so."""
    return " AND ".join(f'"{word}"*' for word in words)


_BEGINS = 5
"""By how much more a name counts that begins with what is wanted, of 100 for one that is it."""


def _ranked(wanted: str, pieces: Iterable[Piece]) -> list[tuple[int, str]]:
    """Return each record once, with its best piece; a name counts for more than a quote."""
    # Loaded here for the same reason as above.
    from rapidfuzz import fuzz, process  # noqa: PLC0415

    known, begins = list(pieces), order_key(wanted)
    texts = [piece.folded for piece in known]
    alike = process.extract(wanted, texts, scorer=fuzz.WRatio, processor=None, limit=None)
    scores = [(score + _counts(known[place], begins), known[place]) for _, score, place in alike]
    scores.sort(key=lambda scored: (-scored[0], scored[1].number))
    best: dict[int, str] = {}
    for _, piece in scores:
        best.setdefault(piece.row, piece.text)
    return list(best.items())


def _counts(piece: Piece, begins: str) -> float:
    """Return how much a piece counts beside what it says."""
    named = piece.weight >= ALIAS and order_key(piece.folded).startswith(begins)
    return piece.weight / 2 + (_BEGINS if named else 0)
