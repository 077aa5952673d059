"""Figures for one thing whose ranges do not meet, and those that an expectation holds together."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from itertools import islice
from typing import TypeAlias

from scale_explorer.models.claim import Modality
from scale_explorer.models.dataset import Dataset, Expectation
from scale_explorer.models.dates import Bounds, bounds
from scale_explorer.models.figure import Figure, FigureStatus, Measure
from scale_explorer.models.frozen import dataclass
from scale_explorer.models.quantity.evaluation import holds
from scale_explorer.models.quantity.formula import (
    Formula,
    FormulaError,
    Mention,
    parse,
    parse_expectation,
)
from scale_explorer.models.quantity.quantity import Quantity

from ..derive import Derived
from ..references import formula_inputs
from .dispute import Clash, DisputeKind

NEIGHBOURS = 50
"""Figures for one thing, of later start, that each is compared with."""
MOST = 4
"""Of these, the disputes that are told."""

_ALWAYS = Bounds(None, None)
_MAY_BE_SO = frozenset({Modality.POSSIBLE, Modality.CONDITIONAL})
"""What could be true contradicts nothing."""
_ADDS_UP = frozenset({Measure.REVENUE, Measure.SPEND})
"""What is less for a part of a period than for the whole."""
_EQUATES = frozenset({"~", "="})
"""Expectations that two amounts are one."""

_Same: TypeAlias = tuple[object, ...]


@dataclass(frozen=True, slots=True)
class _Known:
    """A figure with what it comes to, and whether it is a plan or computed from one."""

    figure: Figure
    quantity: Quantity
    planned: bool
    inputs: tuple[str, ...]

    @property
    def days(self) -> Bounds:
        period = self.figure.period
        return bounds(period) if isinstance(period, str) else _ALWAYS

    @property
    def order(self) -> tuple[str, str]:
        return self.days.first or "", self.figure.id


def unlike_figures(dataset: Dataset, derived: Mapping[str, Derived]) -> Iterator[Clash]:
    """Yield pairs of figures for one thing that cannot both be true, and each pair once.

    Plans are compared with plans only, and a figure never with one that it is computed from. Time
    is linear: each figure is held against a bounded number of those that start later.
    """
    alike: dict[_Same, list[_Known]] = {}
    for known in _known(dataset, derived):
        if known.figure.modality not in _MAY_BE_SO:
            alike.setdefault(_same(known), []).append(known)
    for figures in alike.values():
        ordered = sorted(figures, key=lambda known: known.order)
        for place, one in enumerate(ordered):
            later = ordered[place + 1 : place + 1 + NEIGHBOURS]
            for other in islice((each for each in later if _contradict(one, each)), MOST):
                yield Clash(DisputeKind.FIGURES, one.figure, other.figure)


def unmet_expectations(dataset: Dataset, derived: Mapping[str, Derived]) -> Iterator[Clash]:
    """Yield pairs of figures that the author expects to be one amount, and that are not.

    A side that is computed stands for the derived figure of that formula, if there is one: its
    inputs may each be right.
    """
    known = {key: done.quantity for key, done in derived.items() if done.quantity}
    computed = {_plain(each.formula): each for each in dataset.of(Figure) if each.formula}
    for expectation in dataset.expectations:
        sides = _sides(expectation, known)
        found = [_figure_of(side, dataset, computed) for side in sides]
        match found:
            case [Figure() as first, Figure() as second] if first is not second:
                alike = first.subject == second.subject
                reason = expectation.known
                yield Clash(DisputeKind.FIGURES, first, second, reason, alike=alike)
            case _:
                pass


def _known(dataset: Dataset, derived: Mapping[str, Derived]) -> Iterator[_Known]:
    """Yield the figures that come to something, each behind its inputs, as `derive` has them."""
    planned: set[str] = set()
    for key, done in derived.items():
        figure = dataset.by_id.get(key)
        if not isinstance(figure, Figure) or done.quantity is None:
            continue
        inputs = formula_inputs(figure.formula) if figure.formula else ()
        if figure.status is FigureStatus.PLANNED or not planned.isdisjoint(inputs):
            planned.add(key)
        yield _Known(figure, done.quantity, key in planned, inputs)


def _same(known: _Known) -> _Same:
    """Return what two figures must share to be about one thing; told periods are compared."""
    figure, period = known.figure, known.figure.period
    when = "dated" if isinstance(period, str) else period and (period.before, period.after)
    return (
        figure.subject, figure.measure, figure.scope, figure.relative_to,
        str(known.quantity.unit), when, known.planned,
    )  # fmt: skip


def _contradict(one: _Known, other: _Known) -> bool:
    if other.figure.id in one.inputs or one.figure.id in other.inputs:
        return False
    if one.quantity.interval.meets(other.quantity.interval):
        return False
    if one.days == other.days or one.figure.measure not in _ADDS_UP:
        return one.days.overlaps(other.days)
    return _part_exceeds_whole(one, other) or _part_exceeds_whole(other, one)


def _part_exceeds_whole(part: _Known, whole: _Known) -> bool:
    inside = _within(part.days, whole.days)
    return inside and whole.quantity.interval.certainly_below(part.quantity.interval)


def _within(part: Bounds, whole: Bounds) -> bool:
    begins = whole.first is None or (part.first is not None and whole.first <= part.first)
    ends = whole.last is None or (part.last is not None and part.last <= whole.last)
    return begins and ends


def _sides(expectation: Expectation, known: Mapping[str, Quantity]) -> tuple[Formula, ...]:
    """Return both sides of an expectation that two amounts are one, when it can be told to fail."""
    try:
        read = parse_expectation(expectation.that)
        if read.operator not in _EQUATES or holds(read, known):
            return ()
        left, _, right = read.text.partition(read.operator)
        return parse(left), parse(right)
    except FormulaError:  # told by the checks
        return ()


def _figure_of(side: Formula, dataset: Dataset, computed: Mapping[str, Figure]) -> Figure | None:
    if isinstance(side.root, Mention):
        found = dataset.by_id.get(side.root.figure)
        return found if isinstance(found, Figure) else None
    return computed.get(_plain(side.text))


def _plain(formula: str) -> str:
    """Return a formula without its blanks, to be found by."""
    return "".join(formula.split())
