"""The rows of the compiled file that hold fingerprints."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache

from scale_explorer.models.record import Record

from ..analysis.phrasing import title_of
from ..comparing.prints import prints
from .contents import Contents
from .tables import Cells

_LAPSED = frozenset({"missing", "ambiguous"})
"""Verdicts of quotes that are not found as they should be; who found one is no matter."""


def print_rows(contents: Contents) -> Iterator[Cells]:
    """Yield every record's fingerprint."""
    links, numbers = contents.links, contents.numbers

    @cache
    def called(record_id: str) -> str:
        record = links.dataset.by_id.get(record_id)
        return f"{record.KIND} {title_of(links, record_id)}" if record else record_id

    def lapsed(record: Record) -> Iterator[str]:
        for cited in contents.cited[record.id]:
            if (verdict := contents.verdict(cited)) in _LAPSED:
                yield f"{verdict} {cited.quote.exact}"

    records = contents.records
    for record, found in zip(records, prints(links, records, called, lapsed), strict=True):
        yield numbers[record.id], found.id, found.own, found.named
