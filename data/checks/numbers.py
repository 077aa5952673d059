"""Whether the numbers agree: formulas and expectations."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from scale_explorer.models.quantity.display import show_range
from scale_explorer.models.quantity.evaluation import evaluate, holds
from scale_explorer.models.quantity.formula import FormulaError, parse_expectation
from scale_explorer.models.quantity.quantity import Quantity

from ..analysis.derive import FOLLOWS, formula_fault
from ..finding import Finding, Severity
from .context import At, Context


def formula_faults(context: Context) -> Iterator[Finding]:
    """Tell of formulas that cannot be read or computed; what only follows is not repeated."""
    for figure_id, derived in context.derived.items():
        if (error := derived.error) and error.code != FOLLOWS:
            yield context.error(error.code, error.message, At(figure_id, "formula"))


def expectation_failed(context: Context) -> Iterator[Finding]:
    """Tell of expectations that do not hold, with the author's reason for letting one stand."""
    known = {key: done.quantity for key, done in context.derived.items() if done.quantity}
    pairs = zip(context.dataset.expectations, context.loaded.expected, strict=True)
    for expectation, origin in pairs:
        code, message = _fault(expectation.that, known, context)
        if message:
            place = context.loaded.places.at(origin, "that")
            reason = expectation.known
            yield Finding(code, Severity.ERROR, message, place=place, known=reason)


def _fault(text: str, known: Mapping[str, Quantity], context: Context) -> tuple[str, str]:
    """Return the code and message of an expectation that is not met; both empty when it is."""
    try:
        expectation = parse_expectation(text)
        for figure in expectation.inputs:
            if figure not in known:
                return _without_amount(figure, context)
        left, right = evaluate(expectation.left, known), evaluate(expectation.right, known)
    except FormulaError as error:
        return formula_fault(error)
    if left.unit != right.unit:
        return "unit_mismatch", f"{text}: cannot compare {left.unit} with {right.unit}"
    if holds(expectation, known):
        return "", ""
    return "expectation_failed", f"{text} does not hold: {_shown(left)}, and {_shown(right)}"


def _without_amount(figure_id: str, context: Context) -> tuple[str, str]:
    """Tell of a figure that is not there; why one comes to nothing is told elsewhere."""
    if figure_id in context.derived or figure_id in context.loaded.broken:
        return "", ""
    return "dangling_reference", f"that names {figure_id}, which is no figure of the set"


def _shown(quantity: Quantity) -> str:
    return show_range(quantity.interval, quantity.unit)
