"""`check [PATH]`: everything that is wrong with a data set, told like a good compiler."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from typing import ClassVar

from scale_explorer.data.checks.run import Report
from scale_explorer.data.finding import Finding
from scale_explorer.data.grounding.ground import ground
from scale_explorer.data.loading.copies import SourceCopy
from scale_explorer.data.loading.files import gather
from scale_explorer.data.loading.load import Loaded, load
from scale_explorer.data.loading.read import shown
from scale_explorer.data.loading.sets import resolve
from scale_explorer.models.errors import UsageError

from ..exits import FINE, FOUND
from .answer import Answer, listed
from .checking import Checking
from .counting import counted
from .drawing.blocks import Block, Column, Heading, Item, Paragraph, Sheet
from .given_text import given_text, known_source
from .json_text import json_text
from .locking import keep, lock_of
from .progress import progress

_COLUMNS = (
    Column("file"),
    Column("line", right=True),
    Column("severity"),
    Column("code"),
    Column("record"),
    Column("message"),
    Column("hint"),
    Column("known"),
)


@dataclass(frozen=True, slots=True)
class Checked(Answer):
    """What the checks find; `told` is narrated."""

    arrives: ClassVar[bool] = True
    checking: Checking
    strict: bool
    told: str

    @property
    def report(self) -> Report:
        """What was found, by place, when all is found."""
        return self.checking.report

    def blocks(self) -> Iterator[Block]:
        """Yield the findings, then those that are known with their reasons, then the sums."""
        findings = self.report.findings
        yield from (_item(finding) for finding in findings if not finding.known)
        known = [finding for finding in findings if finding.known]
        if known:
            yield Heading("Known", 2)
        yield from map(_item, known)
        yield Paragraph(_summary(self.report))

    def sheet(self) -> Sheet:
        """Return a row a finding."""
        return Sheet(_COLUMNS, tuple(map(_cells, self.report.findings)))

    def items(self) -> Iterator[str]:
        """Yield the findings as they are found."""
        return (json_text(_object(finding)) for finding in self.checking.found())

    def json(self) -> Iterator[str]:
        """Yield an object with the findings and how much was checked."""
        yield '{"findings": ['
        yield from listed(json_text(_object(finding)) for finding in self.report.findings)
        yield " ],"
        yield f' "checked": {json_text(_sums(self.report))}}}'

    def status(self) -> int:
        """Return whether there are errors, or warnings when they count as such."""
        counted = self.report.errors + (self.report.warnings if self.strict else 0)
        return FOUND if counted else FINE

    def narration(self) -> str:
        """Say what was written."""
        return self.told


def run(
    data: str | None, path: str | None, text: Sequence[str], *, strict: bool, lock: bool
) -> Checked:
    """Check a data set; `text` holds SOURCE=FILE pairs, `lock` writes the lock file."""
    files = gather(resolve(path or data))
    with progress() as watch:
        loaded = _with_texts(load(files, watch), text)
        locked = lock_of(loaded, watch) if lock else None
        if locked:
            loaded = replace(loaded, lock=locked)
        grounded = ground(loaded.dataset, loaded.copies, loaded.lock, watch)
    checking = Checking(loaded, grounded)
    told = keep(locked, files.lock_path, loaded, checking.report) if locked else ""
    return Checked(checking, strict, told)


def _with_texts(loaded: Loaded, pairs: Sequence[str]) -> Loaded:
    """Take the texts that are given in place of those that lie with the set."""
    given: dict[str, SourceCopy] = {}
    for pair in pairs:
        source, equals, file = pair.partition("=")
        if not (source and equals and file):
            raise UsageError(f"--text takes SOURCE=FILE, not {shown(pair)!r}.")
        known = known_source(loaded.dataset, source)
        given[known.id] = given_text(file)
    return replace(loaded, copies={**loaded.copies, **given})


def _item(finding: Finding) -> Item:
    place = f"{finding.place}: " if finding.place else ""
    hint = (f"hint: {finding.hint}",) if finding.hint else ()
    known = (f"known: {finding.known}",) if finding.known else ()
    weight = "known" if finding.known else finding.severity
    text = f"{place}{weight}[{finding.code}]: {finding.message}"
    return Item(text, under=(*hint, *known))


def _cells(finding: Finding) -> tuple[str | int | None, ...]:
    place = finding.place
    return (
        place.path if place else None, place.line if place else None,
        finding.severity.value, finding.code,
        finding.record, finding.message, finding.hint, finding.known,
    )  # fmt: skip


def _object(finding: Finding) -> dict[str, str | int | None]:
    return {
        "code": finding.code,
        "severity": finding.severity.value,
        "message": finding.message,
        "record": finding.record,
        "path": finding.place.path if finding.place else None,
        "line": finding.place.line if finding.place else None,
        "hint": finding.hint,
        "known": finding.known,
    }


def _sums(report: Report) -> dict[str, int]:
    return {
        "quotes": report.quotes,
        "quotes_checked": report.quotes_checked,
        "figures": report.figures_checked,
        "references": report.references_checked,
        "expectations": report.expectations_checked,
        "errors": report.errors,
        "warnings": report.warnings,
        "known": report.known,
    }


def _summary(report: Report) -> str:
    """Tell how much was checked, and what it came to."""
    checked = (
        f"{report.quotes_checked:,} of {counted(report.quotes, 'quote')}",
        counted(report.figures_checked, "figure"),
        counted(report.references_checked, "reference"),
        counted(report.expectations_checked, "expectation"),
    )
    found = (
        counted(report.errors, "error"),
        counted(report.warnings, "warning"),
        f"{report.known:,} known",
    )
    return f"Checked {', '.join(checked)}: {', '.join(found)}."
