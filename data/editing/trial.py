"""What the checks would say of an edit, before anything is written."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cached_property

from ..checks.run import Report, check
from ..finding import Finding, Severity
from ..grounding.ground import ground
from ..loading.load import Loaded, load
from ..watch import SILENT, Watch
from .edits.edit import Edit
from .manuscript import Manuscript
from .revision import Revision

_COUNTING = frozenset({"nothing_checked", "source_changed", "more_findings"})
"""Findings whose words tell how many quotes there are: with another one they are none the newer."""


@dataclass(frozen=True)
class Trial:
    """An edit made in memory: what it comes to, and what the checks then find that is new."""

    revision: Revision
    found: tuple[Finding, ...]
    report: Report

    @property
    def errors(self) -> tuple[Finding, ...]:
        """New findings that the data is wrong."""
        return tuple(each for each in self.found if each.severity is Severity.ERROR)


@dataclass(frozen=True)
class Trials:
    """A set on which edits are tried out; it is read and checked as it is once, when needed.

    `watch` is told of that, and may stop it.
    """

    manuscript: Manuscript
    watch: Watch = SILENT

    @cached_property
    def loaded(self) -> Loaded:
        """The set as it is read, with the texts of its sources."""
        return load(self.manuscript.files, self.watch, whatever=True)

    @cached_property
    def before(self) -> Report:
        """What the checks say of the set as it is."""
        return _checked(self.loaded, self.watch)

    def of(self, edit: Edit, watch: Watch = SILENT) -> Trial:
        """Make an edit in memory and check the set; raises DataError when it cannot be made."""
        revision = edit.on(self.manuscript)
        report = checked(self.manuscript.with_contents(revision.after), watch)
        # What is sound now needs no comparison with what was not.
        before = self.before.findings if report.findings else ()
        return Trial(revision, tuple(_new(before, report.findings)), report)


def checked(manuscript: Manuscript, watch: Watch = SILENT) -> Report:
    """Check a set as it stands in a manuscript."""
    return _checked(load(manuscript.files, watch, whatever=True), watch)


def _checked(loaded: Loaded, watch: Watch) -> Report:
    grounded = ground(loaded.dataset, loaded.copies, loaded.lock, watch)
    return check(loaded, grounded, watch)


def _new(before: Iterable[Finding], after: Iterable[Finding]) -> Iterator[Finding]:
    """Yield findings that were not there before; where they stand does not count."""
    known = Counter(map(_told, before))
    for finding in after:
        told = _told(finding)
        if known[told]:
            known[told] -= 1
        else:
            yield finding


def _told(finding: Finding) -> tuple[str, str, str | None]:
    message = "" if finding.code in _COUNTING else finding.message
    return finding.code, message, finding.record
