"""The head of a data set, with what its file name tells when it says nothing of itself."""

from __future__ import annotations

import re
from collections.abc import Sequence
from pathlib import Path

from scale_explorer.models.dataset import Header

from ..finding import Finding, Place, Severity
from .entries import Entry
from .files import SetFiles
from .places import Places
from .records import invalid, read_model

_NOT_IN_IDS = re.compile(r"[^a-z0-9]+")


def read_header(
    heads: Sequence[Entry], files: SetFiles, places: Places
) -> tuple[Header, list[Finding]]:
    """Return the set's header and what is wrong with it; of several the first counts."""
    if not heads:
        message = "no file of the set has a [dataset] table"
        hint = 'add one with id = "…" and title = "…"'
        place = Place(files.label)
        missing = Finding("missing_dataset", Severity.ERROR, message, place=place, hint=hint)
        return _default(files), [missing]
    first, *others = heads
    findings = [_second(entry, first, places) for entry in others]
    header = read_model(first.table, Header)
    if isinstance(header, Header):
        return header, findings
    complained = tuple(header)
    bad = {complaint.key for complaint in complained}
    findings += invalid(complained, first.origin, places)
    sound = {key: value for key, value in first.table.items() if key not in bad}
    repaired = read_model(_default(files).model_dump() | sound, Header)
    return (repaired if isinstance(repaired, Header) else _default(files)), findings


def _default(files: SetFiles) -> Header:
    stem = Path(files.label).resolve().stem
    plain = _NOT_IN_IDS.sub("-", stem.lower()).strip("-")[:100].strip("-")
    return Header(id=plain or "data-set", title=plain or "Data set")


def _second(entry: Entry, first: Entry, places: Places) -> Finding:
    return Finding(
        "duplicate_dataset",
        Severity.ERROR,
        "the set has a second [dataset] table; this one is not used",
        place=places.at(entry.origin),
        hint=f"the first one stands at {places.at(first.origin)}",
    )
