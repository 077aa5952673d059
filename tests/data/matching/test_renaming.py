"""Every id that a record names is given its new form."""

from __future__ import annotations

from typing import Any

import pytest

from scale_explorer.data.analysis.references import references
from scale_explorer.data.matching.renaming import renamed
from scale_explorer.models.dataset import RECORD_CLASSES
from scale_explorer.models.kinds import Kind

QUOTE = {"source": "s", "exact": "words", "mentions": {"it": "m"}}
HISTORY = [{"status": "planned", "evidence": [QUOTE]}]
RECORDS: list[tuple[Kind, dict[str, Any]]] = [
    (Kind.COMPANY, {"name": "N", "evidence": [QUOTE]}),
    (Kind.GROUP, {"name": "N", "members": ["a", "b"], "part_of": "c"}),
    (
        Kind.RELATIONSHIP,
        {"type": "owns", "subject": "a", "object": "b", "deal": "d", "history": HISTORY},
    ),
    (
        Kind.DEAL,
        {"type": "hire", "title": "T", "parties": [{"entity": "a", "role": "buyer"}],
         "history": HISTORY},
    ),
    (
        Kind.FIGURE,
        {"subject": "a", "measure": "price", "value": "$1", "scope": "b", "relative_to": "c",
         "period": {"before": "d"}},
    ),
    (Kind.FIGURE, {"subject": "a", "measure": "price", "value": "$1", "period": {"after": "d"}}),
    (
        Kind.STATEMENT,
        {"stance": "asserts", "text": "T", "speaker": "a", "holder": "b", "about": [{"id": "c"}]},
    ),
    (Kind.REASON, {"type": "led_to", "cause": "a", "effect": "b", "evidence": [QUOTE]}),
    (Kind.SOURCE, {"title": "T"}),
]  # fmt: skip


@pytest.mark.parametrize(("kind", "fields"), RECORDS)
def test_no_reference_is_forgotten(kind: Kind, fields: dict[str, Any]) -> None:
    record = RECORD_CLASSES[kind].model_validate({"id": "r", **fields})
    moved = renamed(record, lambda record_id: f"x/{record_id}")
    assert moved.id == "x/r"
    named = [each.id for each in references(record)]
    assert [each.id for each in references(moved)] == [f"x/{each}" for each in named]


def test_a_formula_names_its_figures_anew() -> None:
    fields = {"subject": "a", "measure": "share", "unit": "%", "formula": "{ one }/{two.b} - 0.5"}
    record = RECORD_CLASSES[Kind.FIGURE].model_validate({"id": "r", **fields})
    moved = renamed(record, lambda record_id: f"x/{record_id}").model_dump()
    assert moved["formula"] == "{x/one}/{x/two.b} - 0.5"
