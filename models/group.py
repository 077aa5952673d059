"""Groups that a text speaks of without listing them: some employees, rival providers."""

from __future__ import annotations

from enum import StrEnum
from typing import ClassVar

from .entity import Entity
from .kinds import Kind
from .record import Id


class Extent(StrEnum):
    """How much of the group the text means."""

    SOME = "some"
    MOST = "most"
    ALL = "all"


class Group(Entity):
    """Several entities under one description; `members` are those that the text names."""

    KIND: ClassVar[Kind] = Kind.GROUP

    members: tuple[Id, ...] = ()
    part_of: Id | None = None
    extent: Extent | None = None
