"""All checks over a data set, in one table, and what they come to."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import TypeAlias

from ..finding import Finding, Severity, bounded
from ..grounding.ground import Grounded, Verdict
from ..grounding.proof import Proof
from ..loading.limits import FINDINGS
from ..loading.load import Loaded
from ..watch import SILENT, Phase, Watch, over, told
from . import carried, dates, names, numbers, quotes, references, scales, stakes
from .context import Context

Check: TypeAlias = Callable[[Context], Iterable[Finding]]

CHECKS: tuple[Check, ...] = (
    references.dangling_reference,
    references.dangling_lead,
    references.wrong_end_type,
    references.self_relationship,
    names.near_duplicate_name,
    names.bad_identifier,
    quotes.claim_without_evidence,
    quotes.quote_not_in_source,
    quotes.quote_ambiguous,
    quotes.source_changed,
    quotes.empty_source_text,
    quotes.nothing_checked,
    carried.figure_not_in_quote,
    carried.number_not_in_quote,
    carried.party_not_in_quote,
    carried.quote_without_party,
    carried.mention_not_in_quote,
    carried.mention_of_another,
    dates.start_after_end,
    dates.history_out_of_order,
    dates.completed_before_announced,
    dates.reported_after_source,
    numbers.formula_faults,
    numbers.expectation_failed,
    numbers.figures_conflict,
    stakes.stakes_exceed_whole,
    scales.scale_slip,
)


@dataclass(frozen=True, slots=True)
class Report:
    """What the checks found, by place, and how much they looked at.

    A quote counts as checked when its words were looked for here or by the set's authors. `proofs`
    is what the words of each claim prove.
    """

    findings: tuple[Finding, ...]
    quotes: int
    quotes_checked: int
    figures_checked: int
    references_checked: int
    expectations_checked: int
    proofs: Mapping[str, Proof]

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

    def _count(self, severity: Severity) -> int:
        return sum(each.severity is severity and not each.known for each in self.findings)


def check(loaded: Loaded, grounded: Mapping[str, Grounded], watch: Watch = SILENT) -> Report:
    """Run every check over a data set; what loading found comes first at its place."""
    context = Context(loaded, grounded, watch)
    return report(context, found_in(context))


def found_in(context: Context) -> Iterator[Finding]:
    """Yield what loading found, then what each check finds, and tell it as it is found."""
    yield from told(context.loaded.findings, context.watch)
    _ = context.proofs  # what takes longest is told by itself, and not as a part of one check
    for each in over(CHECKS, Phase.CHECKS, context.watch):
        yield from told(bounded(each(context), FINDINGS), context.watch)


def report(context: Context, found: Iterable[Finding]) -> Report:
    """Return what the checks found, in order, with how much they looked at."""
    findings = tuple(sorted(found, key=_by_place))
    verdicts = [context.verdict(cited) for cited in context.quotes]
    return Report(
        findings=findings,
        quotes=len(verdicts),
        quotes_checked=sum(verdict is not Verdict.UNCHECKED for verdict in verdicts),
        figures_checked=len(context.derived),
        references_checked=len(context.references) + len(context.dataset.header.lead),
        expectations_checked=len(context.dataset.expectations),
        proofs=context.proofs,
    )


def _by_place(finding: Finding) -> tuple[str, int]:
    if finding.place is None:
        return "", 0
    return finding.place.path, finding.place.line or 0
