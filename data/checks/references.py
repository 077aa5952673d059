"""Ids that lead nowhere, to the wrong kind of record, or back to where they started."""

from __future__ import annotations

from collections.abc import Iterator

from scale_explorer.models.kinds import ENTITY_KINDS, Kind
from scale_explorer.models.reason import Reason
from scale_explorer.models.relationship import Relationship

from ..finding import Finding, Severity
from ..loading.limits import HINTS
from ..loading.nearest import did_you_mean
from .context import At, Context

_EACH_ENTITY = frozenset(ENTITY_KINDS)
_MAY_NAME_ITSELF = frozenset({"evidence", "history", "formula"})
"""Words may mean the record that they stand in; a formula with itself in it is a circle."""


def dangling_reference(context: Context) -> Iterator[Finding]:
    """Tell of ids that no record has, in records, the header's `lead` and expectations.

    Naming a record that is there but could not be read is no further mistake.
    """
    hints = 0
    for record, reference in context.references:
        if context.exists(reference.id):
            continue
        hint = did_you_mean(reference.id, context.dataset.by_id) if hints < HINTS else ""
        hints += 1
        message = f"{reference.field} names {reference.id}, which the set does not hold"
        at = At(record.id, reference.field, reference.id)
        yield context.error("dangling_reference", message, at, hint)
    yield from _dangling_lead(context)
    yield from context.unmet("dangling_reference")


def wrong_end_type(context: Context) -> Iterator[Finding]:
    """Tell of ids whose record is of a kind that the field does not take."""
    known = context.dataset.by_id
    for record, reference in context.references:
        target = known.get(reference.id)
        if target is None or target.KIND in reference.kinds:
            continue
        message = f"{reference.field} names {reference.id}, which is {_one(target.KIND)}"
        hint = f"it takes {_kinds(reference.kinds)}"
        at = At(record.id, reference.field, reference.id)
        yield context.error("wrong_end_type", message, at, hint)


def self_relationship(context: Context) -> Iterator[Finding]:
    """Tell of relationships and reasons with one end, and of records that name themselves."""
    for relation in context.dataset.of(Relationship):
        if relation.subject == relation.object:
            message = f"{relation.subject} is both subject and object"
            yield context.error("self_relationship", message, At(relation.id, "object"))
    for reason in context.dataset.of(Reason):
        if reason.cause == reason.effect:
            message = f"{reason.cause} is both cause and effect"
            yield context.error("self_relationship", message, At(reason.id, "effect"))
    for record, reference in context.references:
        if reference.id == record.id and reference.field not in _MAY_NAME_ITSELF:
            message = f"{reference.field} names {record.id} itself"
            yield context.error("self_relationship", message, At(record.id, reference.field))


def _dangling_lead(context: Context) -> Iterator[Finding]:
    origin = context.loaded.header
    hints = 0
    for key in context.dataset.header.lead:
        if origin is None or context.exists(key):
            continue
        message = f"lead names {key}, which the set does not hold"
        place = context.loaded.places.at(origin, "lead", key)
        hint = did_you_mean(key, context.dataset.by_id) if hints < HINTS else ""
        hints += 1
        yield Finding("dangling_reference", Severity.ERROR, message, place=place, hint=hint)


def _kinds(kinds: frozenset[Kind]) -> str:
    """Name the kinds that a field takes, in one word where there is one."""
    if kinds >= _EACH_ENTITY:
        words = ["an entity", *map(_one, sorted(kinds - _EACH_ENTITY))]
    else:
        words = [*map(_one, sorted(kinds))]
    return " or ".join(words)


def _one(kind: Kind) -> str:
    article = "an" if kind.value[0] in "aeiou" else "a"
    return f"{article} {kind.label.lower()}"
