"""Charts: figures of one measure and unit as bars, each with the range that is known of it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from decimal import Decimal

from rich.cells import cell_len

from scale_explorer.data.exploring.peers import Peer, Peers, peers_of
from scale_explorer.data.query import Filter
from scale_explorer.data.store.protocol import Store
from scale_explorer.data.store.rows.claims import ClaimRow
from scale_explorer.data.store.rows.lens import Lens
from scale_explorer.models.frozen import dataclass, replace
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
_LEAST_BARS = 24
_LEAST_LABEL = 20
"""Cells of a name below which bars go into a line of their own."""
_BELOW = 3
_LONGEST_AMOUNT = 20
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
        shown = [self.shown(chart)[0] for chart in self.charts]
        room = _Room.of(shown, width)
        all_columns = [
            _columns(peers, chart, room) for peers, chart in zip(shown, self.charts, strict=True)
        ]
        lines: list[tuple[Span, ...]] = []
        for chart, columns in zip(self.charts, all_columns, strict=True):
            lines += [(), *_chart(self, chart, columns)] if lines else _chart(self, chart, columns)
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
class _Room:
    """How many cells labels, amounts and bars have, the same in all charts of a drawing.

    A bar stands beside its label, or `below` it, behind so many blanks.
    """

    width: int
    label: int
    amount: int
    bars: int
    below: int = 0

    @classmethod
    def of(cls, shown: Iterable[Iterable[Peer]], width: int) -> _Room:
        """Share out a width; bars go below where labels would keep too little beside them."""
        amounts = [_fitting(map(_amount, peers)) for peers in shown]
        widest = max((sum(parts) for parts in amounts), default=0)
        amount = min(widest, _LONGEST_AMOUNT, max(1, width // 2))
        bars = min(width // 2, width - amount - 2 - _LEAST_LABEL)
        if bars < _LEAST_BARS:
            below = min(_BELOW, width - 1)
            return cls(width, max(1, width - amount - 1), amount, width - below, below)
        return cls(width, width - amount - bars - 2, amount, bars)


@dataclass(frozen=True, slots=True)
class _Columns:
    """The room of a chart, its scale, and `point`, where the decimals of amounts line up."""

    room: _Room
    point: int
    scale: Scale


def _fitting(amounts: Iterable[str]) -> tuple[int, int]:
    """Return the cells that amounts take before and behind their decimal points."""
    parts = [(_point(text), cell_len(text) - _point(text)) for text in amounts]
    before, after = (max(sides, default=0) for sides in zip(*parts, strict=True))
    return before, after


def _columns(peers: tuple[Peer, ...], chart: Peers, room: _Room) -> _Columns:
    before, after = _fitting(map(_amount, peers))
    alone = len(chart.peers) == 1  # nothing to be told apart from
    on = scale(_ends(chart), room.bars, whole=alone)
    return _Columns(room, max(before, room.amount - after), on)


def _ends(chart: Peers) -> Iterator[Decimal]:
    """Yield all ends that are known: a folded bar counts, so that unfolding moves nothing."""
    for peer in chart.peers:
        if (value := peer.figure.value) is not None:
            yield from (end for end in (value.low, value.high, value.stated) if end is not None)


def _amount(peer: Peer) -> str:
    sign = f"{_DISPUTED} " if "disputed" in peer.figure.flags else ""
    return sign + (peer.figure.shown or "not known")


def _point(text: str) -> int:
    """Count the cells before the decimal point of an amount, or all up to its unit.

    Of a range its end counts, so that single numbers stand below that, beside their unit.
    """
    start, dash, end = text.rpartition("–")
    parts = split_at_point(end)
    return cell_len(start + dash) + parts[0] if parts else cell_len(text)


def _chart(drawing: ChartDrawing, chart: Peers, columns: _Columns) -> list[tuple[Span, ...]]:
    peers, more = drawing.shown(chart)
    lines = [*_head(chart, columns)]
    if chart.is_series:
        lines += [*line_of(chart, columns.room.width), ()]
    for peer in peers:
        lines += _bar(peer, drawing.chosen, columns)
    if more or fold_of(chart) in drawing.unfolded:
        said = f" … {more:,} more" if more else " … fold them again"
        lines.append((Span(said, Tone.DIM, fold_of(chart)),))
    return lines + [
        (Span(f" {said}", Tone.DIM),) for said in _said(chart, drawing.chosen, columns.scale)
    ]


def _head(chart: Peers, columns: _Columns) -> Iterator[tuple[Span, ...]]:
    """Name the measure, and the scale beside or below it."""
    cells = [" "] * columns.scale.cells
    unit = Unit.parse(chart.unit)
    for cell, amount in columns.scale.ticks():
        text = _tick(amount, unit)
        if cell + len(text) <= len(cells):
            cells[cell : cell + len(text)] = text
    ticks = Span("".join(cells), Tone.DIM)
    room = columns.room
    if room.below:
        yield (Span(_padded(named(chart), room.width), Tone.HEADING),)
        yield Span(" " * room.below), ticks
        return
    beside = room.label + room.amount + 2
    yield Span(_padded(named(chart), beside), Tone.HEADING), ticks


def _tick(amount: Decimal, unit: Unit) -> str:
    return show(Interval.exactly(amount), unit, Hedge.EXACT)


def _bar(peer: Peer, chosen: str, columns: _Columns) -> Iterator[tuple[Span, ...]]:
    """Draw a figure: its name, its amount, and its bar beside or below them."""
    figure, room = peer.figure, columns.room
    mark = mark_of(figure.state).sign if figure.state else " "
    tone = Tone.STRONG if figure.id == chosen else Tone.PLAIN
    label = Span(_padded(f" {mark} {peer.label}", room.label), tone, figure.id)
    text = clip(_amount(peer), room.amount)
    lead = max(0, min(room.amount - cell_len(text), columns.point - _point(text)))
    amount = Span(" " + _padded(" " * lead + text, room.amount), tone, figure.id)
    signs = bar(figure, columns.scale)
    drawn = "".join(signs.get(cell, " ") for cell in range(columns.scale.cells))
    line = Span(" " * (room.below or 1) + drawn, Tone.ACCENT, figure.id)
    yield from ((label, amount), (line,)) if room.below else ((label, amount, line),)


def _said(chart: Peers, chosen: str, on: Scale) -> Iterable[str]:
    """Say what the scale does, and what there is to compare with where that is nothing."""
    if on.kind == "broken":
        yield f"The scale begins at {_tick(_rounded(on.low), Unit.parse(chart.unit))}, not at zero."
    if on.kind == "powers of ten":
        yield "The scale goes by powers of ten: each step is ten times the one before."
    if [peer.figure.id for peer in chart.peers] == [chosen]:
        yield f"No other {chart.called} in {chart.unit} is known here."


def _rounded(amount: Decimal) -> Decimal:
    """Return an amount in three digits."""
    return amount.quantize(Decimal(1).scaleb(amount.adjusted() - 2))


def _padded(text: str, width: int) -> str:
    shown = clip(visible(text), width)
    return shown + " " * (width - cell_len(shown))
