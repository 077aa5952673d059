"""Whether words name somebody: which names of an entity a text may use, and whether one is there.

An entity is named by its name or an alias. What texts leave out does not count: an article at the
beginning, a legal form or "Jr." at the end, and all but the last word of a person's name. A
description such as "some employees" begins with a small letter and is found in either; a name is
found as it is written, or in capitals throughout. It must stand there as a whole word, but for what
Korean writes behind a name, and Arabic and Hebrew in front of it, without a space.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from functools import cached_property
from itertools import chain, islice

from scale_explorer.models.dataset import Dataset
from scale_explorer.models.entity import Entity
from scale_explorer.models.kinds import Kind

from .called import MOST_NAMES, begins, called, ends, is_description, spellings
from .fold import fold
from .words import Haystack

_BETWEEN = "\x1e"  # never in a text, as `models.text.clean` shows a picture for it


@dataclass(frozen=True)
class Names:
    """The names of a data set's entities, as texts may have them."""

    entities: Mapping[str, Entity]
    _known: dict[str, tuple[str, ...]] = field(default_factory=dict[str, tuple[str, ...]])

    @classmethod
    def of(cls, dataset: Dataset) -> Names:
        """Gather the entities; names are worked out when one is asked for."""
        return cls({entity.id: entity for entity in dataset.entities})

    def naming(self, entity_id: str, text: Text) -> frozenset[int]:
        """Return which pieces of a text name an entity."""
        return frozenset(chain.from_iterable(map(text.holding, self.names(entity_id))))

    def names(self, entity_id: str) -> tuple[str, ...]:
        """Return what an entity may be called, each once."""
        if entity_id not in self._known:
            found = islice(_names(self.entities[entity_id]), MOST_NAMES)
            self._known[entity_id] = tuple(dict.fromkeys(found))
        return self._known[entity_id]


@dataclass(frozen=True)
class Text:
    """Pieces of text in which names are looked for, all at once; no name runs over two of them."""

    pieces: tuple[str, ...]

    def holds(self, name: str) -> bool:
        """Say whether a name is in one of them."""
        return next(self._places(name), None) is not None

    def holding(self, name: str) -> frozenset[int]:
        """Return which of the pieces a name is in."""
        return frozenset(self._places(name))

    def _places(self, name: str) -> Iterator[int]:
        """Yield the piece of each place of a name: a description in any case, else as written."""
        if is_description(name):
            return _pieces_with(self._in_small, name.casefold())
        found = (_pieces_with(self._as_written, written) for written in spellings(name))
        return chain.from_iterable(found)

    @cached_property
    def _as_written(self) -> Haystack:
        return Haystack.of(_BETWEEN.join(self.pieces))

    @cached_property
    def _in_small(self) -> Haystack:
        return Haystack.of(_BETWEEN.join(self.pieces).casefold())


def holds(words: str, others: str) -> bool:
    """Say whether some words hold others as they are, not as parts of words."""
    return next(_places_of(Haystack.of(words), fold(others).text), None) is not None


def _pieces_with(text: Haystack, name: str) -> Iterator[int]:
    """Yield, for each place where a name stands, how many pieces end before it."""
    piece, counted = 0, 0
    for place in _places_of(text, name):
        piece += text.text.count(_BETWEEN, counted, place)
        counted = place
        yield piece


def _places_of(text: Haystack, name: str) -> Iterator[int]:
    """Yield where a name stands in a folded text, and not as a part of a word."""
    place = text.text.find(name)
    while place >= 0:
        if begins(text, place) and ends(text, place + len(name)):
            yield place
        place = text.text.find(name, place + 1)


def _names(entity: Entity) -> Iterator[str]:
    is_person = entity.KIND is Kind.PERSON and not entity.unnamed
    return called((entity.name, *entity.aliases), is_person=is_person)
