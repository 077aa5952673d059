"""Where the words and numbers of a folded text stand, so that a quote is found at once."""

from __future__ import annotations

import re
import unicodedata
from array import array
from bisect import bisect_left
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property
from itertools import chain, islice

from ..folding import folded
from .fold import Folded, fold
from .runs import Runs

# Scripts that write words without spaces between them: each letter counts as a word.
_UNSPACED = (
    "\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff"  # Thai, Lao, Burmese, Khmer
    "\u3040-\u30ff\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff\U00020000-\U0003ffff"  # Chinese, Japanese
)
# What a minus or plus follows where it is the sign of a number and not a dash between words.
_BEFORE_SIGN = r"\s(\[~=<>/*$€£¥₹"
_NUMBER = rf"(?:(?<![^{_BEFORE_SIGN}])[-+])?\d+(?:[.,]\d+)*+[^\W{_UNSPACED}]*+"
_WORD = re.compile(rf"[{_UNSPACED}]|{_NUMBER}|[^\W{_UNSPACED}]++")
_ALONE = re.compile(f"[{_UNSPACED}]")


def words(text: str) -> tuple[tuple[str, int], ...]:
    """Return the words and numbers of a folded text and where they begin; -1,500.5 is one."""
    return tuple((found.group(), found.start()) for found in _WORD.finditer(text))


def has_words(text: str) -> bool:
    """Say whether a text has a single word or number."""
    return _WORD.search(text) is not None


def is_unspaced(letter: str) -> bool:
    """Say whether a letter is of a script that writes words without spaces between them."""
    return _ALONE.match(letter) is not None


@dataclass(frozen=True)
class Haystack:
    """A source's text, indexed by word."""

    folded: Folded
    _runs: dict[int, Runs] = field(default_factory=dict[int, Runs], repr=False)

    @classmethod
    def of(cls, text: str) -> Haystack:
        """Fold a text; it is indexed when the first word is looked up."""
        return cls(fold(text))

    @property
    def text(self) -> str:
        """The folded text."""
        return self.folded.text

    def places(self, word: str) -> Sequence[int]:
        """Return where a word begins, in order."""
        return self._index.get(word, ())

    def runs(self, length: int) -> Runs:
        """Return where runs of so many words stand, indexed when they are first asked for."""
        if length not in self._runs:
            self._runs[length] = Runs.of(self.text, *self._spans, length)
        return self._runs[length]

    def alike(self, key: str, most: int) -> Sequence[int]:
        """Return where words begin of which `data.folding.folded` makes `key`; `most` at most."""
        spellings = self._spellings.get(key, ())
        return tuple(islice(chain.from_iterable(map(self.places, spellings)), most))

    def splits(self, place: int) -> bool:
        """Say whether a cut at `place` would go through a word, a number or an accented letter."""
        if place in {0, len(self.text)}:
            return False
        if unicodedata.category(self.text[place])[0] == "M":
            return True
        if self.folded.starts[place] == self.folded.starts[place - 1]:
            return True  # within one character of the original, such as an ellipsis
        starts, ends = self._spans
        before = bisect_left(starts, place) - 1
        return before >= 0 and ends[before] > place

    @cached_property
    def _spans(self) -> tuple[Sequence[int], Sequence[int]]:
        starts, ends = array("L"), array("L")
        for found in _WORD.finditer(self.text):
            starts.append(found.start())
            ends.append(found.end())
        return starts, ends

    @cached_property
    def _index(self) -> Mapping[str, Sequence[int]]:
        index: dict[str, array[int]] = {}
        for start, end in zip(*self._spans, strict=True):
            index.setdefault(self.text[start:end], array("L")).append(start)
        return index

    @cached_property
    def _spellings(self) -> Mapping[str, Sequence[str]]:
        spellings: dict[str, list[str]] = {}
        for word in self._index:
            spellings.setdefault(folded(word), []).append(word)
        return spellings
