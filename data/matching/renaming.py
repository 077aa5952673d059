"""Records under other ids: their own, and all that they name."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator
from typing import TypeAlias, TypeVar

from scale_explorer.models.claim import Claim
from scale_explorer.models.deal import Deal
from scale_explorer.models.entity import Entity
from scale_explorer.models.evidence import Quote
from scale_explorer.models.figure import Around, Figure
from scale_explorer.models.group import Group
from scale_explorer.models.reason import Reason
from scale_explorer.models.record import Record
from scale_explorer.models.relationship import Relationship
from scale_explorer.models.statement import Statement

NewId: TypeAlias = Callable[[str], str]
"""Gives the new id for an old one."""
RecordT = TypeVar("RecordT", bound=Record)

_MENTION = re.compile(r"\{([^{}]*)\}")


def renamed(record: RecordT, new_id: NewId) -> RecordT:
    """Return a record with a new id for its own and for every one that it names.

    New ids are not held against the shape that files must keep to.
    """
    changed: dict[str, object] = {"id": new_id(record.id), **dict(_pointers(record, new_id))}
    if isinstance(record, Claim | Entity):
        changed["evidence"] = _quotes(record.evidence, new_id)
    if isinstance(record, Relationship | Deal):
        changed["history"] = tuple(
            change.model_copy(update={"evidence": _quotes(change.evidence, new_id)})
            for change in record.history
        )
    return record.model_copy(update=changed)


def mentions_renamed(formula: str, new_id: NewId) -> str:
    """Return a formula, or what is expected of figures, with the new ids in its braces."""
    return _MENTION.sub(lambda found: f"{{{new_id(found[1].strip())}}}", formula)


def _pointers(record: Record, new_id: NewId) -> Iterator[tuple[str, object]]:
    """Yield the fields that name other records, with the new ids."""
    match record:
        case Relationship():
            yield from (("subject", new_id(record.subject)), ("object", new_id(record.object)))
            yield "deal", _if_any(record.deal, new_id)
        case Deal():
            parties = record.parties
            changed = (p.model_copy(update={"entity": new_id(p.entity)}) for p in parties)
            yield "parties", tuple(changed)
        case Figure():
            yield from _of_figure(record, new_id)
        case Statement():
            topics = (each.model_copy(update={"id": new_id(each.id)}) for each in record.about)
            yield "about", tuple(topics)
            yield "speaker", _if_any(record.speaker, new_id)
            yield "holder", _if_any(record.holder, new_id)
        case Reason():
            yield from (("cause", new_id(record.cause)), ("effect", new_id(record.effect)))
        case Group():
            yield "members", tuple(map(new_id, record.members))
            yield "part_of", _if_any(record.part_of, new_id)
        case _:
            pass


def _of_figure(figure: Figure, new_id: NewId) -> Iterator[tuple[str, object]]:
    yield "subject", new_id(figure.subject)
    yield "scope", _if_any(figure.scope, new_id)
    yield "relative_to", _if_any(figure.relative_to, new_id)
    yield "formula", mentions_renamed(figure.formula, new_id)
    if isinstance(figure.period, Around):
        before, after = figure.period.before, figure.period.after
        around = {"before": _if_any(before, new_id), "after": _if_any(after, new_id)}
        yield "period", figure.period.model_copy(update=around)


def _quotes(quotes: Iterable[Quote], new_id: NewId) -> tuple[Quote, ...]:
    return tuple(_quote(quote, new_id) for quote in quotes)


def _quote(quote: Quote, new_id: NewId) -> Quote:
    mentions = {words: new_id(meant) for words, meant in quote.mentions.items()}
    return quote.model_copy(update={"source": new_id(quote.source), "mentions": mentions})


def _if_any(record_id: str | None, new_id: NewId) -> str | None:
    return None if record_id is None else new_id(record_id)
