"""Positions for the quotes of records that are about to be written, where they need one.

The rule is that of `check --fix`: words that stand in one place need none.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from contextlib import suppress
from itertools import groupby

from scale_explorer.models.dataset import RECORD_CLASSES, Dataset
from scale_explorer.models.errors import DataError
from scale_explorer.models.frozen import replace
from scale_explorer.models.kinds import Kind
from scale_explorer.models.record import Record

from ..loading.copies import source_copies
from ..loading.entries import HEADER
from ..loading.expand import expand
from ..loading.header import read_header
from ..loading.load import Loaded, places_in
from ..loading.lock import Lock, read_lock
from ..loading.places import Origin
from ..loading.records import harvest, read_model
from ..loading.shapes import Table
from .manuscript import Manuscript
from .ops import Put, changed
from .placing import NEEDED, Placed, placed


def pinned(manuscript: Manuscript, kind: Kind, tables: Sequence[Table]) -> tuple[Table, ...]:
    """Return the tables of new records with `start` and `end` beside the quotes that need them.

    What cannot be read, or not be found, stays as it is.
    """
    found = (each for each in placed(_on_their_own(manuscript, kind, tables)) if _is_due(each))
    pinned = list(tables)
    for place, group in groupby(found, key=lambda each: int(each.path[1])):
        puts = [put for each in group for put in _puts(each)]
        pinned[place] = changed(pinned[place], puts)
    return tuple(pinned)


def _is_due(each: Placed) -> bool:
    return each.outcome in NEEDED and each.span is not None


def _puts(each: Placed) -> Iterator[Put]:
    for key, place in zip(("start", "end"), each.span or (), strict=True):
        yield Put((*each.path[2:], key), place)


def _on_their_own(manuscript: Manuscript, kind: Kind, tables: Sequence[Table]) -> Loaded:
    """Return a data set of the sources and the new records, with the texts of the sources."""
    files, places = manuscript.files, places_in(manuscript.files)
    header, _ = read_header(list(manuscript.entries(HEADER)), files, places)
    sources = harvest(manuscript.entries(Kind.SOURCE), None, places).records
    copies, _ = source_copies(Dataset(header, tuple(sources)), files, places)
    origins: dict[str, Origin] = {}
    records: list[Record] = []
    for place, table in enumerate(tables):
        named = {**table, "id": f"new-{place}"}
        record = read_model(expand(kind, named, manuscript.only_source), RECORD_CLASSES[kind])
        if isinstance(record, Record):
            records.append(record)
            origins[record.id] = Origin("", kind.value, place)
    return Loaded(
        dataset=Dataset(header, (*sources, *records)),
        findings=(),
        copies=copies,
        lock=_lock(manuscript),
        places=replace(places, origins=origins),
        broken=frozenset(),
        header=None,
        expected=(),
        known=(),
    )


def _lock(manuscript: Manuscript) -> Lock | None:
    if manuscript.files.lock is not None:
        with suppress(DataError):
            return read_lock(manuscript.files.lock.content)
    return None
