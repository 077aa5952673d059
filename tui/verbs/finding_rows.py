"""A finding as people are told it, as a row of a spreadsheet and as a JSON object."""

from __future__ import annotations

from typing import Any

from scale_explorer.data.finding import Finding, Place

from .drawing.blocks import Cell, Column, Diagnostic
from .nearest import nearest_lines, nearest_object

_NOWHERE = Place("")

COLUMNS = (
    Column("file"),
    Column("line", right=True),
    Column("column", right=True),
    Column("end_column", right=True),
    Column("severity"),
    Column("code"),
    Column("record"),
    Column("message"),
    Column("hint"),
    Column("known"),
)


def told(finding: Finding) -> Diagnostic:
    """Return it with the passage that was meant, if there is one."""
    return Diagnostic(finding, nearest_lines(finding.nearest) if finding.nearest else ())


def cells(finding: Finding) -> tuple[Cell, ...]:
    """Return what stands in the columns."""
    place = finding.place or _NOWHERE
    return (
        place.path or None, place.line, place.column, place.end,
        finding.severity.value, finding.code,
        finding.record, finding.message, finding.hint, finding.known,
    )  # fmt: skip


def item(finding: Finding) -> dict[str, Any]:
    """Return the object that `docs/cli.md` tells of."""
    place = finding.place or _NOWHERE
    return {
        "code": finding.code,
        "severity": finding.severity.value,
        "message": finding.message,
        "record": finding.record,
        "path": place.path or None,
        "line": place.line,
        "column": place.column,
        "end_column": place.end,
        "hint": finding.hint,
        "known": finding.known,
        "nearest": nearest_object(finding.nearest),
    }
