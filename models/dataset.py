"""A data set: a header, its records, and what its author expects of the numbers."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property
from typing import Annotated, Self, TypeVar

from pydantic import AfterValidator, Field, StringConstraints, model_validator

from .claim import Claim
from .company import Company
from .deal import Deal
from .entity import Entity
from .evidence import Source
from .figure import Figure, FormulaText
from .group import Group
from .kinds import Kind
from .organization import Organization, PublicBody
from .person import Person
from .product import Product
from .reason import Reason
from .record import Frozen, Id, Line, Name, Prose, Record
from .relationship import Relationship
from .statement import Statement

RECORD_CLASSES: Mapping[Kind, type[Record]] = {
    cls.KIND: cls
    for cls in (
        Company, Person, Product, Organization, PublicBody, Group,
        Relationship, Deal, Figure, Statement, Reason, Source,
    )
}  # fmt: skip

RecordT = TypeVar("RecordT", bound=Record)


def _each_once(ids: tuple[str, ...]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(ids))


class Header(Frozen):
    """What the data set is called, and the claims that tell its story in order."""

    id: Id
    title: Name
    summary: Prose = ""
    lead: Annotated[tuple[Id, ...], AfterValidator(_each_once)] = ()


class Expectation(Frozen):
    """An assertion on intervals; `known` explains one that fails and is meant to stand."""

    that: FormulaText = Field(description="such as {stake} * {valuation} ~ {price}")
    known: Prose = ""


class Known(Frozen):
    """Findings that the author lets stand: those of one check that are about a record or words."""

    code: Name = Field(description="the code of a check, such as figures_conflict")
    record: Id | None = None
    words: Line = Field("", description="words of the quote or the message that it is about")
    reason: Annotated[Prose, StringConstraints(min_length=1)] = Field(
        description="why it may stand, for whoever reads the report"
    )

    @model_validator(mode="after")
    def _narrow(self) -> Self:
        if not (self.record or self.words):
            raise ValueError("write the record or the words that it is about: no check is silenced")
        return self


@dataclass(frozen=True)
class Dataset:
    """All sound records of a set, in file order, and what its author says of them."""

    header: Header
    records: tuple[Record, ...] = ()
    expectations: tuple[Expectation, ...] = ()
    known: tuple[Known, ...] = ()

    @cached_property
    def by_id(self) -> Mapping[str, Record]:
        """Every record under its id; of two with one id the first counts."""
        return {record.id: record for record in reversed(self.records)}

    def of(self, cls: type[RecordT]) -> Iterator[RecordT]:
        """Yield the records of one class, in file order."""
        return (record for record in self.records if isinstance(record, cls))

    @property
    def entities(self) -> Iterator[Entity]:
        """Yield companies, people, products, bodies and groups."""
        return self.of(Entity)

    @property
    def claims(self) -> Iterator[Claim]:
        """Yield relationships, deals, figures, statements and reasons."""
        return self.of(Claim)
