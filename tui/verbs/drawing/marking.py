"""Marked words as text for people: carets beneath them, in every line of a wrapped text."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from ...widgets.glyphs import ELLIPSIS
from .blocks import Marked
from .cells import cell_len, wrapped
from .lines import GAP, NARROWEST, READABLE, Line

_AROUND = 60
"""Characters that are shown on either side of marked words; what lies farther off is left out."""

_Spans = Sequence[tuple[int, int]]


def marked_lines(marked: Marked, lead: str, width: int | None) -> Iterator[Line]:
    """Yield the words behind `lead` and their label, each line above its carets."""
    lead += marked.label + GAP
    room = None if width is None else max(min(width, READABLE) - cell_len(lead), NARROWEST)
    text, spans = shortened(marked.text, marked.spans)
    place = 0
    for line in wrapped(text, room):
        place = text.index(line, place)
        yield Line((lead + line).rstrip())
        lead = " " * cell_len(lead)
        if carets := _carets(line, place, spans):
            yield Line(lead + carets)
        place += len(line)


def shortened(text: str, spans: _Spans) -> tuple[str, _Spans]:
    """Leave out what stands far from every span; without any, all but the start of a long text."""
    kept = _kept(text, spans)
    parts: list[str] = []
    moved: list[tuple[int, int]] = []
    length = 0
    for start, end in kept:
        before = ELLIPSIS if start else ""
        shift = length + len(before) - start
        moved += [(a + shift, b + shift) for a, b in spans if start <= a and b <= end]
        parts.append(before + text[start:end])
        length += len(parts[-1])
    cut_short = bool(kept) and kept[-1][1] < len(text)
    return "".join(parts) + (ELLIPSIS if cut_short else ""), moved


def _kept(text: str, spans: _Spans) -> list[tuple[int, int]]:
    """Return the stretches of whole words around the spans; those that almost touch are one."""
    kept: list[tuple[int, int]] = []
    for start, end in spans or [(0, 0)]:
        first, last = _before(text, start), _behind(text, end)
        if kept and first <= kept[-1][1] + 1:
            first = kept.pop()[0]
        kept.append((first, last))
    return kept


def _before(text: str, start: int) -> int:
    """Return where a word begins, not too far before a place."""
    if start <= _AROUND:
        return 0
    blank = text.find(" ", start - _AROUND, start)
    return blank + 1 if blank >= 0 else start


def _behind(text: str, end: int) -> int:
    """Return where a word ends, not too far behind a place."""
    if end + _AROUND >= len(text):
        return len(text)
    blank = text.rfind(" ", end, end + _AROUND)
    return blank if blank >= 0 else end


def _carets(line: str, place: int, spans: _Spans) -> str:
    """Return carets beneath the part of each span that lies in a line of the text."""
    drawn = ""
    for start, end in spans:
        first, last = max(0, start - place), min(len(line), end - place)
        if first < last:
            drawn += " " * (cell_len(line[:first]) - cell_len(drawn))
            drawn += "^" * max(1, cell_len(line[first:last]))
    return drawn
