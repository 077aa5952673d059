"""From counterparties to what is drawn of them, and to the rows that stand behind it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field

from scale_explorer.data.exploring.counterparties import Counterparty
from scale_explorer.data.exploring.derivation import derivation
from scale_explorer.data.exploring.exposure_words import percent, share_words
from scale_explorer.data.exploring.leading import PLANNED
from scale_explorer.data.exploring.order_words import (
    compared_words,
    order_label,
    order_time,
    ratio_words,
)
from scale_explorer.data.exploring.orders import Order
from scale_explorer.data.exploring.period import Period, period_of
from scale_explorer.data.exploring.shares import Share
from scale_explorer.data.exploring.sides import OWNING, TRADE, Side
from scale_explorer.data.store.rows.claims import ClaimRow
from scale_explorer.data.store.rows.figures import Derivation, FigureRow

from ..day_marks import signs_of
from ..widgets.rows import Tone
from .exposure_block import Detail, Entry
from .placing import NOTHING, Piece

DISPUTED = "≠"
_LOOSE = ("planned", "former")
"""Who stands so is not tied to the company now."""
_SIZED = TRADE | OWNING
"""Sides of which it is told that somebody has no figure."""
_USUAL = {True: "stake", False: "spend"}


def usual_measure(side: Side) -> str:
    """Return what an amount of a side measures unless it says otherwise."""
    return _USUAL[side in OWNING]


def is_usual(share: Share) -> bool:
    """Say whether a share is of revenue, which is what the column of shares is headed by."""
    return share.of == "revenue"


@dataclass(slots=True)
class Rows:
    """The rows behind the keys of a drawing, and how what was computed here came about."""

    rows: list[ClaimRow] = field(default_factory=list[ClaimRow])
    derivations: dict[str, Derivation] = field(default_factory=dict[str, Derivation])

    def entry(self, party: Counterparty) -> Entry:
        """Return what is drawn of a counterparty, and keep the rows for it."""
        tie = party.tie
        self.rows.append(
            ClaimRow(
                key=tie.claim, section=party.side.value.capitalize(), claim=tie.claim,
                target=tie.far, label=tie.far_name, role=tie.role, amount=_size(party),
                when=tie.when, state=tie.state, extra="", quotes=tie.quotes, depth=0,
                flags=tie.flags,
            )
        )  # fmt: skip
        details = tuple(self._details(party))
        return Entry(
            Piece(roomy(_doubted(tie.far_name, tie.flags), tie.flags), tie.claim),
            tie.state,
            details,
            "no figure" if party.side in _SIZED and not details else "",
            tie.state.partition(",")[0] in _LOOSE,
        )

    def _details(self, party: Counterparty) -> Iterator[Detail]:
        share, figure, plan = party.share, party.amount, party.plan
        if figure is not None:
            told = Piece(*self._share(party, share, period_of(figure))) if share else NOTHING
            yield Detail(self.figure(party, figure), period_of(figure).label, told)
        elif share is not None:
            words, key = self._share(party, share, share.period)
            yield Detail(NOTHING, share.period.label, Piece(words, key))
        if plan is not None:
            amount = self.figure(party, plan)
            beside = Piece(PLANNED, amount.key, Tone.DIM)
            yield Detail(amount, period_of(plan).label, beside)
        for order in party.orders:
            yield from self._order(party, order)

    def _order(self, party: Counterparty, order: Order) -> Iterator[Detail]:
        """Yield the price of an order, and below it what the set holds it against."""
        figure, section = order.price, party.side.value.capitalize()
        key = f"{party.tie.claim}:{figure.id}"
        self.keep(key, section, figure, order_label(order))
        amount = Piece(_doubted(figure.shown, figure.flags), key)
        yield Detail(amount, order_time(order), Piece(order_label(order), key, Tone.DIM))
        for one in order.compared:
            key = f"{party.tie.claim}:{one.figure.id}"
            self.keep(key, section, one.figure, compared_words(one))
            words = _doubted(ratio_words(one), one.figure.flags)
            yield Detail(NOTHING, "", Piece(words, key))

    def figure(self, party: Counterparty, figure: FigureRow) -> Piece:
        """Return a figure's amount, and keep its row: Enter leads to its own page."""
        key = f"{party.tie.claim}:{figure.id}"
        self.keep(key, party.side.value.capitalize(), figure)
        measure = figure.measure.replace("_", " ")
        unusual = "" if figure.measure == usual_measure(party.side) else f" {measure}"
        shown = _doubted(f"{figure.shown}{unusual}", figure.flags)
        return Piece(shown, key, Tone.DIM if figure.status == PLANNED else Tone.PLAIN)

    def keep(self, key: str, section: str, figure: FigureRow, extra: str = "") -> None:
        """Keep the row of a figure under a key."""
        self.rows.append(
            ClaimRow(
                key=key, section=section, claim=figure.id, target=None, label=figure.title, role="",
                amount=figure.shown, when=figure.period, state=figure.state, extra=extra,
                quotes=figure.quotes, depth=1, flags=figure.flags,
            )
        )  # fmt: skip

    def _share(self, party: Counterparty, share: Share, beside: Period) -> tuple[str, str]:
        """Return a share in words, with its time where that is another, and its key."""
        key = f"{party.tie.claim}:share"
        figure = share.figure or share.part
        assert figure is not None, "a share is told by a figure or has a part"
        self.keep(key, party.side.value.capitalize(), figure, share_words(share))
        if (how := derivation(share)) is not None:
            self.derivations[key] = how
        words = percent(share) if is_usual(share) else share_words(share)
        time = "" if share.period == beside else share.period.label
        flags = share.figure.flags if share.figure else frozenset[str]()
        return _doubted(" ".join(filter(None, (words, time))), flags), key


def roomy(text: str, flags: frozenset[str]) -> str:
    """Return a text with blanks behind it, in which the signs of a day find room."""
    signs = signs_of(flags)
    return text + " " * (len(signs) + 1) if signs else text


def _size(party: Counterparty) -> str:
    """Return the amount of a tie of owning; what is paid in a time is no size of a tie."""
    return party.amount.shown if party.amount and party.side in OWNING else ""


def _doubted(text: str, flags: frozenset[str]) -> str:
    """Mark what is disputed."""
    return f"{text} {DISPUTED}" if "disputed" in flags else text
