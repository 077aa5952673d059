"""How a finding reads on the screen: its line in a list, and all that is known of it."""

from __future__ import annotations

from collections.abc import Iterator

from rich.cells import cell_len

from scale_explorer.data.store.rows import FindingRow

from .widgets.cells import clip, visible
from .widgets.lines import Line, Span
from .widgets.rows import Cell, Column, Row, Tone

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
}
_HEADINGS = {"error": "Errors", "warning": "Warnings", "note": "Notes", "known": "Known"}
_EXCERPT = 400  # cells of a line of a file that are shown


def sign_of(finding: FindingRow) -> tuple[str, Tone]:
    """Return the sign and tone of a finding; one that its author explained is no alarm."""
    return ("·", Tone.DIM) if finding.known else _SIGNS[finding.severity]


def weight(finding: FindingRow) -> str:
    """Return under which heading a finding stands: its severity, or known."""
    return "known" if finding.known else finding.severity


def rows(findings: tuple[tuple[int, FindingRow], ...]) -> tuple[Row, ...]:
    """Return a list of findings under headings, each keyed by its number, the gravest first."""
    listed: list[Row] = []
    for name, heading in _HEADINGS.items():
        group = [(number, found) for number, found in findings if weight(found) == name]
        if group:
            title = Cell(f"{heading}  {len(group):,}", Tone.HEADING)
            listed += [Row(None)] if listed else []
            listed += [Row(None, (title,), kind="heading"), *map(_row, group)]
    return tuple(listed)


def _row(numbered: tuple[int, FindingRow]) -> Row:
    number, finding = numbered
    sign, tone = sign_of(finding)
    code = Cell(finding.code.replace("_", " "), Tone.DIM)
    return Row(str(number), (Cell(sign, tone), code, Cell(finding.message)))


def details(finding: FindingRow, width: int) -> tuple[Line, ...]:
    """Return what was found, the line of the file with a mark under the place, and what to do."""
    sign, tone = sign_of(finding)
    lines = [
        Line((Span(f"{sign} {finding.message}", tone),)),
        Line((Span(finding.place, Tone.ACCENT),), indent=2),
        *_excerpt(finding, width),
    ]
    if finding.hint:
        lines.append(Line((Span(finding.hint, Tone.DIM),), indent=2))
    if finding.known:
        lines.append(Line((Span(f"known: {' '.join(finding.known.split())}"),), indent=2))
    return tuple(lines)


def _excerpt(finding: FindingRow, width: int) -> Iterator[Line]:
    """Show the line of the file; one too long for a row begins a little before the place."""
    if not finding.excerpt or finding.column is None or finding.end is None:
        return
    text = visible(finding.excerpt)
    start, end = finding.column - 1, max(finding.column, finding.end - 1)
    shift = max(0, min(start - width // 4, cell_len(text) - width))
    shown = clip(text[shift:], min(width, _EXCERPT))
    before, marked = text[shift:start], text[start:end]
    room = max(1, min(cell_len(marked), width - cell_len(before)))
    yield Line((Span(shown),))
    yield Line((Span(" " * cell_len(before) + "^" * room, Tone.WARN),))
