"""Whether words name somebody: which names of an entity a text may use, and whether one is there.

An entity is named by its name or an alias. What texts leave out does not count: an article at the
beginning, a legal form at the end, and all but the last word of a person's name. A description such
as "some employees" begins with a small letter and is found in either; a name is found as it is
written, or in capitals throughout. It must stand there as a whole word.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from functools import lru_cache

from scale_explorer.models.dataset import Dataset
from scale_explorer.models.entity import Entity
from scale_explorer.models.kinds import Kind

from ..legal_forms import LEGAL_FORMS
from .fold import fold
from .words import Haystack

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

    def named(self, entity_id: str, words: str) -> bool:
        """Say whether some words name an entity."""
        return any(stands_in(name, words) for name in self.names(entity_id))

    def names(self, entity_id: str) -> tuple[str, ...]:
        """Return what an entity may be called, each once."""
        if entity_id not in self._known:
            self._known[entity_id] = tuple(dict.fromkeys(_names(self.entities[entity_id])))
        return self._known[entity_id]


def stands_in(name: str, words: str) -> bool:
    """Say whether a name stands in some words: a description in any case, else as it is written."""
    text = haystack(words)
    if name[:1].islower():
        return _holds(haystack(words.casefold()), name.casefold())
    return _holds(text, name) or _holds(text, name.upper())


@lru_cache(maxsize=4096)
def haystack(words: str) -> Haystack:
    """Return some words of a quote, ready to be looked through."""
    return Haystack.of(words)


def _holds(text: Haystack, name: str) -> bool:
    place = text.text.find(name)
    while place >= 0:
        if not text.splits(place) and not text.splits(place + len(name)):
            return True
        place = text.text.find(name, place + 1)
    return False


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
