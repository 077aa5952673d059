"""`check [PATH]`: everything that is wrong with a data set, told like a good compiler."""

from __future__ import annotations

import json
from collections.abc import Iterator, Sequence
from typing import ClassVar

from scale_explorer.data.checks.run import Report
from scale_explorer.data.finding import Finding, Severity
from scale_explorer.data.grounding.ground import ground
from scale_explorer.data.loading.files import SetFiles, gather
from scale_explorer.data.loading.load import Loaded, load
from scale_explorer.data.loading.sets import resolve
from scale_explorer.models.frozen import dataclass, replace

from ..exits import FINE, FOUND, UNREADABLE, narrate
from . import coverage as covering
from .answer import Answer, listed
from .checking import Checking
from .drawing.blocks import Block, Heading, Paragraph, Sheet
from .finding_rows import COLUMNS, cells, item, told
from .fixing import fixed
from .given_text import with_texts
from .json_text import json_text
from .locking import keep, lock_of
from .progress import progress
from .sarif import log
from .sums import summary, sums


@dataclass(frozen=True, slots=True)
class Checked(Answer):
    """What the checks found in what was loaded; `told` is narrated.

    Notes are told only with `coverage`; `least` per cent of every source must be covered.
    """

    arrives: ClassVar[bool] = True
    checking: Checking
    strict: bool
    told: str
    coverage: bool = False
    least: int | None = None

    @property
    def report(self) -> Report:
        """What was found, by place, when all is found."""
        return self.checking.report

    def blocks(self) -> Iterator[Block]:
        """Yield the findings, then those that are known with their reasons, then the sums."""
        findings = self.report.findings
        yield from (told(finding) for finding in findings if not finding.known)
        known = [finding for finding in findings if finding.known]
        if known:
            yield Heading("Known", 2)
        yield from map(told, known)
        if self.coverage:
            yield from covering.blocks(self.report)
        yield Paragraph(summary(self.report))

    @property
    def _listed(self) -> tuple[Finding, ...]:
        """The findings that machines are told."""
        return self.report.findings + (self.report.notes if self.coverage else ())

    def sheet(self) -> Sheet:
        """Return a row a finding."""
        return Sheet(COLUMNS, tuple(map(cells, self._listed)))

    def items(self) -> Iterator[str]:
        """Yield the findings as they are found."""
        found = self.checking.found()
        told = (each for each in found if self.coverage or each.severity is not Severity.NOTE)
        return (json_text(item(finding)) for finding in told)

    def json(self) -> Iterator[str]:
        """Yield an object with the findings and how much was checked."""
        yield '{"findings": ['
        yield from listed(json_text(item(finding)) for finding in self._listed)
        yield " ],"
        if self.coverage:
            yield ' "coverage": ['
            yield from listed(map(json_text, covering.objects(self.report)))
            yield " ],"
        yield f' "checked": {json_text(sums(self.report))}}}'

    def sarif(self) -> Iterator[str]:
        """Yield a SARIF log, indented for people."""
        told = log(self.checking.loaded, self.report, self.status())
        yield json.dumps(told, ensure_ascii=False, indent=2)

    def status(self) -> int:
        """Return whether there are errors, or warnings when they count as such."""
        if not self.checking.loaded.readable:
            return UNREADABLE
        counted = self.report.errors + (self.report.warnings if self.strict else 0)
        short = covering.told_below(self.report, self.least)
        return FOUND if counted or short else FINE

    def narration(self) -> str:
        """Say what was written, and of which sources too little is covered."""
        short = covering.told_below(self.report, self.least)
        return "\n".join(filter(None, (self.told, short)))


def run(  # noqa: PLR0913 - a parameter for each thing that the command line offers
    data: str | None,
    path: str | None,
    text: Sequence[str],
    *,
    strict: bool,
    lock: bool,
    fix: str | None,
    coverage: bool,
    least: int | None,
) -> Checked:
    """Check a data set; `text` holds SOURCE=FILE pairs, `lock` writes the lock file.

    `fix` first puts the positions of quotes right in the files: those that are `needed`, or `all`.
    """
    files = gather(resolve(path or data))
    if fix:
        narrate(fixed(files, _loaded(files, text), every=fix == "all"))
        files = gather(resolve(path or data))
    loaded = _loaded(files, text)
    with progress() as line:
        locked = lock_of(loaded, line) if lock else None
        if locked:
            loaded = replace(loaded, lock=locked)
        grounded = ground(loaded.dataset, loaded.copies, loaded.lock, line)
    checking = Checking(loaded, grounded)
    told = keep(locked, files.lock_path, loaded, checking.report) if locked else ""
    return Checked(checking, strict, told, coverage or least is not None, least)


def _loaded(files: SetFiles, text: Sequence[str]) -> Loaded:
    with progress() as line:
        return with_texts(load(files, line, whatever=True), text)
