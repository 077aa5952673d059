"""Which of several figures for one thing leads: the author's preferred one, else the newest."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from ..store.rows.figures import FigureRow
from .period import Period, period_of

PLANNED = "planned"
_PREFERENCE = {"preferred": 2, "normal": 1, "deprecated": 0}
_STANDING = {"reported": 3, "estimated": 2, "derived": 1, PLANNED: 0}


def rank(figure: FigureRow) -> tuple[int, int, tuple[str, str]]:
    """Return what the leading figure has most of: preference, standing, newness."""
    preference = _PREFERENCE.get(figure.prefer, 1)
    return preference, _STANDING.get(figure.status, 0), period_of(figure).age


def leading(figures: Iterable[FigureRow]) -> FigureRow | None:
    """Return the one that leads; of equals the first."""
    return max(figures, key=rank, default=None)


def one_a_period(figures: Iterable[FigureRow]) -> tuple[FigureRow, ...]:
    """Return the leading figure of each time, and all of unknown time, best ranked first."""
    best: dict[Period | str, FigureRow] = {}
    for figure in figures:
        time = period_of(figure)
        place = time if time.is_known else figure.id
        held = best.get(place)
        if held is None or rank(figure) > rank(held):
            best[place] = figure
    return tuple(sorted(best.values(), key=rank, reverse=True))


def of_first_measure(figures: Sequence[FigureRow], measures: Sequence[str]) -> list[FigureRow]:
    """Return the figures of the first of some measures that there are any of."""
    there = {figure.measure for figure in figures}
    first = next((measure for measure in measures if measure in there), None)
    return [figure for figure in figures if figure.measure == first]


def with_numbers(figures: Iterable[FigureRow]) -> Iterator[FigureRow]:
    """Leave out computed figures that came to nothing."""
    return (figure for figure in figures if figure.value is not None)
