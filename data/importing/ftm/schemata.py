"""Which record an entity of each schema becomes: one table for things, one for edges."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Final

from scale_explorer.models.kinds import Kind
from scale_explorer.models.relation_type import RelationType

_T = RelationType


@dataclass(frozen=True, slots=True)
class Thing:
    """What a schema of things becomes, and the tag that tells which it was."""

    kind: Kind
    tag: str = ""


THINGS: Final[Mapping[str, Thing]] = {
    "Company": Thing(Kind.COMPANY),
    "Organization": Thing(Kind.ORGANIZATION),
    "PublicBody": Thing(Kind.PUBLIC_BODY),
    "LegalEntity": Thing(Kind.ORGANIZATION, "legal_entity"),
    "Person": Thing(Kind.PERSON),
    "Asset": Thing(Kind.PRODUCT, "asset"),
    "Vehicle": Thing(Kind.PRODUCT, "vehicle"),
    "Vessel": Thing(Kind.PRODUCT, "vessel"),
    "Airplane": Thing(Kind.PRODUCT, "airplane"),
    "RealEstate": Thing(Kind.PRODUCT, "real_estate"),
    "Security": Thing(Kind.PRODUCT, "security"),
    "BankAccount": Thing(Kind.PRODUCT, "bank_account"),
    "CryptoWallet": Thing(Kind.PRODUCT, "crypto_wallet"),
    "Project": Thing(Kind.PRODUCT, "project"),
}

SOURCES: Final = frozenset({
    "Article", "Document", "Pages", "PlainText", "HyperText", "Table", "Workbook", "Image",
    "Video", "Audio", "Email", "Package", "Folder",
})  # fmt: skip
"""Schemata of documents, which claims may rest on."""


@dataclass(frozen=True, slots=True)
class Edge:
    """What an edge says: the properties of its ends, its type, and the type that a role means.

    `role` is what it is to the reader where the edge has none of its own; `says` are properties
    that tell its role. A role in `reversed` says it of the other end.
    """

    subject: str
    object: str
    type: RelationType
    role: str = ""
    says: tuple[str, ...] = ("role",)
    by_role: Mapping[str, RelationType] = field(default_factory=dict[str, RelationType])
    reversed: Mapping[str, RelationType] = field(default_factory=dict[str, RelationType])


EDGES: Final[Mapping[str, Edge]] = {
    "Ownership": Edge(
        "owner", "asset", _T.OWNS,
        says=("role", "ownershipType"),
        by_role={"investor": _T.INVESTED_IN, "investment": _T.INVESTED_IN,
                 "invested_in": _T.INVESTED_IN},
        reversed={"parent": _T.SUBSIDIARY_OF, "subsidiary": _T.SUBSIDIARY_OF,
                  "subsidiary_of": _T.SUBSIDIARY_OF},
    ),
    "Control": Edge("controller", "controlled", _T.OWNS, "controls", ("role", "controlType")),
    "Directorship": Edge(
        "director", "organization", _T.LEADS,
        by_role={"founder": _T.FOUNDED, "co-founder": _T.FOUNDED, "founded": _T.FOUNDED},
    ),
    "Employment": Edge("employee", "employer", _T.EMPLOYED_BY),
    "Membership": Edge("member", "organization", _T.MEMBER_OF),
    "Representation": Edge("agent", "client", _T.REPRESENTS),
    "Succession": Edge("predecessor", "successor", _T.RELATED_TO, "succeeded by"),
    "Debt": Edge("debtor", "creditor", _T.RELATED_TO, "owes"),
    "Payment": Edge("payer", "beneficiary", _T.RELATED_TO, "paid", ("purpose",)),
    "Family": Edge("person", "relative", _T.RELATED_TO, "family", ("relationship",)),
    "Associate": Edge("person", "associate", _T.RELATED_TO, "associate", ("relationship",)),
    "ProjectParticipant": Edge("participant", "project", _T.RELATED_TO, "participant"),
    "UnknownLink": Edge(
        "subject", "object", _T.RELATED_TO,
        by_role={
            **{each.value: each for each in RelationType},
            "customer": _T.CUSTOMER_OF, "client": _T.CUSTOMER_OF, "buyer": _T.CUSTOMER_OF,
            "competitor": _T.COMPETES_WITH, "rival": _T.COMPETES_WITH, "partner": _T.PARTNER_OF,
            "maker": _T.MAKES, "manufacturer": _T.MAKES, "producer": _T.MAKES, "user": _T.USES,
            "regulator": _T.REGULATES,
        },
        reversed={"supplier": _T.CUSTOMER_OF, "product": _T.MAKES},
    ),
}  # fmt: skip
