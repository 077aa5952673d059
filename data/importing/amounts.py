"""Amounts of imported figures: read as a figure of a checked set is, and kept as numbers."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass, replace
from decimal import Decimal
from functools import lru_cache
from typing import Any, cast

from scale_explorer.models.figure import Measure
from scale_explorer.models.quantity.display import show
from scale_explorer.models.quantity.hedge import Hedge
from scale_explorer.models.quantity.interval import Interval
from scale_explorer.models.quantity.reading import read
from scale_explorer.models.quantity.unit import Unit

MOST_KEPT = 50_000
"""Amounts whose reading is remembered: round ones come again and again."""


@dataclass(frozen=True, slots=True)
class Amount:
    """What a figure comes to: as lists show it, its unit, its interval as JSON list and as ends.

    `words` are those that it was read from, if any.
    """

    shown: str
    unit: str
    hedge: str
    value: str | None
    low: float | None
    high: float | None
    words: str = ""


NO_AMOUNT = Amount("", "", Hedge.EXACT.value, None, None, None)
"""Of a figure without a number, such as one that only a formula tells."""


def amount_of(fields: Mapping[str, Any]) -> Amount:
    """Return the amount of a figure; raises ValueError where it cannot be read."""
    value, unit = fields.get("value"), str(fields.get("unit") or "")
    if value is None:
        return NO_AMOUNT
    ranked = fields.get("measure") == Measure.POSITION
    hedge = fields.get("hedge")
    if isinstance(value, str):
        return _written(value, unit, hedge, ranked=ranked)
    if isinstance(value, Mapping):
        members = tuple(cast("Mapping[str, Any]", value).items())
        return _stored(members, unit, hedge, ranked=ranked)
    interval = Interval.exactly(Decimal(str(value)))
    return _amount(interval, unit, Hedge(hedge or Hedge.EXACT), ranked=ranked)


@lru_cache(1_000)
def _unit(text: str) -> Unit:
    return Unit.parse(text)


def _compact(interval: Interval) -> list[str | int | None]:
    """Return an interval's members in the order in which an index keeps them."""
    written = interval.to_json()
    ends = (written["stated"], written["low"], written["high"])
    opened = int(interval.low_open), int(interval.high_open)
    return [*(None if end is None else str(end) for end in ends), *opened]


@lru_cache(MOST_KEPT)
def _written(text: str, unit: str, hedge: str | None, *, ranked: bool) -> Amount:
    reading = read(text)
    hedged = Hedge(hedge or reading.hedge)
    found = _amount(reading.interval, unit or str(reading.unit), hedged, ranked=ranked)
    return replace(found, words=reading.as_written)


@lru_cache(MOST_KEPT)
def _stored(
    members: tuple[tuple[str, Any], ...], unit: str, hedge: str | None, *, ranked: bool
) -> Amount:
    interval = Interval.from_json(dict(members))
    return _amount(interval, unit, Hedge(hedge or Hedge.EXACT), ranked=ranked)


def _amount(interval: Interval, unit: str, hedge: Hedge, *, ranked: bool) -> Amount:
    read_unit = _unit(unit)
    shown = f"no. {interval.stated}" if ranked else show(interval, read_unit, hedge)
    low, high = interval.low, interval.high
    return Amount(
        shown,
        str(read_unit),
        hedge.value,
        json.dumps(_compact(interval), separators=(",", ":")),
        float("-inf" if low is None else low),
        float("inf" if high is None else high),
    )
