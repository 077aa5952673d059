"""Plain records, checked in one go: entities, relationships and figures as registers have them.

The models say what a sound record is. Here the same rules stand once more, for the fields that most
records have, in a form that costs a tenth: one compiled check of the whole table, dates and amounts
looked up where they were read before. What is not plain is no mistake, but left to the models; a
property test holds that both say the same.
"""

from __future__ import annotations

from collections.abc import Mapping
from decimal import Decimal
from enum import StrEnum
from functools import lru_cache
from typing import Annotated, Any, Final, Literal, Required, TypeAlias

from pydantic import (
    AfterValidator,
    BeforeValidator,
    ConfigDict,
    Field,
    GetPydanticSchema,
    Strict,
    StringConstraints,
    TypeAdapter,
    ValidationError,
    with_config,
)
from pydantic_core import core_schema
from typing_extensions import TypedDict

from scale_explorer.models import lengths
from scale_explorer.models.claim import Modality, Preference
from scale_explorer.models.dates import bounds
from scale_explorer.models.evidence import Direction, Directness
from scale_explorer.models.figure import FigureStatus, Measure
from scale_explorer.models.group import Extent
from scale_explorer.models.kinds import Kind
from scale_explorer.models.quantity.hedge import Hedge
from scale_explorer.models.quantity.interval import Interval, IntervalError
from scale_explorer.models.quantity.unit import Unit, UnitError
from scale_explorer.models.record import Id, Line, Name, Prose
from scale_explorer.models.relation_type import RelationType
from scale_explorer.models.relationship import RelationStatus
from scale_explorer.models.text import clean

from .amount_words import amount
from .sink import Item

_DATES: Final = 100_000
_known_dates: dict[str, str] = {}


def _date(text: str) -> str:
    """Return a date; raises DateError. Registers hold few different ones, most of them days."""
    known = _known_dates.get(text)
    if known is None:
        bounds(text)
        if len(_known_dates) < _DATES:
            _known_dates[text] = text
        return text
    return known


def _one_of(names: type[StrEnum]) -> GetPydanticSchema:
    """Take the names of an enumeration, as plain text."""
    choices = [each.value for each in names]
    return GetPydanticSchema(lambda _type, _next: core_schema.literal_schema(choices))


def _no_text(value: Any) -> Any:
    """Leave what the models read into something else to them."""
    if isinstance(value, str):
        raise ValueError("bare words")  # noqa: TRY004 - Pydantic takes no TypeError
    return value


_Date = Annotated[str, StringConstraints(max_length=lengths.DATE), AfterValidator(_date)]
_Words = Annotated[Prose, StringConstraints(min_length=1, max_length=lengths.WORDS)]
_Place = Annotated[int, Field(ge=0, strict=True)]
_CLOSED: Final = ConfigDict(extra="forbid")


@with_config(_CLOSED)
class _Identifiers(TypedDict, total=False):
    lei: Line
    ticker: Line
    cik: Line
    wikidata: Line


@with_config(_CLOSED)
class _Quote(TypedDict, total=False):
    source: Required[Id]
    exact: Required[_Words]
    prefix: Prose
    suffix: Prose
    start: _Place
    end: _Place
    attribution: Line
    mentions: dict[Line, Id]
    direction: Annotated[str, _one_of(Direction)]
    directness: Annotated[str, _one_of(Directness)]


_Evidence: TypeAlias = list[Annotated[_Quote, BeforeValidator(_no_text)]]


@with_config(_CLOSED)
class _Change(TypedDict, total=False):
    status: Required[Annotated[str, _one_of(RelationStatus)]]
    date: _Date


@with_config(_CLOSED)
class _Entity(TypedDict, total=False):
    kind: Required[Literal["company", "person", "product", "organization", "public_body", "group"]]
    id: Id
    name: Required[Name]
    aliases: list[Name]
    country: Annotated[str, StringConstraints(pattern=r"^[A-Z]{2}$")]
    identifiers: _Identifiers
    tags: list[Line]
    summary: Prose
    unnamed: Annotated[bool, Field(strict=True)]
    evidence: _Evidence
    members: list[Id]
    part_of: Id
    extent: Annotated[str, _one_of(Extent)]


@with_config(_CLOSED)
class _Relationship(TypedDict, total=False):
    kind: Required[Literal["relationship"]]
    id: Id
    type: Required[Annotated[str, _one_of(RelationType)]]
    subject: Required[Id]
    object: Required[Id]
    role: Line
    start: _Date
    end: _Date
    history: list[_Change]
    deal: Id
    evidence: _Evidence
    modality: Annotated[str, _one_of(Modality)]
    condition: Line
    prefer: Annotated[str, _one_of(Preference)]
    note: Prose


