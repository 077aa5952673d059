"""Who is named in and around selected words: known entities, and names that would be new ones."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from functools import cached_property

from scale_explorer.data.editing.manuscript import Manuscript
from scale_explorer.data.editing.naming import fresh_id
from scale_explorer.data.suggesting.proposal import NewNameProposal, Proposals
from scale_explorer.models.frozen import dataclass
from scale_explorer.models.kinds import ENTITY_KINDS, Kind

from .draft import NewEntity


@dataclass(frozen=True, slots=True)
class Actor:
    """An entity that is named at a place of the text; who is not known would be written too.

    `is_short` tells that the words are only the beginning of its name: it is likely, not sure.
    """

    id: str
    name: str
    start: int
    is_known: bool
    is_inside: bool
    words: str = ""
    is_short: bool = False

    @property
    def is_sure(self) -> bool:
        """Whether the selected words name it, and nobody else."""
        return self.is_known and self.is_inside and not self.is_short


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
    short = {each.words: key for each in found.new_names if (key := _begun(each, manuscript))}
    strange = [each for each in found.new_names if each.words not in short]
    new = {each.words: _entity(each, manuscript) for each in strange}
    named = (*_known(found, manuscript), *_short(found, short), *_new(found, strange, new))
    placed = sorted(named, key=lambda one: one.start)
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


def _short(found: Proposals, short: Mapping[str, str]) -> Iterator[Actor]:
    """Yield known entities of whose names the text has only the beginning."""
    for each in found.new_names:
        if key := short.get(each.words):
            inside = _is_inside(found, each.start, each.end)
            yield Actor(
                key, each.words, each.start, is_known=True, is_inside=inside, words=each.words,
                is_short=True,
            )  # fmt: skip


def _new(
    found: Proposals, strange: Iterable[NewNameProposal], new: Mapping[str, NewEntity]
) -> Iterator[Actor]:
    for each in strange:
        inside = _is_inside(found, each.start, each.end)
        yield Actor(new[each.words].id, each.words, each.start, is_known=False, is_inside=inside)


def _begun(name: NewNameProposal, manuscript: Manuscript) -> str:
    """Return the one entity whose name begins with these words, or nothing."""
    begun = f"{name.words.casefold()} "
    found = [
        key
        for key, entry in manuscript.by_id.items()
        if entry.kind in ENTITY_KINDS
        and str(entry.table.get("name", "")).casefold().startswith(begun)
    ]
    return found[0] if len(found) == 1 else ""


def _is_inside(found: Proposals, start: int, end: int) -> bool:
    return start < found.selected[1] and found.selected[0] < end


def _entity(name: NewNameProposal, manuscript: Manuscript) -> NewEntity:
    kind = name.kind or Kind.COMPANY
    return NewEntity(fresh_id(kind, {"name": name.words}, manuscript.by_id), kind, name.words)
