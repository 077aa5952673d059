"""A data set of TOML files as it is read and proved: its records with the verdicts of their quotes.

Such a set is bounded as it always is (`data/loading/limits.py`), so all of it is read at once.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from ..finding import Severity
from ..grounding.ground import Grounded, ground
from ..loading.load import Loaded
from ..watch import SILENT, Watch
from .ftm.losses import Losses
from .rejected import Read, Rejected
from .sound import item_of


def set_records(loaded: Loaded, file: int, losses: Losses, watch: Watch = SILENT) -> Iterator[Read]:
    """Yield what is wrong with a set, and its records with what is known of their quotes."""
    _lose(loaded, losses)
    for finding in loaded.findings:
        if finding.severity is Severity.ERROR:
            yield Rejected(finding, finding.place.excerpt if finding.place else "")
    grounded = ground(loaded.dataset, loaded.copies, loaded.lock, watch)

    def proved(quote: str) -> Mapping[str, Any]:
        return proof_of(grounded[quote])

    for record in loaded.dataset.records:
        yield item_of(record, file, proved=proved)


def _lose(loaded: Loaded, losses: Losses) -> None:
    """Count what a set says beside its records: an index is not checked."""
    dataset = loaded.dataset
    for what, tables in (("expect", dataset.expectations), ("known", dataset.known)):
        if tables:
            losses.lose(what, len(tables))


def proof_of(found: Grounded) -> Mapping[str, Any]:
    """Return the verdict on a quote, and where it stands in the text that decided."""
    known = {"verdict": found.verdict.value}
    places = {"start": found.start, "end": found.end, "paragraph": found.paragraph}
    return known | {key: place for key, place in places.items() if place is not None}
