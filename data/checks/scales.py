"""Whether a figure is off by a scale word from what else is known of the same thing."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal
from typing import TypeAlias

from scale_explorer.models.claim import Preference
from scale_explorer.models.figure import Figure
from scale_explorer.models.quantity.decimals import NEAREST
from scale_explorer.models.quantity.display import show_range

from ..finding import Finding
from .context import At, Context

_Same: TypeAlias = tuple[object, ...]

_SLIPS = {Decimal(1_000): "1,000", Decimal(1_000_000): "a million"}
_NOTHING = Decimal(0)
_SLACK = Decimal(2)
"""How far from a thousand the factor may be: between two years a figure may well double."""


def scale_slip(context: Context) -> Iterator[Finding]:
    """Warn of figures about a thousand or a million times another of the same thing and measure.

    Each is held against the one before it in the files, so the time is linear.
    """
    before: dict[_Same, Figure] = {}
    for figure in context.dataset.of(Figure):
        if figure.prefer is Preference.DEPRECATED or not _size(figure):
            continue
        alike = (figure.subject, figure.measure, figure.scope, figure.unit)
        other = before.get(alike)
        if other is not None and (slip := _slip(figure, other)):
            yield _slipped(context, figure, other, slip)
        else:
            before[alike] = figure


def _size(figure: Figure) -> Decimal | None:
    """Return the number that was stated, or an end of the range."""
    value = figure.value
    if value is None:
        return None
    return value.stated or value.high or value.low


def _slip(one: Figure, other: Figure) -> str:
    """Return the factor between two figures in words, where it is that of a scale word."""
    smaller, larger = sorted((_size(figure) or _NOTHING).copy_abs() for figure in (one, other))
    if not smaller:
        return ""
    factor = NEAREST.divide(larger, smaller)
    slips = (word for by, word in _SLIPS.items() if by / _SLACK <= factor <= by * _SLACK)
    return next(slips, "")


def _slipped(context: Context, figure: Figure, other: Figure, slip: str) -> Finding:
    shown, known = _shown(context, figure), _shown(context, other)
    message = f"{shown} is about {slip} times off {known} in {other.id}"
    hint = "is a scale word wrong, such as million for billion?"
    return context.warning("scale_slip", message, At(figure.id, "value"), hint)


def _shown(context: Context, figure: Figure) -> str:
    quantity = context.derived[figure.id].quantity
    return show_range(quantity.interval, quantity.unit) if quantity else "nothing"
