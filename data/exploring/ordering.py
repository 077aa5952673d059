"""The order in which counterparties of one side are told: the largest first."""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal

from .concentration import GONE, Concentration
from .counterparties import Counterparty
from .period import Period
from .totals import own_shares


def by_size(parties: Sequence[Counterparty], told: Concentration | None) -> list[Counterparty]:
    """Return the largest first, as far as figures of the time that is told of say.

    Then come those with any figure; of equals those that stand now, in the order of the set.
    """
    time, unit = (told.period, told.unit) if told else (None, "")
    return sorted(parties, key=lambda party: _weight(party, time, unit), reverse=True)


def _weight(
    party: Counterparty, time: Period | None, unit: str
) -> tuple[bool, Decimal, bool, bool]:
    size = _size(party, time, unit) if time is not None else None
    stands = party.tie.state.partition(",")[0] not in GONE
    return size is not None, size or Decimal(0), party.has_figures, stands


def _size(party: Counterparty, time: Period, unit: str) -> Decimal | None:
    """Return the middle of what is known of a size, else the end that is known."""
    shares = (share.value for share in own_shares(party) if unit == "%" and share.period == time)
    amount = party.at(time)
    stated = amount.value if amount and amount.unit == unit else None
    value = next(shares, stated)
    if value is None:
        return None
    ends = [end for end in (value.low, value.high) if end is not None]
    return sum(ends, Decimal(0)) / len(ends) if ends else Decimal(0)
