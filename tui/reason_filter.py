"""A filter put to a chain of reasons, which is no query, so that its fields cannot be asked."""

from __future__ import annotations

from collections.abc import Iterable

from scale_explorer.data.query import Filter, Quality, Word
from scale_explorer.data.store.rows.claims import ClaimRow
from scale_explorer.data.store.rows.records import RecordRow
from scale_explorer.models.kinds import Kind


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
