"""Findings as code hosts read them: a log of SARIF 2.1.0 (OASIS) with one run.

Files are named from the folder that `check` runs in, which should be the root of the repository;
those outside it by their whole address.
"""

from __future__ import annotations

import hashlib
import os
from collections import Counter
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any, Final, TypeAlias
from urllib.parse import quote

from scale_explorer.data.checks.catalog import CATALOG
from scale_explorer.data.checks.rule import Rule
from scale_explorer.data.checks.run import Report
from scale_explorer.data.finding import Finding, Place
from scale_explorer.data.loading.load import Loaded
from scale_explorer.models.version import __version__

from ..arguments.options import PROGRAM
from .sums import sums

Object: TypeAlias = dict[str, Any]
"""A JSON object."""

_SCHEMA: Final = (
    "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json"
)
_ROOT: Final = "%SRCROOT%"
_INDEX: Mapping[str, int] = {code: place for place, code in enumerate(CATALOG)}


def log(loaded: Loaded, report: Report, status: int) -> Object:
    """Return the log of one `check`, which ends with the exit status `status`."""
    first = Place(next(iter(loaded.places.shown.values())))
    run = {
        "tool": {"driver": _driver()},
        "automationDetails": {"id": f"{PROGRAM}/{loaded.dataset.header.id}/"},
        "invocations": [{"executionSuccessful": True, "exitCode": status}],
        "originalUriBaseIds": {_ROOT: {"description": {"text": "The folder that check ran in."}}},
        "columnKind": "unicodeCodePoints",
        "results": list(_results(report.findings, first)),
        "properties": {"checked": sums(report)},
    }
    return {"$schema": _SCHEMA, "version": "2.1.0", "runs": [run]}


def _driver() -> Object:
    rules = list(map(_rule, CATALOG.values()))
    return {"name": PROGRAM, "semanticVersion": __version__, "rules": rules}


def _rule(rule: Rule) -> Object:
    silence = f'To let one stand, give the reason in a [[known]] table with code = "{rule.code}".'
    never = "It cannot be let stand, because something was not read or not checked."
    return {
        "id": rule.code,
        "shortDescription": {"text": rule.what},
        "help": {"text": f"{rule.what} {silence if rule.may_stand else never}"},
        "defaultConfiguration": {"level": rule.severity.value},
        "properties": {"tags": [rule.family.lower()]},
    }


def _results(findings: tuple[Finding, ...], first: Place) -> Iterator[Object]:
    """Yield the findings; one without a place stands at the first file of the set."""
    seen: Counter[str] = Counter()
    for finding in findings:
        place = finding.place or first
        told = _identity(finding, place)
        seen[told] += 1
        hint = f"\nhint: {finding.hint}" if finding.hint else ""
        yield {
            "ruleId": finding.code,
            "ruleIndex": _INDEX[finding.code],
            "level": finding.severity.value,
            "message": {"text": f"{finding.message}{hint}"},
            "locations": [_location(place, finding.record)],
            "partialFingerprints": {"finding/v1": f"{told}:{seen[told]}"},
            "suppressions": _suppressions(finding),
        }


def _suppressions(finding: Finding) -> list[Object]:
    """Return the author's reason; an empty list says that there is none."""
    return [{"kind": "inSource", "justification": finding.known}] if finding.known else []


def _identity(finding: Finding, place: Place) -> str:
    """Return a hash of what stays when lines move or are indented."""
    parts = (finding.code, _address(place.path)["uri"], finding.record or "", finding.message)
    return hashlib.sha256("\0".join(parts).encode(errors="replace")).hexdigest()[:32]


def _location(place: Place, record: str | None) -> Object:
    physical: Object = {"artifactLocation": _address(place.path)}
    if place.line is not None:
        physical["region"] = _region(place, place.line)
    logical = [{"name": record, "kind": "object"}] if record else []
    location: Object = {"physicalLocation": physical}
    return location | ({"logicalLocations": logical} if logical else {})


def _region(place: Place, line: int) -> Object:
    if place.column is None or place.marked is None:
        return {"startLine": line}
    start, end = place.marked
    return {
        "startLine": line,
        "startColumn": place.column,
        "endColumn": place.end,
        "snippet": {"text": place.excerpt[start:end]},
    }


def _address(path: str) -> Object:
    """Return where a file is: from the root, or whole when it is elsewhere."""
    inside = os.path.relpath(path)
    if inside.split(os.sep, 1)[0] == os.pardir:
        return {"uri": Path(path).absolute().as_uri()}
    return {"uri": quote(inside), "uriBaseId": _ROOT}
