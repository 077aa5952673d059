"""Who is named in and around selected words: known entities, and names that would be new ones."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property

from scale_explorer.data.editing.manuscript import Manuscript
from scale_explorer.data.editing.naming import fresh_id
from scale_explorer.data.suggesting.proposal import NewNameProposal, Proposals
from scale_explorer.models.kinds import Kind

from .draft import NewEntity


@dataclass(frozen=True, slots=True)
class Actor:
    """An entity that is named at a place of the text; who is not known would be written too."""

    id: str
    name: str
    start: int
    is_known: bool
    is_inside: bool


@dataclass(frozen=True)
class Actors:
    """All who are named, each once, in the order of the text, and those who would be new."""

    everybody: tuple[Actor, ...]
    new: tuple[NewEntity, ...]

    @cached_property
    def inside(self) -> tuple[Actor, ...]:
        """Those named in the selected words."""
        return tuple(each for each in self.everybody if each.is_inside)

    def of(self, record: str) -> Actor | None:
        """Return who has an id, if they are named."""
        return next((each for each in self.everybody if each.id == record), None)


def actors(found: Proposals, manuscript: Manuscript) -> Actors:
    """Return who is named; one who is named in the selected words stands for that place."""
    new = {each.words: _entity(each, manuscript) for each in found.new_names}
    placed = sorted((*_known(found, manuscript), *_new(found, new)), key=lambda one: one.start)
    once: dict[str, Actor] = {}
    for each in placed:
        before = once.get(each.id)
        if before is None or (each.is_inside and not before.is_inside):
            once[each.id] = each
    everybody = tuple(sorted(once.values(), key=lambda one: one.start))
    return Actors(everybody, tuple(new.values()))


def _known(found: Proposals, manuscript: Manuscript) -> Iterator[Actor]:
    for each in found.names:
        if not each.inner:
            entry = manuscript.by_id.get(each.ids[0])
            name = str(entry.table.get("name", each.words)) if entry else each.words
            inside = _is_inside(found, each.start, each.end)
            yield Actor(each.ids[0], name, each.start, is_known=True, is_inside=inside)


def _new(found: Proposals, new: dict[str, NewEntity]) -> Iterator[Actor]:
    for each in found.new_names:
        inside = _is_inside(found, each.start, each.end)
        key = new[each.words].id
        yield Actor(key, each.words, each.start, is_known=False, is_inside=inside)


def _is_inside(found: Proposals, start: int, end: int) -> bool:
    return start < found.selected[1] and found.selected[0] < end


def _entity(name: NewNameProposal, manuscript: Manuscript) -> NewEntity:
    kind = name.kind or Kind.COMPANY
    return NewEntity(fresh_id(kind, {"name": name.words}, manuscript.by_id), kind, name.words)
