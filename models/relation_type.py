"""The types of relationship, in one table: phrases and headings from both ends, allowed ends."""

from __future__ import annotations

from enum import StrEnum

from .frozen import dataclass
from .kinds import ENTITY_KINDS, Kind


class RelationType(StrEnum):
    """How the subject stands to the object."""

    OWNS = "owns"
    INVESTED_IN = "invested_in"
    SUBSIDIARY_OF = "subsidiary_of"
    CUSTOMER_OF = "customer_of"
    PARTNER_OF = "partner_of"
    COMPETES_WITH = "competes_with"
    EMPLOYED_BY = "employed_by"
    LEADS = "leads"
    FOUNDED = "founded"
    REPRESENTS = "represents"
    MEMBER_OF = "member_of"
    MAKES = "makes"
    USES = "uses"
    REGULATES = "regulates"
    SCRUTINIZES = "scrutinizes"
    RESTRICTS = "restricts"
    RELATED_TO = "related_to"


@dataclass(frozen=True, slots=True)
class Meaning:
    """What a type says from each end, which kinds it may join, and its FollowTheMoney schema."""

    phrase: str
    inverse: str
    heading: str
    inverse_heading: str
    subjects: frozenset[Kind]
    objects: frozenset[Kind]
    ftm: str


_PEOPLE = frozenset({Kind.PERSON, Kind.GROUP})
_BODIES = frozenset({Kind.COMPANY, Kind.ORGANIZATION, Kind.PUBLIC_BODY, Kind.GROUP})
_ACTORS = _BODIES | _PEOPLE
_THINGS = frozenset({Kind.PRODUCT, Kind.GROUP})
_ANY = frozenset(ENTITY_KINDS)
_ANY_OR_DEAL = _ANY | {Kind.DEAL}

_T = RelationType
MEANINGS: dict[RelationType, Meaning] = {
    _T.OWNS: Meaning("owns", "is owned by", "Owns", "Owners",
                     _ACTORS, _ANY, "Ownership"),
    _T.INVESTED_IN: Meaning("invested in", "has as investor", "Investments", "Investors",
                            _ACTORS, _BODIES | _THINGS, "Ownership"),
    _T.SUBSIDIARY_OF: Meaning("is a subsidiary of", "is the parent of", "Parent", "Subsidiaries",
                              _BODIES, _BODIES, "Ownership"),
    _T.CUSTOMER_OF: Meaning("is a customer of", "has as customer", "Suppliers", "Customers",
                            _ACTORS, _ACTORS, "UnknownLink"),
    _T.PARTNER_OF: Meaning("is a partner of", "is a partner of", "Partners", "Partners",
                           _ACTORS, _ACTORS, "UnknownLink"),
    _T.COMPETES_WITH: Meaning("competes with", "competes with", "Competitors", "Competitors",
                              _ANY, _ANY, "UnknownLink"),
    _T.EMPLOYED_BY: Meaning("works for", "employs", "Works for", "People",
                            _PEOPLE, _BODIES, "Employment"),
    _T.LEADS: Meaning("leads", "is led by", "Leads", "Leadership",
                      _PEOPLE, _ANY, "Directorship"),
    _T.FOUNDED: Meaning("founded", "was founded by", "Founded", "Founders",
                        _ACTORS, _ANY, "Directorship"),
    _T.REPRESENTS: Meaning("speaks for", "is spoken for by", "Speaks for", "Spokespeople",
                           _ACTORS, _ACTORS, "Representation"),
    _T.MEMBER_OF: Meaning("is a member of", "has as member", "Member of", "Members",
                          _ACTORS, _BODIES, "Membership"),
    _T.MAKES: Meaning("makes", "is made by", "Products", "Made by",
                      _ACTORS, _THINGS, "UnknownLink"),
    _T.USES: Meaning("uses", "is used by", "Uses", "Used by",
                     _ANY, _ANY, "UnknownLink"),
    _T.REGULATES: Meaning("regulates", "is regulated by", "Regulates", "Regulators",
                          _BODIES, _ANY, "UnknownLink"),
    _T.SCRUTINIZES: Meaning("scrutinizes", "is scrutinized by", "Scrutinizes", "Scrutinized by",
                            _ACTORS, _ANY_OR_DEAL, "UnknownLink"),
    _T.RESTRICTS: Meaning("restricts", "is restricted by", "Restricts", "Restricted by",
                          _ACTORS, _ANY_OR_DEAL, "UnknownLink"),
    _T.RELATED_TO: Meaning("is related to", "is related to", "Related", "Related",
                           _ANY, _ANY, "UnknownLink"),
}  # fmt: skip
