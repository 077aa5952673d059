"""A check under way: what is found can be had at once, or in order when all is found."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field

from scale_explorer.data.checks.context import Context
from scale_explorer.data.checks.run import Report, found_in, report
from scale_explorer.data.finding import Finding
from scale_explorer.data.grounding.ground import Grounded
from scale_explorer.data.loading.load import Loaded

from .progress import progress


@dataclass(slots=True)
class Checking:
    """A loaded and grounded data set, which is checked when somebody asks, and then once."""

    loaded: Loaded
    grounded: Mapping[str, Grounded]
    _report: Report | None = field(default=None, init=False)

    @property
    def report(self) -> Report:
        """What was found, by place."""
        if self._report is None:
            with progress() as line:
                context = Context(self.loaded, self.grounded, line)
                self._report = report(context, found_in(context))
        return self._report

    def found(self) -> Iterator[Finding]:
        """Yield the findings as they are found; after the last, the report is there."""
        findings: list[Finding] = []
        with progress() as line:
            context = Context(self.loaded, self.grounded, line)
            for finding in found_in(context):
                findings.append(finding)
                line.erase()  # what is written now may go to the same terminal
                yield finding
            self._report = report(context, findings)
