"""All checks over a data set, and what they come to."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from itertools import chain

from scale_explorer.models.evidence import Source
from scale_explorer.models.frozen import dataclass

from ..analysis.disputes.dispute import Dispute
from ..finding import Finding, Severity, bounded
from ..grounding.coverage import Coverage
from ..grounding.ground import Grounded, Verdict
from ..grounding.proof import Proof
from ..loading.limits import FINDINGS
from ..loading.load import Loaded
from ..watch import SILENT, Phase, Watch, over, told
from .catalog import CHECKS
from .context import Context
from .silence import silenced

_BY_LOCK = frozenset({Verdict.LOCKED, Verdict.LOCKED_ELSEWHERE})


@dataclass(frozen=True, slots=True)
class Report:
    """What the checks found, by place, and how much they looked at; `notes` name work left to do.

    A quote counts as checked when its words were looked for here or by the set's authors, and as
    checked by the lock when by those alone. `proofs` is what the words of each claim prove,
    `disputes` what cannot both be true, and `coverage` tells of those `sources` whose sentences are
    known, from the text or by the lock.
    """

    findings: tuple[Finding, ...]
    notes: tuple[Finding, ...]
    quotes: int
    quotes_checked: int
    quotes_by_lock: int
    figures_checked: int
    references_checked: int
    expectations_checked: int
    proofs: Mapping[str, Proof]
    disputes: tuple[Dispute, ...]
    sources: tuple[str, ...]
    coverage: Mapping[str, Coverage]

    @property
    def errors(self) -> int:
        """Findings that the data is wrong, without those that are known."""
        return self._count(Severity.ERROR)

    @property
    def warnings(self) -> int:
        """Findings that a reader should look at, without those that are known."""
        return self._count(Severity.WARNING)

    @property
    def known(self) -> int:
        """Findings that the author lets stand, with a written reason."""
        return sum(bool(finding.known) for finding in self.findings)

    @property
    def uncounted(self) -> tuple[str, ...]:
        """Sources whose sentences nobody knows: neither their text nor a lock tells."""
        return tuple(source for source in self.sources if source not in self.coverage)

    def _count(self, severity: Severity) -> int:
        return sum(each.severity is severity and not each.known for each in self.findings)


def check(loaded: Loaded, grounded: Mapping[str, Grounded], watch: Watch = SILENT) -> Report:
    """Run every check over a data set; what loading found comes first at its place."""
    context = Context(loaded, grounded, watch)
    return report(context, found_in(context))


def found_in(context: Context) -> Iterator[Finding]:
    """Yield what loading found, then what each check finds, and tell it as it is found."""
    return told(silenced(chain(context.loaded.findings, _checked(context)), context), context.watch)


def _checked(context: Context) -> Iterator[Finding]:
    _ = context.proofs  # what takes longest is told by itself, and not as a part of one check
    for each in over(CHECKS, Phase.CHECKS, context.watch):
        yield from bounded(each(context), FINDINGS)


def report(context: Context, found: Iterable[Finding]) -> Report:
    """Return what the checks found, in order, with how much they looked at."""
    ordered = sorted(found, key=_by_place)
    verdicts = [context.verdict(cited) for cited in context.quotes]
    return Report(
        findings=tuple(each for each in ordered if each.severity is not Severity.NOTE),
        notes=tuple(each for each in ordered if each.severity is Severity.NOTE),
        quotes=len(verdicts),
        quotes_checked=sum(verdict is not Verdict.UNCHECKED for verdict in verdicts),
        quotes_by_lock=sum(verdict in _BY_LOCK for verdict in verdicts),
        figures_checked=len(context.derived),
        references_checked=len(context.references) + len(context.dataset.header.lead),
        expectations_checked=len(context.dataset.expectations),
        proofs=context.proofs,
        disputes=context.disputes,
        sources=tuple(source.id for source in context.dataset.of(Source)),
        coverage=context.coverage,
    )


def _by_place(finding: Finding) -> tuple[str, int, int]:
    if finding.place is None:
        return "", 0, 0
    return finding.place.path, finding.place.line or 0, finding.place.column or 0
