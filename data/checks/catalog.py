"""Every code that a finding can have, with what it means.

To add a check, write a function whose name is its code, whose docstring begins with "Tell of" (an
error), "Warn of" (a warning) or "Note" (a note) and says in the first line what it finds, and put
it into its family here. All it yields has that code. The documentation, SARIF and `[[known]]` then
know it.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from itertools import chain
from typing import Final, TypeAlias

from ..finding import Finding, Severity
from . import carried, dates, disputes, formulas, names, quotes, references, scales, stakes
from .context import Context
from .reading import reading_rules
from .rule import Rule

Check: TypeAlias = Callable[[Context], Iterable[Finding]]

GROUNDING: Final = "Grounding"
"""The family whose checks need the texts of the sources."""

FAMILIES: Mapping[str, tuple[Check, ...]] = {
    GROUNDING: (
        quotes.claim_without_evidence,
        quotes.quote_too_short,
        quotes.quote_not_in_source,
        quotes.quote_ambiguous,
        quotes.quote_misplaced,
        quotes.source_changed,
        quotes.empty_source_text,
        quotes.nothing_checked,
        carried.figure_not_in_quote,
        carried.number_not_in_quote,
        carried.party_not_in_quote,
        carried.quote_without_party,
        carried.mention_not_in_quote,
        carried.mention_of_another,
    ),
    "Shape": (
        references.dangling_reference,
        references.wrong_end_type,
        references.self_relationship,
        names.near_duplicate_name,
        names.bad_identifier,
    ),
    "Time": (
        dates.start_after_end,
        dates.history_out_of_order,
        dates.completed_before_announced,
        dates.reported_after_source,
    ),
    "Numbers": (
        formulas.formula_error,
        formulas.formula_cycle,
        formulas.division_by_zero,
        formulas.unit_mismatch,
        formulas.expectation_failed,
        disputes.figures_conflict,
        disputes.status_conflict,
        disputes.statements_conflict,
        stakes.stakes_exceed_whole,
        scales.scale_slip,
    ),
}

CHECKS: tuple[Check, ...] = tuple(chain.from_iterable(FAMILIES.values()))


def code_of(check: Check) -> str:
    """Return the code of all that a check finds: its name."""
    return str(getattr(check, "__name__", ""))


_NEVER_SILENT = frozenset({quotes.empty_source_text, quotes.nothing_checked})
"""Checks that tell of what could not be checked: a set with such a finding is never fine."""

_SEVERITIES = {"Tell": Severity.ERROR, "Warn": Severity.WARNING, "Note": Severity.NOTE}


def _rules() -> Iterator[Rule]:
    for family, checks in FAMILIES.items():
        yield from (_rule(check, family) for check in checks)
    yield from reading_rules()


def _rule(check: Check, family: str) -> Rule:
    """Read a rule from the name of a check and the first line of its docstring."""
    first, *_ = (check.__doc__ or "").split("\n", 1)
    verb, _, found = first.partition(" ")
    what = found.removeprefix("of ")
    return Rule(
        code=code_of(check),
        severity=_SEVERITIES.get(verb, Severity.ERROR),
        family=family,
        what=f"{what[:1].upper()}{what[1:]}",
        may_stand=check not in _NEVER_SILENT,
    )


CATALOG: Mapping[str, Rule] = {rule.code: rule for rule in _rules()}
"""Every rule under its code, family by family."""
