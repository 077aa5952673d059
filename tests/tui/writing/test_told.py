"""How an amount is read is told while one types it."""

from __future__ import annotations

import pytest

from scale_explorer.models.kinds import Kind
from scale_explorer.tui.writing.fields import FORMS, Field
from scale_explorer.tui.writing.told import told


def field(key: str) -> Field:
    return next(each for each in FORMS[Kind.FIGURE] if each.key == key)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("about $150 million", "read as ≈ $150 M: $135–165 M"),
        ("nearly half", "read as nearly 50 %: 45 % to under 50 %"),
        ("", field("value").hint),
    ],
)
def test_an_amount_is_told_with_its_range(text: str, expected: str) -> None:
    assert told(field("value"), text).replace("\u00a0", " ") == expected


def test_what_is_no_amount_is_told_so() -> None:
    assert told(field("value"), "a lot of money").startswith("not read as an amount: ")


def test_any_other_field_tells_how_it_is_written() -> None:
    assert told(field("unit"), "people") == field("unit").hint
