"""Charts: figures of one measure and unit as bars, each with the range that is known of it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from decimal import Decimal

from rich.cells import cell_len

from scale_explorer.data.exploring.peers import Peer, Peers, peers_of
from scale_explorer.data.query import Filter
from scale_explorer.data.store.protocol import Store
from scale_explorer.data.store.rows.claims import ClaimRow
from scale_explorer.data.store.rows.lens import Lens
from scale_explorer.models.quantity.display import show
from scale_explorer.models.quantity.hedge import Hedge
from scale_explorer.models.quantity.interval import Interval
from scale_explorer.models.quantity.unit import Unit

from ..scene import Sheet
from ..standing import mark_of
from ..state import PaneView, Place
from ..widgets.cells import clip, visible
from ..widgets.columns import split_at_point
from ..widgets.lines import Span
from ..widgets.picture import Picture
from ..widgets.rows import Tone
from .chart_bars import bar
from .chart_line import line_of
from .scale import Scale, scale

MOST = 12
"""Bars of a chart that are shown before its fold is opened."""
_LEAST_BARS = 16
_ROOMY = 76
"""Cells from which bars have half of the width."""
_LONGEST_AMOUNT = 18
_FOLD = "fold:"
_DISPUTED = "≠"


@dataclass(frozen=True, slots=True)
class ChartDrawing:
    """Charts to draw, one below the other; `chosen` is the figure that one asked about."""

    charts: tuple[Peers, ...]
    chosen: str = ""
    unfolded: frozenset[str] = frozenset()

    def draw(self, width: int, height: int) -> Picture:
        """Draw them; they may be higher than the window."""
        del height
        lines: list[tuple[Span, ...]] = []
        for chart in self.charts:
            lines += [(), *_chart(self, chart, width)] if lines else _chart(self, chart, width)
        return Picture(tuple(lines))

    def shown(self, chart: Peers) -> tuple[tuple[Peer, ...], int]:
        """Return the bars that are shown of a chart, with the chosen one, and how many are not."""
        if fold_of(chart) in self.unfolded or len(chart.peers) <= MOST:
            return chart.peers, 0
        first, rest = chart.peers[:MOST], chart.peers[MOST:]
        asked = tuple(peer for peer in rest if peer.figure.id == self.chosen)
        return (*first, *asked), len(rest) - len(asked)


def fold_of(chart: Peers) -> str:
    """Return the key of a chart's fold."""
    return f"{_FOLD}{chart.called}:{chart.unit}"


def sheet(store: Store, place: Place, view: PaneView, matching: Filter, lens: Lens) -> Sheet:
    """Return the charts of a record: of a figure its peers, of others their figures."""
    record = store.record(place.of, lens)
    charts = peers_of(store, place.of, matching, lens)
    drawing = ChartDrawing(charts, place.of, view.unfolded)
    rows = tuple(row for chart in charts for row in _rows(drawing, chart))
    title = record.title if record else place.of
    return Sheet(
        f"Chart: {title}", _counted(charts), "", (), rows, place.of, _nothing(title, matching),
        drawing=drawing if rows else None,
    )  # fmt: skip


def _nothing(title: str, matching: Filter) -> str:
    if matching.terms:
        return "No figure matches."
    return f"No figure is stated of {title} that could be drawn."


def _counted(charts: tuple[Peers, ...]) -> str:
    figures = sum(len(chart.peers) for chart in charts)
    told = f"{figures:,} figure{'' if figures == 1 else 's'}"
    return told if len(charts) < 2 else f"{told} of {len(charts)} measures"


_EMPTY = ClaimRow("", "", None, None, "", "", "", "", "", "", 0, 0, frozenset())


def _rows(drawing: ChartDrawing, chart: Peers) -> Iterator[ClaimRow]:
    peers, more = drawing.shown(chart)
    for peer in peers:
        figure = peer.figure
        yield ClaimRow(
            figure.id, named(chart), figure.id, figure.id, peer.label, "", figure.shown,
            figure.period, figure.state, "", figure.quotes, 0, figure.flags,
        )  # fmt: skip
    if more or fold_of(chart) in drawing.unfolded:
        yield replace(_EMPTY, key=fold_of(chart), section=named(chart))


def named(chart: Peers) -> str:
    """Return what a chart is called: its measure and its unit."""
    return f"{chart.called.capitalize()} in {chart.unit}"


# Lines.


@dataclass(frozen=True, slots=True)
class _Columns:
    """The cells of label, amount and bar; `point` is where the decimals of amounts line up."""

    label: int
    amount: int
    point: int
    scale: Scale | None


