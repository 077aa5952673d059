"""`exposure ID`: who a company sells to, buys from, is owned by and competes with, in amounts."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import cached_property

from scale_explorer.data.exploring.at_risk import AtRisk, risk_of
from scale_explorer.data.exploring.concentration import Concentration, concentration
from scale_explorer.data.exploring.counterparties import Counterparty
from scale_explorer.data.exploring.exposure import Exposure, exposure
from scale_explorer.data.exploring.exposure_graph import exposure_graph
from scale_explorer.data.exploring.graph import Graph
from scale_explorer.data.exploring.ordering import by_size
from scale_explorer.data.exploring.sides import Side
from scale_explorer.data.exploring.tie_filter import check, fits
from scale_explorer.data.query import parse
from scale_explorer.data.store.protocol import Store
from scale_explorer.data.store.rows.lens import PLAIN_LENS, Lens
from scale_explorer.data.store.rows.records import RecordRow
from scale_explorer.models.errors import UsageError
from scale_explorer.models.frozen import dataclass
from scale_explorer.models.kinds import ENTITY_KINDS

from .. import scene
from ..day_marks import marks
from ..exits import FINE, FOUND
from ..state import Place, View
from .answer import listed
from .asking import known_record
from .drawing.blocks import Block, Facts, Heading, Painting, Paragraph, Sheet
from .drawing.marked_rows import with_marks
from .drawn import Asked, DrawnAnswer, drawn_sheet
from .exposure_cells import CELLS, SHOWN, cells, shown_cells
from .exposure_json import concentration_object, counterparty_object, figure_object, risk_object
from .json_text import json_text


@dataclass(frozen=True)
class Exposed(DrawnAnswer):
    """The counterparties of one record, or those of them that match."""

    store: Store
    record: RecordRow
    asked: Asked

    def _lens(self) -> Lens:
        return self.asked.lens

    def _sheet(self) -> scene.Sheet:
        return drawn_sheet(self.store, self.asked)

    @cached_property
    def found(self) -> Exposure:
        """What is known, whether it matches or not."""
        return exposure(self.store, self.record.id, self.asked.lens)

    @cached_property
    def told(self) -> dict[Side, Concentration | None]:
        """How concentrated each side is."""
        return {side: concentration(self.found.on(side)) for side in Side}

    @cached_property
    def parties(self) -> tuple[Counterparty, ...]:
        """The counterparties that match, side by side, the largest first."""
        kept = [one for one in self.found.parties if fits(one.tie, self.asked.matching)]
        return tuple(
            party
            for side in Side
            for party in by_size([one for one in kept if one.side is side], self.told[side])
        )

    @cached_property
    def risk(self) -> AtRisk | None:
        """What hangs on what is switched off."""
        return risk_of(self.found) if self.asked.lens.without else None

    def blocks(self) -> Iterator[Block]:
        """Yield the drawing, how concentrated the sides are, and all counterparties as a table."""
        yield Heading(self.title)
        yield Paragraph(" · ".join(filter(None, (self.record.id, self.seen.subtitle))))
        if self.seen.drawing is not None:
            yield Painting(self.seen.drawing)
        if self.seen.facts:
            yield Facts(tuple((fact.label, fact.value) for fact in self.seen.facts))
        if self.parties:
            yield Sheet(SHOWN, tuple(map(shown_cells, self.parties)))

    def sheet(self) -> Sheet:
        """Return a row a counterparty, with the ends of its ranges."""
        flags = (party.tie.flags for party in self.parties)
        return with_marks(Sheet(CELLS, tuple(map(cells, self.parties))), flags, self.asked.lens)

    def items(self) -> Iterator[str]:
        """Yield the counterparties."""
        lens = self.asked.lens
        return (
            json_text(counterparty_object(party) | marks(party.tie.flags, lens))
            for party in self.parties
        )

    def json(self) -> Iterator[str]:
        """Yield an object with what is known of the record, and its counterparties."""
        sides = (Side.CUSTOMERS, Side.SUPPLIERS)
        head: dict[str, object] = {
            "record": self.record.id,
            "wholes": [figure_object(figure) for figure in self.found.wholes],
            "concentration": {side.value: concentration_object(self.told[side]) for side in sides},
            "at_risk": risk_object(self.risk) if self.risk else None,
            "left_out": self.found.left_out,
        }
        opening = "{"
        for name, value in head.items():
            yield f'{opening}"{name}": {json_text(value)},'
            opening = " "
        yield ' "counterparties": ['
        yield from listed(self.items())
        yield " ]}"

    def graph(self) -> Graph:
        """Return the company and its counterparties as a graph."""
        return exposure_graph(self.title, self.record, self.parties)

    def status(self) -> int:
        """Return whether there are any."""
        return FINE if self.parties else FOUND

    def narration(self) -> str:
        """Say that there are none."""
        return "" if self.parties else self.seen.empty


def run(store: Store, record: str, words: Sequence[str] = (), lens: Lens = PLAIN_LENS) -> Exposed:
    """Show the exposure of the record with this id, as far as it matches a filter."""
    place = Place(View.EXPOSURE, known_record(store, record).id)
    return viewed(store, Asked(place, parse(" ".join(words)), lens))


def viewed(store: Store, asked: Asked) -> Exposed:
    """Answer for a place; raises UsageError for what is no entity, or a filter it cannot take."""
    record = known_record(store, asked.place.of)
    if record.kind not in ENTITY_KINDS:
        raise UsageError(
            f"Exposure is that of a company or another entity; {record.id} is a"
            f" {record.kind.label.lower()}."
        )
    check(asked.matching)
    return Exposed(store, record, asked)