@with_config(_CLOSED)
class _Figure(TypedDict, total=False):
    kind: Required[Literal["figure"]]
    id: Id
    subject: Required[Id]
    measure: Required[Annotated[str, _one_of(Measure)]]
    value: Required[str | Annotated[Decimal, Strict()]]
    unit: str
    scope: Id
    relative_to: Id
    period: _Date
    period_as_written: Line
    status: Annotated[str, _one_of(FigureStatus)]
    hedge: Annotated[str, _one_of(Hedge)]
    as_written: Line
    evidence: _Evidence
    modality: Annotated[str, _one_of(Modality)]
    condition: Line
    prefer: Annotated[str, _one_of(Preference)]
    note: Prose


_Plain: TypeAlias = Annotated[_Entity | _Relationship | _Figure, Field(discriminator="kind")]
_CHECK: Final = TypeAdapter[Any](_Plain).validator
_KINDS: Final = {kind.value: kind for kind in Kind}
_OF_GROUPS: Final = frozenset({"members", "part_of", "extent"})
_USUAL: Final[Mapping[str, Any]] = {
    "modality": Modality.CERTAIN.value,
    "prefer": Preference.NORMAL.value,
    "status": FigureStatus.REPORTED.value,
    "hedge": Hedge.EXACT.value,
}
_WITH_USUAL: Final = frozenset(_USUAL)
_USUAL_OF_QUOTES: Final[Mapping[str, Any]] = {
    "prefix": "",
    "suffix": "",
    "attribution": "",
    "mentions": {},
    "direction": Direction.SUPPORTS.value,
    "directness": Directness.STATED.value,
}


def plain_line(line: bytes, file: int, number: int) -> Item | None:
    """Return the record of a line of JSON, or None where it is not plain or not sound."""
    if b'" ' in line or b'"\t' in line or (b"\\u" in line and b"\\ud" in line.lower()):
        return None  # names may stand twice, or half a letter: whoever looks at it in full tells
    try:
        table: dict[str, Any] = _CHECK.validate_json(line)
    except ValidationError:
        return None
    if line.count(b'":') != len(table) + _inner_names(table):
        return None  # a name stands twice
    return _item(table, file, number)


def plain_table(
    kind: Kind, table: Mapping[str, Any], file: int, number: int, *, adds: bool = False
) -> Item | None:
    """Return the record of a table, or None where it is not plain or not sound."""
    try:
        read: dict[str, Any] = _CHECK.validate_python({"kind": kind.value, **table})
    except ValidationError:
        return None
    return _item(read, file, number, adds=adds)


def _inner_names(table: Mapping[str, Any]) -> int:
    """Return how many names stand in the objects inside one."""
    count = len(table.get("identifiers", ()))
    for key in ("evidence", "history"):
        for inner in table.get(key, ()):
            count += len(inner) + len(inner.get("mentions", ()))
    return count


def _item(table: dict[str, Any], file: int, number: int, *, adds: bool = False) -> Item | None:
    """Return what a checked table holds, without what goes without saying."""
    kind = _KINDS[table.pop("kind")]
    record_id: str | None = table.pop("id", None)
    evidence: tuple[Mapping[str, Any], ...] = ()
    if "evidence" in table:
        evidence = tuple(map(_quote, table.pop("evidence")))
    if kind is Kind.RELATIONSHIP:
        if record_id is None:
            record_id = f"{table['subject']}.{table['type']}.{table['object']}"
            if len(record_id) > lengths.ID:
                return None
    elif kind is Kind.FIGURE:
        if not _read_amount(table):
            return None
    elif kind is not Kind.GROUP and not _OF_GROUPS.isdisjoint(table):
        return None
    if record_id is None:
        return None
    if not (all(table.values()) and _WITH_USUAL.isdisjoint(table)):
        table = {key: each for key, each in table.items() if each and each != _USUAL.get(key)}
    return Item(kind, record_id, table, evidence, adds, file, number)


def _quote(table: Mapping[str, Any]) -> Mapping[str, Any]:
    return {key: value for key, value in table.items() if value != _USUAL_OF_QUOTES.get(key)}


def _read_amount(table: dict[str, Any]) -> bool:
    """Read the words of a figure's value; say whether that can be done plainly."""
    if table.get("status") == FigureStatus.DERIVED:
        return False
    value = table["value"]
    if not isinstance(value, str):
        return _put_number(table, value)
    try:
        read = amount(value)
    except ValueError:
        return False
    unit = table.setdefault("unit", read.unit)
    if read.unit not in {unit, "1"} or not _is_unit(unit):
        return False
    table["value"] = read.value
    table.setdefault("hedge", read.hedge)
    if "as_written" not in table:
        table["as_written"] = clean(read.as_written).strip()
    return True


def _put_number(table: dict[str, Any], value: Decimal) -> bool:
    """Put a number as the interval that holds nothing else."""
    try:
        table["value"] = Interval.exactly(value).to_json()
    except IntervalError:
        return False
    return _is_unit(table.get("unit", ""))


@lru_cache(maxsize=4_096)
def _is_unit(text: str) -> bool:
    """Say whether a unit is one, and written as it is kept."""
    try:
        Unit.parse(text)
    except UnitError:
        return False
    return bool(text) and len(text) <= lengths.UNIT and clean(text).strip() == text
