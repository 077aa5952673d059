"""Whether words name somebody: which names of an entity a text may use, and whether one is there.

An entity is named by its name or an alias. What texts leave out does not count: an article at the
beginning, a legal form at the end, and all but the last word of a person's name. A description such
as "some employees" begins with a small letter and is found in either; a name is found as it is
written, or in capitals throughout. It must stand there as a whole word.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from functools import cached_property
from itertools import chain, islice

from scale_explorer.models.dataset import Dataset
from scale_explorer.models.entity import Entity
from scale_explorer.models.kinds import Kind

from ..legal_forms import LEGAL_FORMS
from .fold import fold
from .words import Haystack

_BETWEEN = "\x1e"  # never in a text, as `models.text.clean` shows a picture for it
_NAMES = 200  # names of one entity that are looked for
_ARTICLES = frozenset({"the", "a", "an"})


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
            found = islice(_names(self.entities[entity_id]), _NAMES)
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
        if name[:1].islower():
            return _pieces_with(self._in_small, name.casefold())
        written = (name,) if name.isupper() else (name, name.upper())
        return chain.from_iterable(_pieces_with(self._as_written, each) for each in written)

    @cached_property
    def _as_written(self) -> Haystack:
        return Haystack.of(_BETWEEN.join(self.pieces))

    @cached_property
    def _in_small(self) -> Haystack:
        return Haystack.of(_BETWEEN.join(self.pieces).casefold())


def _pieces_with(text: Haystack, name: str) -> Iterator[int]:
    """Yield, for each place where a name stands as whole words, how many pieces end before it."""
    place, piece, counted = text.text.find(name), 0, 0
    while place >= 0:
        if not text.splits(place) and not text.splits(place + len(name)):
            piece += text.text.count(_BETWEEN, counted, place)
            counted = place
            yield piece
        place = text.text.find(name, place + 1)


def _names(entity: Entity) -> Iterator[str]:
    for written in (entity.name, *entity.aliases):
        words = _bare(fold(written).text.split())
        yield " ".join(words)
        if entity.KIND is Kind.PERSON and not entity.unnamed and len(words) > 1:
            yield words[-1]


def _bare(words: list[str]) -> list[str]:
    """Leave out what texts leave out: an article in front, legal forms behind."""
    if len(words) > 1 and words[0].casefold() in _ARTICLES:
        words = words[1:]
    while len(words) > 1 and _plain(words[-1]) in LEGAL_FORMS:
        words = words[:-1]
    return [*words[:-1], words[-1].rstrip(",")]


def _plain(word: str) -> str:
    return word.casefold().replace(".", "").rstrip(",")
