"""Fragments of entities that lack something, held until another has it: so many of them."""

from __future__ import annotations

from collections import OrderedDict
from collections.abc import Iterator
from typing import Final

from .entity import Entity

HELD: Final = 20_000
"""Fragments that are held at a time; of more, the oldest is given up."""
_VALUES: Final = 1_000_000
"""Code points of the values of all that is held, before the oldest is given up."""


class Fragments:
    """Entities that nothing could be made of yet, by id."""

    def __init__(self) -> None:
        self._held: OrderedDict[str, tuple[Entity, str]] = OrderedDict()
        self._size = 0

    def __bool__(self) -> bool:
        return bool(self._held)

    def completed(self, entity: Entity) -> Entity:
        """Return an entity with what fragments of it that were held have."""
        held = self._held.pop(entity.id, None)
        if held is not None:
            self._size -= _size(held[0])
            entity.merge(held[0])
            entity.used.clear()
        return entity

    def hold(self, entity: Entity, why: str) -> Iterator[tuple[Entity, str]]:
        """Hold an entity; yield those that there is no room for any more, with what they lack."""
        self._held[entity.id] = entity, why
        self._size += _size(entity)
        while self._held and (len(self._held) > HELD or self._size > 32 * _VALUES):
            _, (oldest, lacks) = self._held.popitem(last=False)
            self._size -= _size(oldest)
            yield oldest, lacks

    def rest(self) -> Iterator[tuple[Entity, str]]:
        """Yield all that is still held, in the order in which it came, and hold it no more."""
        while self._held:
            yield self._held.popitem(last=False)[1]
        self._size = 0


def _size(entity: Entity) -> int:
    return sum(len(value) + 50 for values in entity.properties.values() for value in values)
