"""A clean data set that can be changed in one place, and what the checks say of it then."""

from __future__ import annotations

import hashlib
from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from functools import cached_property
from pathlib import Path
from typing import Any

from scale_explorer.data.checks.run import check
from scale_explorer.data.finding import Finding, Severity
from scale_explorer.data.grounding.ground import ground
from scale_explorer.data.loading.copies import SourceCopy
from scale_explorer.data.loading.decode import decoded
from scale_explorer.data.loading.entries import Entry, record_entries
from scale_explorer.data.loading.expand import expand
from scale_explorer.data.loading.files import gather
from scale_explorer.data.loading.load import Loaded, load
from scale_explorer.data.loading.parse import parse
from scale_explorer.data.loading.records import read_model
from scale_explorer.models.dataset import RECORD_CLASSES, Dataset
from scale_explorer.models.record import Record

Fields = dict[str, Any]
"""A record as a file has it, everything said that may be left out."""
Told = frozenset[tuple[str, str | None, str]]
"""Findings by code, record and message."""


@dataclass(frozen=True)
class Mutant:
    """One change: other fields for some records, by their place in the set, or another text.

    Findings with a code in `apart` do not count: they would tell the change by something else.
    """

    kind: str
    what: str
    records: Mapping[int, Fields] = field(default_factory=dict[int, Fields])
    texts: Mapping[str, str] = field(default_factory=dict[str, str])
    apart: frozenset[str] = frozenset()


@dataclass(frozen=True)
class Subject:
    """A data set as loaded, and each of its records as fields."""

    loaded: Loaded
    entries: tuple[Entry, ...]

    @classmethod
    def of(cls, folder: Path, texts: Mapping[str, Path]) -> Subject:
        """Load a set; `texts` are files for sources whose text does not lie with it."""
        files = gather(folder)
        loaded = load(files)
        given = {source: _copy(path) for source, path in texts.items()}
        documents = [(file.name, parse(file.content, file.name)) for file in files.documents]
        loaded = replace(loaded, copies={**loaded.copies, **given})
        return cls(loaded, tuple(record_entries(documents)))

    @property
    def dataset(self) -> Dataset:
        """The clean records."""
        return self.loaded.dataset

    @cached_property
    def fields(self) -> tuple[Fields, ...]:
        """The fields of every record."""
        sources = [entry for entry in self.entries if entry.kind == "source"]
        only = sources[0].table["id"] if len(sources) == 1 else None
        return tuple(expand(entry.kind, entry.table, only) for entry in self.entries)

    @cached_property
    def alarms(self) -> Told:
        """What the checks say of the clean set."""
        return _told(self.loaded)

    def catches(self, mutant: Mutant) -> frozenset[str]:
        """Return the codes of what a change raises that the clean set does not."""
        records = list(self.dataset.records)
        for place, fields in mutant.records.items():
            record = read_model(fields, RECORD_CLASSES[self.entries[place].kind])
            if not isinstance(record, Record):
                return frozenset({"invalid_record"})
            records[place] = record
        dataset = replace(self.dataset, records=tuple(records))
        edited = {source: self._edited(source, text) for source, text in mutant.texts.items()}
        copies = {**self.loaded.copies, **edited}
        changed = replace(self.loaded, dataset=dataset, copies=copies)
        return frozenset(code for code, *_ in _told(changed) - self.alarms) - mutant.apart

    def _edited(self, source: str, text: str) -> SourceCopy:
        copy = self.loaded.copies[source]
        return replace(copy, text=text, sha256=hashlib.sha256(text.encode()).hexdigest())


def _copy(path: Path) -> SourceCopy:
    content = path.read_bytes()
    digest = hashlib.sha256(content).hexdigest()
    return SourceCopy(decoded(content, str(path)), digest, "attached", path)


def _told(loaded: Loaded) -> Told:
    report = check(loaded, ground(loaded.dataset, loaded.copies, loaded.lock))
    return frozenset(map(_key, filter(_counts, report.findings)))


def _counts(finding: Finding) -> bool:
    return not finding.known and finding.severity is not Severity.NOTE


def _key(finding: Finding) -> tuple[str, str | None, str]:
    return finding.code, finding.record, finding.message
