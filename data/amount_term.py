"""Amounts in filters: `>10m`, `<=$29bn`, `>40%` (`amount_reading.py` reads them)."""

from __future__ import annotations

from typing import TYPE_CHECKING

from scale_explorer.models.frozen import dataclass
from scale_explorer.models.text import clean

if TYPE_CHECKING:
    from decimal import Decimal


class AmountError(ValueError):
    """Not an amount; `unfinished` when more typing could make it one."""

    def __init__(self, text: str, *, unfinished: bool) -> None:
        super().__init__(f"{clean(text)!r} is no amount; write one such as >10m, <=$29bn or >40%.")
        self.unfinished = unfinished


@dataclass(frozen=True, slots=True)
class Amount:
    """A comparison with a number; `unit` is an ISO 4217 code, `%`, `×`, or empty for any unit.

    It keeps what may be so: a range that reaches above 10 million is kept by `>10m`.
    """

    comparison: str
    number: Decimal
    unit: str = ""
    negated: bool = False


def starts_amount(text: str) -> bool:
    """Say whether a term is meant as an amount."""
    return text.startswith((">", "<"))
