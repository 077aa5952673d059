"""From tables to records: each is read for itself, so that a bad one does not hide the others."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field
from functools import partial
from itertools import chain, islice
from typing import TypeVar

from pydantic import BaseModel, ValidationError

from scale_explorer.models.dataset import RECORD_CLASSES
from scale_explorer.models.record import Record
from scale_explorer.models.text import clean

from ..finding import Finding, Severity
from .complaint import Complaint, Path
from .complaints import complaints, named
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
        if entry.is_record:
            _take(entry, expand(entry.kind, entry.table, only_source), gathered, places)
        else:
            _refuse(entry, entry.table, entry.faults, gathered, places)
        if entry.unused:
            gathered.findings.append(_unused(entry, gathered, places))
    return gathered


def read_model(table: Table, model: type[ModelT]) -> ModelT | Iterator[Complaint]:
    """Return the value that a table holds, or what is wrong with it, worked out when asked for."""
    if wrong := fault(table):
        return iter([Complaint(*wrong)])
    return _validated(table, model)


def _validated(
    table: Table, model: type[ModelT], name: Callable[[Path], str] = named
) -> ModelT | Iterator[Complaint]:
    """Return the value that a table within bounds holds, or what is wrong with it.

    Messages call a field what `name` returns for its path.
    """
    try:
        return model.model_validate(table)
    except ValidationError as error:
        return islice(complaints(error, table, model, name), COMPLAINTS)


def invalid(
    found: Iterable[Complaint], origin: Origin, places: Places, record: str | None = None
) -> Iterator[Finding]:
    """Turn complaints about a table into findings."""
    for complaint in found:
        key, hint = complaint.key, complaint.hint
        if origin.in_csv:
            key = _column(complaint, origin, places)
            hint = hint or places.sheet(origin.file).hint(origin.index, key)
        yield Finding(
            "invalid_record",
            Severity.ERROR,
            f"{origin.table}: {clean(complaint.message)}",
            record,
            places.at(origin, key, complaint.words),
            hint,
        )


def too_many(what: str, most: int, first_out: Entry, places: Places) -> Finding:
    """Tell that a set has more than `most` tables, and from which on they are left out."""
    message = f"the set has more than {most:,} {what}; those from here on are left out"
    place = places.at(first_out.origin)
    return Finding("too_many_records", Severity.ERROR, message, place=place)


def _take(entry: Entry, table: Table, gathered: Harvest, places: Places) -> None:
    record = _record(entry, table, places)
    if not isinstance(record, Record):
        found = _not_told(_without_follow_on(record, entry), entry, places)
        _refuse(entry, table, chain(entry.faults, found), gathered, places)
    elif entry.faults:
        _refuse(entry, table, entry.faults, gathered, places)
    elif record.id in gathered.origins:
        gathered.findings.append([_duplicate(record.id, entry, gathered, places)])
    else:
        gathered.records.append(record)
        gathered.origins[record.id] = entry.origin


def _record(entry: Entry, table: Table, places: Places) -> Record | Iterator[Complaint]:
    model = RECORD_CLASSES[entry.kind]
    if entry.origin.in_csv:  # of text only, and no deeper than its columns make it
        return _validated(table, model, partial(places.column, entry.origin))
    return read_model(table, model)


def _refuse(
    entry: Entry, table: Table, found: Iterable[Complaint], gathered: Harvest, places: Places
) -> None:
    given = table.get("id")
    record_id = given if isinstance(given, str) else None
    gathered.broken.update([record_id] if record_id else [])
    gathered.findings.append(invalid(found, entry.origin, places, record_id))


def _not_told(found: Iterable[Complaint], entry: Entry, places: Places) -> Iterator[Complaint]:
    """Drop what is said of cells that were found at fault before."""
    told = {fault.key for fault in entry.faults}
    for complaint in found:
        if not told or _column(complaint, entry.origin, places) not in told:
            yield complaint


def _column(complaint: Complaint, origin: Origin, places: Places) -> str:
    return places.column(origin, complaint.path) or complaint.key


def _unused(entry: Entry, gathered: Harvest, places: Places) -> Iterator[Finding]:
    """Warn of cells that belong to a quote without words."""
    given = entry.table.get("id")
    record_id = given if given in gathered.origins else None
    for name in entry.unused:
        message = f"{name} is filled in for a quote without words, so nothing is kept of it"
        place = places.at(entry.origin, name)
        hint = f"write the words of the source in the column {_words_beside(name)}"
        yield Finding("cell_not_used", Severity.WARNING, message, record_id, place, hint)


def _words_beside(name: str) -> str:
    """Return the column for the words of a quote that another column tells of."""
    number = name.rpartition("_")[2]
    return f"quote_{number}" if number.isdigit() else "quote"


def _without_follow_on(found: Iterator[Complaint], entry: Entry) -> Iterator[Complaint]:
    """Drop the missing id of a record whose id would be made of parts that are missing too."""
    if entry.kind not in ID_PARTS and not entry.origin.in_csv:
        yield from found
        return
    complained = tuple(found)
    yield from [each for each in complained if each.key != "id"] or complained


def _duplicate(record_id: str, entry: Entry, gathered: Harvest, places: Places) -> Finding:
    first = places.at(gathered.origins[record_id])
    advice = "change one of them" if "id" in entry.table else 'give this one an id: id = "…"'
    if entry.origin.in_csv:
        advice = "give each an id of its own in the column id"
    return Finding(
        "duplicate_id",
        Severity.ERROR,
        f"the id {record_id} is taken; this record is left out",
        record_id,
        places.at(entry.origin, "id"),
        f"the first one stands at {first}; {advice}",
    )
