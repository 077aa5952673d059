"""What can be wrong with a set as it is read, before any check looks at it."""

from __future__ import annotations

from collections.abc import Iterator

from ..finding import Severity
from .rule import Rule

_FAMILY = "Reading"
_NOT_READ = {
    "syntax_error": "Files that are not TOML, CSV with a heading, or UTF-8; other files are read.",
    "unreadable_file": "Files and folders of the set that may not or cannot be read.",
    "unreadable_set": "Sets that cannot be read; others that are open with them are.",
    "unreadable_source_text": "Texts of sources that are missing or not UTF-8.",
    "damaged_lock": "Locks that are not as `check --lock` writes them.",
    "too_many_records": "Sets with more records than are read.",
    "more_findings": "That a check found more than is listed; its severity is that of the others.",
    "unknown_code": "Codes in `[[known]]` that nothing is ever reported under.",
    "known_refused": "Codes in `[[known]]` that must not be silenced: something was not checked.",
}
"""Errors that nobody may silence."""

_MISREAD = {
    "missing_dataset": "Sets without a `[dataset]` table.",
    "duplicate_dataset": "A second `[dataset]` table; the first counts.",
    "unknown_table": "Tables that are no kind of record.",
    "invalid_record": "Tables and fields that are not as they should be; the record is left out.",
    "unknown_column": "Columns of CSV files that none of the tables knows; they are not read.",
    "duplicate_column": "Columns of CSV files that are there twice; the first counts.",
    "duplicate_id": "Records whose id another has already; they are left out.",
}
"""Errors that an author may let stand."""

_UNUSED = "Cells of CSV rows that tell of a quote whose words are missing."
_NEARLY_NAMED = "CSV files whose names are nearly those that are read, such as `Figures.csv`."
_STALE = "A `[[known]]`, or the `known` of an expectation, that lets nothing stand any more."


def reading_rules() -> Iterator[Rule]:
    """Yield the rules of this family."""
    for code, what in _NOT_READ.items():
        yield Rule(code, Severity.ERROR, _FAMILY, what, may_stand=False)
    for code, what in _MISREAD.items():
        yield Rule(code, Severity.ERROR, _FAMILY, what)
    yield Rule("cell_not_used", Severity.WARNING, _FAMILY, _UNUSED)
    yield Rule("file_not_read", Severity.WARNING, _FAMILY, _NEARLY_NAMED)
    yield Rule("known_without_finding", Severity.WARNING, _FAMILY, _STALE, may_stand=False)
