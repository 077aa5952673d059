"""How a finding reads on the screen: its line in a list, and all that is known of it."""

from __future__ import annotations

from collections.abc import Iterator

from scale_explorer.data.finding import Finding, Nearest

from .diagnostic import Drawn, Role, drawn
from .widgets.lines import Line, Span
from .widgets.rows import Cell, Column, Highlights, Row, Tone

COLUMNS = (
    Column(min=1, max=1, priority=9),
    Column(min=14, max=26, priority=3),
    Column(min=20, flex=1, priority=8),
)
"""How grave it is, which check found it, and what it found."""

_SIGNS = {
    "error": ("✕", Tone.BAD),
    "warning": ("!", Tone.WARN),
    "note": ("·", Tone.DIM),
    "known": ("·", Tone.DIM),
}
_HEADINGS = {"error": "Errors", "warning": "Warnings", "note": "Notes", "known": "Known"}
_TONES = {
    Role.PLAIN: Tone.PLAIN,
    Role.MESSAGE: Tone.STRONG,
    Role.FRAME: Tone.DIM,
    Role.ERROR: Tone.BAD,
    Role.WARNING: Tone.WARN,
    Role.NOTE: Tone.DIM,
    Role.KNOWN: Tone.DIM,
}


def sign_of(finding: Finding) -> tuple[str, Tone]:
    """Return the sign and tone of a finding; one that its author explained is no alarm."""
    return _SIGNS[finding.weight]


def rows(findings: tuple[tuple[int, Finding], ...]) -> tuple[Row, ...]:
    """Return a list of findings under headings, each keyed by its number, the gravest first."""
    listed: list[Row] = []
    for weight, heading in _HEADINGS.items():
        group = [(number, found) for number, found in findings if found.weight == weight]
        if group:
            title = Cell(f"{heading}  {len(group):,}", Tone.HEADING)
            listed += [Row(None)] if listed else []
            listed += [Row(None, (title,), kind="heading"), *map(_row, group)]
    return tuple(listed)


def _row(numbered: tuple[int, Finding]) -> Row:
    number, finding = numbered
    sign, tone = sign_of(finding)
    code = Cell(finding.code.replace("_", " "), Tone.DIM)
    return Row(str(number), (Cell(sign, tone), code, Cell(finding.message)))


def details(finding: Finding, width: int) -> tuple[Line, ...]:
    """Return a finding as compilers tell it, in `width` cells, with the nearest passage."""
    return (*map(_line, drawn(finding, width)), *nearest_lines(finding.nearest, indent=3))


def _line(pieces: Drawn) -> Line:
    return Line(tuple(Span(piece.text, _TONES[piece.role]) for piece in pieces))


def nearest_lines(nearest: Nearest | None, indent: int) -> Iterator[Line]:
    """Yield the passage that a quote was probably meant to be, what it lacks marked in both."""
    if nearest is None:
        return
    yield _marked("quote    ", nearest.wanted, nearest.wanted_spans, indent)
    yield _marked("closest  ", nearest.found, nearest.found_spans, indent)
    if nearest.difference:
        yield Line((Span(f"they differ {nearest.difference}", Tone.DIM),), indent=indent)


def _marked(label: str, text: str, spans: Highlights, indent: int) -> Line:
    return Line((Span(label, Tone.DIM), Span(text, highlights=spans)), indent=indent)
