"""Shares, sums and concentration in words: ranges as they are known, and what is not known."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from scale_explorer.models.quantity.display import show_derived
from scale_explorer.models.quantity.interval import Interval
from scale_explorer.models.quantity.unit import PERCENT, Unit

from .at_risk import AtRisk, Loss
from .concentration import TOP, Concentration
from .counterparties import Counterparty
from .order_words import falling_orders
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
    return f"in {period.label}" if _is_year(period) else period.label


def _is_year(period: Period) -> bool:
    return period.label[:1].isdigit()


def range_words(range_: Interval, unit: str) -> str:
    """Return a range in words: `15–19 %`, `at least $10 M`; nothing where it has no ends."""
    if not range_.low and range_.high is None:
        return ""
    shown = show_derived(range_, PERCENT if unit == "%" else Unit.parse(unit))
    mark, _, rest = shown.partition("\u00a0")
    return f"{_AT_LEAST[mark]} {rest}" if mark in _AT_LEAST else shown


def side_facts(
    parties: Sequence[Counterparty], told: Concentration | None, side: Side, *, left: bool = False
) -> Iterator[tuple[str, str, str | None]]:
    """Yield what the head says of a side; `left` says that others of it are switched off."""
    if told is not None:
        yield from concentration_facts(told, side, left=left)
    elif parties:
        ordering = len({party.tie.far for party in parties if party.orders})
        price = "an order price" if ordering == 1 else f"{ordering:,} order prices"
        known = f", but {price}" if ordering else ""
        label = "no yearly figure" if ordering else "no figure"
        yield label, f"for {_any_of(parties, side, left=left)}{known}", None


def _any_of(parties: Sequence[Counterparty], side: Side, *, left: bool) -> str:
    count = len({party.tie.far for party in parties})
    if count == 1:
        return f"the only {_SINGULAR[side]} {'left' if left else 'recorded'}"
    return f"any of {counted(count, side)}{' left' if left else ''}"


def concentration_facts(
    told: Concentration, side: Side, *, left: bool = False
) -> Iterator[tuple[str, str, str | None]]:
    """Yield a label, a value and the id of a record behind it, for each thing that is told."""
    standing = "left" if left else "recorded"
    one, known = _SINGULAR[side], told.leader
    if largest := range_words(told.largest, told.unit):
        is_only = told.known + told.unknown == 1
        which = f"only {one} {standing}" if is_only else f"largest {one}"
        said = " (called the largest)" if told.stated else ""
        name = f"{known.tie.far_name}{said}, " if known else ""
        shown = _as_told(told) or f"{largest}{_of(told)}"
        yield which, f"{name}{shown}", known.tie.claim if known else None
    if told.top is not None and (top := range_words(told.top, told.unit)):
        yield f"top three {side.value}", f"{top} {DERIVED}", None
    if told.known > TOP and (whole := range_words(told.whole, told.unit)):
        yield f"all {side.value}", f"{whole} {DERIVED}", None
    if told.unknown:
        part = _part(told, side, left=left)
        if _is_year(told.period):
            yield told.period.label, f"figures for {part}", None
        else:
            yield f"figures{_time(told)}", f"for {part}", None


def _as_told(told: Concentration) -> str:
    """Return the amount of the largest as its figure shows it, where there is just that one."""
    figure = told.leader.at(told.period) if told.leader and told.unit != "%" else None
    if figure is None or figure.value is None or not figure.value.same_as(told.largest):
        return ""
    return f"{figure.shown}{_time(told)}"


def _of(told: Concentration) -> str:
    of = f" {of_whole(told.of, own=True)}" if told.unit == "%" else ""
    return f"{of}{_time(told)} {DERIVED}"


def _time(told: Concentration) -> str:
    return f" {at(told.period)}" if told.period.is_known else ""


def _part(told: Concentration, side: Side, *, left: bool) -> str:
    """Say of how many there is a figure; who is not tied to the company now is told apart."""
    apart = f", {told.apart:,} former or planned apart" if told.apart else ""
    all_ = counted(told.known + told.unknown, side)
    return f"{told.known:,} of {all_}{' left' if left else ''}{apart}"


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
        (risk.revenue, Side.CUSTOMERS, "at risk"),
        (risk.spend, Side.SUPPLIERS, "no longer bought"),
    ):
        if lost.parties:
            off = names(lost.parties) or counted(len(lost.parties), side)
            yield f"{label} with {off} off", loss_words(lost)


def loss_words(lost: Loss) -> str:
    """Return what falls away, what was planned, and for how many nothing is stated."""
    shares = [share_total_words(total) for total in lost.shares[:1]]
    amounts = [total_words(total) for total in lost.amounts[:1]]
    plans = [f"planned {total_words(total)}" for total in lost.plans[:1]]
    orders = falling_orders(lost.orders)
    return "; ".join((*amounts, *shares, *plans, *orders, *_no_figure(lost)))


def _no_figure(lost: Loss) -> Iterator[str]:
    yearless = [party for party in lost.unstated if party.orders]
    if lost.unknown:
        yield f"no figure for {_of_them(lost.unknown, len(lost.parties))}"
    if yearless:
        yield f"no yearly figure for {_of_them(yearless, len(lost.parties))}"


def _of_them(some: Sequence[Counterparty], of: int) -> str:
    if len(some) == of:
        return "it" if of == 1 else "any of them"
    return names(some) or f"{len(some):,} of them"


_NAMED = 3
"""Counterparties that are named; more are counted."""


def names(parties: Iterable[Counterparty]) -> str:
    """Return up to three names as a list, or nothing for more: `Google, Microsoft and xAI`."""
    found = tuple(dict.fromkeys(party.tie.far_name for party in parties))
    if len(found) > _NAMED:
        return ""
    *first, last = found
    return f"{', '.join(first)} and {last}" if first else last


def joined(parts: Iterable[str]) -> str:
    """Return the parts that say something, one behind the other."""
    return " · ".join(filter(None, parts))
