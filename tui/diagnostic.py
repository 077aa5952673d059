"""One finding as good compilers tell it: place and message, the line with carets, what to do.

    set/figures.toml:12:12: error[dangling_reference]: subject names brich, which …
       |
    12 | subject = "brich"
       |            ^^^^^
       = hint: did you mean birch?

It is drawn from the finding and the width alone, so that each can be shown as soon as it is found,
by a verb or a screen; no Textual.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from enum import StrEnum, auto
from itertools import groupby
from typing import TypeAlias

from rich.cells import cell_len

from scale_explorer.data.finding import Finding, Place
from scale_explorer.models.frozen import dataclass

from .widgets.cells import clip, cut
from .widgets.glyphs import ELLIPSIS

_LEAST = 8
"""Cells that text gets, even where that is too much."""
_BELOW = "    "  # before the further lines of a message


class Role(StrEnum):
    """What a piece of text is, for whoever colours it; weights are called as findings call them."""

    PLAIN = auto()
    MESSAGE = auto()
    FRAME = auto()
    """What stands around: the gutter, labels."""
    ERROR = auto()
    WARNING = auto()
    NOTE = auto()
    KNOWN = auto()


@dataclass(frozen=True, slots=True)
class Piece:
    """A stretch of a line in one role."""

    text: str
    role: Role = Role.PLAIN


Drawn: TypeAlias = tuple[Piece, ...]
"""A line."""


def drawn(finding: Finding, width: int | None) -> Iterator[Drawn]:
    """Yield a finding's lines in `width` cells; without a width nothing is cut or wrapped."""
    yield from _filled(_title(finding), width)
    place = finding.place
    margin = " " * (len(str(place.line)) if place and place.line else 1)
    if place and place.line and place.excerpt:
        yield from _source(place, margin, role(finding), width)
    # Who shows the nearest passage itself has no need of it in words.
    hint = "" if finding.nearest else finding.hint
    for label, text in (("hint", hint), ("known", finding.known)):
        if text:
            yield from _note(f"{margin} = {label}: ", text, width)


def role(finding: Finding) -> Role:
    """Return how much a finding weighs."""
    return Role(finding.weight)


def _title(finding: Finding) -> Iterator[Piece]:
    if finding.place:
        yield Piece(f"{finding.place.position}:")
    yield Piece(f"{finding.weight}[{finding.code}]:", role(finding))
    yield Piece(finding.message.replace("\n", " "), Role.MESSAGE)


def _source(place: Place, margin: str, weight: Role, width: int | None) -> Iterator[Drawn]:
    """Yield the line of the file, and carets under what is meant."""
    start, end = place.marked or (0, 0)
    text = place.excerpt.ljust(end)  # something may be missing behind it
    if width is not None:
        text, start, end = _window(text, start, end, max(width - len(margin) - 3, _LEAST))
    yield (Piece(f"{margin} |", Role.FRAME),)
    yield (Piece(f"{place.line} | ", Role.FRAME), Piece(text.rstrip()))
    if end > start:
        carets = " " * cell_len(text[:start]) + "^" * max(cell_len(text[start:end]), 1)
        yield (Piece(f"{margin} | ", Role.FRAME), Piece(carets, weight))


def _window(text: str, start: int, end: int, room: int) -> tuple[str, int, int]:
    """Return as much of a line as fits around a stretch, and where in it the stretch is."""
    if cell_len(text) <= room:
        return text, start, end
    begin = _begin(text, start, end, room)
    shown = clip((ELLIPSIS if begin else "") + text[begin:], room)
    moved = begin - (1 if begin else 0)
    return shown, start - moved, min(end - moved, len(shown))


def _begin(text: str, start: int, end: int, room: int) -> int:
    """Return where to begin a line so that a stretch is seen, or else its start."""
    if cell_len(text[:end]) < room:
        return 0
    before = max((room - 2 - cell_len(text[start:end])) * 2 // 3, room // 4)
    begin = start
    while begin > 0:
        fits = cell_len(text[begin - 1 : start]) <= before
        if not fits and cell_len(text[begin - 1 :]) >= room:
            break
        begin -= 1
    return begin


def _note(lead: str, text: str, width: int | None) -> Iterator[Drawn]:
    """Yield text behind a label, wrapped below itself."""
    room = None if width is None else max(width - len(lead), _LEAST)
    for line in text.split("\n"):
        for pieces in _filled([Piece(line)], room, below=""):
            yield (Piece(lead, Role.FRAME), *pieces)
            lead = " " * len(lead)


def _filled(pieces: Iterable[Piece], width: int | None, below: str = _BELOW) -> Iterator[Drawn]:
    """Yield pieces parted by blanks, on one line or as many as they need."""
    words: Iterable[Piece]
    words = [Piece(word, each.role) for each in pieces for word in each.text.split(" ")]
    if width is not None:
        words = _broken(words, max(width - len(below), _LEAST))
    lines: list[list[Piece]] = [[]]
    used = -1
    for word in words:
        used += 1 + cell_len(word.text)
        if width is not None and used > width and lines[-1]:
            lines.append([])
            used = len(below) + cell_len(word.text)
        lines[-1].append(word)
    for number, line in enumerate(lines):
        yield _joined(line, below if number else "")


def _joined(words: Iterable[Piece], lead: str) -> Drawn:
    """Return words parted by blanks; neighbours in one role are one piece."""
    pieces = [Piece(lead)] if lead else []
    gap = ""
    for common, group in groupby(words, key=lambda word: word.role):
        pieces.append(Piece(gap + " ".join(word.text for word in group), common))
        gap = " "
    return tuple(pieces)


def _broken(words: Iterable[Piece], width: int) -> Iterator[Piece]:
    """Yield words, those that are wider than a line in parts."""
    for word in words:
        rest = word.text
        while cell_len(rest) > width:
            end = max(cut(rest, width), 1)
            yield Piece(rest[:end], word.role)
            rest = rest[end:]
        yield Piece(rest, word.role)
