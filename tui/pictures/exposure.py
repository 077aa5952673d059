"""Exposure: who a company sells to, buys from, is owned by and competes with, as a drawing."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence

from scale_explorer.data.exploring.at_risk import risk_of
from scale_explorer.data.exploring.concentration import Concentration, concentration
from scale_explorer.data.exploring.counterparties import Counterparty
from scale_explorer.data.exploring.exposure import Exposure, exposure
from scale_explorer.data.exploring.exposure_words import (
    counted,
    joined,
    rest_words,
    risk_facts,
    side_facts,
)
from scale_explorer.data.exploring.ordering import by_size
from scale_explorer.data.exploring.sides import TRADE, Side
from scale_explorer.data.exploring.tie_filter import TieFilterError, check, fits
from scale_explorer.data.query import EVERYTHING, Filter
from scale_explorer.data.store.protocol import Store
from scale_explorer.data.store.rows.claims import ClaimRow
from scale_explorer.data.store.rows.lens import Lens
from scale_explorer.data.store.rows.records import Fact, RecordRow
from scale_explorer.models.frozen import dataclass
from scale_explorer.models.kinds import ENTITY_KINDS

from ..scene import Sheet
from ..state import PaneView, Place
from ..widgets.rows import Tone
from .exposure_block import Block
from .exposure_drawing import ExposureDrawing, Hub
from .exposure_entries import Rows, is_usual, roomy, usual_measure
from .placing import Piece

SHOWN = 10
"""Counterparties of a side that are drawn before the rest is folded."""
_SPARED = 2
"""So few more are not worth folding."""
_STEP = 200
"""How many more are unfolded at a time."""
_WHOLES = 2
"""Figures of its own that stand in the company's box."""


@dataclass(frozen=True, slots=True)
class _Seen:
    """Which groups are open, and what is known of how large those of a side are."""

    unfolded: frozenset[str]
    told: Mapping[Side, Concentration | None]

    def count(self, side: Side, count: int) -> int:
        """Return how many of a side are drawn."""
        if count <= SHOWN + _SPARED:
            return count
        steps = next(step for step in range(count) if fold_key(side, step) not in self.unfolded)
        return min(count, SHOWN + steps * _STEP)


def fold_key(side: Side, step: int) -> str:
    """Return the key of the group that is unfolded as the next of a side."""
    return f"rest:{side}:{step}"


def sheet(store: Store, place: Place, view: PaneView, matching: Filter, lens: Lens) -> Sheet:
    """Return the exposure of a record, as it is drawn."""
    record = store.record(place.record or "", lens)
    assert record is not None, "whoever opens a view looks whether its record is there"
    if record.kind not in ENTITY_KINDS:
        return _no_entity(record)
    try:
        check(matching)
    except TieFilterError as error:
        unread = str(error)
        matching = EVERYTHING
    else:
        unread = ""
    found = exposure(store, record.id, lens)
    told = {side: concentration(found.on(side)) for side in Side}
    facts = tuple(_facts(found, told))
    kept = [party for party in found.parties if fits(party.tie, matching)]
    subtitle, title = _subtitle(found), f"Exposure: {record.title}"
    if not kept:
        empty = "No counterparty matches." if found.parties else _nobody(record, lens)
        return Sheet(title, subtitle, "", facts, (), record.id, empty, error=unread)
    rows = Rows()
    drawing = _drawing(found, kept, record, _Seen(view.unfolded, told), rows)
    return Sheet(
        title, subtitle, "", facts, tuple(rows.rows), record.id, "", error=unread, drawing=drawing,
        derivations=rows.derivations,
    )  # fmt: skip


def _no_entity(record: RecordRow) -> Sheet:
    empty = (
        f"Exposure is that of a company or another entity; this is a {record.kind.label.lower()}."
    )
    return Sheet(f"Exposure: {record.title}", "", "", (), (), record.id, empty)


def _nobody(record: RecordRow, lens: Lens) -> str:
    if lens.without:
        count = len(lens.without)
        return f"Nobody is left: {count:,} relationship{'s are' if count > 1 else ' is'} off."
    return (
        f"No supplier, customer, owner, holding, competitor or partner of {record.short}"
        " is recorded."
    )


def _subtitle(found: Exposure) -> str:
    numbers = ((side, len({party.tie.far for party in found.on(side)})) for side in Side)
    counts = joined(counted(number, side) for side, number in numbers if number)
    if not found.left_out:
        return counts
    whole = sum(found.whole.values())
    return (
        f"{whole - found.left_out:,} of {whole:,} relationships are looked at, some of each side;"
        " sums, shares and ranks are of these alone"
    )


