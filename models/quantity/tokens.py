"""Text as tokens: numerals, words and single signs, each with its place.

A numeral is a run of the digits 0 to 9 with what may group or part them inside it; digits of other
scripts are signs, and so never read as a number by accident. A word is a run of letters. Positions
are code points of the given text. The work is linear in its length.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator, Mapping
from functools import cached_property
from typing import Final, Generic, TypeVar

from ..frozen import dataclass

# Spaces join digits only in whole groups of three: "1 416 000", but not "in 2024 150 people".
_TOKEN: Final = re.compile(
    r"(?P<numeral>[0-9]{1,3}(?:[ \u00a0\u2009\u202f][0-9]{3})+(?:[.,][0-9]+)?(?![0-9])"
    r"|[0-9]+(?:[.,'’_][0-9]+)*)"
    r"|(?P<word>(?:[^\W\d_][\u0300-\u036f]*)+)"
    r"|(?P<sign>\S)"
)


@dataclass(frozen=True, slots=True)
class Token:
    """A numeral, a word or a sign at its place in the text."""

    kind: str
    text: str
    folded: str
    start: int
    end: int
    glued: bool
    """Whether no space parts it from the token before."""


END: Final = Token("end", "", "", -1, -1, glued=False)
"""What stands beyond both ends of a text."""


class Tokens:
    """The tokens of a text; beyond both its ends stands `END`."""

    def __init__(self, text: str) -> None:
        self.text: Final = text
        self._tokens: Final = tuple(_tokens(text))

    def __len__(self) -> int:
        return len(self._tokens)

    def __getitem__(self, place: int) -> Token:
        return self._tokens[place] if 0 <= place < len(self._tokens) else END

    def past_hyphen(self, place: int) -> int:
        """Return the place after a hyphen that joins two words there, else the place itself."""
        joins = self[place].text == "-" and self[place].glued and self[place + 1].glued
        return place + 1 if joins else place

    def slice(self, start: int, stop: int) -> str:
        """Return the text from one token up to, and without, another."""
        return self.text[self[start].start : self[stop - 1].end] if start < stop else ""


def folded(text: str) -> str:
    """Fold what phrases do not tell apart: case, composition and the two apostrophes."""
    return unicodedata.normalize("NFC", text).casefold().replace("’", "'")


def _tokens(text: str) -> Iterator[Token]:
    end = 0
    for match in _TOKEN.finditer(text):
        kind, word = match.lastgroup or "sign", match[0]
        glued = match.start() == end and end > 0
        end = match.end()
        yield Token(kind, word, folded(word), match.start(), end, glued)


Meaning = TypeVar("Meaning")


def alike(meaning: Meaning, *phrases: str) -> dict[str, Meaning]:
    """Return a table in which all phrases mean the same."""
    return dict.fromkeys(phrases, meaning)


class Phrases(Generic[Meaning]):
    """A table of phrases, found at a place in a text; the longest one counts."""

    def __init__(self, meanings: Mapping[str, Meaning]) -> None:
        self._meanings: Final = meanings

    @property
    def meanings(self) -> Mapping[str, Meaning]:
        """The phrases as they were given, and what they mean."""
        return self._meanings

    def at(self, tokens: Tokens, place: int) -> tuple[Meaning, int] | None:
        """Return what the phrase at a place means and the place after it, or None."""
        for words, meaning in self._by_first_word.get(tokens[place].folded, ()):
            stop = place + len(words)
            if all(tokens[place + n].folded == word for n, word in enumerate(words)):
                return meaning, stop
        return None

    @cached_property
    def _by_first_word(self) -> dict[str, list[tuple[tuple[str, ...], Meaning]]]:
        # Built when first asked: most starts of the program read no amount at all.
        table: dict[str, list[tuple[tuple[str, ...], Meaning]]] = {}
        for phrase, meaning in self._meanings.items():
            words = tuple(token.folded for token in _tokens(phrase))
            table.setdefault(words[0], []).append((words, meaning))
        for entries in table.values():
            entries.sort(key=lambda entry: -len(entry[0]))
        return table
