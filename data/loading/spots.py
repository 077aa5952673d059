"""Which part of a document is meant: words that stand there, or else the value of a key.

TOML can write one text in many ways. Words are found as they are, or with the escapes of a basic
string, or by their beginning where they go on in the next line; else the value of the key will do.
The document is passed over a fixed number of times, so the time is linear in it.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator
from itertools import accumulate, islice
from typing import NamedTuple

from .skeleton import without_comment

TRIED = 1_000
"""Places that are tried, of words that stand everywhere."""
_FOLD = " \t\r\\"  # what may stand between words and the end of a line that they go on behind


class Spot(NamedTuple):
    """A stretch of one line: the line's number from 1, and code points from 0."""

    line: int
    start: int
    end: int


class Lines:
    """A document by line, numbered from 1."""

    def __init__(self, text: str) -> None:
        self.text = text
        lengths = (len(line) + 1 for line in text.split("\n"))
        self._starts = list(accumulate(lengths, initial=0))

    def __len__(self) -> int:
        return len(self._starts) - 1

    def __getitem__(self, number: int) -> str:
        return self.text[self.start(number) : self.start(number + 1) - 1]

    def start(self, number: int) -> int:
        """Return where a line begins, in code points; that of the one after the last is the end."""
        return self._starts[number - 1]

    def spot(self, start: int, end: int) -> Spot:
        """Return a stretch of one line, given in code points of the document."""
        line = bisect_right(self._starts, start)
        first = self.start(line)
        return Spot(line, start - first, end - first)


def words_spot(lines: Lines, within: range, words: str) -> Spot | None:
    """Return where words stand in some lines: as a whole text, as whole words, as parts of words.

    Of several such places the first counts.
    """
    if alone := _whole_text(lines, within, words):
        return alone
    part: Spot | None = None
    for form in _forms(words.split("\n", 1)[0]):
        for start in _occurrences(lines, within, form):
            end = start + len(form)
            if is_whole(lines.text, start, end):
                return lines.spot(start, end)
            part = part or lines.spot(start, end)
    return part or _folded(lines, within, words)


def _whole_text(lines: Lines, within: range, words: str) -> Spot | None:
    """Return where a string is just these words: a quote may stand inside another one too."""
    for form in _forms(words) if "\n" not in words else ():
        for mark in ('"', "'"):
            for start in islice(_all_occurrences(lines, within, f"{mark}{form}{mark}"), 1):
                return lines.spot(start + 1, start + 1 + len(form))
    return None


def value_spot(line: str, number: int) -> Spot:
    """Return what a line says behind its `=`, or all of it where it has none, as a header has."""
    told = without_comment(line)
    start = 0 if told.lstrip().startswith("[") else told.find("=") + 1
    blank = len(told) - start - len(told[start:].lstrip())
    return Spot(number, start + blank, len(told))


def _forms(words: str) -> tuple[str, ...]:
    """Return how words may be written: as they are, and with escapes."""
    escaped = words.replace("\\", "\\\\").replace('"', '\\"')
    return tuple(dict.fromkeys(filter(None, (words, escaped))))


def _occurrences(lines: Lines, within: range, form: str) -> Iterator[int]:
    """Yield where a text without line breaks stands, for a bounded number of times."""
    return islice(_all_occurrences(lines, within, form), TRIED)


def _all_occurrences(lines: Lines, within: range, form: str) -> Iterator[int]:
    end = lines.start(within.stop)
    start = lines.text.find(form, lines.start(within.start), end)
    while start >= 0:
        yield start
        start = lines.text.find(form, start + len(form), end)


def is_whole(text: str, start: int, end: int) -> bool:
    """Say whether neither end cuts a word or an id: `birch` is not all of `birch-mills`."""
    beside = text[max(0, start - 1) : start] + text[end : end + 1]
    return not any(each.isalnum() or each in "-_" for each in beside)


def _folded(lines: Lines, within: range, words: str) -> Spot | None:
    """Return the start of words that go on in the next line."""
    first, _, more = words.partition(" ")
    for start in _occurrences(lines, within, first) if first and more else ():
        end = lines.text.find("\n", start, start + len(words) + len(_FOLD))
        here = lines.text[start : max(end, start)].rstrip(_FOLD)
        if here and _goes_on(words, here, lines.text[end + 1 : end + 1 + len(words)]):
            return lines.spot(start, start + len(here))
    return None


def _goes_on(words: str, here: str, below: str) -> bool:
    """Say whether words begin as one line ends and go on as the text below it begins."""
    rest = words[len(here) :].split()
    begun = below.replace("\\", " ").split()
    return words.startswith(here) and bool(rest and begun) and begun[0].startswith(rest[0])
