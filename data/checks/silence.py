"""What a set's author lets stand: `[[known]]` gives findings their reason.

A finding is known when it has the code, is about the record or names it, if one is given (of two
that conflict either will do), and holds the words, if some are given: in the words that it is
about, or else in its message.
"""

from __future__ import annotations

from collections.abc import Container, Iterable, Iterator

from scale_explorer.models.dataset import Known
from scale_explorer.models.frozen import replace

from ..analysis.links import grouped
from ..finding import Finding, Place, Severity, bounded
from ..loading.limits import FINDINGS, HINTS
from ..loading.nearest import did_you_mean
from .catalog import CATALOG, GROUNDING
from .context import Context


def silenced(found: Iterable[Finding], context: Context) -> Iterator[Finding]:
    """Yield findings as they come, with the author's reasons, then what is wrong with those."""
    by_code = grouped((known.code, known) for known in context.dataset.known if _may(known))
    used: set[int] = set()
    codes: set[str] = set()
    for finding in found:
        meant = [known for known in by_code.get(finding.code, ()) if _is_about(known, finding)]
        used.update(map(id, meant))
        codes.add(finding.code)
        yield replace(finding, known=meant[0].reason) if meant and not finding.known else finding
    yield from bounded(_refused(context), FINDINGS)
    if "more_findings" not in codes:  # else nobody knows what was not listed
        yield from bounded(_stale(context, used), FINDINGS)


def _may(known: Known) -> bool:
    rule = CATALOG.get(known.code)
    return rule is not None and rule.may_stand


def _is_about(known: Known, finding: Finding) -> bool:
    if known.record not in {None, finding.record, *finding.message.split()}:
        return False
    return known.words in finding.words or known.words in finding.message


def _refused(context: Context) -> Iterator[Finding]:
    """Tell of codes that no finding has, or that must not be silenced."""
    hints = 0
    for number, known in enumerate(context.dataset.known):
        if known.code not in CATALOG:
            message = f"nothing is ever reported as {known.code}"
            hint = did_you_mean(known.code, CATALOG) if hints < HINTS else ""
            hints += 1
            yield Finding(
                "unknown_code", Severity.ERROR, message, place=_at(context, number), hint=hint
            )
        elif not _may(known):
            message = f"{known.code} cannot be let stand: something was not read or not checked"
            yield Finding("known_refused", Severity.ERROR, message, place=_at(context, number))


def _stale(context: Context, used: Container[int]) -> Iterator[Finding]:
    """Warn of what lets nothing stand any more, where that can be told."""
    yield from context.needless()
    for number, known in enumerate(context.dataset.known):
        if id(known) in used or not _may(known) or _may_be_hidden(known, context):
            continue
        about = f" about {known.record}" if known.record else ""
        words = f" with “{known.words}”" if known.words else ""
        message = f"no {known.code}{about}{words} is found, so that there is nothing to let stand"
        hint = _why_stale(context, known)
        place = _at(context, number)
        yield Finding("known_without_finding", Severity.WARNING, message, place=place, hint=hint)


def _why_stale(context: Context, known: Known) -> str:
    if known.record is not None and not context.exists(known.record):
        meant = did_you_mean(known.record, context.dataset.by_id)
        return f"no record has the id {known.record}; {meant}".rstrip("; ")
    return "is it put right? then remove this table"


def _may_be_hidden(known: Known, context: Context) -> bool:
    """Say whether a finding may only be out of sight: its record is broken, its text not here."""
    if known.record in context.loaded.broken:
        return True
    return CATALOG[known.code].family == GROUNDING and not context.has_all_texts


def _at(context: Context, number: int) -> Place:
    return context.loaded.places.at(context.loaded.known[number], "code")
