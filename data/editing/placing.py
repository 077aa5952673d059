"""Which quotes are to be given a position, and why others are not."""

from __future__ import annotations

from collections.abc import Iterator
from enum import StrEnum

from scale_explorer.models.claim import Claim
from scale_explorer.models.deal import Deal, DealStatus
from scale_explorer.models.entity import Entity
from scale_explorer.models.evidence import Quote
from scale_explorer.models.frozen import dataclass
from scale_explorer.models.history import Change
from scale_explorer.models.record import Record
from scale_explorer.models.relationship import Relationship, RelationStatus

from ..grounding.edition import editions, holds_positions, is_readers_own
from ..grounding.match import Found, find
from ..grounding.words import Haystack
from ..loading.load import Loaded
from ..loading.paragraphs import Span
from .ops import Path


class Outcome(StrEnum):
    """What comes of a quote's position.

    Right: it is there. Stale: it is there, and wrong or half. Absent: it is not there, and only
    prefix and suffix tell the words apart. Needless: it is not there, and the words stand in one
    place anyway. Open: the words stand in several places. Missing: in none. Other edition: the text
    is a reader's copy of another edition. Without text: none is here. In CSV: the quote stands in a
    CSV file, which has no columns for positions.
    """

    RIGHT = "right"
    STALE = "stale"
    ABSENT = "absent"
    NEEDLESS = "needless"
    OPEN = "open"
    MISSING = "missing"
    OTHER_EDITION = "other_edition"
    WITHOUT_TEXT = "without_text"
    IN_CSV = "in_csv"


NEEDED = frozenset({Outcome.STALE, Outcome.ABSENT})
"""Quotes that are not to be left without a right position."""


@dataclass(frozen=True, slots=True)
class Placed:
    """A quote as it stands in its file, what comes of its position, and where its words are."""

    file: str
    path: Path
    source: str
    outcome: Outcome
    span: Span | None


def placed(loaded: Loaded) -> Iterator[Placed]:
    """Look for every quote of the set, and say what comes of its position."""
    texts = _texts(loaded)
    for record in loaded.dataset.records:
        origin = loaded.places.origins.get(record.id)
        if origin is not None:
            for path, quote in _quotes(record):
                if origin.in_csv:
                    yield Placed(origin.file, path, quote.source, Outcome.IN_CSV, None)
                    continue
                outcome, span = _outcome(quote, texts.get(quote.source))
                where = (origin.table, origin.index, *path)
                yield Placed(origin.file, where, quote.source, outcome, span)


@dataclass(frozen=True, slots=True)
class _Text:
    haystack: Haystack
    positioned: bool
    other_edition: bool


def _texts(loaded: Loaded) -> dict[str, _Text]:
    known = editions(loaded.dataset, loaded.copies, loaded.lock)
    return {
        source: _Text(
            Haystack.of(copy.text),
            positioned=holds_positions(copy, known[source]),
            other_edition=is_readers_own(copy, known[source]),
        )
        for source, copy in loaded.copies.items()
    }


def _quotes(record: Record) -> Iterator[tuple[Path, Quote]]:
    """Yield a record's quotes with what leads to them in its table."""
    if isinstance(record, Claim | Entity):
        yield from _listed((), record.evidence)
    if isinstance(record, Relationship | Deal):
        history: tuple[Change[RelationStatus] | Change[DealStatus], ...] = record.history
        for place, change in enumerate(history):
            yield from _listed(("history", place), change.evidence)


def _listed(before: Path, evidence: tuple[Quote, ...]) -> Iterator[tuple[Path, Quote]]:
    return (((*before, "evidence", place), quote) for place, quote in enumerate(evidence))


def _outcome(quote: Quote, text: _Text | None) -> tuple[Outcome, Span | None]:
    if text is None:
        return Outcome.WITHOUT_TEXT, None
    if text.other_edition:
        return Outcome.OTHER_EDITION, None
    match = find(text.haystack, quote, by_position=text.positioned)
    if match.span is None:
        return Outcome.MISSING, None
    if match.verdict is Found.AMBIGUOUS:
        return Outcome.OPEN, None
    return _found(quote, match.span, text.haystack), match.span


def _found(quote: Quote, span: Span, haystack: Haystack) -> Outcome:
    if (quote.start, quote.end) == span:
        return Outcome.RIGHT
    if quote.start is not None or quote.end is not None:
        return Outcome.STALE
    alone = quote.model_copy(update={"prefix": "", "suffix": ""})
    needed = find(haystack, alone).verdict is Found.AMBIGUOUS
    return Outcome.ABSENT if needed else Outcome.NEEDLESS
