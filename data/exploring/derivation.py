"""How a share that no record of the set states came about, as a derived figure would tell it."""

from __future__ import annotations

from scale_explorer.models.quantity.display import show_range
from scale_explorer.models.quantity.unit import PERCENT, Unit

from ..store.rows.figures import Derivation, FigureRow, InputRow
from .exposure_words import share_words
from .shares import Share


def derivation(share: Share) -> Derivation | None:
    """Return how a share was computed here; None where a record of the set says it."""
    if share.figure is not None or share.part is None or share.whole is None:
        return None
    return Derivation(
        formula=f"{{{share.part.id}}} / {{{share.whole.id}}}",
        readable=f"{share.part.title} ÷ {share.whole.title}",
        inputs=(_input(share.part), _input(share.whole)),
        shown=share_words(share),
        range=show_range(share.value, PERCENT),
        error="",
    )


def _input(figure: FigureRow) -> InputRow:
    range_ = show_range(figure.value, Unit.parse(figure.unit)) if figure.value else ""
    return InputRow(figure.id, figure.title, figure.shown, range_, "")
