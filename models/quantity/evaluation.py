"""Evaluation: what a formula or an expectation comes to, given the figures it mentions."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Final

from ..frozen import dataclass
from .formula import Chain, Expectation, Formula, FormulaError, Mention, Negative, Node, Number
from .interval import Interval, IntervalError
from .quantity import Quantity
from .unit import UnitError

_OPERATIONS: Final[dict[str, Callable[[Quantity, Quantity], Quantity]]] = {
    "+": Quantity.__add__,
    "-": Quantity.__sub__,
    "*": Quantity.__mul__,
    "/": Quantity.__truediv__,
}
_COMPARISONS: Final[dict[str, Callable[[Interval, Interval], bool]]] = {
    "~": Interval.meets,
    "<": Interval.certainly_below,
    "<=": Interval.certainly_at_most,
    "=": Interval.same_as,
}


class UnknownFigureError(FormulaError):
    """A formula mentions a figure that is not there."""

    def __init__(self, figure: str, text: str, position: int) -> None:
        super().__init__(f"there is no figure {figure!r}", text, position)
        self.figure = figure


@dataclass(frozen=True, slots=True)
class Outcome:
    """Whether an expectation holds, and what its two sides came to; true when it holds."""

    holds: bool
    left: Quantity
    right: Quantity

    def __bool__(self) -> bool:
        return self.holds


def evaluate(formula: Formula, figures: Mapping[str, Quantity]) -> Quantity:
    """Calculate a formula with shares as plain numbers; raises FormulaError.

    The result is in base units: turn a share into percent with `as_unit`.
    """
    value = _value(formula.root, formula.text, figures)
    try:
        return value.in_base()
    except IntervalError as error:
        raise FormulaError(str(error), formula.text, 0) from None


def holds(expectation: Expectation, figures: Mapping[str, Quantity]) -> Outcome:
    """Compare the two sides of an expectation; raises FormulaError."""
    left = evaluate(expectation.left, figures)
    right = evaluate(expectation.right, figures)
    if left.unit != right.unit:
        position = expectation.text.index(expectation.operator)
        message = f"cannot compare {left.unit} with {right.unit}"
        raise FormulaError(message, expectation.text, position)
    compare = _COMPARISONS[expectation.operator]
    return Outcome(compare(left.interval, right.interval), left, right)


def _value(node: Node, text: str, figures: Mapping[str, Quantity]) -> Quantity:
    match node:
        case Number(quantity):
            return quantity
        case Mention(figure, position):
            if figure not in figures:
                raise UnknownFigureError(figure, text, position)
            return figures[figure]
        case Negative(operand):
            return -_value(operand, text, figures)
        case Chain():
            return _chained(node, text, figures)


def _chained(chain: Chain, text: str, figures: Mapping[str, Quantity]) -> Quantity:
    result = _value(chain.first, text, figures)
    for step in chain.steps:
        operand = _value(step.operand, text, figures)
        try:
            result = _OPERATIONS[step.operation](result, operand)
        except (IntervalError, UnitError) as error:
            raise FormulaError(str(error), text, step.position) from None
    return result
