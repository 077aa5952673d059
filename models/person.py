"""Person: a kind of entity."""

from __future__ import annotations

from typing import ClassVar

from .entity import Entity
from .kinds import Kind


class Person(Entity):
    """A human being (FollowTheMoney Person)."""

    KIND: ClassVar[Kind] = Kind.PERSON