def _facts(found: Exposure, told: Mapping[Side, Concentration | None]) -> Iterator[Fact]:
    """Yield how concentrated the sides of trade are, and what hangs on what is switched off."""
    for side in (Side.CUSTOMERS, Side.SUPPLIERS):
        left = any(party.side is side for party in found.off)
        facts = side_facts(found.on(side), told[side], side, left=left)
        yield from (Fact(*fact) for fact in facts)
    yield from (Fact(label, value, None) for label, value in risk_facts(risk_of(found)))


def _drawing(
    found: Exposure,
    kept: Sequence[Counterparty],
    record: RecordRow,
    seen: _Seen,
    rows: Rows,
) -> ExposureDrawing:
    hub = _hub(found, record, rows)
    blocks = {side: _block(found, kept, side, seen, rows) for side in Side}
    aside = (blocks[Side.COMPETITORS], blocks[Side.PARTNERS])
    return ExposureDrawing(
        hub, blocks[Side.OWNERS], blocks[Side.SUPPLIERS], blocks[Side.CUSTOMERS],
        blocks[Side.HOLDINGS], tuple(block for block in aside if block.entries),
    )  # fmt: skip


def _hub(found: Exposure, record: RecordRow, rows: Rows) -> Hub:
    rows.rows.append(
        ClaimRow(
            key=record.id, section="", claim=record.id, target=record.id, label=record.title,
            role=record.detail, amount=record.amount, when=record.when, state=record.state,
            extra="", quotes=record.quotes, depth=0, flags=record.flags,
        )
    )  # fmt: skip
    figures: list[Piece] = []
    for figure in found.wholes[:_WHOLES]:
        key = f"{record.id}:{figure.id}"
        rows.keep(key, "", figure)
        told = f"{figure.measure} {figure.shown} {figure.period}".rstrip()
        figures.append(Piece(roomy(told, figure.flags), key))
    name = Piece(roomy(record.short, record.flags), record.id, Tone.STRONG)
    return Hub(name, tuple(figures))


def _block(
    found: Exposure, kept: Iterable[Counterparty], side: Side, seen: _Seen, rows: Rows
) -> Block:
    parties = by_size([party for party in kept if party.side is side], seen.told[side])
    shown = seen.count(side, len(parties))
    entries = tuple(map(rows.entry, parties[:shown]))
    groups = tuple(_groups(parties, shown, side, seen.told[side]))
    rows.rows.extend(_group(piece, side) for piece in groups)
    count, whole = len(parties), found.whole.get(side, len(found.on(side)))
    told = f"{count:,}" if count == whole else f"{count:,} of {whole:,}"
    heading = f"{side.value.capitalize()} {told}" if whole else side.value.capitalize()
    nobody = "none left" if any(one.side is side for one in found.off) else "none recorded"
    empty = "none matches" if whole else nobody
    return Block(heading, _caption(side, parties[:shown]), entries, groups, empty)


def _groups(
    parties: Sequence[Counterparty], shown: int, side: Side, told: Concentration | None
) -> Iterator[Piece]:
    """Yield what opens the next of those that are folded away, and what folds them all again."""
    steps = -(-(shown - SHOWN) // _STEP)
    if shown < len(parties):
        words = rest_words(parties[shown:], told)
        yield Piece(f"▸ {words}", fold_key(side, steps), Tone.ACCENT)
    if shown > SHOWN + _SPARED:
        yield Piece(f"▾ fold all but {SHOWN}", fold_key(side, 0), Tone.ACCENT)


def _group(piece: Piece, side: Side) -> ClaimRow:
    return ClaimRow(
        key=piece.key or "", section=side.value.capitalize(), claim=None, target=None,
        label=piece.text, role="",
        amount="", when="", state="", extra="", quotes=0, depth=0, flags=frozenset(),
    )  # fmt: skip


def _caption(side: Side, parties: Sequence[Counterparty]) -> str:
    """Say what the columns of a side hold, where they hold anything."""
    measured = any(party.amounts or party.plans for party in parties)
    amount = usual_measure(side) if measured else ""
    usual = [share for party in parties if (share := party.share) and is_usual(share)]
    whose = "" if side is Side.CUSTOMERS else "their "
    part = f"% of {whose}revenue" if side in TRADE and usual else ""
    return ", ".join(filter(None, (amount, part)))
