"""How a derived figure came about: its formula in words, and its inputs with their quotes."""

from __future__ import annotations

import re

from scale_explorer.models.figure import Figure
from scale_explorer.models.quantity.display import show_range
from scale_explorer.models.quantity.quantity import Quantity

from ..analysis.amounts import amount
from ..analysis.figure_title import figure_title
from ..analysis.links import Links
from .rows.figures import Derivation, InputRow

_MENTION = re.compile(r"\{\s*([^{}]*?)\s*\}")
_SIGNS = {"*": "×", "/": "÷", "-": "−"}


def derivation(links: Links, figure: Figure, error: str = "") -> Derivation:
    """Return how a figure with a formula came about; `error` says why it came to nothing."""
    return Derivation(
        formula=figure.formula,
        readable=readable(links, figure.formula),
        inputs=tuple(_input(links, each) for each in links.inputs(figure)),
        shown=amount(links, figure),
        range=_range(links.quantity(figure)),
        error=error,
    )


def readable(links: Links, formula: str) -> str:
    """Return a formula with titles for ids and the signs that people write."""
    pieces = _MENTION.split(formula)
    return "".join(
        _titled(links, piece) if place % 2 else "".join(_SIGNS.get(sign, sign) for sign in piece)
        for place, piece in enumerate(pieces)
    )


def _titled(links: Links, figure_id: str) -> str:
    record = links.dataset.by_id.get(figure_id)
    return figure_title(links, record) if isinstance(record, Figure) else figure_id


def _input(links: Links, figure_id: str) -> InputRow:
    record = links.dataset.by_id.get(figure_id)
    if not isinstance(record, Figure):
        return InputRow(figure_id, figure_id, "", "", "")
    return InputRow(
        id=figure_id,
        label=figure_title(links, record),
        shown=amount(links, record),
        range=_range(links.quantity(record)),
        quote=record.evidence[0].exact if record.evidence else "",
    )


def _range(quantity: Quantity | None) -> str:
    return show_range(quantity.interval, quantity.unit) if quantity else ""
