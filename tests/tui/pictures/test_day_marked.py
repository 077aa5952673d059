"""Signs of the day stand beside their things, and push nothing aside."""

from __future__ import annotations

from dataclasses import dataclass

import pytest
from hypothesis import given
from hypothesis import strategies as st
from rich.cells import cell_len

from scale_explorer.data.query import EVERYTHING
from scale_explorer.data.store.protocol import Store
from scale_explorer.data.store.rows.lens import PLAIN_LENS, Lens
from scale_explorer.tui.day_marks import signs_of
from scale_explorer.tui.pictures.day_marked import DayMarked
from scale_explorer.tui.pictures.opening import drawn
from scale_explorer.tui.state import PaneView, Place, View
from scale_explorer.tui.widgets.lines import Span
from scale_explorer.tui.widgets.picture import Picture, areas
from scale_explorer.tui.widgets.rows import Tone

MIDDLE = Lens("2025-06-13")
PLACES = [
    Place(View.TIMELINE),
    Place(View.TIMELINE, "scale-ai"),
    Place(View.CHART, "scale-ai"),
    Place(View.EXPOSURE, "scale-ai"),
    Place(View.NETWORK, "scale-ai"),
    Place(View.DRAWN, "google-plans-exit"),
    Place(View.PATH, "google meta"),
]


@dataclass(frozen=True, slots=True)
class Fixed:
    """A drawing that is the same for any room."""

    lines: tuple[tuple[Span, ...], ...]

    def draw(self, width: int, height: int) -> Picture:
        del width, height
        return Picture(self.lines)


def marked(*line: tuple[str, str | None], signs: str = "∆◐", margin: int = 0) -> str:
    spans = tuple(Span(text, Tone.PLAIN, key) for text, key in line)
    return DayMarked(Fixed((spans,)), (("a", signs),), margin).draw(40, 9).text


@pytest.mark.parametrize(
    ("line", "margin", "told"),
    [
        ([("│ ", None), ("Google     ", "a"), ("│", None)], 0, "│ Google ∆◐  │"),
        ([("│ ", None), ("Google ", "a"), ("│", None)], 0, "│ Google │"),
        ([("│ ", None), ("$870 M 2024 ", "a"), ("│", None)], 0, "│ $870 M 2024 │"),
        ([("│  ", None), ("Google", "a"), ("│", None)], 0, "│∆ Google│"),
        ([("╭──►│ Data  ", "a"), ("│", None)], 0, "╭──►│ Data ∆│"),
        ([("─►", "a"), ("so ►", "a")], 0, "─►so ►"),
        ([("x", None), ("Google", "a"), ("y", None)], 0, "xGoogley"),
        ([(" ● Google", "a")], 2, "∆◐ ● Google"),
        ([("Google", "a")], 0, "Google ∆◐"),
        ([("one  ", None), ("Google", "a"), ("  two", None)], 0, "one  Google  two"),
        ([("one  ", None), ("Google", "a"), ("    two", None)], 0, "one  Google ∆◐ two"),
    ],
)
def test_it_stands_where_there_is_room(
    line: list[tuple[str, str | None]], margin: int, told: str
) -> None:
    assert marked(*line, margin=margin) == told


texts = st.text("ab ─│●東", min_size=1, max_size=8)
lines = st.lists(st.tuples(texts, st.sampled_from(["a", "b", None])), min_size=1, max_size=6)


@given(lines)
def test_nothing_is_pushed_aside(line: list[tuple[str, str | None]]) -> None:
    spans = tuple(Span(text, Tone.PLAIN, key) for text, key in line)
    width = sum(cell_len(span.text) for span in spans)
    made = DayMarked(Fixed((spans,)), (("a", "∆"), ("b", "◌"))).draw(width, 9)
    assert sum(cell_len(span.text) for span in made.lines[0]) <= width + 1  # of a wide sign half


@given(lines)
def test_no_letter_is_written_over_and_none_touched(line: list[tuple[str, str | None]]) -> None:
    spans = tuple(Span(text, Tone.PLAIN, key) for text, key in line)
    plain = "".join(span.text for span in spans)
    made = DayMarked(Fixed((spans,)), (("a", "∆"), ("b", "◌"))).draw(40, 9)
    told = "".join(span.text for span in made.lines[0])
    assert told.replace("∆", " ").replace("◌", " ").rstrip() == plain.rstrip()
    for number, sign in enumerate(told):
        if sign in "∆◌":
            beside = told[max(0, number - 1) : number] + told[number + 1 : number + 2]
            assert not set(beside) & set("ab東∆◌")


@pytest.mark.parametrize("width", [36, 56, 76, 116])
@pytest.mark.parametrize("place", PLACES, ids=lambda place: f"{place.view}:{place.of}")
def test_every_thing_that_changed_is_marked_in_every_picture(
    bundled: dict[str, Store], place: Place, width: int
) -> None:
    made = drawn(bundled["scale-ai"], place, PaneView(), EVERYTHING, MIDDLE)
    assert made.drawing is not None
    picture = made.drawing.draw(width, 30)
    assert max(cell_len(line) for line in picture.text.splitlines()) <= width
    drawing = made.drawing
    assert isinstance(drawing, DayMarked)
    inner = drawing.drawing.draw(width - drawing.margin, 30)
    assert set(areas(picture)) == set(areas(inner))
    for row in made.rows:
        if signs := signs_of(row.flags):
            told = "".join(
                span.text for line in picture.lines for span in line if span.key == row.key
            )
            assert signs[0] in told or not _has_room(inner, row.key)


def _has_room(picture: Picture, key: str) -> bool:
    """Say whether words of a key have three blanks beside them, or the end of the line."""
    for line in picture.lines:
        text = "".join(span.text if span.key in {key, None} else "x" * 3 for span in line)
        words = [span.text.strip() for span in line if span.key == key and span.text.strip()]
        if any(f"{word}   " in text or f"   {word}" in text for word in words):
            return True
    return False


def test_without_a_day_there_is_no_sign(bundled: dict[str, Store]) -> None:
    for place in PLACES:
        made = drawn(bundled["scale-ai"], place, PaneView(), EVERYTHING, PLAIN_LENS)
        assert made.drawing is not None
        assert not isinstance(made.drawing, DayMarked)
        assert not any(signs_of(row.flags) for row in made.rows)


def test_moments_of_a_claim_have_each_their_own_day(bundled: dict[str, Store]) -> None:
    place = Place(View.TIMELINE, "google.customer_of.scale-ai")
    made = drawn(bundled["scale-ai"], place, PaneView(), EVERYTHING, MIDDLE)
    told = {row.state: signs_of(row.flags) for row in made.rows if row.label == "Google → Scale AI"}
    assert told == {"current": "", "under review": "◐", "ending": "∆◐"}
