"""A scale keeps the order of amounts, and says when it does not begin at zero."""

from __future__ import annotations

from decimal import Decimal
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from scale_explorer.tui.pictures.scale import scale

amounts = st.decimals(min_value="-1e12", max_value="1e12", places=2)
widths = st.integers(min_value=1, max_value=200)


@given(st.lists(amounts, min_size=1, max_size=20), widths, amounts, amounts)
def test_a_larger_amount_is_never_left_of_a_smaller_one(
    known: list[Decimal], width: int, one: Decimal, other: Decimal
) -> None:
    made = scale(known, width)
    small, large = sorted((one, other))
    assert 0 <= made.cell(small) <= made.cell(large) < width


@given(st.lists(amounts, min_size=1, max_size=20), widths)
def test_it_has_zero_unless_it_says_otherwise(known: list[Decimal], width: int) -> None:
    made = scale(known, width)
    assert made.low <= 0 <= made.high or made.kind != "from zero"
    assert scale(known[:1], width, whole=True).kind == "from zero"


@given(st.lists(amounts, min_size=1, max_size=20), widths)
def test_ticks_are_round_and_stand_apart(known: list[Decimal], width: int) -> None:
    made = scale(known, width)
    ticks = made.ticks()
    cells = [cell for cell, _ in ticks]
    assert all(later - earlier >= 12 for earlier, later in pairwise(cells))
    for cell, amount in ticks:
        assert made.low <= amount <= made.high
        assert cell == made.cell(amount)


@pytest.mark.parametrize(
    ("known", "kind"),
    [
        (["0", "5"], "from zero"), (["28", "29"], "broken"), (["1", "5000"], "powers of ten"),
        (["-5", "20"], "from zero"), (["0"], "from zero"), ([], "from zero"),
    ],
)  # fmt: skip
def test_kinds(known: list[str], kind: str) -> None:
    assert scale([Decimal(each) for each in known], 60).kind == kind
