"""How much was checked, and what it came to."""

from __future__ import annotations

from scale_explorer.data.checks.run import Report

from .counting import counted


def sums(report: Report) -> dict[str, int]:
    """Return the counts under the names that JSON has for them."""
    return {
        "quotes": report.quotes,
        "quotes_checked": report.quotes_checked,
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
        f"{report.quotes_checked:,} of {counted(report.quotes, 'quote')}",
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
