"""The timeline: dates as fuzzy as they are, everything drawn or counted, nothing over the edge."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st
from rich.cells import cell_len
from syrupy.assertion import SnapshotAssertion

from scale_explorer.data.exploring.timeline import Moment, Timeline, Track
from scale_explorer.data.query import EVERYTHING, parse
from scale_explorer.data.store.protocol import Store
from scale_explorer.data.store.rows.dated import EventRow
from scale_explorer.data.store.rows.lens import PLAIN_LENS, Lens
from scale_explorer.models.kinds import Kind
from scale_explorer.tui.pictures.axis import Axis
from scale_explorer.tui.pictures.timeline import MOST, TimelineDrawing, sheet
from scale_explorer.tui.pictures.timeline_bars import bar_signs, status_signs
from scale_explorer.tui.scene import Sheet
from scale_explorer.tui.state import PaneView, Place, View
from scale_explorer.tui.verbs.drawing.gantt import gantt
from scale_explorer.tui.widgets.picture import areas

EVENT = EventRow(
    "1", "a", Kind.DEAL, "Title", "Title", "", "announced", "", "2025", "2025-01-01",
    "2025-12-31", of_source=False, anchor=None, side="", quotes=1, flags=frozenset(),
)  # fmt: skip
YEAR = Axis(date(2025, 1, 1), date(2025, 12, 31), 40)


def moment(
    first: str, last: str, key: str = "1", *, lasts: bool = False, fuzzy: bool = False
) -> Moment:
    event = replace(EVENT, key=key, first=first, last=last, status="reported")
    return Moment(event, "announced", "then", first, last, lasts=lasts, fuzzy=fuzzy)


@pytest.mark.parametrize("width", [56, 76, 116])
@pytest.mark.parametrize(
    ("name", "of"), [("scale-ai", ""), ("tutorial", ""), ("tutorial", "riyah")]
)
def test_it_looks_like_this(
    bundled: dict[str, Store], name: str, of: str, width: int, snapshot: SnapshotAssertion
) -> None:
    made = sheet(bundled[name], Place(View.TIMELINE, of), PaneView(), EVERYTHING, PLAIN_LENS)
    assert made.drawing is not None
    picture = made.drawing.draw(width, 20)
    assert all(cell_len(line) <= width for line in picture.text.splitlines())
    assert picture.text == snapshot


@pytest.mark.parametrize("name", ["scale-ai", "tutorial"])
@pytest.mark.parametrize("width", [30, 76, 116])
def test_every_key_of_the_picture_has_its_row(
    bundled: dict[str, Store], name: str, width: int
) -> None:
    made = sheet(bundled[name], Place(View.TIMELINE), PaneView(), EVERYTHING, PLAIN_LENS)
    assert made.drawing is not None
    keys = set(areas(made.drawing.draw(width, 20)))
    assert keys == {row.key for row in made.rows}
    assert all(row.claim for row in made.rows)


def test_a_filter_keeps_what_matches(bundled: dict[str, Store]) -> None:
    place = Place(View.TIMELINE)
    made = sheet(bundled["scale-ai"], place, PaneView(), parse("kind:deal"), PLAIN_LENS)
    assert {row.section for row in made.rows} == {"Deals"}
    none = sheet(bundled["scale-ai"], place, PaneView(), parse("zebra"), PLAIN_LENS)
    assert (none.rows, none.drawing, none.empty) == ((), None, "Nothing dated matches.")


def test_without_dates_it_says_how_many_claims_have_none(bundled: dict[str, Store]) -> None:
    place = Place(View.TIMELINE, "huawei")
    made = sheet(bundled["scale-ai"], place, PaneView(), EVERYTHING, PLAIN_LENS)
    assert made.empty == "None of its 4 claims has a date."


def test_the_day_one_looks_from_is_drawn_and_nothing_after_it(bundled: dict[str, Store]) -> None:
    lens = Lens(as_of="2025-06-15")
    made = sheet(bundled["tutorial"], Place(View.TIMELINE), PaneView(), EVERYTHING, lens)
    assert made.drawing is not None
    assert "│" in made.drawing.draw(100, 20).text
    assert all(row.when != "3 Oct 2025" for row in made.rows)


# Bars.


ends = st.dates(min_value=date(2024, 6, 1), max_value=date(2026, 6, 1)).map(date.isoformat)


@given(ends, ends, st.booleans(), st.booleans())
def test_a_bar_holds_both_its_ends(one: str, other: str, lasts: bool, fuzzy: bool) -> None:  # noqa: FBT001 - drawn by hypothesis
    first, last = sorted((one, other))
    start, signs = bar_signs(moment(first, last, lasts=lasts, fuzzy=fuzzy), YEAR)
    assert start == YEAR.cell(date.fromisoformat(first))
    assert start + len(signs) - 1 == YEAR.cell(date.fromisoformat(last))


@given(ends, ends)
def test_an_end_beyond_the_axis_is_an_arrow(one: str, other: str) -> None:
    first, last = sorted((one, other))
    _, signs = bar_signs(moment(first, last), YEAR)
    assert signs.startswith("←") == (first < "2025-01-01" and last >= "2025-01-01") or (
        last < "2025-01-01" and signs == "←"
    )
    if last > "2025-12-31":
        assert signs.endswith("→")


@pytest.mark.parametrize(
    ("first", "last", "lasts", "fuzzy", "signs"),
    [
        ("2025-06-01", "2025-06-01", False, False, "●"),
        ("2025-01-01", "2025-02-28", False, False, "├─────┤"),
        ("2025-01-01", "2025-02-28", False, True, "├╌╌╌╌╌┤"),
        ("2025-01-01", "2025-02-28", True, False, "███████"),
        ("2025-11-01", "", False, False, "├─────→"),
        ("", "2025-02-28", False, False, "←─────┤"),
        ("", "", False, False, ""),
        ("1911-01-01", "1911-12-31", False, False, "←"),
    ],
)
def test_bars_tell_what_is_known(
    *, first: str, last: str, lasts: bool, fuzzy: bool, signs: str
) -> None:
    assert bar_signs(moment(first, last, lasts=lasts, fuzzy=fuzzy), YEAR)[1] == signs


def test_a_status_is_sure_only_between_its_changes() -> None:
    began = replace(moment("2025-02-01", "2025-03-31"), told="current")
    ended = moment("2025-07-01", "2025-12-31", "2")
    ended = replace(
        ended, told="former", event=replace(ended.event, what="status", status="former")
    )
    signs = status_signs(Track("a", Kind.RELATIONSHIP, "A", "", (began, ended)), YEAR)
    sure = range(YEAR.cell(date(2025, 3, 31)), YEAR.cell(date(2025, 7, 1)))
    assert sorted(signs) == list(sure)
    assert signs[sure[0]][0] == "●"


# Many.


def many(count: int) -> Timeline:
    tracks = (
        Track(
            f"c{n}", Kind.FIGURE, f"Figure {n}", "$1", (moment("2025-01-01", "2025-12-31", str(n)),)
        )
        for n in range(count)
    )
    return Timeline(tuple(tracks), 0)


@given(st.integers(min_value=1, max_value=60), st.integers(min_value=20, max_value=160))
def test_everything_is_drawn_or_counted(count: int, width: int) -> None:
    picture = TimelineDrawing(many(count)).draw(width, 20)
    shown = len(areas(picture)) - (count > MOST)
    assert shown == min(count, MOST)
    assert (f"… {count - MOST:,} more figures"[: width // 3] in picture.text) == (count > MOST)
    opened = TimelineDrawing(many(count), frozenset({"fold:figure"})).draw(width, 20)
    assert len(areas(opened)) == count + 1


def test_customers_and_investors_are_told_apart_where_there_is_room(
    bundled: dict[str, Store],
) -> None:
    made = sheet(bundled["scale-ai"], Place(View.TIMELINE), PaneView(), EVERYTHING, PLAIN_LENS)
    assert made.drawing is not None
    wide = made.drawing.draw(160, 20).text
    assert "Google → Scale AI · customer " in wide
    assert "Meta → Scale AI · investor " in wide
    assert "· customer" not in made.drawing.draw(40, 20).text


def test_what_changed_without_a_date_is_counted(bundled: dict[str, Store]) -> None:
    def seen(of: str, words: str = "", day: str | None = "2025-10-12") -> Sheet:
        matching = parse(words) if words else EVERYTHING
        return sheet(bundled["tutorial"], Place(View.TIMELINE, of), PaneView(), matching, Lens(day))

    assert seen("").subtitle.endswith(" · 13 more changed without a date")
    assert seen("kelpwright").subtitle.endswith("2 changed, none of them dated")
    assert (
        seen("kelpwright", "is:moved").empty
        == "Nothing dated matches. 2 changed, none of them dated."
    )
    assert "changed" not in seen("", day=None).subtitle
    assert "changed" not in seen("", day="2025-10-08").subtitle


def test_a_diagram_invents_no_end() -> None:
    before, after = moment("", "2025-12-31"), moment("2025-01-01", "", "2")
    before = replace(before, event=replace(before.event, side="before"), when="before the deal")
    tracks = (Track("a", Kind.DEAL, "Title", "", (before, after, moment("2025", "2026", "3"))),)
    lines = [line.strip() for line in gantt("G", Timeline(tracks, 0))][-3:]
    assert lines == [
        "Title, announced, before the deal : milestone, 2025-12-31, 0d",
        "Title, announced, then, no end known : milestone, 2025-01-01, 0d",
        "Title, announced, then : 2025, 2026",
    ]
