"""A data set of TOML files as it is read and proved: its records with the verdicts of their quotes.

Such a set is bounded as it always is (`data/loading/limits.py`), so all of it is read at once.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import replace
from typing import Any

from scale_explorer.models.claim import Claim
from scale_explorer.models.entity import Entity
from scale_explorer.models.evidence import evidence_id
from scale_explorer.models.record import Record

from ..finding import Finding, Severity
from ..grounding.ground import Grounded, ground
from ..loading.load import Loaded
from ..watch import SILENT, Watch
from .rejected import Read, Rejected
from .sink import Item
from .sound import item_of


def set_records(loaded: Loaded, file: int, watch: Watch = SILENT) -> Iterator[Read]:
    """Yield what is wrong with a set, and its records with what is known of their quotes."""
    for finding in loaded.findings:
        if finding.severity is Severity.ERROR:
            yield Rejected(finding, finding.place.excerpt if finding.place else "")
    grounded = ground(loaded.dataset, loaded.copies, loaded.lock, watch)
    for record in loaded.dataset.records:
        yield _item(record, grounded, file)


def warnings(loaded: Loaded) -> tuple[Finding, ...]:
    """Return what a reader of the set may want to know, though nothing is left out for it."""
    return tuple(each for each in loaded.findings if each.severity is not Severity.ERROR)


def _item(record: Record, grounded: Mapping[str, Grounded], file: int) -> Item:
    quotes = record.evidence if isinstance(record, Claim | Entity) else ()
    verdicts = [grounded[evidence_id(record.id, quote)].verdict.value for quote in quotes]
    item = item_of(record, file, verdicts=verdicts)
    history = getattr(record, "history", ())
    if not any(change.evidence for change in history):
        return item
    proved = [
        _with_verdicts(table, record.id, change, grounded)
        for table, change in zip(item.fields["history"], history, strict=True)
    ]
    return replace(item, fields={**item.fields, "history": proved})


def _with_verdicts(
    table: Mapping[str, Any], record: str, change: Any, grounded: Mapping[str, Grounded]
) -> Mapping[str, Any]:
    """Return an entry of a history whose quotes have their verdicts."""
    if not change.evidence:
        return table
    quotes = [
        {**quote, "verdict": grounded[evidence_id(record, each)].verdict.value}
        for quote, each in zip(table["evidence"], change.evidence, strict=True)
    ]
    return {**table, "evidence": quotes}
