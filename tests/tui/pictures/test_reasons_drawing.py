"""Chains of reasons drawn: nothing over anything else, nothing lost, whatever the room."""

from __future__ import annotations

from itertools import combinations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from rich.cells import cell_len

from scale_explorer.tui.pictures.reason_parts import MOST_LINES, Box, Tie, joined, wrapped
from scale_explorer.tui.pictures.reasons_down import Down, lanes
from scale_explorer.tui.pictures.reasons_drawing import ReasonsDrawing, arranged
from scale_explorer.tui.widgets.picture import Area, Way, areas, led_to

PLAIN = st.text(st.sampled_from("ab cd"), min_size=1, max_size=60)
TITLES = st.text(st.sampled_from("ab cde 株価ش\u0301é👩"), min_size=1, max_size=60)
WORDS = st.sampled_from(["so", "yet", "speeds up", "makes possible"])


@st.composite
def drawings(
    draw: st.DrawFn, *, circles: bool = True, titles: st.SearchStrategy[str] = TITLES
) -> ReasonsDrawing:
    count = draw(st.integers(1, 9))
    boxes = [Box(f"box:{n}", draw(titles), heavy=n == 0) for n in range(count)]
    numbers = st.integers(0, count - 1)
    pairs = draw(st.lists(st.tuples(numbers, numbers), max_size=16))
    if not circles:
        pairs = [(min(pair), max(pair)) for pair in pairs if pair[0] != pair[1]]
    ties = [
        Tie(f"link:{n}", f"box:{cause}", f"box:{effect}", draw(WORDS), draw(st.booleans()))
        for n, (cause, effect) in enumerate(pairs)
    ]
    return arranged(boxes, ties, ["box:0"])


def down(what: ReasonsDrawing) -> Down:
    return Down({box.key: box for box in what.boxes}, what.order, what.ties, what.start)


def overlap(one: Area, other: Area) -> bool:
    return (
        one.top < other.bottom and other.top < one.bottom
        and one.left < other.right and other.left < one.right
    )  # fmt: skip


WIDTHS = st.sampled_from([30, 38, 58, 78, 116, 200])


@given(drawings(), WIDTHS)
def test_nothing_overlaps_and_nothing_sticks_out(what: ReasonsDrawing, width: int) -> None:
    picture = what.draw(width, 20)
    places = areas(picture)
    assert all(cell_len(line) <= width for line in picture.text.splitlines())
    assert not any(overlap(one, other) for one, other in combinations(places.values(), 2))


@given(drawings(titles=PLAIN), WIDTHS)
def test_no_line_runs_through_a_box(what: ReasonsDrawing, width: int) -> None:
    picture = what.draw(width, 20)
    places, lines = areas(picture), picture.text.splitlines()
    for box in what.boxes:
        place = places[box.key]
        left, right = place.left, place.right
        across = ("━" if box.heavy else "─") * (right - left - 2)
        assert lines[place.top][left + 1 : right - 1] == across
        assert lines[place.bottom - 1][left + 1 : right - 1] == across
        sides = {lines[row][side] for row in range(place.top + 1, place.bottom - 1)
                 for side in (left, right - 1)}  # fmt: skip
        assert sides <= set("┃┠┨" if box.heavy else "│├┤")


@given(drawings(), WIDTHS)
def test_every_box_and_link_is_there_at_every_width(what: ReasonsDrawing, width: int) -> None:
    wanted = {box.key for box in what.boxes} | {tie.key for tie in what.ties}
    assert set(areas(what.draw(width, 20))) == wanted


@given(drawings(), WIDTHS)
def test_every_link_has_its_words(what: ReasonsDrawing, width: int) -> None:
    found: dict[str, str] = {}
    for line in what.draw(width, 20).lines:
        for span in line:
            if span.key is not None:
                found[span.key] = found.get(span.key, "") + span.text
    assert all(f" {tie.words} " in found[tie.key or ""] for tie in what.ties)


@given(drawings(), WIDTHS)
def test_arrows_lead_along_links_and_back(what: ReasonsDrawing, width: int) -> None:
    picture = what.draw(width, 20)
    places = areas(picture)
    for tie in what.ties:
        assert led_to(picture.moves, places, tie.key or "", Way.RIGHT) == tie.effect
        assert led_to(picture.moves, places, tie.key or "", Way.LEFT) == tie.cause
    links = {tie.key for tie in what.ties}
    for box in {tie.cause for tie in what.ties}:
        assert led_to(picture.moves, places, box, Way.RIGHT) in links


