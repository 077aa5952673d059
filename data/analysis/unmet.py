"""What is wrong with a set's expectations: those that do not hold, or cannot be computed.

One that holds is wrong too, when its author explains why it does not.
"""

from __future__ import annotations

from collections.abc import Container, Iterator, Mapping

from scale_explorer.models.dataset import Dataset, Expectation
from scale_explorer.models.frozen import dataclass
from scale_explorer.models.quantity.display import show_range
from scale_explorer.models.quantity.evaluation import evaluate, holds
from scale_explorer.models.quantity.formula import FormulaError, parse_expectation
from scale_explorer.models.quantity.quantity import Quantity

from .derive import Derived, formula_fault


@dataclass(frozen=True, slots=True)
class Unmet:
    """An expectation, by its number from 0, and what is wrong with which of its words."""

    number: int
    code: str
    message: str
    words: str = ""


def unmet(
    dataset: Dataset, derived: Mapping[str, Derived], broken: Container[str]
) -> Iterator[Unmet]:
    """Yield the expectations that are not met, in file order.

    Those that only miss the amount of a figure which is told elsewhere are passed over: it comes to
    nothing, or is among the `broken` records.
    """
    amounts = {key: done.quantity for key, done in derived.items() if done.quantity}
    for number, expectation in enumerate(dataset.expectations):
        try:
            found = _fault(number, expectation, amounts)
        except FormulaError as error:
            found = Unmet(number, *formula_fault(error))
        if found and not (found.code == _NO_FIGURE and _is_told(found.words, derived, broken)):
            yield found


_NO_FIGURE = "dangling_reference"
NEEDLESS = "known_without_finding"
"""The code of one that holds, although `known` says why it does not."""


def _fault(number: int, told: Expectation, amounts: Mapping[str, Quantity]) -> Unmet | None:
    """Return what is wrong with an expectation; raises FormulaError when it is no formula."""
    text = told.that
    expectation = parse_expectation(text)
    for figure in expectation.inputs:
        if figure not in amounts:
            message = f"that names {figure}, which is no figure of the set"
            return Unmet(number, _NO_FIGURE, message, figure)
    left, right = evaluate(expectation.left, amounts), evaluate(expectation.right, amounts)
    if left.unit != right.unit:
        message = f"{text}: cannot compare {left.unit} with {right.unit}"
        return Unmet(number, "unit_mismatch", message)
    if holds(expectation, amounts):
        return Unmet(number, NEEDLESS, f"{text} holds") if told.known else None
    message = f"{text} does not hold: {_shown(left)}, and {_shown(right)}"
    return Unmet(number, "expectation_failed", message)


def _is_told(figure: str, derived: Mapping[str, Derived], broken: Container[str]) -> bool:
    return figure in derived or figure in broken


def _shown(quantity: Quantity) -> str:
    return show_range(quantity.interval, quantity.unit)
