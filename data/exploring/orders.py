"""What a customer ordered for a price, and how that compares to what either end comes to in a time.

A price is paid once, nobody says when: it is neither spending nor revenue of a year. So it is no
part of any sum or share of those, and is set against them only where the data set does so.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from ..store.protocol import Store
from ..store.rows.edges import EdgeRow
from ..store.rows.figures import FigureRow
from ..store.rows.lens import Lens
from ..store.rows.records import RecordRow
from .leading import leading, one_a_period, with_numbers
from .period import period_of
from .shares import SHARE, WHOLES

PRICE, MULTIPLE = "price", "multiple"
_COMPARED = frozenset({SHARE, MULTIPLE})


@dataclass(frozen=True, slots=True)
class Comparison:
    """A figure of the set that says which part or multiple of a `whole` a price is.

    `own` says whether the whole is that of the company in the middle, or of its counterparty.
    """

    figure: FigureRow
    whole: FigureRow
    own: bool


@dataclass(frozen=True, slots=True)
class Order:
    """A price that was agreed on, by which `deal` if the set has it, and what it is set against."""

    price: FigureRow
    deal: RecordRow | None = None
    compared: tuple[Comparison, ...] = ()


def orders(
    store: Store, tie: EdgeRow, known: Mapping[str, tuple[FigureRow, ...]], lens: Lens
) -> tuple[Order, ...]:
    """Return what was ordered over a tie of trade; of several prices for one thing the leading."""
    bearing = tuple(with_numbers(known.get(tie.claim, ())))
    prices = tuple(_leading(one for one in bearing if one.measure == PRICE and _is_whole(one, tie)))
    wholes = tuple(_wholes(tie, known)) if prices else ()
    return tuple(
        Order(
            price,
            None if price.subject == tie.claim else store.record(price.subject, lens),
            tuple(_compared(price, bearing, wholes)),
        )
        for price in prices
    )


def _is_whole(price: FigureRow, tie: EdgeRow) -> bool:
    return price.scope in {None, tie.near, tie.far}


def _leading(prices: Iterable[FigureRow]) -> Iterator[FigureRow]:
    """Yield one price a contract and time; those of unknown time are of the same thing."""
    contracts: dict[str, list[FigureRow]] = {}
    for price in prices:
        contracts.setdefault(price.subject, []).append(price)
    for found in contracts.values():
        dated = one_a_period(one for one in found if period_of(one).is_known)
        undated = leading(one for one in found if not period_of(one).is_known)
        yield from (dated if undated is None else (*dated, undated))


def _wholes(
    tie: EdgeRow, known: Mapping[str, tuple[FigureRow, ...]]
) -> Iterator[tuple[FigureRow, bool]]:
    """Yield what either end comes to, and whether it is the company in the middle that does."""
    for end, own in ((tie.near, True), (tie.far, False)):
        yield from ((one, own) for one in known.get(end, ()) if one.measure in WHOLES)


def _compared(
    price: FigureRow, bearing: Iterable[FigureRow], wholes: Iterable[tuple[FigureRow, bool]]
) -> Iterator[Comparison]:
    ends = {whole.id: (whole, own) for whole, own in wholes}
    for figure in bearing:
        same = figure.subject == price.subject
        if same and figure.measure in _COMPARED and figure.whole in ends:
            yield Comparison(figure, *ends[figure.whole])
