"""A finding as JSON, on its way through a file or a pipe, and back."""

from __future__ import annotations

import json
from dataclasses import asdict
from typing import Any

from .finding import Finding, Nearest, Place, Severity

_SPANS = ("wanted_spans", "found_spans")


def dumped(finding: Finding) -> str:
    """Return a finding as one line of JSON."""
    return json.dumps(asdict(finding), ensure_ascii=False)


def loaded(text: str) -> Finding:
    """Return the finding that `dumped` wrote."""
    fields: dict[str, Any] = json.loads(text)
    severity, place, nearest = (fields.pop(name) for name in ("severity", "place", "nearest"))
    return Finding(
        severity=Severity(severity),
        place=place and Place(**place),
        nearest=nearest
        and Nearest(**{**nearest, **{name: _spans(nearest[name]) for name in _SPANS}}),
        **fields,
    )


def _spans(pairs: list[list[int]]) -> tuple[tuple[int, int], ...]:
    return tuple((start, end) for start, end in pairs)
