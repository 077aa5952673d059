"""The quick way takes only what the models take, and makes the same of it."""

from __future__ import annotations

import json
from decimal import Decimal
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from scale_explorer.data.importing.plain import plain_line, plain_table
from scale_explorer.data.importing.sink import Item
from scale_explorer.data.importing.sound import in_full
from scale_explorer.models.kinds import ENTITY_KINDS, Kind

IDS: st.SearchStrategy[Any] = st.sampled_from([
    "a", "b-1", "c.owns.d", "x_y", "A", "", "a b", "é", "-a", "a" * 241, "a\n",
])  # fmt: skip
TEXTS: st.SearchStrategy[Any] = st.one_of(
    st.sampled_from([
        "", "Birch", " Birch ", "Zürich", "東京", "a\nb", "a\tb", "\u202ea", "a\u0301",
        "x" * 301, "x" * 4001, "\x1b[2J", "👩‍👧", "none", '":',
    ]),
    st.text(max_size=12),
)  # fmt: skip
DATES: st.SearchStrategy[Any] = st.sampled_from([
    "2024", "2024-02-29", "2023-02-29", "2024~", "2024/2025", "2024/..", "..", "2025-21", "202X",
    "", "14/06/2025", "2024-13", "1" * 65,
])  # fmt: skip
AMOUNTS: st.SearchStrategy[Any] = st.sampled_from([
    "about $150 million", "$29 billion", "49%", "40 people", "5", "most", "half", "1.234", "",
    "between 5 and 6 %", "  7 jars ", "$5 each", 5, 2.5, Decimal("2.50"), Decimal("1e99"),
    {"stated": None}, True,
])  # fmt: skip
QUOTES: st.SearchStrategy[Any] = st.one_of(
    TEXTS,
    st.fixed_dictionaries(
        {"exact": TEXTS},
        optional={
            "source": IDS, "prefix": TEXTS, "start": st.sampled_from([0, 5, -1, "5", True, 1.0]),
            "mentions": st.dictionaries(TEXTS, IDS, max_size=2), "attribution": TEXTS,
            "direction": st.sampled_from(["supports", "refutes", "no"]),
            "directness": st.sampled_from(["stated", "inferred"]), "odd": TEXTS,
        },
    ),
)  # fmt: skip
CLAIM: dict[str, st.SearchStrategy[Any]] = {
    "evidence": st.lists(QUOTES, max_size=2),
    "modality": st.sampled_from(["certain", "likely", "maybe"]),
    "condition": TEXTS,
    "prefer": st.sampled_from(["normal", "preferred"]),
    "note": TEXTS,
}
ENTITIES: st.SearchStrategy[Any] = st.fixed_dictionaries(
    {"name": TEXTS},
    optional={
        "id": IDS, "aliases": st.lists(TEXTS, max_size=2), "tags": st.lists(TEXTS, max_size=2),
        "country": st.sampled_from(["US", "us", "USA", "", None]), "summary": TEXTS,
        "identifiers": st.fixed_dictionaries({}, optional={"lei": TEXTS, "odd": TEXTS}),
        "unnamed": st.sampled_from([True, False, "true", 1]), "members": st.lists(IDS, max_size=2),
        "part_of": IDS, "extent": st.sampled_from(["some", "few"]),
        "evidence": st.lists(QUOTES, max_size=2), "odd": TEXTS,
    },
)  # fmt: skip
TIES: st.SearchStrategy[Any] = st.fixed_dictionaries(
    {"type": st.sampled_from(["owns", "customer_of", "knows"]), "subject": IDS, "object": IDS},
    optional={
        "id": IDS, "role": TEXTS, "start": DATES, "end": DATES, "deal": IDS, **CLAIM,
        "history": st.lists(
            st.fixed_dictionaries(
                {}, optional={"status": st.sampled_from(["current", "former", "odd", "unknown"]),
                              "date": DATES, "evidence": st.lists(QUOTES, max_size=1)},
            ), max_size=2,
        ),
    },
)  # fmt: skip
FIGURES: st.SearchStrategy[Any] = st.fixed_dictionaries(
    {"id": IDS, "subject": IDS, "measure": st.sampled_from(["revenue", "stake", "odd"])},
    optional={
        "value": AMOUNTS, "unit": st.sampled_from(["USD", "%", "people", "1", "", "usd", " USD ",
                                                   "x" * 41, "USD/annotation", "\u202e"]),
        "formula": st.sampled_from(["", "{a} / {b}"]), "period": DATES, "scope": IDS,
        "relative_to": IDS, "period_as_written": TEXTS, "as_written": TEXTS,
        "status": st.sampled_from(["reported", "planned", "derived", "odd"]),
        "hedge": st.sampled_from(["exact", "about", "odd"]), **CLAIM,
    },
)  # fmt: skip
TABLES: st.SearchStrategy[tuple[Kind, dict[str, Any]]] = st.one_of(
    st.tuples(st.sampled_from(ENTITY_KINDS), ENTITIES),
    st.tuples(st.just(Kind.RELATIONSHIP), TIES),
    st.tuples(st.just(Kind.FIGURE), FIGURES),
)
SOUND: tuple[dict[str, Any], ...] = (
    {"kind": "company", "id": "a", "name": "Zürich", "tags": ["x"], "identifiers": {"lei": "L"},
     "unnamed": False, "aliases": []},
    {"kind": "relationship", "type": "owns", "subject": "a", "object": "b", "start": "2024-02-29",
     "history": [{"status": "current"}], "modality": "certain", "prefer": "preferred",
     "evidence": [{"source": "s", "exact": "words", "mentions": {"it": "a"}, "prefix": ""}]},
    {"kind": "figure", "id": "f", "subject": "a", "measure": "revenue", "status": "reported",
     "value": "about $150 million", "period": "2024"},
    {"kind": "figure", "id": "f", "subject": "a", "measure": "count", "value": "5", "unit": "jars"},
)  # fmt: skip


