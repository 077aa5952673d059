"""Company: a kind of entity."""

from __future__ import annotations

from typing import ClassVar

from .entity import Entity
from .kinds import Kind


class Company(Entity):
    """A firm (FollowTheMoney Company)."""

    KIND: ClassVar[Kind] = Kind.COMPANY
