"""Whether formulas and expectations can be computed, and whether those hold.

What only follows from a fault that is told elsewhere is not told again.
"""

from __future__ import annotations

from collections.abc import Iterator

from ..finding import Finding
from .context import At, Context


def formula_error(context: Context) -> Iterator[Finding]:
    """Tell of formulas and expectations that cannot be read."""
    yield from _faults(context, "formula_error")


def formula_cycle(context: Context) -> Iterator[Finding]:
    """Tell of formulas that go in a circle."""
    yield from _faults(context, "formula_cycle")


def division_by_zero(context: Context) -> Iterator[Finding]:
    """Tell of formulas and expectations that divide by a range that holds zero."""
    yield from _faults(context, "division_by_zero")


def unit_mismatch(context: Context) -> Iterator[Finding]:
    """Tell of formulas and expectations whose units do not go together, such as USD + EUR."""
    yield from _faults(context, "unit_mismatch")


def expectation_failed(context: Context) -> Iterator[Finding]:
    """Tell of expectations that do not hold."""
    yield from context.unmet("expectation_failed")


def _faults(context: Context, code: str) -> Iterator[Finding]:
    for figure_id, derived in context.derived.items():
        if (error := derived.error) and error.code == code:
            yield context.error(code, error.message, At(figure_id, "formula", error.words))
    yield from context.unmet(code)
