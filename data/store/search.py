# ruff: noqa: S608 - only fixed text is put together; what users write goes in as parameters
"""Search over names, titles and quotes: the index finds, rapidfuzz ranks a few hundred."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import cast

from scale_explorer.models.frozen import dataclass

from ..folding import folded
from .conditions import TRIGRAM, Condition, every, seen, trigrams
from .connections import Connections
from .rows.lens import PLAIN_LENS, Lens

MAX_TEXT = 200
MAX_WORDS = 8
CANDIDATES = 300


@dataclass(frozen=True, slots=True)
class _Piece:
    """A text that may be what was meant."""

    number: int
    row: int
    weight: int
    text: str
    folded: str


class Searcher:
    """Finds the records that a text means: by the start of words, then letters, then slips."""

    def __init__(self, file: Connections) -> None:
        self._file = file

    def find(self, text: str, limit: int, lens: Lens = PLAIN_LENS) -> list[tuple[int, str]]:
        """Return rows with the text that matched, best first, of what is seen through a lens."""
        return _Search(self._file, lens).find(text, limit)


@dataclass(frozen=True, slots=True)
class _Search:
    """One search, through a lens."""

    _file: Connections
    _lens: Lens

    def find(self, text: str, limit: int) -> list[tuple[int, str]]:
        wanted = folded(text[:MAX_TEXT])
        words = _tokens(wanted)[:MAX_WORDS]
        if not words:
            return []
        found = {piece.number: piece for piece in self._by_start(words)}
        if len(found) < limit:
            found |= {piece.number: piece for piece in self._by_letters(words)}
        if not found:
            found = {piece.number: piece for piece in self._by_likeness(words)}
        return _ranked(wanted, found.values())[:limit]

    def _by_start(self, words: list[str]) -> Iterator[_Piece]:
        return self._match("piece_words", _starting(words))

    def _by_letters(self, words: list[str]) -> Iterator[_Piece]:
        long = [word for word in words if len(word) >= TRIGRAM]
        if not long:
            return
        expression = " AND ".join(trigrams(word) for word in long)
        for piece in self._match("piece_letters", expression):
            if all(word in piece.folded for word in words):
                yield piece

    def _by_likeness(self, words: list[str]) -> Iterator[_Piece]:
        """Yield pieces that may have been meant: one word holds a slip, or each looks like another.

        A slip leaves the other words as they are, and of its own one part or another: both are
        found by an index, however many words there are.
        """
        near = {piece.number: piece for piece in self._with_one_slip(words)}
        meant = [piece for piece in near.values() if _is_meant(words, piece.folded)]
        # Looking through all words is what takes long in a large set.
        yield from meant or self._by_words_alike(words)

    def _with_one_slip(self, words: list[str]) -> Iterator[_Piece]:
        for word in words:
            others = [each for each in words if each is not word]
            known = [each for each in others if len(each) >= TRIGRAM]
            for intact in _intact(word):
                expression = " AND ".join(map(trigrams, (*intact, *known)))
                yield from self._match("piece_letters", expression)
            if any(len(each) > 1 for each in others):
                yield from self._match("piece_words", _starting(others))

    def _by_words_alike(self, words: list[str]) -> Iterator[_Piece]:
        meant = [self._alike(word) for word in words]
        if all(meant):
            groups = (" OR ".join(f'"{word}"' for word in group) for group in meant)
            yield from self._match("piece_words", " AND ".join(f"({group})" for group in groups))

    def _alike(self, word: str) -> list[str]:
        # Loaded here because it costs as much start-up time as opening the store.
        from rapidfuzz import process  # noqa: PLC0415
        from rapidfuzz.distance import OSA  # noqa: PLC0415

        slips = _slips(word)
        sql = "SELECT word FROM word WHERE length BETWEEN :least AND :most"
        span = {"least": len(word) - slips, "most": len(word) + slips}
        known = [cast("str", row[0]) for row in self._file.select(sql, span)]
        found = process.extract(word, known, scorer=OSA.distance, score_cutoff=slips, limit=5)
        return [choice for choice, _, _ in found]

    def _match(self, index: str, expression: str) -> Iterator[_Piece]:
        where = self._seen()
        record = "" if self._lens == PLAIN_LENS else "JOIN record r ON r.row = p.row"
        sql = f"""SELECT p.piece, p.row, p.weight, p.text, p.folded FROM {index} i
                  JOIN piece p ON p.piece = i.rowid {record}
                  WHERE {index} MATCH :expression AND {where.sql}
                  ORDER BY i.rowid LIMIT {CANDIDATES}"""
        for row in self._file.select(sql, {**where.values, "expression": expression}):
            yield _Piece(*cast("tuple[int, int, int, str, str]", row))

    def _seen(self) -> Condition:
        """Return the condition that a piece may be found: words that come later may not."""
        if self._lens.as_of is None:
            return seen(self._lens)
        later = "(SELECT min(e.since) FROM evidence e WHERE e.claim = p.row AND e.exact = p.text)"
        return every((seen(self._lens), Condition(f"ifnull({later}, '') <= :as_of")))


def _slips(word: str) -> int:
    """Return how many slips of the finger are forgiven in a word."""
    return 1 if len(word) < 6 else 2


def _is_meant(words: list[str], text: str) -> bool:
    """Say whether a text has for every word one that begins so, or is it but for a slip."""
    # Loaded here because it costs as much start-up time as opening the store.
    from rapidfuzz.distance import OSA  # noqa: PLC0415

    known = _tokens(text)
    return all(
        any(
            each.startswith(word)
            or OSA.distance(word, each, score_cutoff=_slips(word)) <= _slips(word)
            for each in known
        )
        for word in words
    )


def _starting(words: list[str]) -> str:
    """Return the full-text expression for texts with words that begin so."""
    return " AND ".join(f'"{word}"*' for word in words)


def _intact(word: str) -> Iterator[list[str]]:
    """Yield what of a word one slip leaves as it is, wherever it is: parts the index can find.

    It is in one half or the other; two letters that changed places may be the last of the one and
    the first of the other.
    """
    middle = len(word) // 2
    for parts in ([word[:middle]], [word[middle:]], [word[: middle - 1], word[middle + 1 :]]):
        if known := [part for part in parts if len(part) >= TRIGRAM]:
            yield known


def _tokens(text: str) -> list[str]:
    """Split where the full-text index does: at whatever is no letter or digit."""
    return "".join(each if each.isalnum() else " " for each in text).split()


def _ranked(wanted: str, pieces: Iterable[_Piece]) -> list[tuple[int, str]]:
    """Return each record once, with its best piece; a name counts for more than a quote."""
    # Loaded here for the same reason as above.
    from rapidfuzz import fuzz  # noqa: PLC0415

    scores = [(piece.weight / 2 + fuzz.WRatio(wanted, piece.folded), piece) for piece in pieces]
    scores.sort(key=lambda scored: (-scored[0], scored[1].number))
    best: dict[int, str] = {}
    for _, piece in scores:
        best.setdefault(piece.row, piece.text)
    return list(best.items())
