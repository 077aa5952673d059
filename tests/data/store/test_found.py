"""Lists that are read from any place: the same rows as page after page, whatever was asked."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import groupby
from typing import TypeVar

import pytest
from hypothesis import given
from hypothesis import strategies as st

from scale_explorer.data.query import parse
from scale_explorer.data.store import places
from scale_explorer.data.store.found import Found, place_of, sections_among
from scale_explorer.data.store.lensed import through
from scale_explorer.data.store.rows.lens import PLAIN_LENS, Lens
from scale_explorer.data.store.sqlite import SQLiteStore
from scale_explorer.models.kinds import Kind

WANTED = (
    "", "a", "mill", "alder", "birch !2024", "20", "nothing-has-this", "mills norport",
    "status:ending", "is:planned", "is:planned alder", "!is:derived", ">15%", "is:moved",
    "alder 20",
)  # fmt: skip
LENSES = (
    PLAIN_LENS,
    Lens("2024-06-01"),
    Lens(without=frozenset({"alder.customer_of.birch"})),
    Lens("2025-03-10", frozenset({"cedar.invested_in.birch"})),
)


RowT = TypeVar("RowT")


def agrees(found: Found[RowT], rows: Sequence[RowT], keys: Sequence[str]) -> None:
    assert (found.total, found.complete) == (len(rows), True)
    assert list(found.page(0, found.total + 5)) == list(rows)
    for place in range(len(rows)):
        assert found.page(place, place + 2) == tuple(rows[place : place + 2])
        assert found.index(keys[place]) == place
    assert found.index("nobody") is None
    assert found.page(found.total, found.total + 3) == ()


@pytest.mark.parametrize("lens", LENSES)
@pytest.mark.parametrize("text", WANTED)
def test_records_are_those_of_the_pages(mill: SQLiteStore, text: str, lens: Lens) -> None:
    wanted = parse(text)
    for kind in Kind:
        rows = mill.records(kind, wanted, lens=lens)
        agrees(mill.listed(kind, wanted, lens), rows, [row.id for row in rows])
        assert through(mill, lens).listed(kind, wanted).page(0, 99) == rows


@pytest.mark.parametrize("lens", LENSES)
@pytest.mark.parametrize("text", WANTED)
@pytest.mark.parametrize("record", ["birch", "alder", "cedar-buys-stake", "news"])
def test_lines_are_those_of_the_pages(
    mill: SQLiteStore, record: str, text: str, lens: Lens
) -> None:
    wanted = parse(text)
    rows = mill.claims(record, wanted, lens=lens)
    found = mill.lines(record, wanted, lens)
    agrees(found, rows, [row.key for row in rows])
    begun = [section for section, _ in groupby(row.section for row in rows)]
    assert [section.title for section in found.sections] == begun
    assert all(rows[each.first].section == each.title for each in found.sections)


@pytest.mark.parametrize("reach", [0, 10_000])
@pytest.mark.parametrize("kind", [Kind.RELATIONSHIP, Kind.COMPANY])
def test_what_matches_often_and_what_seldom_is_found_alike(
    mill: SQLiteStore, monkeypatch: pytest.MonkeyPatch, kind: Kind, reach: int
) -> None:
    rows = {text: mill.records(kind, parse(text)) for text in WANTED}
    monkeypatch.setattr(places, "PROBE", 1)
    monkeypatch.setattr(places, "_REACH", reach)
    for text in WANTED:
        assert mill.listed(kind, parse(text)).page(0, 99) == rows[text]


@pytest.mark.parametrize("most", [1, 2])
def test_one_stops_behind_enough(mill: SQLiteStore, most: int) -> None:
    wanted = parse("2024")
    every = mill.records(Kind.FIGURE, wanted)
    assert len(every) > most
    some = mill.listed(Kind.FIGURE, wanted, most=most)
    assert (some.total, some.complete) == (most, False)
    assert some.page(0, 99) == every[:most]
    assert mill.listed(Kind.FIGURE, wanted, most=None).total == len(every)
    exact = mill.listed(Kind.FIGURE, wanted, most=len(every))
    assert (exact.total, exact.complete) == (len(every), True)
    lines = mill.lines("birch", parse("alder"), most=most)
    assert (lines.total, lines.complete) == (most, False)


def test_without_filter_and_lens_nothing_is_counted(mill: SQLiteStore) -> None:
    assert mill.listed(Kind.COMPANY, most=1).total == mill.count(Kind.COMPANY) > 1
    assert mill.lines("birch", most=1).total == len(mill.claims("birch")) > 1


def test_who_does_not_wait_any_more_gets_no_answer_and_no_error(
    mill: SQLiteStore, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("scale_explorer.data.store.connections._STEPS", 1)
    found = mill.listed(Kind.COMPANY, parse("a"), stopped=lambda: True)
    assert not found.complete
    assert mill.listed(Kind.COMPANY, parse("a")).complete


def test_an_unknown_record_has_no_lines(mill: SQLiteStore) -> None:
    found = mill.lines("nobody")
    assert (found.total, found.complete, found.sections) == (0, True, ())
    assert (found.page(0, 9), found.index("00000000")) == ((), None)


@given(st.lists(st.integers(0, 60), unique=True).map(sorted), st.integers(-5, 70))
def test_a_number_is_found_where_it_stands(numbers: list[int], number: int) -> None:
    expected = numbers.index(number) if number in numbers else None
    assert place_of(numbers, number) == expected


@given(
    st.lists(st.tuples(st.sampled_from("ab"), st.integers(1, 4)), min_size=1, max_size=6), st.data()
)
def test_headings_stand_where_lines_change(
    runs: list[tuple[str, int]], data: st.DataObject
) -> None:
    titles = [title for title, count in runs for _ in range(count)]
    headings = [
        (title, sum(count for _, count in runs[:place])) for place, (title, _) in enumerate(runs)
    ]
    some = sorted(data.draw(st.sets(st.sampled_from(range(len(titles))))))
    shown = [titles[number] for number in some]
    expected = [i for i in range(len(shown)) if not i or shown[i] != shown[i - 1]]
    found = sections_among(headings, some)
    assert [section.first for section in found] == expected
    assert all(shown[section.first] == section.title for section in found)
