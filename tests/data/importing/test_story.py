"""An index tells the story of what it was made of, as that does itself."""

from __future__ import annotations

from pathlib import Path

from scale_explorer.data.importing.find import find_sources, title_of
from scale_explorer.data.importing.index_file import IndexWriter
from scale_explorer.data.importing.rejects import Rejects
from scale_explorer.data.importing.run import Import
from scale_explorer.data.loading.sets import resolve
from scale_explorer.data.opening import open_store
from scale_explorer.data.store.sqlite import SQLiteStore
from scale_explorer.data.watch import SILENT

from .gathering import written


def imported(output: Path, *names: str) -> SQLiteStore:
    sources = find_sources(names).sources
    title = title_of(sources, output)
    with Rejects(output) as rejects, IndexWriter(output, title, SILENT, sources) as writer:
        Import(sources, rejects, SILENT).into(writer)
    return open_store(str(output))


def test_the_bundled_story_is_told_alike(tmp_path: Path) -> None:
    with imported(tmp_path / "i", str(resolve("scale-ai"))) as store, open_store(None) as story:
        told, wanted = store.story(), story.story()
        assert [(row.claim, row.section, row.role, row.state) for row in told] == [
            (row.claim, row.section, row.role, row.state) for row in wanted
        ]
        assert {row.role for row in told} > {"so"}, "or nothing was compared"
        assert (store.summary().lead, store.summary().title) == (
            story.summary().lead, story.summary().title,
        )  # fmt: skip
        assert store.summary().summary == story.summary().summary
        assert store.summary().verification == story.summary().verification


def test_a_header_of_json_lines_tells_one_too(tmp_path: Path) -> None:
    header = {"kind": "dataset", "title": "T", "summary": "S\x1b", "lead": ["f", "gone", 3, "a"]}
    acme = {"kind": "company", "id": "a", "name": "A"}
    figure = {"kind": "figure", "id": "f", "subject": "a", "measure": "revenue", "value": "$5"}
    path = written(tmp_path / "x.jsonl", header, acme, figure)
    with imported(tmp_path / "i", str(path)) as store:
        assert [(row.claim, row.label) for row in store.story()] == [
            ("f", "A’s revenue"), ("a", "A")
        ]  # fmt: skip
        assert store.summary().summary == "S␛"


def test_without_a_lead_there_is_no_story(tmp_path: Path) -> None:
    path = written(tmp_path / "x.jsonl", {"kind": "company", "id": "a", "name": "A"})
    with imported(tmp_path / "i", str(path)) as store:
        assert store.story() == ()
        assert store.summary().lead == 0
