"""Shares, sums and concentration in words: ranges as they are known, and what is not known."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from scale_explorer.models.quantity.display import show_derived
from scale_explorer.models.quantity.interval import Interval
from scale_explorer.models.quantity.unit import PERCENT, Unit

from .at_risk import AtRisk, Loss
from .concentration import TOP, Concentration
from .counterparties import Counterparty
from .period import Period
from .shares import Share
from .sides import Side
from .totals import ShareTotal, Total, totals

DERIVED = "ƒ"
"""Marks what was computed, by the set or here."""
_SINGULAR = {
    Side.OWNERS: "owner", Side.SUPPLIERS: "supplier", Side.CUSTOMERS: "customer",
    Side.HOLDINGS: "holding", Side.COMPETITORS: "competitor", Side.PARTNERS: "partner",
}  # fmt: skip
_AT_LEAST = {"≥": "at least", ">": "over", "<": "under", "≤": "at most"}


def counted(count: int, side: Side) -> str:
    """Return how many stand on a side: `1 customer`, `no suppliers`."""
    number = f"{count:,}" if count else "no"
    return f"{number} {_SINGULAR[side] if count == 1 else side.value}"


def percent(share: Share) -> str:
    """Return a share without what it is of: `15–19 % ƒ`."""
    if share.figure is not None:
        return share.figure.shown
    return f"{show_derived(share.value, PERCENT)} {DERIVED}"


def share_words(share: Share) -> str:
    """Return a share with what it is of: `15–19 % of revenue ƒ`, `3 % of its spend`."""
    shown = percent(share)
    mark = f" {DERIVED}" if shown.endswith(DERIVED) else ""
    return f"{shown.removesuffix(mark)} {of_whole(share.of, own=share.own)}{mark}"


def of_whole(measure: str, *, own: bool) -> str:
    """Return what a share is of; where nothing says so, that it is a share."""
    if not measure:
        return "share"
    return f"of {'' if own else 'its '}{measure}"


def total_words(total: Total) -> str:
    """Return a sum with its time: `$1.2–1.4 bn in 2024 ƒ`; a single figure as it is shown."""
    time = f" {at(total.period)}" if total.period.is_known else ""
    if len(total.parts) == 1:
        return f"{total.parts[0].shown}{time}"
    return f"{show_derived(total.value, Unit.parse(total.unit))}{time} {DERIVED}"


def share_total_words(total: ShareTotal) -> str:
    """Return what several ties are of one whole: `15–19 % of revenue in 2024 ƒ`."""
    time = f" {at(total.period)}" if total.period.is_known else ""
    mark = f" {DERIVED}" if total.is_computed else ""
    return f"{show_derived(total.value, PERCENT)} {of_whole(total.of, own=True)}{time}{mark}"


def at(period: Period) -> str:
    """Return a time as it stands behind an amount: `in 2024`, `before the deal`."""
    return f"in {period.label}" if period.label[:1].isdigit() else period.label


def range_words(range_: Interval, unit: str) -> str:
    """Return a range in words: `15–19 %`, `at least $10 M`; nothing where it has no ends."""
    if not range_.low and range_.high is None:
        return ""
    shown = show_derived(range_, PERCENT if unit == "%" else Unit.parse(unit))
    mark, _, rest = shown.partition("\u00a0")
    return f"{_AT_LEAST[mark]} {rest}" if mark in _AT_LEAST else shown


def concentration_facts(told: Concentration, side: Side) -> Iterator[tuple[str, str, str | None]]:
    """Yield a label, a value and the id of a record behind it, for each thing that is told."""
    one, known = _SINGULAR[side], told.leader
    of = _of(told)
    if largest := range_words(told.largest, told.unit):
        which = "largest" if told.known + told.unknown > 1 else "only"
        said = " (called the largest)" if told.stated else ""
        name = f"{known.tie.far_name}{said}, " if known else ""
        yield f"{which} {one}", f"{name}{largest}{of}", known.tie.claim if known else None
    if told.top is not None and (top := range_words(told.top, told.unit)):
        yield f"top three {side.value}", f"{top} {DERIVED}", None
    if told.known > TOP and (whole := range_words(told.whole, told.unit)):
        yield f"all {side.value}", f"{whole} {DERIVED}", None
    if told.unknown:
        yield "no figure" + _time(told), _part(told, side), None


def _of(told: Concentration) -> str:
    of = f" {of_whole(told.of, own=True)}" if told.unit == "%" else ""
    return f"{of}{_time(told)} {DERIVED}"


def _time(told: Concentration) -> str:
    return f" {at(told.period)}" if told.period.is_known else ""


def _part(told: Concentration, side: Side) -> str:
    apart = f", {told.apart:,} former or planned apart" if told.apart else ""
    return f"{told.unknown:,} of {counted(told.known + told.unknown, side)}{apart}"


def rest_words(parties: Sequence[Counterparty], told: Concentration | None) -> str:
    """Return how many are folded away, and what they come to in the time that is told of."""
    words = f"{len(parties):,} more"
    if told is None:
        return words
    amounts = [one for party in parties if (one := party.at(told.period)) is not None]
    sums = [total_words(total) for total in totals(amounts)]
    unknown = len(parties) - len(amounts)
    missing = f"{unknown:,} with no figure{_time(told)}" if unknown and told.unknown else ""
    return joined((words, *(f"{len(amounts):,} come to {each}" for each in sums), missing))


def risk_facts(risk: AtRisk) -> Iterator[tuple[str, str]]:
    """Yield a label and a value for each side on which something hangs on what is switched off."""
    for lost, side, label in (
        (risk.revenue, Side.CUSTOMERS, "at risk"), (risk.spend, Side.SUPPLIERS, "no longer bought"),
    ):  # fmt: skip
        if lost.parties:
            yield label, loss_words(lost, side)


def loss_words(lost: Loss, side: Side) -> str:
    """Return what falls away, what was planned, and for how many nothing is stated."""
    shares = [share_total_words(total) for total in lost.shares[:1]]
    amounts = [total_words(total) for total in lost.amounts[:1]]
    plans = [f"planned {total_words(total)}" for total in lost.plans[:1]]
    count = len(lost.parties)
    missing = f"no figure for {len(lost.unstated):,} of {counted(count, side)}"
    return joined((*amounts, *shares, *plans, missing if lost.unstated else ""))


def joined(parts: Iterable[str]) -> str:
    """Return the parts that say something, one behind the other."""
    return " · ".join(filter(None, parts))
