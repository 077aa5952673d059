"""Who a company sells to, buys from, is owned by and competes with, and for how much."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from scale_explorer.models.frozen import dataclass, field, replace

from ..store.protocol import Store
from ..store.rows.edges import EdgeRow
from ..store.rows.figures import FigureRow
from ..store.rows.lens import PLAIN_LENS, Lens
from .counterparties import Counterparty, counterparties
from .leading import PLANNED, one_a_period, with_numbers
from .period import period_of
from .shares import WHOLES
from .sides import Side, ties_of


@dataclass(frozen=True, slots=True)
class Exposure:
    """The counterparties of one record, in the order of its ties.

    `off` are those whose ties are switched off, as they would be; `wholes` are its own revenue and
    spending by time, newest first; `left_out` is how many ties were not looked at, because there
    are too many: then `whole` has how many each side has, from stored counts.
    """

    record: str
    parties: tuple[Counterparty, ...]
    wholes: tuple[FigureRow, ...]
    left_out: int = 0
    off: tuple[Counterparty, ...] = ()
    whole: Mapping[Side, int] = field(default_factory=dict[Side, int])

    def on(self, side: Side) -> tuple[Counterparty, ...]:
        """Return those who stand on one side."""
        return tuple(party for party in self.parties if party.side is side)


def exposure(store: Store, record: str, lens: Lens = PLAIN_LENS) -> Exposure:
    """Return the counterparties of a record, with at most a handful of queries.

    Its ties are asked for once, with those that are switched off: these make nothing else fall away
    that is a tie.
    """
    looked_at = ties_of(store, record, replace(lens, without=frozenset()))
    ties = looked_at.edges
    standing = [tie for tie in ties if tie.claim not in lens.without]
    parties, known = counterparties(store, record, standing, lens)
    own = [one for one in with_numbers(known.get(record, ())) if _is_whole(one)]
    off = switched_off(store, record, ties, lens) if len(standing) < len(ties) else ()
    return Exposure(record, parties, _by_time(own), looked_at.left_out, off, looked_at.whole)


def switched_off(
    store: Store, record: str, ties: Iterable[EdgeRow], lens: Lens
) -> tuple[Counterparty, ...]:
    """Return who stands at the ties that a lens switches off, with what is known of them."""
    then = replace(lens, without=frozenset())
    off = [tie for tie in ties if tie.claim in lens.without]
    return counterparties(store, record, off, then)[0]


def _is_whole(figure: FigureRow) -> bool:
    return figure.measure in WHOLES and figure.scope is None and figure.status != PLANNED


def _by_time(figures: list[FigureRow]) -> tuple[FigureRow, ...]:
    """Return one figure a measure and time, the newest first, revenue before spending."""
    found = (
        figure
        for measure in sorted(WHOLES)
        for figure in one_a_period(one for one in figures if one.measure == measure)
    )
    return tuple(sorted(found, key=lambda one: (period_of(one).age, one.measure), reverse=True))