def plain(item: Item | None) -> dict[str, Any] | None:
    if item is None:
        return None
    evidence = [dict(each) for each in item.evidence]
    return {"id": item.id, "kind": item.kind, **item.fields, "evidence": evidence}


@given(TABLES)
def test_what_is_taken_quickly_is_what_the_models_make_of_it(
    told: tuple[Kind, dict[str, Any]],
) -> None:
    kind, table = told
    quickly = plain_table(kind, table, 0, 1)
    if quickly is not None:
        full = in_full(kind, table, 0, 1)
        assert isinstance(full, Item), full
        assert plain(quickly) == plain(full)


@given(TABLES, st.booleans())
def test_so_is_what_stands_on_a_line(told: tuple[Kind, dict[str, Any]], ascii_: bool) -> None:  # noqa: FBT001
    kind, table = told
    line = json.dumps({"kind": kind.value, **table}, ensure_ascii=ascii_, default=float)
    table = json.loads(line)
    table.pop("kind")
    quickly = plain_line(line.encode(errors="replace"), 0, 1)
    if quickly is not None:
        full = in_full(kind, table, 0, 1)
        assert isinstance(full, Item), full
        assert plain(quickly) == plain(full)


@pytest.mark.parametrize("table", SOUND)
def test_plain_records_are_taken_quickly(table: dict[str, Any]) -> None:
    line = json.dumps(table).encode()
    rest = {key: value for key, value in table.items() if key != "kind"}
    quickly = plain_line(line, 0, 1)
    assert quickly is not None
    assert plain(quickly) == plain(plain_table(Kind(table["kind"]), rest, 0, 1))
    full = in_full(Kind(table["kind"]), rest, 0, 1)
    assert isinstance(full, Item)
    assert plain(quickly) == plain(full)


@pytest.mark.parametrize(
    "line",
    [
        b'{"kind":"company","id":"a","name":"A","name":"B"}',
        b'{"kind":"company","id":"a","name" :"A","name":"B"}',
        b'{"kind":"company","id":"a","name"\t:"A","name":"B"}',
        b'{"kind":"company","id":"a","n\\u0061me":"A","name":"B"}',
        b'{"kind":"company","id":"a","name":"\\ud800"}',
        b'{"kind":"company","id":"a","name":"\\uD800"}',
        b'{"kind":"company","id":"a","name":"A","identifiers":{"lei":"x","lei":"y"}}',
        b'{"kind":"company","id":"a","name":"A"} {}',
        b"not JSON",
        b"\xff",
    ],
)
def test_what_json_leaves_open_is_not_plain(line: bytes) -> None:
    assert plain_line(line, 0, 1) is None
