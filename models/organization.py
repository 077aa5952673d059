"""Organizations that are no firms, and public bodies among them."""

from __future__ import annotations

from typing import ClassVar

from .entity import Entity
from .kinds import Kind


class Organization(Entity):
    """A body that is neither a firm nor the state (FollowTheMoney Organization)."""

    KIND: ClassVar[Kind] = Kind.ORGANIZATION


class PublicBody(Entity):
    """A government, ministry, regulator or court (FollowTheMoney PublicBody)."""

    KIND: ClassVar[Kind] = Kind.PUBLIC_BODY
