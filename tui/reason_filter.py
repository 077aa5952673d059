"""A filter put to a chain of reasons, which is no query, so that its fields cannot be asked."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from scale_explorer.data.query import Filter, Quality, Word
from scale_explorer.data.store.rows.claims import BECAUSE, FOLLOWS, ClaimRow
from scale_explorer.data.store.rows.records import Fact, RecordRow
from scale_explorer.models.kinds import Kind

NO_CAUSE, NO_EFFECT = "No cause is recorded.", "Nothing is recorded that follows."
"""What stands in the place of one half of a chain, where there is only the other."""


def is_without(rows: Iterable[ClaimRow], section: str) -> bool:
    """Say whether a chain has no link on one of its sides."""
    return not any(row.section == section and row.depth for row in rows)


def counts(rows: Sequence[ClaimRow]) -> Iterator[Fact]:
    """Yield how many links lead to what a chain is of, and how many lead on from it."""
    if rows:
        for label, section in (("causes", BECAUSE), ("follows", FOLLOWS)):
            links = {one.claim for one in rows if one.section == section and one.depth}
            told = (
                f"{len(links):,} link{'' if len(links) == 1 else 's'}" if links else "none recorded"
            )
            yield Fact(label, told if links else "none recorded", None)


def links_with(rows: tuple[ClaimRow, ...], matching: Filter) -> tuple[tuple[ClaimRow, ...], str]:
    """Keep the links of a chain with the words and qualities; say where a filter asks for more."""
    terms = [term for term in matching.terms if isinstance(term, Word | Quality)]
    if len(terms) < len(matching.terms):
        return rows, "In a chain of reasons a filter takes words and is:…, such as is:inferred."
    found = (row for row in rows if all(_has(row, term) for term in terms))
    return tuple(found), ""


def why_title(record: RecordRow, rows: Iterable[ClaimRow]) -> str:
    """Name what a chain explains: of a figure that is the one claim it is told of, if it is one."""
    told = {row.label for row in rows if not row.depth} if record.kind is Kind.FIGURE else ()
    return f"Why: {next(iter(told)) if len(told) == 1 else record.title}"


def _has(row: ClaimRow, term: Word | Quality) -> bool:
    if isinstance(term, Quality):
        return (term.name in row.flags) is not term.negated
    told = f"{row.role} {row.label} {row.amount}".casefold()
    return (term.text.casefold() in told) is not term.negated