def _columns(peers: tuple[Peer, ...], chart: Peers, width: int) -> _Columns:
    amounts = [_amount(peer) for peer in peers]
    point = max((_point(text) for text in amounts), default=0)
    after = max((cell_len(text) - _point(text) for text in amounts), default=0)
    amount = min(point + after, _LONGEST_AMOUNT, max(1, width // 3))
    bars = max(_LEAST_BARS, width * (5 if width >= _ROOMY else 4) // 10)
    label = width - amount - bars - 2
    if label < _LEAST_BARS:
        return _Columns(max(1, width - amount - 1), amount, point, None)
    alone = len(chart.peers) == 1  # nothing to be told apart from
    return _Columns(label, amount, point, scale(_ends(chart), bars, whole=alone))


def _ends(chart: Peers) -> Iterator[Decimal]:
    """Yield all ends that are known: a folded bar counts, so that unfolding moves nothing."""
    for peer in chart.peers:
        if (value := peer.figure.value) is not None:
            yield from (end for end in (value.low, value.high, value.stated) if end is not None)


def _amount(peer: Peer) -> str:
    sign = f"{_DISPUTED} " if "disputed" in peer.figure.flags else ""
    return sign + (peer.figure.shown or "not known")


def _point(text: str) -> int:
    """Count the cells before the decimal point of an amount, or all up to its unit."""
    parts = split_at_point(text)
    return parts[0] if parts else cell_len(text)


def _chart(drawing: ChartDrawing, chart: Peers, width: int) -> list[tuple[Span, ...]]:
    peers, more = drawing.shown(chart)
    columns = _columns(peers, chart, width)
    lines = [_head(chart, columns)]
    if columns.scale is not None and chart.is_series:
        lines += [*line_of(chart, width), ()]
    lines += [_bar(peer, drawing.chosen, columns) for peer in peers]
    if more or fold_of(chart) in drawing.unfolded:
        said = f" … {more:,} more" if more else " … fold them again"
        lines.append((Span(said, Tone.DIM, fold_of(chart)),))
    return lines + [
        (Span(f" {said}", Tone.DIM),) for said in _said(chart, drawing.chosen, columns.scale)
    ]


def _head(chart: Peers, columns: _Columns) -> tuple[Span, ...]:
    """Name the measure, and the scale beside it."""
    room = columns.label + columns.amount + 2
    label = Span(_padded(named(chart), room), Tone.HEADING)
    if columns.scale is None:
        return (label,)
    cells = [" "] * columns.scale.cells
    unit = Unit.parse(chart.unit)
    for cell, amount in columns.scale.ticks():
        text = _tick(amount, unit)
        if cell + len(text) <= len(cells):
            cells[cell : cell + len(text)] = text
    return label, Span("".join(cells), Tone.DIM)


def _tick(amount: Decimal, unit: Unit) -> str:
    return show(Interval.exactly(amount), unit, Hedge.EXACT)


def _bar(peer: Peer, chosen: str, columns: _Columns) -> tuple[Span, ...]:
    figure = peer.figure
    mark = mark_of(figure.state).sign if figure.state else " "
    tone = Tone.STRONG if figure.id == chosen else Tone.PLAIN
    label = Span(_padded(f" {mark} {peer.label}", columns.label), tone, figure.id)
    text = clip(_amount(peer), columns.amount)
    lead = max(0, min(columns.amount - cell_len(text), columns.point - _point(text)))
    amount = Span(" " + _padded(" " * lead + text, columns.amount), tone, figure.id)
    if columns.scale is None:
        return label, amount
    signs = bar(figure, columns.scale)
    drawn = "".join(signs.get(cell, " ") for cell in range(columns.scale.cells))
    return label, amount, Span(f" {drawn}", Tone.ACCENT, figure.id)


def _said(chart: Peers, chosen: str, on: Scale | None) -> Iterable[str]:
    """Say what the scale does, and what there is to compare with where that is nothing."""
    if on is not None and on.kind == "broken":
        yield f"The scale begins at {_tick(_rounded(on.low), Unit.parse(chart.unit))}, not at zero."
    if on is not None and on.kind == "powers of ten":
        yield "The scale goes by powers of ten: each step is ten times the one before."
    if [peer.figure.id for peer in chart.peers] == [chosen]:
        yield f"No other {chart.called} in {chart.unit} is known here."


def _rounded(amount: Decimal) -> Decimal:
    """Return an amount in three digits."""
    return amount.quantize(Decimal(1).scaleb(amount.adjusted() - 2))


def _padded(text: str, width: int) -> str:
    shown = clip(visible(text), width)
    return shown + " " * (width - cell_len(shown))
