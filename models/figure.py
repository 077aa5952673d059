"""A number with all that makes it mean something (an XBRL fact, plus hedge and wording)."""

from __future__ import annotations

from decimal import Decimal
from enum import StrEnum
from typing import Annotated, Any, ClassVar, Self, cast

from pydantic import (
    Field,
    PlainSerializer,
    StringConstraints,
    WithJsonSchema,
    model_validator,
)

from . import lengths
from .claim import Claim
from .kinds import Kind
from .quantity.hedge import Hedge
from .quantity.interval import Interval
from .quantity.reading import Reading, read
from .quantity.unit import Unit
from .record import Clean, Edtf, Frozen, Id, Line


class Measure(StrEnum):
    """What a figure measures (the concept of an XBRL fact)."""

    VALUATION = "valuation"
    STAKE = "stake"
    PRICE = "price"
    REVENUE = "revenue"
    PROFIT = "profit"
    SPEND = "spend"
    UNIT_PRICE = "unit_price"
    SHARE = "share"
    POSITION = "position"
    HEADCOUNT = "headcount"
    COUNT = "count"
    GROWTH = "growth"
    MULTIPLE = "multiple"


class FigureStatus(StrEnum):
    """What kind of number it is."""

    REPORTED = "reported"
    PLANNED = "planned"
    ESTIMATED = "estimated"
    DERIVED = "derived"


class Around(Frozen):
    """A period told by a deal: before it or after it."""

    before: Id | None = None
    after: Id | None = None

    @model_validator(mode="after")
    def _one_side(self) -> Self:
        if (self.before is None) == (self.after is None):
            raise ValueError("write either before or after a deal")
        return self


_INTERVAL_SCHEMA = {
    "type": "object",
    "properties": {
        "stated": {"type": ["string", "null"]},
        "low": {"type": ["string", "null"]},
        "high": {"type": ["string", "null"]},
        "low_open": {"type": "boolean"},
        "high_open": {"type": "boolean"},
    },
}
_AMOUNT_SCHEMA = {
    "description": 'the amount as people write it, such as "about $150 million", or its range',
    "anyOf": [{"type": "string", "maxLength": 200}, {"type": "number"}, _INTERVAL_SCHEMA],
}

Amount = Annotated[
    Interval,
    PlainSerializer(Interval.to_json, return_type=dict[str, str | bool | None]),
    WithJsonSchema(_AMOUNT_SCHEMA),
]
UnitText = Annotated[Clean, StringConstraints(max_length=lengths.UNIT)]
FormulaText = Annotated[Clean, StringConstraints(max_length=lengths.FORMULA)]


class AmountError(ValueError):
    """An amount that cannot be read; `key` is the field that holds it."""

    key = "value"


class Figure(Claim):
    """One number about `subject`: stated in words, or derived by `formula` from other figures.

    `value` is written the way the source words it and read into an interval in `unit` (an ISO 4217
    currency, `%`, `×`, a count such as `people`, or a compound such as `USD/annotation`).
    """

    KIND: ClassVar[Kind] = Kind.FIGURE

    subject: Id
    measure: Measure
    value: Amount | None = None
    unit: UnitText = ""
    scope: Id | None = Field(None, description="the group or part that the number is about")
    relative_to: Id | None = Field(None, description="a figure or deal that it is measured against")
    period: Edtf | Around | None = None
    period_as_written: Line = ""
    status: FigureStatus = FigureStatus.REPORTED
    hedge: Hedge = Hedge.EXACT
    as_written: Line = ""
    formula: FormulaText = ""

    @model_validator(mode="before")
    @classmethod
    def _read_amount(cls, table: Any) -> Any:
        if not isinstance(table, dict):
            return table
        try:
            # Pydantic hands over what it was given; here that is a record's table.
            return _with_amount_read(cast("dict[str, Any]", table))
        except ValueError as error:
            raise AmountError(str(error)) from None

    @model_validator(mode="after")
    def _stated_or_derived(self) -> Self:
        if (self.value is None) == (not self.formula):
            raise ValueError("a figure has either a value or a formula")
        if self.formula and self.status is not FigureStatus.DERIVED:
            raise ValueError('a figure with a formula is derived: leave out status = "…"')
        if self.status is FigureStatus.DERIVED and not self.formula:
            raise ValueError("only a figure with a formula is derived: add the formula")
        if self.value is not None and not self.unit:
            raise ValueError('the amount has no unit: add unit = "USD", "%", "people" …')
        Unit.parse(self.unit)
        return self


def _with_amount_read(table: dict[str, Any]) -> dict[str, Any]:
    """Read the words of `value` into an interval, unit and hedge; a formula makes it derived."""
    value = table.get("value")
    if table.get("formula") and "status" not in table:
        table = {**table, "status": FigureStatus.DERIVED}
    if isinstance(value, str):
        return _filled_in(table, read(value))
    if isinstance(value, int | float | Decimal) and not isinstance(value, bool):
        return {**table, "value": Interval.exactly(Decimal(str(value)))}
    if isinstance(value, dict):
        return {**table, "value": Interval.from_json(cast("dict[str, Any]", value))}
    return table


def _filled_in(table: dict[str, Any], reading: Reading) -> dict[str, Any]:
    read_unit = str(reading.unit)
    unit = table.get("unit", read_unit)
    if not _same_unit(str(unit), read_unit):
        raise ValueError(f"the amount is written in {read_unit}, but unit says {unit}")
    known = {"hedge": reading.hedge, "as_written": reading.as_written}
    return {**known, **table, "value": reading.interval, "unit": unit}


def _same_unit(given: str, read_unit: str) -> bool:
    """Let a bare count take any unit, and "$100 each" be given as USD/annotation."""
    if read_unit in {given, "1"}:
        return True
    return read_unit.endswith("/each") and given.startswith(read_unit.removesuffix("each"))
