"""What kinds of tie are called, from either end."""

from __future__ import annotations

from scale_explorer.models.relation_type import MEANINGS, RelationType

from ..store.rows.edges import MEMBER, PARTY

TYPES = (*(kind.value for kind in RelationType), PARTY, MEMBER)
"""All types of ties."""
_OTHERS = {
    (PARTY, True): ("Deals", "takes part in"),
    (PARTY, False): ("Parties", "takes part in"),
    (MEMBER, True): ("Part of", "is part of"),
    (MEMBER, False): ("Members", "is part of"),
}
"""Headings and phrases of what is tied by a deal or a group."""


def heading_of(tie: str, *, outward: bool) -> str:
    """Return what the far ends of a type of tie are called, such as `Customers`."""
    if (other := _OTHERS.get((tie, outward))) is not None:
        return other[0]
    meaning = MEANINGS[RelationType(tie)]
    return meaning.heading if outward else meaning.inverse_heading


def object_words(tie: str, name: str) -> str:
    """Return the object of a tie as it stands behind the verb: the title of a deal in quotes."""
    return f"“{name}”" if tie == PARTY else name


_SUBJECTS: dict[str, str] = {
    RelationType.OWNS: "owner", RelationType.INVESTED_IN: "investor",
    RelationType.SUBSIDIARY_OF: "subsidiary", RelationType.CUSTOMER_OF: "customer",
    RelationType.PARTNER_OF: "partners", RelationType.COMPETES_WITH: "competitors",
    RelationType.EMPLOYED_BY: "employee", RelationType.LEADS: "leader",
    RelationType.FOUNDED: "founder", RelationType.REPRESENTS: "spokesperson",
    RelationType.MEMBER_OF: "member", RelationType.MAKES: "maker",
    RelationType.REGULATES: "regulator", RelationType.RELATED_TO: "",
}  # fmt: skip


def subject_word(tie: str) -> str:
    """Return what the subject of a relationship is to its object, such as `customer`, if known."""
    if tie in _SUBJECTS:
        return _SUBJECTS[tie]
    return MEANINGS[RelationType(tie)].phrase if tie else ""


def phrase_of(tie: str) -> str:
    """Return how a type of tie reads from its subject to its object, such as `owns`."""
    other = _OTHERS.get((tie, True))
    return other[1] if other is not None else MEANINGS[RelationType(tie)].phrase
