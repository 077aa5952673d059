"""Largest customer and top three, as ranges with honest bounds."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from scale_explorer.data.exploring.concentration import TOP, Concentration, concentration
from scale_explorer.data.exploring.counterparties import Counterparty
from scale_explorer.data.exploring.sides import Side
from scale_explorer.data.store.rows.edges import EdgeRow
from scale_explorer.data.store.rows.figures import FigureRow
from scale_explorer.models.kinds import Kind
from scale_explorer.models.quantity.interval import Interval


def party(
    name: str, low: int | None = None, high: int | None = None, year: str = "2024", state: str = ""
) -> Counterparty:
    """Return a customer that spends from `low` to `high` in a year, or of whom nothing is known."""
    tie = EdgeRow(
        claim=f"{name}.customer_of.hub", type="customer_of", outward=False, near="hub", far=name,
        far_kind=Kind.COMPANY, far_name=name, verb="is a customer of", role="", amount="", when="",
        state=state, quotes=1, flags=frozenset(),
    )  # fmt: skip
    if low is None:
        return Counterparty(Side.CUSTOMERS, tie)
    value = Interval(Decimal(low), None if high is None else Decimal(high))
    days = (f"{year}-01-01", f"{year}-12-31") if year else ("", "")
    amount = FigureRow(
        f"{name}-{year}", tie.claim, "spend", "reported", "exact", "normal", "USD", value, "", None,
        None, None, year, *days, "", "", 1, frozenset(),
    )  # fmt: skip
    return Counterparty(Side.CUSTOMERS, tie, (amount,))


def said_first(one: Counterparty) -> Counterparty:
    """Return a customer whom a source calls the biggest."""
    figure = party("x", 1, 1, "").amount
    assert figure is not None
    return replace(one, first=replace(figure, measure="position", unit="rank"))


def found(*parties: Counterparty) -> Concentration:
    """Return what is told of some customers of whom something is known."""
    told = concentration(parties)
    assert told is not None
    return told


def ends(range_: Interval | None) -> tuple[int | None, int | None] | None:
    """Return the two ends of a range of whole numbers."""
    if range_ is None:
        return None
    low, high = (None if end is None else int(end) for end in (range_.low, range_.high))
    return low, high


def test_of_all_known_both_ends_are_known() -> None:
    told = found(party("a", 10, 20), party("b", 15, 18), party("c", 1, 2), party("d", 3, 9))
    assert (told.known, told.unknown) == (4, 0)
    assert ends(told.largest) == (15, 20)
    assert ends(told.top) == (28, 47)
    assert ends(told.whole) == (29, 49)
    assert told.leader is None


def test_an_unknown_one_may_be_any_size() -> None:
    told = found(party("a", 10, 20), party("b"), party("c"), party("d"))
    assert (told.known, told.unknown) == (1, 3)
    assert [ends(one) for one in (told.largest, told.top, told.whole)] == [(10, None)] * 3
    assert told.leader is None


def test_who_is_above_all_others_leads() -> None:
    told = found(party("a", 10, 20), party("b", 20, 30))
    assert told.leader is not None
    assert (told.leader.tie.far, told.stated) == ("b", False)


def test_whom_a_source_calls_the_biggest_bounds_the_largest() -> None:
    told = found(said_first(party("a", 10, 20)), party("b"))
    assert (told.leader and told.leader.tie.far, told.stated) == ("a", True)
    assert ends(told.largest) == (10, 20)


def test_figures_go_before_what_a_source_calls_the_biggest() -> None:
    told = found(said_first(party("a", 10, 20)), party("b", 30, 40), party("c"))
    assert told.leader is None
    assert ends(told.largest) == (30, None)


def test_two_that_are_called_the_biggest_bound_nothing() -> None:
    told = found(said_first(party("a", 10, 20)), said_first(party("b", 10, 20)), party("c"))
    assert told.leader is None


def test_another_time_counts_as_unknown_and_is_told() -> None:
    told = found(party("a", 1, 2), party("b", 3, 4), party("c", 100, 200, "2023"))
    assert (told.period.label, told.known, told.unknown) == ("2024", 2, 1)
    assert told.largest.high is None


def test_of_equally_known_times_the_newest_is_told() -> None:
    assert found(party("a", 1, 2, "2022"), party("b", 3, 4, "2023")).period.label == "2023"


@pytest.mark.parametrize("state", ["former", "planned", "former, inferred"])
def test_who_is_no_customer_is_not_unknown(state: str) -> None:
    assert found(party("a", 1, 2), party("b", state=state)).unknown == 0
    assert found(party("a", 1, 2), party("b", 3, 4, state=state)).known == 2


def test_two_ties_with_one_customer_are_added_up() -> None:
    first, second = party("a", 1, 2), party("a", 10, 20)
    second = replace(
        second,
        tie=replace(second.tie, claim="another"),
        amounts=tuple(replace(one, id="another-figure") for one in second.amounts),
    )
    assert ends(found(first, second).largest) == (11, 22)
    told = found(first, replace(second, amounts=()))
    assert (ends(told.largest), told.unknown) == ((1, None), 1)


def test_without_figures_nothing_is_told() -> None:
    assert concentration([party("a"), party("b")]) is None
    assert concentration([]) is None


def test_times_that_are_not_known_are_never_together() -> None:
    told = found(party("a", 5, 5, ""), party("b", 7, 7, ""))
    assert (told.known, told.unknown) == (1, 1)


def _tenths(number: int) -> float:
    return number / 10


sizes = st.tuples(st.integers(0, 50), st.integers(0, 20), st.integers(0, 10).map(_tenths))


@given(st.lists(sizes, min_size=1, max_size=8), st.integers(0, 3))
def test_the_truth_lies_within_the_ranges(
    known: Sequence[tuple[int, int, float]], unknown: int
) -> None:
    parties = [party(f"k{n}", low, low + more) for n, (low, more, _) in enumerate(known)]
    told = found(*parties, *(party(f"u{n}") for n in range(unknown)))
    truth = sorted(
        [*(low + more * at for low, more, at in known), *(200.0 for _ in range(unknown))],
        reverse=True,
    )
    assert told.largest.contains(Decimal(truth[0]))
    assert told.whole.contains(Decimal(sum(map(Decimal, truth))))
    if len(truth) > TOP:
        assert told.top is not None
        assert told.top.contains(sum(map(Decimal, truth[:TOP])))
    else:
        assert told.top is None
