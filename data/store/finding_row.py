"""A finding as a store tells it."""

from __future__ import annotations

from ..finding import Finding, Place
from .rows import FindingRow

_NOWHERE = Place("")


def row_of(finding: Finding) -> FindingRow:
    """Return all that is shown of a finding."""
    place = finding.place or _NOWHERE
    return FindingRow(
        code=finding.code,
        severity=finding.severity.value,
        message=finding.message,
        hint=finding.hint,
        record=finding.record,
        path=place.path,
        line=place.line,
        column=place.column,
        end=place.end,
        excerpt=place.excerpt,
        known=finding.known,
    )
