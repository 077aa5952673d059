"""The rows of the compiled file that tell what was when: events in time order, page by page."""

from __future__ import annotations

from collections.abc import Iterator

from .contents import Contents
from .tables import Cells


def event_rows(contents: Contents) -> Iterator[Cells]:
    """Yield the events, numbered in the order of time."""
    for place, (claim, event) in enumerate(contents.events, 1):
        anchor = contents.numbers.get(event.anchor)
        yield (
            place, claim, event.what, event.status, event.edtf, event.first, event.last,
            int(event.of_source), anchor, event.side,
        )  # fmt: skip


def event_of_rows(contents: Contents) -> Iterator[Cells]:
    """Yield for every record the events of what stands on its page, and its own."""
    by_claim: dict[int, list[int]] = {}
    for place, (claim, _) in enumerate(contents.events, 1):
        by_claim.setdefault(claim, []).append(place)
    numbers = contents.numbers
    for record in contents.records:
        owner = numbers[record.id]
        lines = contents.lines[record.id]
        claims = {owner, *(numbers[line.claim] for line in lines if line.claim in numbers)}
        for place in sorted(place for claim in claims for place in by_claim.get(claim, ())):
            yield owner, place
