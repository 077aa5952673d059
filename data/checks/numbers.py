"""Whether figures for one and the same thing agree."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TypeAlias

from scale_explorer.models.claim import Preference
from scale_explorer.models.dates import Bounds, bounds
from scale_explorer.models.figure import Figure, FigureStatus
from scale_explorer.models.quantity.display import show_range
from scale_explorer.models.quantity.quantity import Quantity

from ..finding import Finding
from .context import At, Context

_NEIGHBOURS = 50  # figures of later start that each is compared with
_ALWAYS = Bounds(None, None)

_Same: TypeAlias = tuple[object, ...]


def figures_conflict(context: Context) -> Iterator[Finding]:
    """Warn of reported figures for one thing and overlapping periods that cannot both be true.

    Each is told against one other, of a bounded number that start later, so the time is linear.
    """
    alike: dict[_Same, list[Figure]] = {}
    for figure in context.dataset.of(Figure):
        if _is_reported(figure):
            alike.setdefault(_same(figure), []).append(figure)
    for figures in alike.values():
        ordered = sorted(figures, key=lambda figure: _days(figure).first or "")
        for place, figure in enumerate(ordered):
            later = ordered[place + 1 : place + 1 + _NEIGHBOURS]
            other = next((each for each in later if _conflict(figure, each)), None)
            if other is not None:
                yield _conflicting(context, figure, other)


def _is_reported(figure: Figure) -> bool:
    stands = figure.prefer is not Preference.DEPRECATED
    return stands and figure.status is FigureStatus.REPORTED and figure.value is not None


def _same(figure: Figure) -> _Same:
    """Return what two figures must share to be about one thing; told periods are compared."""
    period = figure.period
    when = "dated" if isinstance(period, str) else period and (period.before, period.after)
    return (
        figure.subject, figure.measure, figure.scope, figure.relative_to, figure.unit, when,
    )  # fmt: skip


def _days(figure: Figure) -> Bounds:
    return bounds(figure.period) if isinstance(figure.period, str) else _ALWAYS


def _conflict(one: Figure, other: Figure) -> bool:
    if one.value is None or other.value is None or one.value.meets(other.value):
        return False
    return _days(one).overlaps(_days(other))


def _conflicting(context: Context, one: Figure, other: Figure) -> Finding:
    first, second = (_shown(context.derived[each.id].quantity) for each in (one, other))
    message = f"{first} here and {second} in {other.id} cannot both be true"
    hint = 'say period, scope or status where they differ, or prefer = "deprecated" for one'
    return context.warning("figures_conflict", message, At(one.id, "value"), hint)


def _shown(quantity: Quantity | None) -> str:
    return show_range(quantity.interval, quantity.unit) if quantity else "nothing"
