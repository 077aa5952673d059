"""From tables to records: each is read for itself, so that a bad one does not hide the others."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from itertools import islice
from typing import TypeVar

from pydantic import BaseModel, ValidationError

from scale_explorer.models.dataset import RECORD_CLASSES
from scale_explorer.models.kinds import Kind
from scale_explorer.models.record import Record

from ..finding import Finding, Severity
from .complaints import Complaint, complaints
from .entries import Entry
from .expand import ID_PARTS, expand
from .limits import COMPLAINTS, RECORDS
from .parse import fault
from .places import Origin, Places
from .shapes import Table

ModelT = TypeVar("ModelT", bound=BaseModel)


@dataclass(slots=True)
class Harvest:
    """The sound records, where each came from, the ids of broken ones, and what is wrong.

    What is wrong is worked out when it is asked for: of very much, only the first is told.
    """

    records: list[Record] = field(default_factory=list[Record])
    origins: dict[str, Origin] = field(default_factory=dict[str, Origin])
    broken: set[str] = field(default_factory=set[str])
    findings: list[Iterable[Finding]] = field(default_factory=list[Iterable[Finding]])


def harvest(entries: Iterable[Entry], only_source: str | None, places: Places) -> Harvest:
    """Read every table; of two records with one id the first stays."""
    gathered = Harvest()
    for count, entry in enumerate(entries):
        if count == RECORDS:
            gathered.findings.append([too_many("records", RECORDS, entry, places)])
            break
        _take(entry, expand(entry.kind, entry.table, only_source), gathered, places)
    return gathered


def read_model(table: Table, model: type[ModelT]) -> ModelT | Iterator[Complaint]:
    """Return the value that a table holds, or what is wrong with it, worked out when asked for."""
    if wrong := fault(table):
        key = next((key for key, value in table.items() if fault({key: value})), "")
        return iter([Complaint(key, wrong)])
    try:
        return model.model_validate(table)
    except ValidationError as error:
        return islice(complaints(error, table, model), COMPLAINTS)


def invalid(
    found: Iterable[Complaint], origin: Origin, places: Places, record: str | None = None
) -> Iterator[Finding]:
    """Turn complaints about a table into findings."""
    for complaint in found:
        yield Finding(
            "invalid_record",
            Severity.ERROR,
            f"{origin.table}: {complaint.message}",
            record,
            places.at(origin, complaint.key, complaint.words),
            complaint.hint,
        )


def too_many(what: str, most: int, first_out: Entry, places: Places) -> Finding:
    """Tell that a set has more than `most` tables, and from which on they are left out."""
    message = f"the set has more than {most:,} {what}; those from here on are left out"
    place = places.at(first_out.origin)
    return Finding("too_many_records", Severity.ERROR, message, place=place)


def _take(entry: Entry, table: Table, gathered: Harvest, places: Places) -> None:
    record = read_model(table, RECORD_CLASSES[entry.kind])
    if not isinstance(record, Record):
        given = table.get("id")
        record_id = given if isinstance(given, str) else None
        gathered.broken.update([record_id] if record_id else [])
        found = _without_follow_on(record, entry.kind)
        gathered.findings.append(invalid(found, entry.origin, places, record_id))
    elif record.id in gathered.origins:
        gathered.findings.append([_duplicate(record.id, entry, gathered, places)])
    else:
        gathered.records.append(record)
        gathered.origins[record.id] = entry.origin


def _without_follow_on(found: Iterator[Complaint], kind: Kind) -> Iterator[Complaint]:
    """Drop the missing id of a record whose id would be made of parts that are missing too."""
    if kind not in ID_PARTS:
        yield from found
        return
    complained = tuple(found)
    yield from [each for each in complained if each.key != "id"] or complained


def _duplicate(record_id: str, entry: Entry, gathered: Harvest, places: Places) -> Finding:
    first = places.at(gathered.origins[record_id])
    advice = "change one of them" if "id" in entry.table else 'give this one an id: id = "…"'
    return Finding(
        "duplicate_id",
        Severity.ERROR,
        f"the id {record_id} is taken; this record is left out",
        record_id,
        places.at(entry.origin, "id"),
        f"the first one stands at {first}; {advice}",
    )
