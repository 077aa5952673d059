"""Rows of figures as numbers, and how a derived one came about."""

from __future__ import annotations

from typing import TYPE_CHECKING

from scale_explorer.models.frozen import dataclass

if TYPE_CHECKING:
    from scale_explorer.models.quantity.interval import Interval


@dataclass(frozen=True, slots=True)
class FigureRow:
    """A figure with its number: `value` is None for a derived one that came to nothing.

    `measure`, `status`, `hedge` and `prefer` are the codes of `models/figure.py`, `unit` as
    `models/quantity/unit.py` reads it. `first` and `last` are the days (ISO 8601) that its period
    spans, empty where it has none or an open one. `whole` is the figure that it is a share or
    multiple of. `shown` is the amount as lists show it.
    """

    id: str
    subject: str
    measure: str
    status: str
    hedge: str
    prefer: str
    unit: str
    value: Interval | None
    shown: str
    scope: str | None
    relative_to: str | None
    whole: str | None
    period: str
    first: str
    last: str
    title: str
    state: str
    quotes: int
    flags: frozenset[str]

    @property
    def is_derived(self) -> bool:
        """Whether the program computed it."""
        return self.status == "derived"


@dataclass(frozen=True, slots=True)
class InputRow:
    """A figure that a derived one is computed from, with the words of its first quote."""

    id: str
    label: str
    shown: str
    range: str
    quote: str


@dataclass(frozen=True, slots=True)
class Derivation:
    """How a derived figure came about; `error` says why it could not be computed."""

    formula: str
    readable: str
    inputs: tuple[InputRow, ...]
    shown: str
    range: str
    error: str
