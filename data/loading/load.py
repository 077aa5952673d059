"""A data set from its files: all sound records, and a finding for everything that is not."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from itertools import chain, islice
from pathlib import Path

from scale_explorer.models.dataset import Dataset, Expectation, Known
from scale_explorer.models.errors import DataError
from scale_explorer.models.frozen import dataclass, replace
from scale_explorer.models.kinds import Kind

from ..finding import Finding, Place, Severity, bounded
from ..watch import SILENT, Phase, Watch, over
from .copies import SourceCopy, source_copies
from .decode import ParseError
from .entries import EXPECT, HEADER, KNOWN, Documents, Entry, entries, record_entries, strangers
from .files import SetFiles
from .header import read_header
from .limits import FINDINGS, RECORDS
from .limits import KNOWN as MOST_KNOWN
from .lock import Lock, read_lock
from .parse import parse
from .places import Origin, Places, fault_place
from .read import shown
from .records import ModelT, harvest, invalid, read_model, too_many
from .shapes import Table
from .spreadsheet.columns import LAYOUTS
from .spreadsheet.sheet import Sheet, heading_findings, read_sheet, row_entries


@dataclass(frozen=True, slots=True)
class Loaded:
    """A data set with the texts and the lock that its quotes are checked against.

    `copies` are keyed by source. It is `readable` unless no file of it is. `broken` are the ids of
    records that could not be read: naming one is no further mistake. `header`, `expected` and
    `known` say where the header and each of those tables stand.
    """

    dataset: Dataset
    findings: tuple[Finding, ...]
    copies: Mapping[str, SourceCopy]
    lock: Lock | None
    places: Places
    broken: frozenset[str]
    header: Origin | None
    expected: tuple[Origin, ...]
    known: tuple[Origin, ...]
    readable: bool = True


def load(files: SetFiles, watch: Watch = SILENT, *, whatever: bool = False) -> Loaded:
    """Read a data set; raises DataError only when no file of it can be read at all.

    With `whatever` it is returned even then, with the findings that tell why, and no records.
    """
    places = places_in(files)
    documents, unreadable = _parsed(files, watch)
    sheets, uncut = _sheets(files, places)
    if not (documents or whatever):
        raise DataError("\n".join(_sentence(each) for each in unreadable))
    heads = list(entries(documents, HEADER))
    header, misheaded = read_header(heads, files, places)
    if unreadable and not heads:
        misheaded = []  # it may well stand in the file that cannot be read
    # One more than are read, so that too many are noticed.
    rows = chain.from_iterable(row_entries(sheet, places) for sheet in sheets)
    written = tuple(islice(chain(record_entries(documents), rows), RECORDS + 1))
    found = harvest(over(written, Phase.RECORDS, watch), _only_source(documents), places)
    expectations, unexpected = _tables(entries(documents, EXPECT), Expectation, RECORDS, places)
    known, unknown = _tables(entries(documents, KNOWN), Known, MOST_KNOWN, places)
    misread = bounded(chain.from_iterable([*found.findings, *unexpected, *unknown]), FINDINGS)
    told = tuple(expectations.values()), tuple(known.values())
    dataset = Dataset(header, tuple(found.records), *told)
    places = replace(places, origins=found.origins)
    copies, uncopied = source_copies(dataset, files, places)
    lock, unlocked = _lock(files)
    strange = bounded(strangers(documents, places), FINDINGS)
    return Loaded(
        dataset=dataset,
        findings=(
            *unreadable, *_passed_over(files), *strange, *uncut, *misheaded, *misread,
            *bounded(uncopied, FINDINGS), *unlocked,
        ),
        copies=copies,
        lock=lock,
        places=places,
        broken=frozenset(found.broken),
        header=heads[0].origin if heads else None,
        expected=tuple(expectations),
        known=tuple(known),
        readable=bool(documents),
    )  # fmt: skip


def faults(files: SetFiles) -> tuple[Finding, ...]:
    """Return why files of a set cannot be read at all; what is in the others does not matter."""
    _, unreadable = _parsed(files, SILENT)
    _, uncut = _sheets(files, places_in(files))
    return (*unreadable, *(each for each in uncut if each.code == "syntax_error"))


def places_in(files: SetFiles) -> Places:
    """Return where tables stand in the files of a set; whose they are is not known yet."""
    return Places(
        documents={file.name: file.content for file in files.data},
        shown={file.name: _path(files, file.name) for file in files.data},
    )


def _path(files: SetFiles, name: str) -> str:
    """Return how a file is called in messages: the path as the user would give it."""
    label = Path(files.label)
    return shown(label.with_name(name) if files.alone else label / name)


def _parsed(files: SetFiles, watch: Watch) -> tuple[list[tuple[str, Table]], list[Finding]]:
    documents: list[tuple[str, Table]] = []
    findings = list(_unread(files))
    for file in over(files.documents, Phase.FILES, watch):
        path = _path(files, file.name)
        try:
            documents.append((file.name, parse(file.content, path)))
        except ParseError as error:
            place = fault_place(file.content, path, error)
            findings.append(Finding("syntax_error", Severity.ERROR, error.reason, place=place))
    return documents, findings


def _sheets(files: SetFiles, places: Places) -> tuple[list[Sheet], list[Finding]]:
    """Return the CSV files that have a heading, and what is wrong with the headings of all."""
    sheets: list[Sheet] = []
    findings: list[Finding] = []
    for file in files.spreadsheets:
        path = _path(files, file.name)
        try:
            sheets.append(read_sheet(file.content, file.name, path))
        except ParseError as error:
            place = fault_place(file.content, path, error)
            findings.append(Finding("syntax_error", Severity.ERROR, error.reason, place=place))
        else:
            findings += bounded(heading_findings(sheets[-1], places), FINDINGS)
    return sheets, findings


def _passed_over(files: SetFiles) -> Iterator[Finding]:
    """Warn of files that are not read, because their names are only nearly those of CSV files."""
    for name in files.passed_over:
        message = f"{shown(name)} is not read: its name must end in {_some_names()}"
        hint = (
            "rename it, such as 2025-figures.csv; or name it otherwise, if it is no part of the set"
        )
        place = Place(_path(files, name))
        yield Finding("file_not_read", Severity.WARNING, message, place=place, hint=hint)


def _some_names() -> str:
    *names, last = (layout.file for layout in LAYOUTS)
    return f"{', '.join(names)} or {last}"


def _sentence(finding: Finding) -> str:
    return f"{finding.place.position}: {finding.message}" if finding.place else finding.message


def _unread(files: SetFiles) -> Iterator[Finding]:
    for unread in files.unread:
        place = Place(_path(files, unread.name))
        yield Finding("unreadable_file", Severity.ERROR, unread.reason, place=place)


def _only_source(documents: Documents) -> str | None:
    """Return the source that quotes may leave unsaid, if the set has exactly one."""
    sources = [entry.table.get("id") for entry in entries(documents, Kind.SOURCE)]
    return sources[0] if len(sources) == 1 and isinstance(sources[0], str) else None


def _tables(
    found: Iterable[Entry], model: type[ModelT], most: int, places: Places
) -> tuple[dict[Origin, ModelT], list[Iterable[Finding]]]:
    """Read tables that are no records; those beyond `most` are left out."""
    sound: dict[Origin, ModelT] = {}
    findings: list[Iterable[Finding]] = []
    for count, entry in enumerate(found):
        if count == most:
            findings.append([too_many(f"[[{entry.origin.table}]] tables", most, entry, places)])
            break
        value = read_model(entry.table, model)
        if isinstance(value, Iterator):
            findings.append(invalid(value, entry.origin, places))
        else:
            sound[entry.origin] = value
    return sound, findings


def _lock(files: SetFiles) -> tuple[Lock | None, list[Finding]]:
    if files.lock is None:
        return None, []
    try:
        return read_lock(files.lock.content), []
    except DataError as error:
        place = Place(_path(files, files.lock.name))
        hint = "write it again where the source texts are"
        return None, [Finding("damaged_lock", Severity.ERROR, str(error), place=place, hint=hint)]
