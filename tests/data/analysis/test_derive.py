"""What figures come to."""

from __future__ import annotations

import time
from decimal import Decimal

import pytest

from scale_explorer.data.analysis.derive import FOLLOWS, Derived, derive
from scale_explorer.models.dataset import Dataset, Header
from scale_explorer.models.figure import Figure


def figure(key: str, unit: str, **more: str) -> Figure:
    about = {"id": key, "subject": "mill", "measure": "revenue", "unit": unit}
    return Figure.model_validate(about | more)


def derived(**formulas: tuple[str, str]) -> dict[str, Derived]:
    """Derive figures from formulas with their units, beside two stated ones."""
    stated = (figure("a", "USD", value="$4.0 million"), figure("b", "USD", value="$8.0 million"))
    computed = tuple(
        figure(key, unit, formula=formula) for key, (unit, formula) in formulas.items()
    )
    return dict(derive(Dataset(Header(id="x", title="X"), (*stated, *computed))))


def ends(found: Derived) -> tuple[object, object, str]:
    assert found.quantity is not None
    return found.quantity.interval.low, found.quantity.interval.high, str(found.quantity.unit)


def test_stated_figures_stand_as_they_are() -> None:
    assert ends(derived()["a"]) == (Decimal("3.95e6"), Decimal("4.05e6"), "USD")


def test_figures_are_computed_whatever_their_order() -> None:
    found = derived(c=("USD", "{d} * 2"), d=("USD", "{a} - {a}"), e=("%", "{b} / {b} * 0 + 0.5"))
    assert ends(found["d"]) == (-100_000, 100_000, "USD")
    assert ends(found["c"]) == (-200_000, 200_000, "USD")
    assert ends(found["e"]) == (50, 50, "%")


@pytest.mark.parametrize(
    ("unit", "formula", "code"),
    [
        ("USD", "{a} +", "formula_error"),
        ("USD", "{nil}", FOLLOWS),
        ("USD", "{a} + 1", "unit_mismatch"),
        ("EUR", "{a}", "unit_mismatch"),
        ("USD", "{a} / 0", "division_by_zero"),
        ("USD", "{a} / ({a} - {a})", "division_by_zero"),
        ("1", "*".join(["9999999999"] * 40), "formula_error"),
    ],
)
def test_a_formula_that_comes_to_nothing_says_why(unit: str, formula: str, code: str) -> None:
    found = derived(c=(unit, formula))["c"]
    assert found.quantity is None
    assert found.error is not None
    assert (found.error.code, found.error.record) == (code, "c")


def test_a_circle_is_told_once_and_what_hangs_on_it_follows() -> None:
    found = derived(
        w=("USD", "{x}"), x=("USD", "{y}"), y=("USD", "{z}"), z=("USD", "{x}"), c=("USD", "{a}")
    )
    codes = {key: each.error and each.error.code for key, each in found.items()}
    assert codes == {
        "a": None, "b": None, "c": None,
        "w": FOLLOWS, "x": "formula_cycle", "y": FOLLOWS, "z": FOLLOWS,
    }  # fmt: skip
    assert found["x"].error is not None
    assert "x → y → z → x" in found["x"].error.message


def test_two_circles_are_two() -> None:
    found = derived(
        w=("USD", "{x}"), x=("USD", "{w}"), y=("USD", "{z}"), z=("USD", "{y} + {z} + {w}")
    )
    codes = [each.error.code for each in found.values() if each.error]
    assert codes.count("formula_cycle") == 2


@pytest.mark.alone
@pytest.mark.parametrize("last", ["{a}", "{f0}"])
def test_a_long_chain_takes_neither_depth_nor_time(last: str) -> None:
    formulas = {f"f{n}": ("USD", f"{{f{n + 1}}}") for n in range(5_000)}
    started = time.process_time()
    found = derived(**formulas, f5000=("USD", last))
    assert time.process_time() - started < 5
    first = found["f0"]
    assert (first.quantity is not None) == (last == "{a}")
    assert first.error is None or len(first.error.message) < 200
