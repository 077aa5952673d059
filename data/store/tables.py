"""The rows of the compiled file that tell of records and their quotes (see schema.sql)."""

from __future__ import annotations

import json
from collections.abc import Iterator

from scale_explorer.models.evidence import Source
from scale_explorer.models.figure import Figure
from scale_explorer.models.kinds import Kind
from scale_explorer.models.reason import Reason
from scale_explorer.models.record import Record
from scale_explorer.models.relationship import Relationship

from ..analysis.amounts import amount, size
from ..analysis.known_since import quoted_since
from ..analysis.phrasing import detail, short, title
from ..analysis.qualities import qualities
from ..analysis.support import NONE
from ..analysis.wording import CAUSING, FOLLOWING, TELLING, state, when
from ..folding import folded
from ..grounding.quotes import Cited
from .contents import Contents
from .facets import facets
from .texts import filter_text, pieces

Cells = tuple[str | int | float | None, ...]

MOST_FALLEN = 1_000
"""Claims that fall away with one relationship; chains of formulas could make it any number."""
VERIFIED = frozenset({"here", "locked", "locked_elsewhere"})
"""Verdicts of quotes that were found in their source."""


def kind_rows(contents: Contents) -> Iterator[Cells]:
    """Yield the first and last number of every kind that has records."""
    for kind in Kind:
        numbers = [contents.numbers[r.id] for r in contents.records if r.KIND is kind]
        if numbers:
            yield kind.value, numbers[0], numbers[-1]


def record_rows(contents: Contents) -> Iterator[Cells]:
    """Yield every record's line."""
    links = contents.links
    for record in contents.records:
        shown = _amount(contents, record)
        yield (
            contents.numbers[record.id],
            record.id,
            record.KIND.value,
            title(links, record),
            short(links, record),
            _detail(contents, record),
            shown,
            when(record),
            state(record),
            _quotes(contents, record),
            len({line.claim for line in contents.lines[record.id]} - {record.id}),
            " ".join(sorted(flags(contents, record))),
            *contents.days[record.id],
            filter_text(links, record, shown),
            _sized(contents, record),
        )


def _amount(contents: Contents, record: Record) -> str:
    found = size(contents.links, record)
    return amount(contents.links, found) if found else ""


def _sized(contents: Contents, record: Record) -> int | None:
    """Return the figure that gives the amount of a record's line, unless it is that itself."""
    found = size(contents.links, record)
    return contents.numbers.get(found.id) if found and found is not record else None


def _detail(contents: Contents, record: Record) -> str:
    """Return the next thing to know; of several sets, which one a source belongs to."""
    of_set = contents.set_title(record) if isinstance(record, Source) else ""
    return " · ".join(filter(None, (detail(contents.links, record), of_set)))


def _quotes(contents: Contents, record: Record) -> int:
    if isinstance(record, Source):
        return len(contents.quoted.get(record.id, ()))
    return sum(cited.quote.source in contents.numbers for cited in contents.cited[record.id])


def flags(contents: Contents, record: Record) -> frozenset[str]:
    """Return all the qualities of a record, those that checks and grounding tell included."""
    found = set(qualities(record, contents.supports.get(record.id, NONE)))
    if record.id in contents.lead:
        found.add("lead")
    codes = contents.codes.get(record.id, frozenset())
    if codes:
        found.add("flagged")
    if record.id in contents.wrong:
        found.add("wrong")
    if record.id in contents.disputed:
        found.add("disputed")
    if any(contents.verdict(cited) not in VERIFIED for cited in contents.cited[record.id]):
        found.add("unverified")
    return frozenset(found)


def depends_rows(contents: Contents) -> Iterator[Cells]:
    """Yield what falls away with each relationship: itself, its figures, what rests on them."""
    for relation in contents.dataset.of(Relationship):
        fallen = dict.fromkeys([relation.id])
        waiting = [relation.id]
        while waiting and len(fallen) < MOST_FALLEN:
            for other in _resting_on(contents, waiting.pop()):
                if other not in fallen:
                    fallen[other] = None
                    waiting.append(other)
        number = contents.numbers[relation.id]
        yield from ((number, contents.numbers[each]) for each in fallen)


def _resting_on(contents: Contents, record_id: str) -> Iterator[str]:
    links = contents.links
    for found in (links.figures, links.uses):
        yield from (figure.id for figure in found.get(record_id, ()))
    for reasons in (links.causes, links.effects):
        yield from (reason.id for reason in reasons.get(record_id, ()))


def reason_rows(contents: Contents) -> Iterator[Cells]:
    """Yield the reasons whose both ends are there."""
    numbers = contents.numbers
    for reason in contents.dataset.of(Reason):
        if reason.cause in numbers and reason.effect in numbers:
            ends = numbers[reason.cause], numbers[reason.effect]
            words = CAUSING[reason.type], FOLLOWING[reason.type], TELLING[reason.type]
            yield (numbers[reason.id], *ends, *words)


def facet_rows(contents: Contents) -> Iterator[Cells]:
    """Yield every field and quality of every record."""
    for record in contents.records:
        number = contents.numbers[record.id]
        for name, value in sorted(facets(contents.links, record)):
            yield number, name, value
        for flag in sorted(flags(contents, record)):
            yield number, "is", flag


def amount_rows(contents: Contents) -> Iterator[Cells]:
    """Yield the range of every figure, for itself and for its subject."""
    numbers = contents.numbers
    for figure in contents.dataset.of(Figure):
        quantity = contents.links.quantity(figure)
        if quantity is None:
            continue
        low, high = quantity.interval.low, quantity.interval.high
        reach = float("-inf" if low is None else low), float("inf" if high is None else high)
        for owner in (figure.id, figure.subject):
            if owner in numbers:
                yield (numbers[owner], str(quantity.unit), *reach)


def evidence_rows(contents: Contents) -> Iterator[Cells]:
    """Yield every quote of every record."""
    for record in contents.records:
        since = quoted_since(contents.links, record)
        for cited in contents.cited[record.id]:
            if cited.quote.source in contents.numbers:
                yield *_evidence_row(contents, record, cited), since.get(cited.id, "")


def _evidence_row(contents: Contents, record: Record, cited: Cited) -> Cells:
    quote, found = cited.quote, contents.grounded.get(cited.id)
    place = (found.start, found.end, found.paragraph) if found else (None, None, None)
    return (
        None,
        cited.id,
        contents.numbers[record.id],
        contents.numbers[quote.source],
        quote.exact,
        quote.prefix,
        quote.suffix,
        *place,
        quote.attribution,
        quote.direction.value,
        quote.directness.value,
        contents.verdict(cited),
        json.dumps(list(quote.mentions.items()), ensure_ascii=False),
        cited.status,
    )


def piece_rows(contents: Contents) -> Iterator[Cells]:
    """Yield the texts that search looks in, weightier ones first, so that they are found first."""
    found = [
        (weight, contents.numbers[record.id], text)
        for record in contents.records
        for weight, text in pieces(contents.links, record)
    ]
    found.sort(key=lambda piece: -piece[0])
    yield from ((None, number, weight, text, folded(text)) for weight, number, text in found)
