"""Ranks in words are places in an order: one of them, some of the first, or the first ten."""

from __future__ import annotations

import time
from collections.abc import Callable

import pytest

from scale_explorer.models.quantity.interval import Interval
from scale_explorer.models.quantity.ranks import RANK, find_ranks

Describe = Callable[[Interval, int], str]


@pytest.mark.parametrize(
    ("text", "written", "places"),
    [
        ("the mill, the biggest customer", "biggest", "[1, 1]"),
        ("its LARGEST mill", "LARGEST", "[1, 1]"),
        ("the top mill", "top", "[1, 1]"),
        ("the first mill to close", "first", "[1, 1]"),
        ("the 1st mill", "1st", "[1, 1]"),
        ("number one", "number one", "[1, 1]"),
        ("the second-biggest customer", "second-biggest", "[2, 2]"),
        ("the second biggest customer", "second biggest", "[2, 2]"),
        ("the 2nd-largest mill", "2nd-largest", "[2, 2]"),
        ("ranked third", "third", "[3, 3]"),
        ("a third-party mill", "third", "[3, 3]"),
        ("the 11th largest mill", "11th largest", "[11, 11]"),
        ("the 22nd mill", "22nd", "[22, 22]"),
        ("No. 3 in flour", "No. 3", "[3, 3]"),
        ("no. 3", "no. 3", "[3, 3]"),
        ("Nr. 3", "Nr. 3", "[3, 3]"),
        ("#3", "#3", "[3, 3]"),
        ("№ 3", "№ 3", "[3, 3]"),
        ("number three", "number three", "[3, 3]"),
        ("the top ten mills", "top ten", "[1, 10]"),
        ("a top-10 mill", "top-10", "[1, 10]"),
        ("one of the top three", "top three", "[1, 3]"),
        ("one of the biggest customers", "biggest", "[1, ∞)"),
        ("one of the world’s very largest mills", "largest", "[1, ∞)"),
        ("among the oldest", "oldest", "[1, ∞)"),
        ("one of two mills, and the biggest", "biggest", "[1, 1]"),
        ("der größte Kunde", "größte", "[1, 1]"),
        ("die zweitgrößte Mühle", "zweitgrößte", "[2, 2]"),
        ("eine der größten Mühlen", "größten", "[1, ∞)"),
        ("le premier client", "premier", "[1, 1]"),
        ("le deuxième client", "deuxième", "[2, 2]"),
    ],
)
def test_a_rank_is_read_where_it_stands(
    described: Describe, text: str, written: str, places: str
) -> None:
    (found,) = find_ranks(text)
    assert found.as_written == written == text[found.start : found.end]
    assert described(found.interval, 1) == places
    assert found.unit == RANK


@pytest.mark.parametrize(
    ("text", "hedge"),
    [("the biggest", "exact"), ("one of the biggest", "at_least"), ("the top ten", "between")],
)
def test_a_rank_that_leaves_it_open_is_hedged(text: str, hedge: str) -> None:
    (found,) = find_ranks(text)
    assert found.hedge.value == hedge


@pytest.mark.parametrize(
    "text",
    [
        "", "a customer", "no customer", "the number of mills", "11 mills", "2 nd", "No. 0", "No.",
        "No. 12345", "stop", "biggish", "the last",
    ],
)  # fmt: skip
def test_what_is_no_rank(text: str) -> None:
    assert [found.as_written for found in find_ranks(text)] == []


def test_all_ranks_are_found_in_order() -> None:
    text = "the biggest, the second-biggest and No. 3"
    assert [found.as_written for found in find_ranks(text)] == [
        "biggest",
        "second-biggest",
        "No. 3",
    ]


@pytest.mark.alone
def test_ranks_are_found_in_linear_time() -> None:
    started = time.process_time()
    assert len(find_ranks("one of the biggest " * 20_000)) == 20_000
    assert time.process_time() - started < 5
