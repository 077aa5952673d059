"""`check [PATH]`: everything that is wrong with a data set, told like a good compiler."""

from __future__ import annotations

import json
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from typing import ClassVar

from scale_explorer.data.checks.run import Report
from scale_explorer.data.finding import Finding
from scale_explorer.data.grounding.ground import ground
from scale_explorer.data.loading.files import SetFiles, gather
from scale_explorer.data.loading.load import Loaded, load
from scale_explorer.data.loading.sets import resolve

from ..exits import FINE, FOUND, narrate
from .answer import Answer, listed
from .checking import Checking
from .drawing.blocks import Block, Diagnostic, Heading, Paragraph, Sheet
from .finding_rows import COLUMNS, cells, item
from .fixing import fixed
from .given_text import with_texts
from .json_text import json_text
from .locking import keep, lock_of
from .nearest import nearest_lines
from .progress import progress
from .sarif import log
from .sums import summary, sums


@dataclass(frozen=True, slots=True)
class Checked(Answer):
    """What the checks find in what was loaded; `told` is narrated."""

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
        yield from (_told(finding) for finding in findings if not finding.known)
        known = [finding for finding in findings if finding.known]
        if known:
            yield Heading("Known", 2)
        yield from map(_told, known)
        yield Paragraph(summary(self.report))

    def sheet(self) -> Sheet:
        """Return a row a finding."""
        return Sheet(COLUMNS, tuple(map(cells, self.report.findings)))

    def items(self) -> Iterator[str]:
        """Yield the findings as they are found."""
        return (json_text(item(finding)) for finding in self.checking.found())

    def json(self) -> Iterator[str]:
        """Yield an object with the findings and how much was checked."""
        yield '{"findings": ['
        yield from listed(json_text(item(finding)) for finding in self.report.findings)
        yield " ],"
        yield f' "checked": {json_text(sums(self.report))}}}'

    def sarif(self) -> Iterator[str]:
        """Yield a SARIF log, indented for people."""
        told = log(self.checking.loaded, self.report, self.status())
        yield json.dumps(told, ensure_ascii=False, indent=2)

    def status(self) -> int:
        """Return whether there are errors, or warnings when they count as such."""
        counted = self.report.errors + (self.report.warnings if self.strict else 0)
        return FOUND if counted else FINE

    def narration(self) -> str:
        """Say what was written."""
        return self.told


def _told(finding: Finding) -> Diagnostic:
    near = nearest_lines(finding.nearest) if finding.nearest else ()
    return Diagnostic(finding, near)


def run(  # noqa: PLR0913 - a parameter for each thing that the command line offers
    data: str | None,
    path: str | None,
    text: Sequence[str],
    *,
    strict: bool,
    lock: bool,
    fix: str | None,
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
    return Checked(checking, strict, told)


def _loaded(files: SetFiles, text: Sequence[str]) -> Loaded:
    with progress() as line:
        return with_texts(load(files, line), text)
