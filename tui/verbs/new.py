"""`new KIND`: a record that joins a data set, unless the checks find something against it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from enum import StrEnum
from pathlib import Path
from typing import Any

from scale_explorer.data.editing.admitting import Added, Judgement, added, judged
from scale_explorer.data.editing.edits.adding_records import AddRecords
from scale_explorer.data.editing.edits.sources import unsaid
from scale_explorer.data.editing.manuscript import Manuscript
from scale_explorer.data.editing.pinning import pinned
from scale_explorer.data.editing.saving import carry_out, manuscript_at
from scale_explorer.data.loading.sets import resolve
from scale_explorer.data.loading.shapes import Table
from scale_explorer.data.loading.writable import COPY, why_not_writable
from scale_explorer.models.errors import DataError, UsageError
from scale_explorer.models.frozen import dataclass
from scale_explorer.models.kinds import Kind, kind_from_plural

from ..arguments.new_kinds import word_of
from ..exits import FINE, FOUND
from .answer import Answer
from .counting import counted
from .drawing.blocks import Block, Column, Item, Listing, Sheet, id_column
from .finding_rows import item, told
from .given_records import given_records
from .json_text import json_text
from .progress import progress
from .record_options import names_no_source, table_of

_COLUMNS = (
    id_column(), Column("kind"), Column("file"), Column("line", right=True), Column("written"),
)  # fmt: skip


class Outcome(StrEnum):
    """What became of the records."""

    WRITTEN = "written"
    TRIED = "tried"
    """They would have been written."""
    REFUSED = "refused"


@dataclass(frozen=True, slots=True)
class New(Answer):
    """Records that joined a set, or would; or what was found against them."""

    kind: Kind
    records: tuple[Added, ...]
    judgement: Judgement
    outcome: Outcome
    strict: bool
    told: str = ""

    def blocks(self) -> Iterator[Block]:
        """Yield what was found, and where the records stand; of a trial their lines too."""
        yield from map(told, self.judgement.found)
        if self.outcome is Outcome.WRITTEN:
            yield from (Item(f"{each.place}: {each.id}") for each in self.records)
        elif self.outcome is Outcome.TRIED:
            for each in self.records:
                yield Item(f"{each.place}: {each.id}")
                yield Listing(each.text)

    def sheet(self) -> Sheet:
        """Return a row a record."""
        written = "yes" if self.outcome is Outcome.WRITTEN else "no"
        return Sheet(
            _COLUMNS,
            tuple(
                (each.id, self.kind.value, each.place.path, each.place.line, written)
                for each in self.records
            ),
        )

    def items(self) -> Iterator[str]:
        """Yield one object."""
        records = [
            {
                "id": each.id,
                "kind": self.kind.value,
                "path": each.place.path,
                "line": each.place.line,
                "toml": each.text,
            }
            for each in self.records
        ]
        findings = [item(finding) for finding in self.judgement.found]
        yield json_text({"outcome": self.outcome, "records": records, "findings": findings})

    def json(self) -> Iterator[str]:
        """Yield the object alone."""
        yield from self.items()

    def status(self) -> int:
        """Return whether they were written, or would have been."""
        return FOUND if self.outcome is Outcome.REFUSED else FINE

    def narration(self) -> str:
        """Say why nothing was written, and what to do."""
        if self.outcome is Outcome.WRITTEN:
            return self.told
        if self.outcome is Outcome.TRIED:
            return "Nothing was written, as --dry-run says."
        return f"Nothing was written: {self._why()}"

    def _why(self) -> str:
        errors, warnings = self.judgement.errors, self.judgement.warnings
        counts = [counted(errors, "new error")] if errors else []
        if self.strict and warnings:
            counts.append(counted(warnings, "new warning"))
        told = " and ".join(counts)
        if self.judgement.revision is None:
            return f"{told}."
        if not self.judgement.readable:
            return f"{told}; what cannot be read is never written."
        return (
            f"{told}; --force instead of --strict writes it."
            if self.strict
            else (f"{told}; --force writes it all the same.")
        )


def run(  # noqa: PLR0913 - a parameter for each thing that the command line offers
    data: str | None,
    kind: str,
    given: str | None,
    quoted: Sequence[tuple[str, Any]] = (),
    *,
    dry_run: bool,
    strict: bool,
    force: bool,
    lead: bool = False,
    **fields: Any,
) -> New:
    """Add a record of a kind, or those that are `given` as JSON; all of them or none."""
    if strict and force:
        raise UsageError("Say either --strict or --force.")
    of = kind_from_plural(kind) or Kind(kind)
    tables = _tables(of, given, fields, quoted)
    path = resolve(data)
    if not dry_run:
        _refuse_unwritable(path, named=data is not None)
    manuscript = manuscript_at(path)
    if given is None:
        _refuse_unsourced(tables[0], manuscript)
    edit = AddRecords(of, pinned(manuscript, of, tables), lead)
    with progress() as watch:
        judgement = judged(edit, manuscript, watch)
    outcome = _outcome(judgement, dry_run=dry_run, strict=strict, force=force)
    revision = judgement.revision
    if outcome is Outcome.WRITTEN:
        revision = carry_out(edit, manuscript)
    records = tuple(added(revision, manuscript)) if revision else ()
    return New(of, records, judgement, outcome, strict, _of_quotes(of, manuscript))


def _tables(
    kind: Kind, given: str | None, fields: dict[str, Any], quoted: Sequence[tuple[str, Any]]
) -> tuple[Table, ...]:
    table = table_of(fields, quoted)
    if given is not None:
        if table:
            told_too = ", ".join(table)
            raise UsageError(f"--json holds whole records; put {told_too} into it.")
        return given_records(given)
    if not table:
        called = kind.label.lower()
        raise UsageError(
            f"Say what the {called} is; `new {word_of(kind)} --help` lists the options."
        )
    return (table,)


def _of_quotes(kind: Kind, manuscript: Manuscript) -> str:
    """Say that quotes name their source from now on, where that went without saying."""
    if kind is not Kind.SOURCE or not (named := sum(1 for _ in unsaid(manuscript))):
        return ""
    quotes = counted(named, "quote")
    return f"{manuscript.only_source} is written into {quotes}: with two sources it must be said."


def _refuse_unwritable(path: Path, *, named: bool) -> None:
    if why := why_not_writable(path):
        ask = "Name your own set with --data PATH."
        raise DataError(f"{why}; {COPY}" if named else f"{why}.\n{ask}")


def _refuse_unsourced(table: Table, manuscript: Manuscript) -> None:
    """Raise UsageError where a quote must say its source."""
    if manuscript.only_source is None and names_no_source(table.get("evidence", ())):
        sources = [str(entry.table.get("id")) for entry in manuscript.entries(Kind.SOURCE)]
        if sources:
            raise UsageError(f"Say whose words these are with --source: {', '.join(sources[:20])}.")
        raise UsageError("The set has no source to quote; add one: new source --title … --text …")


def _outcome(judgement: Judgement, *, dry_run: bool, strict: bool, force: bool) -> Outcome:
    against = judgement.errors + (judgement.warnings if strict else 0)
    if not judgement.readable or (against and not force):
        return Outcome.REFUSED
    return Outcome.TRIED if dry_run else Outcome.WRITTEN