@given(drawings(circles=False))
def test_with_room_causes_stand_left_of_effects(what: ReasonsDrawing) -> None:
    places = areas(what.draw(1_000, 20))
    for tie in what.ties:
        cause, link, effect = (places[key] for key in (tie.cause, tie.key or "", tie.effect))
        assert cause.right <= link.left
        assert link.right <= effect.left


@given(drawings(circles=False))
def test_without_room_causes_stand_above_effects(what: ReasonsDrawing) -> None:
    places = areas(down(what).draw(44))
    assert all(places[tie.cause].top < places[tie.effect].top for tie in what.ties)


@given(TITLES, st.integers(4, 40))
def test_a_title_is_whole_or_says_that_it_is_cut(title: str, width: int) -> None:
    lines = wrapped(title, width)
    assert all(cell_len(line) <= width for line in lines)
    whole = "".join("".join(lines).split()) == "".join(title.split())
    assert whole or lines[-1].endswith("…")


def test_a_long_title_is_cut_behind_its_lines() -> None:
    lines = wrapped("word " * 100, 40)
    assert len(lines) == MOST_LINES
    assert lines[-1].endswith("…")


def test_what_is_told_of_a_record_stays_together() -> None:
    assert [*joined(("≈ $200 M", "○ planned"), 30)] == ["≈ $200 M · ○ planned"]
    assert [*joined(("≈ $200 M", "○ planned"), 12)] == ["≈ $200 M", "○ planned"]
    assert [*joined((), 12)] == []


SPANS = st.dictionaries(
    st.integers(0, 20),
    st.tuples(st.integers(0, 40), st.integers(0, 40)).map(lambda ends: (min(ends), max(ends))),
)


@given(SPANS, st.integers(1, 30))
def test_lanes_are_shared_only_by_lines_apart(spans: dict[int, tuple[int, int]], most: int) -> None:
    named = {str(key): span for key, span in spans.items()}
    found, count = lanes(named, most)
    assert count <= most
    assert set(found.values()) <= set(range(count))
    for one, other in combinations(found, 2):
        if found[one] == found[other]:
            assert named[one][1] < named[other][0] or named[other][1] < named[one][0]


def star(count: int) -> ReasonsDrawing:
    boxes = [Box("box:r", "The record", heavy=True)]
    boxes += [Box(f"box:{n}", f"Cause {n}") for n in range(count)]
    ties = [Tie(f"link:{n}", f"box:{n}", "box:r", "so", n % 3 == 0) for n in range(count)]
    return arranged(boxes, ties, ["box:r"])


def test_many_causes_of_one_effect_come_in_together() -> None:
    text = down(star(7)).draw(44).text
    assert text.count("►") == 1
    assert text.count(" so ") == 7


def test_lines_without_room_are_counted() -> None:
    boxes = [Box(f"box:{n}", f"Record {n}", heavy=n == 0) for n in range(8)]
    pairs = [(n, m) for n in range(8) for m in range(n + 1, 8)]
    ties = [Tie(f"link:{n}-{m}", f"box:{n}", f"box:{m}", "so") for n, m in pairs]
    text = arranged(boxes, ties, ["box:0"]).draw(34, 20).text
    told = text.splitlines()[-1]
    assert told.startswith("⋯ ")
    assert text.count("⋯─ so ") == int(told.split()[1])


@pytest.mark.parametrize("width", [44, 78])
def test_a_circle_is_drawn_downwards_with_a_line_that_goes_up(width: int) -> None:
    boxes = [Box("box:a", "One thing", heavy=True), Box("box:b", "Another")]
    ties = [Tie("link:1", "box:a", "box:b", "so"), Tie("link:2", "box:b", "box:a", "so")]
    picture = arranged(boxes, ties, ["box:a"]).draw(width, 20)
    places = areas(picture)
    assert picture.text.count("►") == 2
    assert picture.text.index("Another") < picture.text.index("One thing")
    assert places["link:1"].top < places["box:a"].top


def test_downwards_lines_leave_a_box_below_those_that_come_in() -> None:
    boxes = [Box(f"box:{n}", name) for n, name in enumerate(("One", "Two", "Three"))]
    ties = [Tie("link:1", "box:0", "box:1", "so"), Tie("link:2", "box:1", "box:2", "so")]
    lines = down(arranged(boxes, ties, ["box:1"])).draw(44).text.splitlines()
    assert sum("►" in line for line in lines) == sum("┤" in line for line in lines) == 2
    assert not any("►" in line and "┤" in line for line in lines)
