"""How a figure’s amount changed, as written: `about $150 million → about $200 million`."""

from __future__ import annotations

from collections.abc import Iterator
from typing import cast

from scale_explorer.models.figure import Figure
from scale_explorer.models.quantity.display import show_range

from ..analysis.amounts import amount
from .change import Detail
from .compared import Compared
from .version import Version
from .wording import from_to, told


def told_amount(compared: Compared) -> Iterator[Detail]:
    """Yield how a figure's amount or formula changed; the range, where both are worded alike."""
    before, now, old, new = compared.before, compared.now, compared.named, compared.new
    if not (isinstance(old, Figure) and isinstance(new, Figure)):
        return
    yield from told("formula", "formula", _formula(old), _formula(new))
    if old.formula and new.formula:
        # What it came to is known under the id that it had.
        then = cast("Figure", compared.old)
        came_to = amount(before.links, then), amount(now.links, new)
        yield from told("computed", "comes to", *came_to)
        yield from told("unit", "unit", old.unit, new.unit)
    elif _stated(old) != _stated(new):
        said = _said(before, old), _said(now, new)
        if said[0] == said[1]:
            said = _range(before, old), _range(now, new)
        yield Detail("value", from_to(*said), *said)


def _formula(figure: Figure) -> str:
    return figure.formula.replace("{", "").replace("}", "")


def _stated(figure: Figure) -> tuple[object, ...]:
    value = figure.value.to_json() if figure.value else None
    return str(value), figure.unit, figure.hedge, figure.as_written


def _said(version: Version, figure: Figure) -> str:
    return figure.as_written or amount(version.links, figure) or "no amount"


def _range(version: Version, figure: Figure) -> str:
    quantity = version.links.quantity(figure)
    shown = show_range(quantity.interval, quantity.unit) if quantity else "no amount"
    return f"{_said(version, figure)} ({shown}, {figure.hedge.value.replace('_', ' ')})"
