"""A picture as of a day: beside each thing in it the signs of what that day does to it.

They stand where the picture has room for them, so that nothing is pushed aside or written over: at
the margin of a line, before the words of the thing, or behind them, with a blank between. Where
there is no such room they are left out: the row of the thing has them as well.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from itertools import groupby

from rich.cells import cell_len

from ..day_marks import SIGNS, signs_of
from ..scene import Sheet
from ..widgets.cells import visible
from ..widgets.lines import Span
from ..widgets.picture import Drawing, Picture
from ..widgets.rows import Tone

_Line = tuple[Span, ...]


_MARGIN = 2
"""Cells for signs left of a picture that has a thing a line."""


def day_marked(sheet: Sheet, *, in_lines: bool = False) -> Sheet:
    """Return a sheet whose drawing has the signs of its rows, in a margin if it is one of lines."""
    signs = tuple((row.key, told) for row in sheet.rows if (told := signs_of(row.flags)))
    if sheet.drawing is None or not signs:
        return sheet
    return replace(sheet, drawing=DayMarked(sheet.drawing, signs, _MARGIN if in_lines else 0))


@dataclass(frozen=True, slots=True)
class DayMarked:
    """Another drawing with signs beside some of its keys."""

    drawing: Drawing
    signs: tuple[tuple[str, str], ...]
    margin: int = 0

    def draw(self, width: int, height: int) -> Picture:
        """Draw the other, and put each sign on the first line with room beside words of its key."""
        picture = self.drawing.draw(max(1, width - self.margin), height)
        waiting = dict(self.signs)
        lines = tuple(_marked(_moved(line, self.margin), waiting, width) for line in picture.lines)
        return replace(picture, lines=lines)


def _moved(line: _Line, margin: int) -> _Line:
    """Return a line behind a margin that belongs to the first thing on it."""
    if not margin or not line:
        return line
    key = next((span.key for span in line if span.key is not None), None)
    return Span(" " * margin, Tone.PLAIN, key), *line


def _marked(line: _Line, waiting: dict[str, str], width: int) -> _Line:
    keys = dict.fromkeys(span.key for span in line if span.key is not None and span.key in waiting)
    for key in keys:
        letters = tuple(_letters(line))
        if (start := _words_of(letters, key)) is None:
            continue
        spare = width - sum(cell_len(visible(span.text)) for span in line)
        if (put := _put(letters, key, start, waiting[key], spare)) is not None:
            del waiting[key]
            line = _joined(put)
    return line


_HEADS = frozenset("►◄▲▼")


@dataclass(frozen=True, slots=True)
class _Letter:
    """A code point of a line, with all that its span says."""

    text: str
    span: Span
    place: int

    @property
    def is_drawn(self) -> bool:
        """Whether it is part of a frame, a line or a bar, and no word."""
        return "\u2500" <= self.text <= "\u259f" or self.text in _HEADS

    def is_free(self, key: str) -> bool:
        """Say whether a sign of a key may stand in its place."""
        return self.text == " " and self.span.key in {key, None}


def _letters(line: _Line) -> Iterator[_Letter]:
    for number, span in enumerate(line):
        for letter in span.text:
            yield _Letter(letter, span, number)


def _words_of(letters: tuple[_Letter, ...], key: str) -> int | None:
    """Return where the words of a key begin, if it has any here."""
    own = (number for number, one in enumerate(letters) if _is_word(one, key))
    return next(own, None)


def _is_word(letter: _Letter, key: str) -> bool:
    return letter.span.key == key and letter.text != " " and not letter.is_drawn


def _end_of(letters: tuple[_Letter, ...], key: str, start: int) -> int:
    """Return where words end: before two blanks, a line, or what is another's."""
    end = start
    for number in range(start, len(letters)):
        if _is_word(letters[number], key):
            end = number + 1
        elif letters[number].text != " " or number > end:
            break
    return end


def _put(
    letters: tuple[_Letter, ...], key: str, start: int, signs: str, spare: int
) -> Iterable[_Letter] | None:
    """Return the letters with as many of the signs as find room, or None if not one does."""
    end = _end_of(letters, key, start)
    for count in range(len(signs), 0, -1):
        for place in _places(letters, key, (start, end), count):
            return _with(letters, key, place, signs[:count])
        if end == len(letters) and spare > count:
            blank = replace(letters[end - 1], text=" ")
            tail = (blank, *(replace(blank, text=" ") for _ in range(count)))
            return _with((*letters, *tail), key, end + 1, signs[:count])
    return None


def _places(
    letters: tuple[_Letter, ...], key: str, words: tuple[int, int], count: int
) -> Iterator[int]:
    """Yield where so many signs find room with a blank to any words, the best place first."""
    start, end = words
    if (
        letters[0].span.key == key
        and _are_free(letters, key, 0, count)
        and _is_apart(letters, count)
    ):
        yield 0
    if _are_free(letters, key, end, count + 1) and _is_apart(letters, end + count + 1):
        yield end + 1
    before = start - count - 1
    if _are_free(letters, key, before, count + 1) and _is_apart(letters, before - 1):
        yield before


def _are_free(letters: tuple[_Letter, ...], key: str, first: int, count: int) -> bool:
    some = letters[max(0, first) : first + count]
    return first >= 0 and len(some) == count and all(one.is_free(key) for one in some)


def _is_apart(letters: tuple[_Letter, ...], place: int) -> bool:
    """Say whether a place has no word, so that a sign beside it belongs to none."""
    if not 0 <= place < len(letters):
        return True
    return letters[place].text == " " or letters[place].is_drawn


_TONES: Mapping[str, Tone] = {SIGNS["moved"]: Tone.ACCENT}


def _with(letters: tuple[_Letter, ...], key: str, place: int, signs: str) -> Iterable[_Letter]:
    """Return letters with signs of a key in the place of some of them."""
    put = (_Letter(sign, Span(sign, _TONES.get(sign, Tone.DIM), key), -1) for sign in signs)
    return (*letters[:place], *put, *letters[place + len(signs) :])


def _joined(letters: Iterable[_Letter]) -> _Line:
    """Return letters as spans again."""
    runs = groupby(letters, key=lambda one: (one.place, one.span.tone, one.span.key))
    found: list[Span] = []
    for _, run in runs:
        first, *rest = run
        text = first.text + "".join(one.text for one in rest)
        found.append(replace(first.span, text=text))
    return tuple(found)
