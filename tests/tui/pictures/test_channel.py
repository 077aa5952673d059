"""Between two layers no two lines lie on each other, whichever rows they come out and end in."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator

from hypothesis import given
from hypothesis import strategies as st

from scale_explorer.tui.pictures.channel import Net, Track, routed

BELOW = 30


def stretches(net: Net, track: Track, width: int) -> Iterator[tuple[str, int, int, int]]:
    """Yield the stretches of a routed net: their direction, where, and from where to where."""
    row, column = net.out, track.column
    if net.is_straight:
        yield "level", row, -1, width
        return
    if track.first is not None:
        yield "level", row, -1, track.first
        yield "upright", track.first, min(row, track.row), max(row, track.row)
        yield "level", track.row, track.first, column
        row = track.row
    else:
        yield "level", row, -1, column
    rows = (row, *net.ends)
    yield "upright", column, min(rows), max(rows)
    for end in net.ends:
        yield "level", end, column, width


@st.composite
def nets(draw: st.DrawFn) -> list[Net]:
    count = draw(st.integers(1, 8))
    rows = st.integers(0, 20)
    outs = draw(st.lists(rows, min_size=count, max_size=count, unique=True))
    ends = draw(st.lists(rows, min_size=count, max_size=20, unique=True))
    owners = [*range(count), *(draw(st.integers(0, count - 1)) for _ in ends[count:])]
    found: dict[int, list[int]] = defaultdict(list)
    for end, owner in zip(ends, owners, strict=True):
        found[owner].append(end)
    return [Net(out, tuple(found[number])) for number, out in enumerate(outs)]


@given(nets())
def test_no_two_lines_lie_on_each_other(made: list[Net]) -> None:
    tracks, width = routed(made, BELOW)
    taken: dict[tuple[str, int], list[tuple[int, int, int]]] = defaultdict(list)
    for number, (net, track) in enumerate(zip(made, tracks, strict=True)):
        for way, where, low, high in stretches(net, track, width):
            for other, from_, to in taken[way, where]:
                assert other == number or high < from_ or to < low
            taken[way, where].append((number, low, high))


def test_a_straight_line_needs_no_column() -> None:
    assert routed([Net(3, (3,))], BELOW)[1] == 0


def test_lines_apart_share_a_column() -> None:
    tracks, width = routed([Net(1, (3,)), Net(6, (8,))], BELOW)
    assert width == 1
    assert tracks[0].column == tracks[1].column == 0


def test_a_line_turns_left_of_one_that_ends_in_its_row() -> None:
    tracks, width = routed([Net(5, (2,)), Net(2, (9,))], BELOW)
    assert width == 2
    assert tracks[1].column < tracks[0].column


def test_two_that_change_places_turn_twice() -> None:
    tracks, width = routed([Net(1, (5,)), Net(5, (1,))], BELOW)
    assert [track.first is not None for track in tracks].count(True) == 1
    assert width == 3
