"""Entities of several sets that are the same, as one record."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from itertools import chain

from scale_explorer.models.entity import Entity
from scale_explorer.models.group import Group


def united(entities: Sequence[Entity]) -> Entity:
    """Return one record for several: the first set's name, all aliases, identifiers and evidence.

    Of what can be said once, such as a summary or a country, the first set that says it counts.
    """
    first = entities[0]
    names = chain(*((each.name, *each.aliases) for each in entities))
    changed: dict[str, object] = {
        "aliases": tuple(name for name in dict.fromkeys(names) if name != first.name),
        "tags": tuple(dict.fromkeys(chain(*(each.tags for each in entities)))),
        "evidence": tuple(chain(*(each.evidence for each in entities))),
        "identifiers": _identifiers(entities),
        "country": _first(each.country for each in entities),
        "summary": _first(each.summary for each in entities) or "",
    }
    groups = [each for each in entities if isinstance(each, Group)]
    if groups:
        changed["members"] = tuple(dict.fromkeys(chain(*(each.members for each in groups))))
        changed["part_of"] = _first(each.part_of for each in groups)
        changed["extent"] = _first(each.extent for each in groups)
    return first.model_copy(update=changed)


def _identifiers(entities: Sequence[Entity]) -> object:
    first = entities[0].identifiers
    fields = type(first).model_fields
    return first.model_copy(
        update={
            field: _first(getattr(each.identifiers, field) for each in entities) for field in fields
        },
    )


def _first(values: Iterable[str | None]) -> str | None:
    return next(filter(None, values), None)
