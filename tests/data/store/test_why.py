"""The chain of reasons, both ways."""

from __future__ import annotations

from pathlib import Path

import pytest

from scale_explorer.data.opening import open_store
from scale_explorer.data.store.rows.claims import ClaimRow
from scale_explorer.data.store.rows.lens import Lens
from scale_explorer.data.store.sqlite import SQLiteStore

DEAL, FEAR, LEAVING = "cedar-buys-stake", "alder-fears-for-recipes", "alder.customer_of.birch"


def steps(rows: tuple[ClaimRow, ...]) -> list[tuple[str, int, str | None]]:
    return [(row.section, row.depth, row.target or row.claim) for row in rows]


def test_leads_from_an_effect_to_its_first_cause(mill: SQLiteStore) -> None:
    assert steps(mill.why(LEAVING)) == [("Because", 1, FEAR), ("Because", 2, DEAL)]


def test_leads_from_a_cause_to_its_last_effect(mill: SQLiteStore) -> None:
    assert steps(mill.why(DEAL)) == [("What follows", 1, FEAR), ("What follows", 2, LEAVING)]


def test_leads_both_ways_from_the_middle(mill: SQLiteStore) -> None:
    assert steps(mill.why(FEAR)) == [("Because", 1, DEAL), ("What follows", 1, LEAVING)]


def test_begins_at_an_entitys_own_claims(mill: SQLiteStore) -> None:
    assert steps(mill.why("dana-fox")) == [
        ("Because", 0, FEAR),
        ("Because", 1, DEAL),
        ("What follows", 0, FEAR),
        ("What follows", 1, LEAVING),
    ]


def test_marks_what_nobody_stated_and_names_its_evidence(mill: SQLiteStore) -> None:
    (link, _) = mill.why(FEAR)
    assert "inferred" in link.flags
    assert link.claim is not None
    assert [row.exact for row in mill.evidence(link.claim)] == ["share recipes with a rival"]


def test_leaves_out_what_a_lens_hides(mill: SQLiteStore) -> None:
    assert mill.why(FEAR, Lens(as_of="2024-12-31")) == ()
    kept = mill.why(FEAR, Lens(without=frozenset({LEAVING})))
    assert steps(kept) == [("Because", 1, DEAL)]


CIRCLE = """
[dataset]
id = "circle"
title = "A circle"
""" + "".join(
    f"""
[[statement]]
id = "s{number}"
stance = "asserts"
text = "Statement {number}"

[[reason]]
type = "led_to"
cause = "s{number}"
effect = "s{(number + 1) % 3}"
"""
    for number in range(3)
)


def test_a_circle_ends(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "cache"))
    (tmp_path / "circle.toml").write_text(CIRCLE)
    store = open_store(str(tmp_path / "circle.toml"))
    because = [row.target for row in store.why("s0") if row.section == "Because"]
    assert because == ["s2", "s1", "s0"]
    store.close()
