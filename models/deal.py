"""A deal: something that several parties agree or announce, in roles."""

from __future__ import annotations

from enum import StrEnum
from typing import Annotated, ClassVar

from pydantic import Field

from .claim import Claim
from .history import Change
from .kinds import Kind
from .record import Edtf, Frozen, Id, Name, Prose


class DealType(StrEnum):
    """What kind of deal; names follow the Crunchbase and PitchBook code lists where they can."""

    INVESTMENT = "investment"
    ACQUISITION = "acquisition"
    MERGER = "merger"
    FUNDING_ROUND = "funding_round"
    SUPPLY_CONTRACT = "supply_contract"
    TERMINATION = "termination"
    HIRE = "hire"
    PARTNERSHIP = "partnership"
    RESTRICTION = "restriction"
    OTHER = "other"


class DealStatus(StrEnum):
    """How far a deal has come."""

    RUMORED = "rumored"
    PLANNED = "planned"
    ANNOUNCED = "announced"
    PENDING = "pending"
    COMPLETED = "completed"
    CANCELLED = "cancelled"
    UNKNOWN = "unknown"


class PartyRole(StrEnum):
    """What a party does in the deal."""

    BUYER = "buyer"
    SELLER = "seller"
    TARGET = "target"
    INVESTOR = "investor"
    CUSTOMER = "customer"
    SUPPLIER = "supplier"
    EMPLOYER = "employer"
    FORMER_EMPLOYER = "former_employer"
    EMPLOYEE = "employee"
    PARTNER = "partner"
    ADVISER = "adviser"
    REGULATOR = "regulator"
    OTHER = "other"


class Party(Frozen):
    """An entity in its role."""

    entity: Id
    role: PartyRole


class Deal(Claim):
    """Parties, dates and terms; its price and stake are figures of their own."""

    KIND: ClassVar[Kind] = Kind.DEAL

    type: DealType
    title: Name
    parties: Annotated[tuple[Party, ...], Field(min_length=1, max_length=200)]
    announced: Edtf | None = None
    completed: Edtf | None = None
    terms: Prose = ""
    history: tuple[Change[DealStatus], ...] = ()

    @property
    def status(self) -> DealStatus:
        """The status now."""
        return self.history[-1].status if self.history else DealStatus.UNKNOWN
