"""A finding as JSON, on its way through a file or a pipe, and back."""

from __future__ import annotations

import json
from typing import Any

from scale_explorer.models.frozen import asdict

from .finding import Finding, Nearest, Place, Severity


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
        nearest=nearest and _nearest(nearest),
        **fields,
    )


def _nearest(fields: dict[str, Any]) -> Nearest:
    for name in ("wanted_spans", "found_spans"):
        fields[name] = tuple((start, end) for start, end in fields[name])
    return Nearest(**fields)
