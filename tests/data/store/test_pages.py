"""Pages of rows, read key after key."""

from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest

from scale_explorer.data.query import parse
from scale_explorer.data.store.sqlite import SQLiteStore
from scale_explorer.models.errors import DataError
from scale_explorer.models.kinds import Kind


@pytest.mark.parametrize("size", [1, 2, 3, 7, 100])
@pytest.mark.parametrize("wanted", ["", "2024"])
def test_pages_of_any_size_hold_each_record_once(mill: SQLiteStore, size: int, wanted: str) -> None:
    matching = parse(wanted)
    paged: list[str] = []
    while page := mill.records(Kind.FIGURE, matching, paged[-1] if paged else None, size):
        assert len(page) <= size
        paged += [row.id for row in page]
    assert paged == [row.id for row in mill.records(Kind.FIGURE, matching)]
    assert len(paged) == len(set(paged)) == mill.count(Kind.FIGURE, matching)


@pytest.mark.parametrize("size", [1, 2, 5, 100])
@pytest.mark.parametrize("wanted", ["", "alder"])
def test_pages_of_any_size_hold_each_claim_once(mill: SQLiteStore, size: int, wanted: str) -> None:
    matching = parse(wanted)
    keys: list[str] = []
    while page := mill.claims("birch", matching, keys[-1] if keys else None, size):
        assert len(page) <= size
        keys += [row.key for row in page]
    assert keys == [row.key for row in mill.claims("birch", matching)]
    assert keys == sorted(set(keys))


def test_kinds_do_not_run_into_each_other(mill: SQLiteStore) -> None:
    last = mill.records(Kind.COMPANY)[-1].id
    assert mill.records(Kind.COMPANY, after=last) == ()
    assert mill.records(Kind.ORGANIZATION) == ()


def test_counts_are_of_what_can_be_paged(mill: SQLiteStore) -> None:
    counts = dict(mill.summary().counts)
    assert counts == {kind: len(rows) for kind in Kind if (rows := mill.records(kind))}
    for kind in Kind:
        assert mill.count(kind) == counts.get(kind, 0)


def test_sections_tell_where_their_lines_begin(mill: SQLiteStore) -> None:
    lines = [row.section for row in mill.claims("birch")]
    assert [(s.title, s.first) for s in mill.lines("birch").sections] == [
        (title, lines.index(title)) for title in dict.fromkeys(lines)
    ]


@pytest.mark.parametrize("unknown", ["nobody", "", "'"])
def test_what_does_not_exist_answers_with_nothing(mill: SQLiteStore, unknown: str) -> None:
    assert mill.record(unknown) is None
    assert mill.portrait(unknown) is None
    assert mill.document(unknown) is None
    assert mill.source_text(unknown) is None
    assert mill.derivation(unknown) is None
    assert mill.claims(unknown) == mill.why(unknown) == ()
    assert mill.evidence(unknown) == ()
    assert mill.records(Kind.COMPANY, after=unknown) == ()
    assert mill.claims("birch", after=unknown or "x") == ()


def test_threads_may_ask_at_the_same_time(mill: SQLiteStore) -> None:
    with ThreadPoolExecutor(max_workers=4) as pool:
        pages = list(pool.map(mill.claims, ["birch"] * 20))
    assert pages == [mill.claims("birch")] * 20


def test_a_file_that_went_away_is_told(tmp_path: Path) -> None:
    with pytest.raises(DataError, match="compiled anew"):
        SQLiteStore(tmp_path / "gone.sqlite").summary()
