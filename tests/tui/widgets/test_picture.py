"""Where things stand in a picture, and where arrows lead from one to another."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from scale_explorer.tui.widgets.lines import Span
from scale_explorer.tui.widgets.picture import Area, Picture, Way, areas, led_to

CROSS = {
    "middle": Area(4, 10, 7, 20), "above": Area(1, 12, 2, 18), "below": Area(9, 12, 10, 18),
    "left": Area(5, 0, 6, 6), "right": Area(5, 25, 6, 30), "corner": Area(1, 25, 2, 30),
}  # fmt: skip


def _area(top: int, left: int, tall: int, wide: int) -> Area:
    return Area(top, left, top + tall, left + wide)


AREAS = st.builds(
    _area, st.integers(0, 20), st.integers(0, 60), st.integers(1, 4), st.integers(1, 12)
)
BOXES = st.dictionaries(st.text("abcdef", min_size=1, max_size=2), AREAS, max_size=8)


def test_all_spans_of_a_key_are_one_thing_in_reading_order() -> None:
    picture = Picture((
        (Span("  "), Span("汐凪", key="b"), Span(" "), Span("x", key="a")),
        (Span("┌─┐", key="c"), Span("y", key="b")),
    ))  # fmt: skip
    assert areas(picture) == {
        "b": Area(0, 2, 2, 6), "a": Area(0, 7, 1, 8), "c": Area(1, 0, 2, 3),
    }  # fmt: skip
    assert list(areas(picture)) == ["b", "a", "c"]


def test_what_has_no_width_of_its_own_counts_as_it_is_shown() -> None:
    assert areas(Picture(((Span("a\tb\x1b"), Span("key", key="k")),))) == {"k": Area(0, 4, 1, 7)}


def test_the_text_has_no_blanks_at_its_ends() -> None:
    assert Picture(((Span("a  "),), (Span(" b "), Span(" ")), ())).text == "a\n b"


@pytest.mark.parametrize(
    ("way", "there"),
    [(Way.UP, "above"), (Way.DOWN, "below"), (Way.LEFT, "left"), (Way.RIGHT, "right")],
)
def test_an_arrow_leads_to_what_is_nearest_that_way(way: Way, there: str) -> None:
    assert led_to({}, CROSS, "middle", way) == there


def test_a_picture_may_say_where_an_arrow_leads() -> None:
    moves = {("middle", Way.UP): "corner", ("middle", Way.DOWN): "not there"}
    assert led_to(moves, CROSS, "middle", Way.UP) == "corner"
    assert led_to(moves, CROSS, "middle", Way.DOWN) == "below"


def test_nothing_that_way_or_nothing_here_leads_nowhere() -> None:
    assert led_to({}, CROSS, "left", Way.LEFT) is None
    assert led_to({}, CROSS, "nobody", Way.LEFT) is None


@given(places=BOXES, way=st.sampled_from(Way))
def test_an_arrow_never_leads_back_or_to_where_it_comes_from(
    places: dict[str, Area], way: Way
) -> None:
    for key, here in places.items():
        there = led_to({}, places, key, way)
        if there is None:
            continue
        area = places[there]
        assert there != key
        ahead = {
            Way.UP: area.bottom <= here.top, Way.DOWN: area.top >= here.bottom,
            Way.LEFT: area.right <= here.left, Way.RIGHT: area.left >= here.right,
        }  # fmt: skip
        assert ahead[way]


@given(places=BOXES, way=st.sampled_from(Way))
def test_an_arrow_leads_somewhere_wherever_anything_is_that_way(
    places: dict[str, Area], way: Way
) -> None:
    for key, here in places.items():
        ahead = [
            other for other in places.values()
            if {Way.UP: other.bottom <= here.top, Way.DOWN: other.top >= here.bottom,
                Way.LEFT: other.right <= here.left, Way.RIGHT: other.left >= here.right}[way]
        ]  # fmt: skip
        assert (led_to({}, places, key, way) is None) == (not ahead)
