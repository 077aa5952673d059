"""Long lists as sequences: the same as a tuple of their rows, whatever is read of them."""

from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass

import pytest
from hypothesis import given
from hypothesis import strategies as st

from scale_explorer.tui.listed import BLOCK, AtHand, Listed, Made, is_complete, place_of


@dataclass(frozen=True)
class Row:
    key: str


class Counted:
    """A run that tells what was read of it."""

    def __init__(self, total: int, name: str = "r", *, complete: bool = True) -> None:
        self.total, self.complete, self._name = total, complete, name
        self.pages: list[tuple[int, int]] = []

    def page(self, start: int, stop: int) -> tuple[Row, ...]:
        assert 0 <= start < stop <= self.total
        self.pages.append((start, stop))
        return tuple(Row(f"{self._name}{place}") for place in range(start, stop))

    def index(self, key: str) -> int | None:
        place = key.removeprefix(self._name)
        known = key.startswith(self._name) and place.isdecimal() and int(place) < self.total
        return int(place) if known else None


def runs_of(totals: list[int]) -> list[Counted]:
    return [Counted(total, name) for total, name in zip(totals, "abcde", strict=False)]


@given(st.lists(st.integers(0, 3 * BLOCK), max_size=5), st.data())
def test_runs_stand_one_behind_the_other(totals: list[int], data: st.DataObject) -> None:
    runs = runs_of(totals)
    rows = [row for run in runs if run.total for row in run.page(0, run.total)]
    listed = Listed(*runs)
    assert len(listed) == len(rows)
    place = data.draw(st.integers(-len(rows) - 3, len(rows) + 3))
    if -len(rows) <= place < len(rows):
        assert listed[place] == rows[place]
        assert listed.place_of(rows[place].key) == place % len(rows)
    else:
        with pytest.raises(IndexError):
            _ = listed[place]
    start, stop = data.draw(st.tuples(st.integers(-9, 99), st.integers(-9, 99)))
    assert listed[start:stop] == tuple(rows[start:stop])
    assert list(listed) == rows
    assert listed.place_of("z1") is None


def test_a_look_reads_a_block_and_no_more() -> None:
    run = Counted(1_000_000)
    listed = Listed(AtHand((Row("first"),)), run)
    assert listed[700_000].key == "r699999"
    assert listed[700_001].key == "r700000"
    (read,) = run.pages
    assert read[1] - read[0] == BLOCK
    assert listed.place_of("r999999") == 1_000_000
    assert len(run.pages) == 1


def test_what_a_window_shows_is_read_around_its_cursor() -> None:
    run = Counted(10 * BLOCK)
    listed = Listed(run)
    listed.read_around(3 * BLOCK + 1)
    seen = len(run.pages)
    _ = listed[3 * BLOCK + 1 - BLOCK // 2 : 3 * BLOCK + 1 + BLOCK // 2]
    assert len(run.pages) == seen
    listed.read_around(10 * BLOCK - 1)
    Listed(AtHand((Row("a"),))).read_around(0)


def test_memory_does_not_grow_with_what_was_seen() -> None:
    listed = Listed(Counted(200 * BLOCK))
    for row in range(0, 200 * BLOCK, BLOCK):
        _ = listed[row]
    assert len(vars(listed)["_blocks"]) < 50


def test_two_short_lists_are_the_same_that_hold_the_same() -> None:
    assert Listed(Counted(5)) == Listed(AtHand(Counted(5).page(0, 5)))
    assert Listed(Counted(5)) != Listed(Counted(5, "x"))
    assert Listed(Counted(5)) != Listed(Counted(5, complete=False))
    assert Listed(Counted(5)) != Counted(5).page(0, 5)


def test_two_long_lists_are_not_gone_through_to_be_compared() -> None:
    one, other = Counted(10_000), Counted(10_000)
    listed = Listed(one)
    assert listed == listed  # noqa: PLR0124 - that it is itself
    assert listed != Listed(other)
    assert one.pages == other.pages == []


def test_a_list_is_complete_when_all_its_runs_are() -> None:
    assert is_complete(Listed(Counted(5), Counted(0)))
    assert not is_complete(Listed(Counted(5), Counted(0, complete=False)))
    assert is_complete(())


def test_rows_may_be_made_of_others() -> None:
    run = Made(Counted(5), lambda row: Row(f"{row.key}!"))
    assert run.page(3, 5) == (Row("r3!"), Row("r4!"))
    assert (run.total, run.complete, run.index("r4")) == (5, True, 4)


def test_a_place_is_found_in_any_rows() -> None:
    rows = Counted(5).page(0, 5)
    assert [place_of(rows, key) for key in ("r0", "r4", "x", None)] == [0, 4, None, None]
    assert place_of(Listed(Counted(5)), "r4") == 4


def test_threads_may_read_at_the_same_time() -> None:
    listed: Listed[Row] = Listed(Counted(5_000))
    with ThreadPoolExecutor(4) as threads:
        keys = [row.key for row in threads.map(listed.__getitem__, range(5_000))]
    assert keys == [f"r{place}" for place in range(5_000)]
