"""Quotes of imported records are looked for in the texts that lie beside them."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from scale_explorer.data.importing import missing, proving
from scale_explorer.data.importing.find import find_sources
from scale_explorer.data.importing.index_file import IndexWriter
from scale_explorer.data.importing.rejects import Rejects
from scale_explorer.data.importing.run import Import, Imported
from scale_explorer.data.opening import open_store
from scale_explorer.data.query import parse
from scale_explorer.data.store.rows.lens import PLAIN_LENS, Lens
from scale_explorer.data.watch import SILENT
from scale_explorer.models.kinds import Kind

from .gathering import written

TEXT = "Acme makes bolts. It has made bolts since 1911.\n\nBolt buys from Acme."
SOURCE = {"kind": "source", "id": "news", "title": "News", "text": "texts/news.txt"}


def company(key: str, *quotes: str, **more: Any) -> dict[str, Any]:
    evidence = [{"source": "news", "exact": quote, **more} for quote in quotes]
    return {"kind": "company", "id": key, "name": key, "evidence": evidence}


def imported(folder: Path, *tables: dict[str, Any], text: str | None = TEXT) -> Imported:
    if text is not None:
        (folder / "texts").mkdir(exist_ok=True)
        (folder / "texts" / "news.txt").write_text(text)
    sources = find_sources([str(written(folder / "a.jsonl", *tables))]).sources
    output = folder / "a.index"
    with Rejects(output) as rejects, IndexWriter(output, "A", SILENT, sources) as writer:
        return Import(sources, rejects, SILENT).into(writer)


def test_quotes_get_the_verdict_of_the_text_whatever_comes_first(tmp_path: Path) -> None:
    acme = company("acme", "Bolt buys from Acme", "bolts", "no such words")
    sums = imported(tmp_path, acme, SOURCE)
    assert dict(sums.verdicts) == {"here": 1, "ambiguous": 1, "missing": 1}
    assert (sums.texts, sums.unread) == (1, ())
    (doubt,) = sums.doubts
    assert (doubt.code, doubt.record) == ("quote_not_in_source", "acme")
    assert doubt.place is not None
    assert doubt.place.line == 1
    with open_store(str(tmp_path / "a.index")) as store:
        found = {each.exact: (each.verdict, each.paragraph) for each in store.evidence("acme")}
        assert store.summary().verification.here == 1
        (finding,) = store.findings()
        assert (finding.code, finding.record) == ("quote_not_in_source", "acme")
        assert finding.message == "“no such words” is not in the text of news"
        assert store.findings_of("acme") == (finding,)
        assert (store.summary().errors, store.summary().id) == (1, "a")
    assert found == {
        "Bolt buys from Acme": ("here", 2), "bolts": ("ambiguous", 1),
        "no such words": ("missing", None),
    }  # fmt: skip


@pytest.mark.parametrize("lens", [PLAIN_LENS, Lens("2025-06-01")], ids=str)
def test_rows_with_a_quote_that_is_not_there_are_marked_and_found(
    tmp_path: Path, lens: Lens
) -> None:
    acme, bolt = company("acme", "no such words"), company("bolt", "Bolt buys from Acme")
    ends = {"kind": "relationship", "type": "customer_of", "subject": "bolt", "object": "acme"}
    history = [{"date": "2024", "status": "current"}, {"date": "2025", "status": "ending"}]
    buys = {"id": "buys", "history": history, "evidence": [{"source": "news", "exact": "no, no"}]}
    imported(tmp_path, SOURCE, acme, bolt, {**ends, **buys})
    with open_store(str(tmp_path / "a.index")) as store:
        records = [row for kind in Kind for row in store.records(kind, lens=lens)]
        lines = [line for row in records for line in store.claims(row.id, lens=lens)]
        for text in ("is:wrong", "is:flagged"):
            found = [row for kind in Kind for row in store.records(kind, parse(text), lens=lens)]
            assert {row.id for row in found} == {"acme", "buys"}
    assert {row.id for row in records if row.flags >= {"wrong", "flagged"}} == {"acme", "buys"}
    assert {line.claim for line in lines if "wrong" in line.flags} == {"buys"}


def test_a_place_tells_quotes_apart_as_in_a_set(tmp_path: Path) -> None:
    start = TEXT.rindex("bolts")
    sums = imported(tmp_path, SOURCE, company("acme", "bolts", start=start, end=start + 5))
    assert dict(sums.verdicts) == {"here": 1}


def test_without_a_text_nothing_is_claimed(tmp_path: Path) -> None:
    sums = imported(tmp_path, SOURCE, company("acme", "bolts"), text=None)
    assert dict(sums.verdicts) == {"unchecked": 1}
    assert (sums.texts, [told[-15:] for told in sums.unread]) == (0, ["does not exist."])


@pytest.mark.parametrize("name", ["../secret.txt", "/etc/passwd", "texts", "a.jsonl"])
def test_a_text_lies_in_the_folder_and_is_one(tmp_path: Path, name: str) -> None:
    (tmp_path.parent / "secret.txt").write_text("bolts")
    sums = imported(tmp_path, {**SOURCE, "text": name}, company("acme", "bolts"))
    assert dict(sums.verdicts) == {"unchecked": 1}
    assert len(sums.unread) == 1


def test_many_quotes_are_looked_for_some_at_a_time(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(proving, "_AT_ONCE", 3)
    many = [company(f"c{number}", "made bolts", "gone") for number in range(20)]
    sums = imported(tmp_path, *many, SOURCE)
    assert dict(sums.verdicts) == {"here": 20, "missing": 20}
    assert len(sums.doubts) == proving.TOLD
    assert sums.texts == 1


def test_what_names_nothing_is_counted_and_told(tmp_path: Path) -> None:
    gone = {**company("acme", "bolts"), "evidence": [{"source": "gone", "exact": "bolts"}]}
    group = {"kind": "group", "id": "g", "name": "G", "members": ["acme", "nobody"]}
    ends = {"type": "owns", "subject": "acme", "object": "g"}
    owns = {"kind": "relationship", **ends}
    figure = {"kind": "figure", "id": "f", "subject": "acme", "measure": "revenue"}
    scoped = {**figure, "value": "$5", "scope": "nowhere"}
    sums = imported(tmp_path, gone, group, owns, scoped)
    assert sums.lost == {
        "quotes of sources that are nowhere": 1,
        "parties, members, speakers and topics that are nowhere": 1,
        "scopes of figures that are nowhere": 1,
    }
    assert [each.message.split(" names ")[1] for each in sums.doubts] == [
        "gone, which is in none of the sources", "nobody, which is in none of the sources",
        "nowhere, which is in none of the sources",
    ]  # fmt: skip


def test_quotes_of_what_is_left_out_are_not_told(tmp_path: Path) -> None:
    evidence = [{"source": "news", "exact": "no such words"}]
    about_nobody = {"kind": "relationship", "type": "owns", "subject": "oak", "object": "acme"}
    sums = imported(tmp_path, SOURCE, company("acme"), {**about_nobody, "evidence": evidence})
    assert sums.rejected == {"dangling_reference": 1}
    assert sums.doubts == ()


def test_of_many_missing_quotes_the_first_are_kept(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(missing, "MOST", 3)
    imported(tmp_path, SOURCE, *(company(f"c{each}", f"nothing {each}") for each in range(5)))
    with open_store(str(tmp_path / "a.index")) as store:
        codes = [each.code for each in store.findings()]
    assert codes == ["quote_not_in_source"] * 3 + ["more_findings"]
