"""Product: a kind of entity."""

from __future__ import annotations

from typing import ClassVar

from .entity import Entity
from .kinds import Kind


class Product(Entity):
    """Something made, sold or used; FollowTheMoney has no schema for it."""

    KIND: ClassVar[Kind] = Kind.PRODUCT
