"""What every figure comes to: stated ones as they stand, derived ones by their formulas."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from contextlib import suppress
from graphlib import CycleError, TopologicalSorter

from scale_explorer.models.dataset import Dataset
from scale_explorer.models.figure import Figure
from scale_explorer.models.frozen import dataclass
from scale_explorer.models.quantity.evaluation import UnknownFigureError, evaluate
from scale_explorer.models.quantity.formula import Formula, FormulaError, parse
from scale_explorer.models.quantity.interval import IntervalError
from scale_explorer.models.quantity.quantity import Quantity
from scale_explorer.models.quantity.unit import Unit, UnitError

from ..finding import Finding, Severity

_STEPS = 8  # figures of a circle that its message names
FOLLOWS = "input_without_amount"
"""The code of an error that only follows from one that is told elsewhere."""


@dataclass(frozen=True, slots=True)
class Derived:
    """What a figure comes to, in its unit, or why that cannot be told."""

    quantity: Quantity | None
    error: Finding | None = None


def derive(dataset: Dataset) -> Mapping[str, Derived]:
    """Compute every figure of the set, by id; takes linear time and never raises."""
    results: dict[str, Derived] = {}
    formulas: dict[str, Formula] = {}
    figures = {figure.id: figure for figure in dataset.of(Figure)}
    for figure in figures.values():
        if figure.value is not None:
            results[figure.id] = Derived(Quantity(figure.value, Unit.parse(figure.unit)))
        else:
            _read(figure, formulas, results)
    inputs = {key: _derived_inputs(formula, formulas) for key, formula in formulas.items()}
    known = {key: done.quantity for key, done in results.items() if done.quantity}
    for key in _in_order(inputs):
        results[key] = _computed(figures[key], formulas[key], known)
        if (quantity := results[key].quantity) is not None:
            known[key] = quantity
    return results | _stuck({key: inputs[key] for key in inputs if key not in results})


def formula_fault(error: FormulaError) -> tuple[str, str, str]:
    """Return code, message and words of the fault in a formula that comes to nothing."""
    return _code(error), str(error), error.text[error.position :]


def _code(error: FormulaError) -> str:
    cause = error.__context__
    if isinstance(error, UnknownFigureError):
        return FOLLOWS
    if isinstance(cause, UnitError):
        return "unit_mismatch"
    if isinstance(cause, IntervalError) and error.text[error.position] == "/":
        return "division_by_zero"
    return "formula_error"


def _read(figure: Figure, formulas: dict[str, Formula], results: dict[str, Derived]) -> None:
    try:
        formulas[figure.id] = parse(figure.formula)
    except FormulaError as error:
        results[figure.id] = _failed(figure.id, *formula_fault(error))


def _derived_inputs(formula: Formula, formulas: Mapping[str, Formula]) -> tuple[str, ...]:
    return tuple(key for key in formula.inputs if key in formulas)


def _in_order(inputs: Mapping[str, tuple[str, ...]]) -> Iterator[str]:
    """Yield figures after those that they are computed from; what a cycle blocks is left out."""
    sorter = TopologicalSorter(inputs)
    with suppress(CycleError):
        sorter.prepare()
    while ready := sorter.get_ready():
        yield from ready
        sorter.done(*ready)


def _computed(figure: Figure, formula: Formula, known: Mapping[str, Quantity]) -> Derived:
    try:
        quantity = evaluate(formula, known)
        return Derived(quantity.as_unit(Unit.parse(figure.unit)))
    except FormulaError as error:
        return _failed(figure.id, *formula_fault(error))
    except UnitError as error:
        return _failed(figure.id, "unit_mismatch", f"the formula gives another unit: {error}")
    except IntervalError as error:
        return _failed(figure.id, "formula_error", str(error))


def _stuck(inputs: Mapping[str, tuple[str, ...]]) -> dict[str, Derived]:
    """Explain figures that could not be ordered: on a cycle, or computed from one on it."""
    found = {
        key: _failed(key, FOLLOWS, "it is computed from figures whose formulas go in a circle")
        for key in inputs
    }
    blocked = {key: next(each for each in inputs[key] if each in inputs) for key in inputs}
    for cycle in _cycles(blocked):
        steps = cycle if len(cycle) <= _STEPS else (*cycle[:_STEPS], "…")
        message = f"the formulas go in a circle: {' → '.join((*steps, cycle[0]))}"
        found |= {key: _failed(key, FOLLOWS, message) for key in cycle}
        found[cycle[0]] = _failed(cycle[0], "formula_cycle", message)
    return found


def _cycles(leads_to: Mapping[str, str]) -> Iterator[tuple[str, ...]]:
    """Yield the circles among keys that each lead to one other."""
    visited: set[str] = set()
    for start in leads_to:
        path: dict[str, int] = {}
        key = start
        while key not in visited:
            visited.add(key)
            path[key] = len(path)
            key = leads_to[key]
        if key in path:
            yield tuple(path)[path[key] :]


def _failed(figure_id: str, code: str, message: str, words: str = "") -> Derived:
    return Derived(None, Finding(code, Severity.ERROR, message, figure_id, words=words))
