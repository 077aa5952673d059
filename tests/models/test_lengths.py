"""No text of a record is without a bound, and one that is too long is told, not cut."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import pytest

from scale_explorer.data.loading import limits
from scale_explorer.data.loading.shapes import as_list, as_table
from scale_explorer.models.dataset import RECORD_CLASSES, Header

BARE_QUOTE = "/evidence/items/anyOf"
"""Words alone stand for a quote, and are bounded as its words are."""


def unbounded(schema: Any, path: str = "") -> Iterator[str]:
    """Yield where a schema takes texts of any length."""
    for each in as_list(schema) or ():
        yield from unbounded(each, path)
    if (table := as_table(schema)) is None:
        return
    if table.get("type") == "string" and not is_bounded(table):
        yield path
    for key, value in table.items():
        if key not in {"default", "examples", "required"}:
            yield from unbounded(value, f"{path}/{key}")


def is_bounded(schema: dict[str, Any]) -> bool:
    if {"maxLength", "enum", "const"} & set(schema):
        return True
    return not set("*+") & set(schema.get("pattern", "*"))


@pytest.mark.parametrize("model", [*RECORD_CLASSES.values(), Header])
def test_every_text_is_bounded(model: Any) -> None:
    found = unbounded(model.model_json_schema())
    assert [path for path in found if not path.endswith(BARE_QUOTE)] == []


def test_the_table_of_limits_has_them() -> None:
    assert limits.LINE_CHARACTERS == 300
    assert limits.QUOTE_CHARACTERS <= limits.PROSE_CHARACTERS
