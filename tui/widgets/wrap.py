"""Running text broken into rows of a width, between words and never inside a character."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import TYPE_CHECKING, TypeAlias

from rich.cells import cell_len, get_character_cell_size, split_graphemes

from scale_explorer.models.frozen import replace

from .cells import visible

if TYPE_CHECKING:
    from collections.abc import Iterator

    from .lines import Span

NARROWEST = 2
"""A wide character needs two cells, so no smaller width is honoured."""

_CHUNK = re.compile(" +|[^ \n]+|\n")
_WORD = re.compile(r"\s+|\S+")
"""Within a chunk that finds no room in a row: words, and the blanks that held them together."""

_Piece: TypeAlias = tuple[int, int, int, bool]
"""Start, end and width in cells of what stays together, and whether it must begin a row."""


def wrap(spans: tuple[Span, ...], width: int) -> tuple[tuple[Span, ...], ...]:
    """Break spans into rows of at most `width` cells, each again made of spans.

    A line feed starts a new row. What no-break blanks hold together stays together as long as a row
    has room for it, and else begins a row. Blanks at the end of a row are dropped, all else is
    kept; an empty text makes one empty row.
    """
    return tuple(row for _, row in wrap_placed(spans, width))


def wrap_placed(spans: tuple[Span, ...], width: int) -> tuple[tuple[int, tuple[Span, ...]], ...]:
    """Break spans as `wrap` does; each row comes with its first code point in the whole text."""
    shown = with_visible_text(spans)
    places = breaks("".join(span.text for span in shown), width)
    return tuple((start, between(shown, start, end)) for start, end in places)


def with_visible_text(spans: tuple[Span, ...]) -> tuple[Span, ...]:
    """Return spans with the texts that their rows show."""
    return tuple(map(_with_visible_text, spans))


def shown_text(spans: tuple[Span, ...]) -> str:
    """Return the whole text of spans as their rows show it."""
    return "".join(_visible_lines(span.text) for span in spans)


@lru_cache(maxsize=1024)
def breaks(text: str, width: int) -> tuple[tuple[int, int], ...]:
    """Say where each row of a text starts and ends, in code points."""
    width = max(width, NARROWEST)
    return plain_breaks(text, width) or any_breaks(text, width)


def _is_plain(text: str) -> bool:
    """Say whether a text has nothing but blanks, and signs that take a cell each."""
    if text.isascii():
        return text.isprintable()
    return all(map(_takes_a_cell, set(text)))


@lru_cache(maxsize=1024)
def _takes_a_cell(sign: str) -> bool:
    return sign == " " or (not sign.isspace() and get_character_cell_size(sign) == 1)


def plain_breaks(text: str, width: int) -> tuple[tuple[int, int], ...] | None:
    """Say where the rows of plain text are, a row at a time.

    None where it is not plain, or a word finds no room. Most texts are plain, and all of a source
    is wrapped before the first picture, which took a twelfth of the time to that word by word.
    """
    if not _is_plain(text):
        return None
    rows: list[tuple[int, int]] = []
    start, stop = 0, len(text.rstrip(" "))
    while stop - start > width:
        blank = text.rfind(" ", start, start + width + 1)
        if blank < 0:
            return None
        if end := len(text[start:blank].rstrip(" ")):
            rows.append((start, start + end))
        start = blank + 1
        while text[start] == " ":
            start += 1
    return (*rows, (start, stop))


def any_breaks(text: str, width: int) -> tuple[tuple[int, int], ...]:
    """Say where the rows of any text are, a word at a time."""
    rows: list[tuple[int, int]] = []
    start = end = used = 0
    for first, last, cells, begins in _pieces(text, width):
        if text[first] == "\n":
            rows.append((start, end))
            start, end, used = last, last, 0
        elif text[first:last].isspace():
            used += cells
        elif not begins and used + cells <= width:
            end, used = last, used + cells
        else:
            if end > start:
                rows.append((start, end))
            start, end, used = first, last, cells
    return (*rows, (start, end))


def _pieces(text: str, width: int) -> Iterator[_Piece]:
    """Cut a text into what stays together."""
    plain = text.isascii()  # then a character takes a cell
    for chunk in _CHUNK.finditer(text):
        start, end = chunk.span()
        cells = end - start if plain else cell_len(chunk[0])
        if text[start] in " \n" or cells <= min(width, end - start):
            yield start, end, cells, False
        elif cells <= width:
            yield from _parts(chunk[0], start, width)
        else:
            yield from _loosened(chunk[0], start, width)


def _loosened(chunk: str, offset: int, width: int) -> Iterator[_Piece]:
    """Cut what no-break blanks hold together, but no row can hold, into its words."""
    for word in _WORD.finditer(chunk):
        for first, last, cells, _ in _parts(word[0], offset + word.start(), width):
            yield first, last, cells, first == offset and len(word[0]) < len(chunk)


def _parts(word: str, offset: int, width: int) -> Iterator[_Piece]:
    """Cut a word that is too long, or has wide characters: each of those may begin a row."""
    begin = used = last = 0
    for start, _, cells in split_graphemes(word)[0]:
        is_free = max(last, cells) > 1 and not _is_held(word, start)
        if start > begin and (is_free or used + cells > width):
            yield offset + begin, offset + start, used, False
            begin, used = start, 0
        used += cells
        last = cells
    yield offset + begin, offset + len(word), used, False


def _is_held(word: str, place: int) -> bool:
    """Say whether a blank that permits no break stands before or behind a place of a word."""
    return any(sign.isspace() for sign in word[max(0, place - 1) : place + 1])


def between(spans: tuple[Span, ...], start: int, end: int) -> tuple[Span, ...]:
    """Cut the stretch of code points from start to end out of spans."""
    return tuple(_cut(spans, start, end))


def _cut(spans: tuple[Span, ...], start: int, end: int) -> Iterator[Span]:
    position = 0
    for span in spans:
        first = max(0, start - position)
        text = span.text[first : max(0, end - position)]
        if len(text) == len(span.text):
            if text:
                yield span
        elif text:
            highlights = tuple((begun - first, ended - first) for begun, ended in span.highlights)
            yield replace(span, text=text, highlights=highlights)
        position += len(span.text)


def _with_visible_text(span: Span) -> Span:
    text = _visible_lines(span.text)
    return span if text == span.text else replace(span, text=text)


def _visible_lines(text: str) -> str:
    return "\n".join(visible(line) for line in text.split("\n"))
