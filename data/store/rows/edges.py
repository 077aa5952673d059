"""Rows of the ties between two records."""

from __future__ import annotations

from scale_explorer.models.frozen import dataclass
from scale_explorer.models.kinds import Kind

PARTY = "party"
"""The `type` of an edge from an entity to a deal that it takes part in."""
MEMBER = "member"
"""The `type` of an edge from an entity to a group that it is part of."""


@dataclass(frozen=True, slots=True)
class EdgeRow:
    """A tie between two records, seen from one of them, `near`.

    `type` is a relation type, or else `PARTY` or `MEMBER`; `outward` says whether `near` is its
    subject. `verb` reads from subject to object as the tie stands, such as `is ending its purchases
    from`. `claim` is the record whose evidence carries it: the relationship, the deal or the group.
    """

    claim: str
    type: str
    outward: bool
    near: str
    far: str
    far_kind: Kind
    far_name: str
    verb: str
    role: str
    amount: str
    when: str
    state: str
    quotes: int
    flags: frozenset[str]


@dataclass(frozen=True, slots=True)
class DegreeRow:
    """How many ties of a type a record has in one direction."""

    type: str
    outward: bool
    count: int
