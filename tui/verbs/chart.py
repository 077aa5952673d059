"""`chart ID`: what a figure can be compared with, or the figures of a record, as bars."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import cached_property

from scale_explorer.data.exploring.peers import Peer, Peers, peers_of
from scale_explorer.data.query import parse
from scale_explorer.data.store.protocol import Store
from scale_explorer.data.store.rows.lens import PLAIN_LENS, Lens
from scale_explorer.models.errors import UsageError
from scale_explorer.models.frozen import dataclass

from ..day_marks import marks
from ..exits import FINE, FOUND
from ..state import Place, View
from .asking import known_record
from .drawing.blocks import Column, Sheet, id_column
from .drawing.marked_rows import with_marks
from .drawn import Asked, PlacedAnswer
from .json_text import json_text

_COLUMNS = (
    Column("measure"),
    Column("unit"),
    Column("figure", least=32),
    Column("amount", right=True),
    Column("stated", right=True),
    Column("low", right=True),
    Column("high", right=True),
    Column("period"),
    Column("status"),
    id_column(),
)


@dataclass(frozen=True)
class Charts(PlacedAnswer):
    """Figures that stand on one axis: drawn for people, as exact ends for programs."""

    @cached_property
    def charts(self) -> tuple[Peers, ...]:
        """All that can be compared, with nothing folded away."""
        asked = self.asked
        return peers_of(self.store, asked.place.of, asked.matching, asked.lens)

    def sheet(self) -> Sheet:
        """Return a row a figure, its ends as exact decimals."""
        rows = tuple(_cells(chart, peer) for chart, peer in self._figures())
        flags = (peer.figure.flags for _, peer in self._figures())
        return with_marks(Sheet(_COLUMNS, rows), flags, self.asked.lens)

    def items(self) -> Iterator[str]:
        """Yield an object a figure."""
        lens = self.asked.lens
        return (
            json_text(_object(chart, peer) | marks(peer.figure.flags, lens))
            for chart, peer in self._figures()
        )

    def as_mermaid(self) -> Iterator[str]:
        """Refuse: its bar charts know single numbers only, and would hide the ranges."""
        raise UsageError("Mermaid's charts cannot show ranges; svg and markdown do.")

    def as_dot(self) -> Iterator[str]:
        """Refuse: amounts have no graph."""
        raise UsageError("A chart is no graph; svg and markdown show it.")

    def status(self) -> int:
        """Return whether there is any figure."""
        return FINE if self.charts else FOUND

    def narration(self) -> str:
        """Say that there is none."""
        return "" if self.charts else self.seen.empty

    def _figures(self) -> Iterator[tuple[Peers, Peer]]:
        return ((chart, peer) for chart in self.charts for peer in chart.peers)


def run(
    store: Store,
    record: str,
    words: Sequence[str] = (),
    lens: Lens = PLAIN_LENS,
) -> Charts:
    """Draw what a figure can be compared with, or the figures of a record."""
    known = known_record(store, record).id
    return viewed(store, Asked(Place(View.CHART, known), parse(" ".join(words)), lens))


def viewed(store: Store, asked: Asked) -> Charts:
    """Return the chart that the app shows."""
    return Charts(store, asked)


def _ends(peer: Peer) -> dict[str, str | bool | None]:
    value = peer.figure.value
    return value.to_json() if value is not None else {}


def _cells(chart: Peers, peer: Peer) -> tuple[str, ...]:
    figure, ends = peer.figure, _ends(peer)
    numbers = (str(ends.get(name) or "") for name in ("stated", "low", "high"))
    return (
        chart.called, chart.unit, peer.label, figure.shown, *numbers, figure.period,
        figure.status, figure.id,
    )  # fmt: skip


def _object(chart: Peers, peer: Peer) -> dict[str, object]:
    figure = peer.figure
    return {
        "figure": figure.id,
        "title": figure.title,
        "subject": figure.subject,
        "measure": chart.measure,
        "whole": chart.whole or None,
        "unit": chart.unit,
        "scope": figure.scope,
        "period": figure.period or None,
        "status": figure.status,
        "amount": figure.shown,
        "value": _ends(peer) or None,
        "disputed": "disputed" in figure.flags,
    }
