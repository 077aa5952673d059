"""New records are tried out before they are written, with the positions that they need."""

from __future__ import annotations

from pathlib import Path

import pytest

from scale_explorer.data.editing.admitting import added, judged
from scale_explorer.data.editing.edits.adding_records import AddRecords
from scale_explorer.data.editing.pinning import pinned
from scale_explorer.data.editing.saving import carry_out, manuscript_at
from scale_explorer.data.loading.sets import bundled
from scale_explorer.data.loading.writable import why_not_writable
from scale_explorer.models.errors import DataError
from scale_explorer.models.kinds import Kind

SET = """\
[dataset]
id = "mill"
title = "The mill"

[[source]]
id = "daily"
title = "The daily"
text = "daily.txt"

[[company]]
id = "birch"
name = "Birch"

[[known]]
code = "near_duplicate_name"
words = "Birch Ltd"
reason = "a trial"
"""


@pytest.fixture
def mill(tmp_path: Path) -> Path:
    folder = tmp_path / "mill"
    folder.mkdir()
    (folder / "set.toml").write_text(SET)
    (folder / "daily.txt").write_text("Birch grew. Birch earned $5 million, and Birch shrank.")
    return folder


def test_positions_are_written_where_only_they_or_context_tell(mill: Path) -> None:
    table = {
        "name": "x",
        "evidence": ["Birch grew", "Birch", {"exact": "Birch", "suffix": "earned"}, 5],
    }
    stale = {"name": "x", "evidence": [{"exact": "Birch grew", "start": 3, "end": 9}]}
    unreadable = {"evidence": [{"exact": "Birch", "suffix": "earned"}]}
    manuscript = manuscript_at(mill)
    assert pinned(manuscript, Kind.COMPANY, [stale, unreadable, table]) == (
        {"name": "x", "evidence": [{"exact": "Birch grew", "start": 0, "end": 10}]},
        unreadable,
        table,
    )
    table["evidence"] = [{"exact": "Birch", "suffix": "earned"}, "Birch", "Birch grew"]
    assert pinned(manuscript, Kind.COMPANY, [table])[0]["evidence"] == [
        {"exact": "Birch", "suffix": "earned", "start": 12, "end": 17}, "Birch", "Birch grew",
    ]  # fmt: skip


def test_quotes_of_a_history_are_given_positions_too(mill: Path) -> None:
    quote = {"exact": "Birch", "prefix": "and"}
    deal = {
        "type": "merger", "title": "x", "parties": [{"entity": "birch", "role": "buyer"}],
        "history": [{"status": "announced"}, {"status": "completed", "evidence": [quote]}],
    }  # fmt: skip
    found = pinned(manuscript_at(mill), Kind.DEAL, [deal])[0]
    assert found["history"][1]["evidence"] == [{**quote, "start": 41, "end": 46}]


def test_what_is_known_does_not_count_as_an_error(mill: Path) -> None:
    edit = AddRecords(Kind.COMPANY, [{"name": "Birch Ltd"}])
    judgement = judged(edit, manuscript_at(mill))
    assert [each.known for each in judgement.found] == ["a trial"]
    assert judgement.warnings == judgement.errors == 0


def test_a_text_that_a_new_source_names_is_read_for_the_trial(mill: Path) -> None:
    (mill / "note.txt").write_text("A note.")
    table = {"title": "A note", "text": "note.txt"}
    assert judged(AddRecords(Kind.SOURCE, [table]), manuscript_at(mill)).found == ()
    missing = {"title": "A note", "text": "none.txt"}
    found = judged(AddRecords(Kind.SOURCE, [missing]), manuscript_at(mill)).found
    assert [each.code for each in found] == ["unreadable_source_text"]


def test_an_id_that_others_took_meanwhile_is_passed_over(mill: Path) -> None:
    base = manuscript_at(mill)
    edit = AddRecords(Kind.COMPANY, [{"name": "Alder"}])
    first, second = carry_out(edit, base), carry_out(edit, base)
    assert [each.id for each in added(first, base)] == ["alder"]
    assert [(each.id, each.place.line, each.text) for each in added(second, base)] == [
        ("alder-2", 18, '[[company]]\nid = "alder-2"\nname = "Alder"')
    ]


def test_a_story_needs_a_header(mill: Path) -> None:
    (mill / "set.toml").write_text('[[company]]\nid = "a"\nname = "A"\n')
    with pytest.raises(DataError, match=r"no \[dataset\] table"):
        judged(AddRecords(Kind.COMPANY, [{"name": "B"}], lead=True), manuscript_at(mill))


@pytest.mark.parametrize("known", bundled(), ids=lambda known: known.name)
def test_a_set_that_comes_with_the_program_is_not_edited(known: object, tmp_path: Path) -> None:
    path = getattr(known, "path", Path())
    link = tmp_path / "link"
    link.symlink_to(path)
    for each in (path, link, path / "dataset.toml"):
        assert why_not_writable(each).startswith("The data set")
    assert why_not_writable(tmp_path) == ""
