"""How much was checked, and what it came to."""

from __future__ import annotations

from scale_explorer.data.checks.run import Report

from .counting import counted


def sums(report: Report) -> dict[str, int]:
    """Return the counts under the names that JSON has for them."""
    return {
        "quotes": report.quotes,
        "quotes_checked": report.quotes_checked,
        "quotes_by_lock": report.quotes_by_lock,
        "figures": report.figures_checked,
        "references": report.references_checked,
        "expectations": report.expectations_checked,
        "errors": report.errors,
        "warnings": report.warnings,
        "known": report.known,
    }


def summary(report: Report) -> str:
    """Tell the counts in a sentence."""
    checked = (
        f"{report.quotes_checked:,} of {counted(report.quotes, 'quote')}{_by_lock(report)}",
        counted(report.figures_checked, "figure"),
        counted(report.references_checked, "reference"),
        counted(report.expectations_checked, "expectation"),
    )
    found = (
        counted(report.errors, "error"),
        counted(report.warnings, "warning"),
        f"{report.known:,} known",
    )
    return f"Checked {', '.join(checked)}: {', '.join(found)}."


def _by_lock(report: Report) -> str:
    """Say how many were only looked up in what the authors found, whose text is not here."""
    locked = report.quotes_by_lock
    if not locked:
        return ""
    return f" ({'all' if locked == report.quotes_checked else f'{locked:,}'} by the lock)"
