"""Charts: ranges kept, units apart, every figure drawn or counted, nothing over the edge."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st
from rich.cells import cell_len
from syrupy.assertion import SnapshotAssertion

from scale_explorer.data.exploring.peers import Peer, Peers, ordered, peers_of
from scale_explorer.data.query import EVERYTHING, parse
from scale_explorer.data.store.protocol import Store
from scale_explorer.data.store.rows.figures import FigureRow
from scale_explorer.data.store.rows.lens import PLAIN_LENS
from scale_explorer.models.quantity.interval import Interval
from scale_explorer.tui.pictures.chart import MOST, ChartDrawing, sheet
from scale_explorer.tui.pictures.chart_bars import bar
from scale_explorer.tui.pictures.scale import scale
from scale_explorer.tui.state import PaneView, Place, View
from scale_explorer.tui.widgets.picture import areas

FIGURE = FigureRow(
    "f", "elm", "revenue", "reported", "exact", "normal", "USD", None, "$1", None, None, None,
    "2024", "2024-01-01", "2024-12-31", "Elm’s revenue", "", 1, frozenset(),
)  # fmt: skip
TEN = scale([Decimal(0), Decimal(100)], 20)


def figure(
    low: str | None,
    high: str | None,
    stated: str | None = None,
    *,
    id_: str = "f",
    status: str = "reported",
) -> FigureRow:
    low_end, high_end, number = (
        None if end is None else Decimal(end) for end in (low, high, stated)
    )
    value = Interval(low_end, high_end, stated=number)
    return replace(FIGURE, value=value, id=id_, status=status)


@pytest.mark.parametrize("width", [56, 76, 116])
@pytest.mark.parametrize(
    ("name", "of"),
    [("scale-ai", "scale-ai"), ("scale-ai", "google-spend-2024"), ("tutorial", "kelpwright")],
)
def test_it_looks_like_this(
    bundled: dict[str, Store], name: str, of: str, width: int, snapshot: SnapshotAssertion
) -> None:
    made = sheet(bundled[name], Place(View.CHART, of), PaneView(), EVERYTHING, PLAIN_LENS)
    assert made.drawing is not None
    picture = made.drawing.draw(width, 20)
    assert all(cell_len(line) <= width for line in picture.text.splitlines())
    assert set(areas(picture)) == {row.key for row in made.rows}
    assert picture.text == snapshot


@pytest.mark.parametrize("name", ["scale-ai", "tutorial"])
def test_units_are_never_mixed_on_one_axis(bundled: dict[str, Store], name: str) -> None:
    store = bundled[name]
    for record in ("scale-ai", "google", "kelpwright", "saltlark"):
        for chart in peers_of(store, record, EVERYTHING, PLAIN_LENS):
            assert {peer.figure.unit for peer in chart.peers} == {chart.unit}
            assert {peer.figure.measure for peer in chart.peers} == {chart.measure}


def test_what_is_measured_against_something_else_is_apart(bundled: dict[str, Store]) -> None:
    charts = peers_of(bundled["scale-ai"], "scale-ai", EVERYTHING, PLAIN_LENS)
    called = [chart.called for chart in charts]
    assert "multiple of valuation" in called
    assert "multiple of revenue" in called
    (valuations,) = peers_of(
        bundled["scale-ai"], "scale-ai-valuation-growth", EVERYTHING, PLAIN_LENS
    )
    assert {peer.figure.whole for peer in valuations.peers} == {"scale-ai-valuation-before"}


def test_a_figure_alone_says_that_nothing_is_like_it(bundled: dict[str, Store]) -> None:
    place = Place(View.CHART, "scale-ai-revenue-2024")
    made = sheet(bundled["scale-ai"], place, PaneView(), EVERYTHING, PLAIN_LENS)
    assert made.drawing is not None
    assert "No other revenue in USD is known here." in made.drawing.draw(80, 20).text


def test_without_figures_it_says_so(bundled: dict[str, Store]) -> None:
    store = bundled["scale-ai"]
    made = sheet(store, Place(View.CHART, "huawei"), PaneView(), EVERYTHING, PLAIN_LENS)
    assert (made.drawing, made.empty) == (
        None, "No figure is stated of Huawei that could be drawn.",
    )  # fmt: skip
    filtered = sheet(store, Place(View.CHART, "scale-ai"), PaneView(), parse("zebra"), PLAIN_LENS)
    assert filtered.empty == "No figure matches."


# Bars.


def shown(made: FigureRow) -> str:
    signs = bar(made, TEN)
    return "".join(signs.get(cell, " ") for cell in range(20)).rstrip()


@pytest.mark.parametrize(
    ("made", "signs"),
    [
        (figure("50", "50", "50"), "██████████●"),
        (figure("40", "70", "50"), "████████░░●░░░░"),
        (figure("40", "70"), "████████░░░░░░░"),
        (figure("40", None, "40"), "████████●░░░░░░░░░░→"),
        (figure(None, "20", "20"), "←░░░●"),
        (figure("0", "20", "20"), "░░░░●"),
        (figure("0", "0", "0"), "●"),
        (figure(None, None), "←░░░░░░░░░░░░░░░░░░→"),
        (figure("40", "70", "50", status="planned"), "▒▒▒▒▒▒▒▒░░●░░░░"),
        (figure("40", "70", "50", status="derived"), "▒▒▒▒▒▒▒▒░░░░░░░"),
        (FIGURE, ""),
    ],
)
def test_bars_tell_what_is_known(made: FigureRow, signs: str) -> None:
    assert shown(made) == signs


def test_a_loss_goes_the_other_way() -> None:
    on = scale([Decimal(-50), Decimal(50)], 20)
    loss = bar(figure("-50", "-20", "-30"), on)
    assert min(loss) == on.cell(Decimal(-50))
    assert max(loss) == on.zero
    assert loss[on.zero] == "█"


numbers = st.integers(min_value=-1000, max_value=1000)


@given(numbers, numbers, st.integers(min_value=1, max_value=120))
def test_a_bar_holds_both_its_ends(one: int, other: int, width: int) -> None:
    low, high = sorted((one, other))
    on = scale([Decimal(low), Decimal(high)], width)
    signs = bar(figure(str(low), str(high)), on)
    assert on.cell(Decimal(low)) in signs
    assert on.cell(Decimal(high)) in signs


@given(st.lists(st.tuples(numbers, numbers), min_size=2, max_size=8))
def test_what_is_surely_more_never_ends_left_of_what_is_less(ends: list[tuple[int, int]]) -> None:
    made = [figure(str(min(pair)), str(max(pair))) for pair in ends]
    on = scale([Decimal(end) for pair in ends for end in pair], 60)
    for one in made:
        for other in made:
            if one.value and other.value and one.value.certainly_below(other.value):
                last = on.cell(one.value.high or Decimal(0))
                assert last <= on.cell(other.value.low or Decimal(0))


# Many, and series.


def many(count: int) -> Peers:
    figures = (figure("1", str(n + 2), id_=f"f{n}") for n in range(count))
    things = (
        Peer(replace(made, subject=f"c{n}"), f"Company {n}") for n, made in enumerate(figures)
    )
    return Peers("revenue", "", "USD", ordered(things))


@given(st.integers(min_value=1, max_value=40), st.integers(min_value=20, max_value=150))
def test_everything_is_drawn_or_counted(count: int, width: int) -> None:
    picture = ChartDrawing((many(count),)).draw(width, 20)
    keys = set(areas(picture)) - {"fold:revenue:USD"}
    assert len(keys) == min(count, MOST)
    assert (f"… {count - MOST} more" in picture.text) == (count > MOST)
    assert all(cell_len(line) <= width for line in picture.text.splitlines())


def test_the_largest_come_first_and_the_chosen_one_is_always_there() -> None:
    chart = many(30)
    assert chart.peers[0].label == "Company 29"
    assert "f0" in areas(ChartDrawing((chart,), "f0").draw(80, 20))


def test_a_series_is_a_line_too() -> None:
    years = [(2021, "9", "11", "10"), (2022, "18", "22", "20"), (2024, "50", "60", "55")]
    figures = (
        replace(figure(low, high, stated, id_=f"y{year}"), first=f"{year}-01-01", period=str(year))
        for year, low, high, stated in years
    )
    peers = (Peer(made, f"revenue {made.period}") for made in figures)
    chart = Peers("revenue", "", "USD", ordered(peers))
    assert chart.is_series
    text = ChartDrawing((chart,)).draw(90, 20).text
    dates = next(line for line in text.splitlines() if "2021" in line)
    assert dates.split() == ["2021", "2022", "2024"]
    assert text.count("●") == 6


# Room.


@pytest.mark.parametrize("width", [24, 36, 40, 56, 58, 60, 76, 80, 116])
@pytest.mark.parametrize(
    ("name", "of"),
    [("scale-ai", "meta-buys-stake"), ("scale-ai", "scale-ai"), ("tutorial", "shionagi"),
     ("tutorial", "dock-price")],
)  # fmt: skip
def test_every_figure_has_its_bar_in_any_room(
    bundled: dict[str, Store], name: str, of: str, width: int
) -> None:
    made = sheet(bundled[name], Place(View.CHART, of), PaneView(), EVERYTHING, PLAIN_LENS)
    assert made.drawing is not None
    picture = made.drawing.draw(width, 20)
    assert all(cell_len(line) <= width for line in picture.text.splitlines())
    for row in made.rows:
        told = "".join(span.text for line in picture.lines for span in line if span.key == row.key)
        assert set(told) & set("█▒░●")


def test_a_number_stands_below_the_end_of_a_range(bundled: dict[str, Store]) -> None:
    place = Place(View.CHART, "scale-ai-valuation-growth")
    made = sheet(bundled["scale-ai"], place, PaneView(), EVERYTHING, PLAIN_LENS)
    assert made.drawing is not None
    computed, stated = made.drawing.draw(110, 20).text.splitlines()[1:3]
    assert computed.index("2.19") == stated.index("2\N{NO-BREAK SPACE}×")
    assert stated.endswith("█●")
