"""Edits reach the disk whole or not at all, and nobody's work is lost."""

from __future__ import annotations

import fcntl
import os
import stat
from pathlib import Path

import pytest

from scale_explorer.data.editing import saving
from scale_explorer.data.editing.edits.adding import AddRecord
from scale_explorer.data.editing.edits.changing import ChangeRecord
from scale_explorer.data.editing.edits.renaming import RenameRecord
from scale_explorer.data.editing.locked import locked
from scale_explorer.data.editing.manuscript import Manuscript
from scale_explorer.data.editing.past import Past
from scale_explorer.data.editing.rewriting import rewrite
from scale_explorer.data.editing.saving import (
    ConflictError,
    apply_again,
    carry_out,
    manuscript_at,
)
from scale_explorer.data.loading.files import File
from scale_explorer.data.loading.writable import why_not_writable
from scale_explorer.models.errors import DataError
from scale_explorer.models.kinds import Kind

ELM = AddRecord(Kind.COMPANY, {"id": "elm", "name": "Elm"})


def contents(folder: Path) -> dict[str, bytes]:
    return {path.name: path.read_bytes() for path in folder.iterdir()}


def edited(path: Path, old: str, new: str) -> None:
    text = path.read_text()
    assert text.count(old) == 1
    path.write_text(text.replace(old, new))


def test_an_edit_is_written_and_nothing_else_is_left(mill: Path, manuscript: Manuscript) -> None:
    names = {*contents(mill)}
    made = carry_out(ELM, manuscript)
    assert made.shows == "elm"
    assert "elm" in manuscript_at(mill).by_id
    assert {*contents(mill)} == names


def test_modes_are_kept(mill: Path, manuscript: Manuscript) -> None:
    (mill / "story.toml").chmod(0o640)
    carry_out(ELM, manuscript)
    assert stat.S_IMODE((mill / "story.toml").stat().st_mode) == 0o640


def test_what_others_changed_elsewhere_stays(mill: Path, manuscript: Manuscript) -> None:
    edited(mill / "story.toml", 'name = "Alder"', 'name = "Alder Inc."')
    carry_out(ELM, manuscript)
    carry_out(ChangeRecord("birch", {"country": "FR"}), manuscript)
    text = (mill / "story.toml").read_text()
    assert 'name = "Alder Inc."' in text
    assert 'country = "FR"' in text
    assert "elm" in text


def test_a_record_that_others_changed_too_is_a_conflict_with_both_sides(
    mill: Path, manuscript: Manuscript
) -> None:
    edited(mill / "claims.toml", '"about $150 million"  #', '"about $160 million"  #')
    before = contents(mill)
    with pytest.raises(ConflictError, match="price was changed by somebody else") as caught:
        carry_out(ChangeRecord("price", {"value": "about $155 million"}), manuscript)
    sides = caught.value.sides
    assert ("$150" in sides.before, "$160" in sides.theirs, "$155" in sides.yours) == (True,) * 3
    assert contents(mill) == before


def test_a_record_that_others_deleted_is_a_conflict(mill: Path, manuscript: Manuscript) -> None:
    edited(mill / "story.toml", '[[company]]\nid = "birch"\nname = "Birch Mills Ltd"\n', "")
    edited(mill / "story.toml", 'tags = ["paper"]\n', "")
    with pytest.raises(ConflictError) as caught:
        carry_out(ChangeRecord("birch", {"country": "FR"}), manuscript)
    assert caught.value.sides.theirs == ""


def test_two_who_add_the_same_are_told(mill: Path, manuscript: Manuscript) -> None:
    carry_out(ELM, manuscript)
    with pytest.raises(DataError, match="elm is taken"):
        carry_out(ELM, manuscript)
    assert (mill / "story.toml").read_text().count('"elm"') == 1


def test_a_file_that_is_broken_meanwhile_is_left_alone(mill: Path, manuscript: Manuscript) -> None:
    (mill / "claims.toml").write_text("what is [this")
    before = contents(mill)
    with pytest.raises(DataError, match=r"claims\.toml.*Mend it"):
        carry_out(ELM, manuscript)
    assert contents(mill) == before


# Several files.


def _failing(mill: Path, monkeypatch: pytest.MonkeyPatch, error: BaseException) -> None:
    """Let the second file that is replaced fail."""
    real, calls = rewrite, list[str]()

    def failing(file: File, root: Path, content: bytes) -> None:
        calls.append("")
        if len(calls) == 2:
            raise error
        real(file, root, content)

    monkeypatch.setattr(saving, "rewrite", failing)
    assert mill.exists()


RENAME = RenameRecord("birch-mills", "birch-paper")


def test_where_one_file_cannot_be_written_none_is(
    mill: Path, manuscript: Manuscript, monkeypatch: pytest.MonkeyPatch
) -> None:
    before = contents(mill)
    _failing(mill, monkeypatch, DataError("its folder may not be written"))
    with pytest.raises(DataError, match=r"\.toml is as it was: its folder may not"):
        carry_out(RENAME, manuscript)
    assert contents(mill) == before
    monkeypatch.undo()
    assert manuscript_at(mill).by_id.keys() == manuscript.by_id.keys()


def test_what_a_killed_program_left_half_is_finished(
    mill: Path, manuscript: Manuscript, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    before = contents(mill)
    with monkeypatch.context() as patch:
        _failing(mill, patch, KeyboardInterrupt())
        with pytest.raises(KeyboardInterrupt):
            carry_out(RENAME, manuscript)
    half = contents(mill)
    assert sum(half[name] != before[name] for name in before) == 1
    finished = manuscript_at(mill)
    assert "birch-paper" in finished.by_id
    assert "alder.owns.birch-paper" in finished.by_id
    assert not [*(tmp_path / "state").rglob("*.json")]


def test_what_is_half_is_not_finished_over_the_work_of_others(
    mill: Path, manuscript: Manuscript, monkeypatch: pytest.MonkeyPatch
) -> None:
    with monkeypatch.context() as patch:
        _failing(mill, patch, KeyboardInterrupt())
        with pytest.raises(KeyboardInterrupt):
            carry_out(RENAME, manuscript)
    for name in ("story.toml", "claims.toml"):
        (mill / name).write_text((mill / name).read_text() + "\n# by hand\n")
    mine = contents(mill)
    manuscript_at(mill)
    assert contents(mill) == mine


# Undoing.


def test_steps_are_undone_and_done_again(mill: Path, manuscript: Manuscript) -> None:
    states, past = [contents(mill)], Past()
    for edit in (ELM, RENAME, ChangeRecord("price", {"note": "seen"})):
        past = past.with_step(carry_out(edit, manuscript_at(mill)))
        states.append(contents(mill))
    for state in reversed(states[:-1]):
        past = past.undoing(apply_again(past.done[-1].reverse, mill))
        assert contents(mill) == state
    for state in states[1:]:
        past = past.redoing(apply_again(past.undone[-1], mill))
        assert contents(mill) == state
    assert (len(past.done), len(past.undone)) == (3, 0)
    assert manuscript.path == mill


def test_undoing_leaves_what_others_did_since(mill: Path, manuscript: Manuscript) -> None:
    made = carry_out(ELM, manuscript)
    edited(mill / "story.toml", 'name = "Alder"', 'name = "Alder Inc."')
    undone = apply_again(made.reverse, mill)
    text = (mill / "story.toml").read_text()
    assert "elm" not in text
    assert "Alder Inc." in text
    apply_again(undone.reverse, mill)
    assert "elm" in manuscript_at(mill).by_id
    assert "Alder Inc." in (mill / "story.toml").read_text()


def test_undoing_what_others_changed_since_is_a_conflict(
    mill: Path, manuscript: Manuscript
) -> None:
    made = carry_out(ELM, manuscript)
    edited(mill / "story.toml", 'name = "Elm"', 'name = "Elms"')
    with pytest.raises(ConflictError, match=r"story\.toml") as caught:
        apply_again(made.reverse, mill)
    assert "Elms" in caught.value.sides.theirs
    assert "Elms" in (mill / "story.toml").read_text()


# Who may write.


def test_a_folder_that_another_program_holds_is_waited_for(mill: Path) -> None:
    descriptor = os.open(mill, os.O_RDONLY)
    try:
        fcntl.flock(descriptor, fcntl.LOCK_EX)
        with pytest.raises(DataError, match="written by another"), locked(mill, patience=0.2):
            pass
    finally:
        os.close(descriptor)
    with locked(mill, patience=0.2):
        pass


def test_links_out_of_the_folder_are_refused(mill: Path, tmp_path: Path) -> None:
    outside = tmp_path / "outside.toml"
    (mill / "story.toml").rename(outside)
    (mill / "story.toml").symlink_to(outside)
    before = outside.read_bytes()
    with pytest.raises(DataError, match="leads out of the data set's folder"):
        carry_out(ELM, manuscript_at(mill))
    assert outside.read_bytes() == before


@pytest.mark.skipif(os.geteuid() == 0, reason="root may write everything")
def test_a_folder_that_may_not_be_written_is_told(mill: Path) -> None:
    assert not why_not_writable(mill)
    mill.chmod(0o555)
    try:
        assert "may not be written to" in why_not_writable(mill)
    finally:
        mill.chmod(0o755)


def test_a_full_disk_is_told_and_nothing_changes(
    mill: Path, manuscript: Manuscript, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(_descriptor: int) -> None:
        raise OSError(28, "No space left on device")

    before = contents(mill)
    monkeypatch.setattr(os, "fsync", full)
    with pytest.raises(DataError, match="No space left"):
        carry_out(ELM, manuscript)
    assert contents(mill) == before


def test_undoing_does_not_move_lines_of_others_into_a_neighbour(
    mill: Path, manuscript: Manuscript
) -> None:
    made = carry_out(ELM, manuscript)
    edited(mill / "story.toml", 'name = "Elm"\n', 'name = "Elm"\nsummary = "Elm only"\n')
    before = contents(mill)
    with pytest.raises(ConflictError):
        apply_again(made.reverse, mill)
    assert contents(mill) == before


def test_who_only_looks_does_not_finish_what_another_is_writing(
    mill: Path, manuscript: Manuscript, monkeypatch: pytest.MonkeyPatch
) -> None:
    """While one holds the folder, the note is theirs."""
    with monkeypatch.context() as patch:
        _failing(mill, patch, KeyboardInterrupt())
        with pytest.raises(KeyboardInterrupt):
            carry_out(RENAME, manuscript)
    half = contents(mill)
    descriptor = os.open(mill, os.O_RDONLY)
    try:
        fcntl.flock(descriptor, fcntl.LOCK_EX)
        monkeypatch.setattr("scale_explorer.data.editing.locked.PATIENCE", 0.2)
        with pytest.raises(DataError, match="written by another"):
            manuscript_at(mill)
        assert contents(mill) == half
    finally:
        os.close(descriptor)
    assert "birch-paper" in manuscript_at(mill).by_id


def test_what_is_saved_between_the_look_and_the_replacing_is_not_lost(
    mill: Path, manuscript: Manuscript, monkeypatch: pytest.MonkeyPatch
) -> None:
    real, path = os.fsync, mill / "story.toml"

    def slow(descriptor: int) -> None:
        real(descriptor)
        with path.open("a") as file:
            file.write("# by hand\n")

    monkeypatch.setattr(os, "fsync", slow)
    with pytest.raises(DataError, match="changed meanwhile"):
        carry_out(ELM, manuscript)
    assert path.read_text().endswith("# by hand\n")
    assert {each.name for each in mill.iterdir()} == {"story.toml", "claims.toml", "daily.txt"}


def test_a_table_behind_what_is_undone_stays(mill: Path, manuscript: Manuscript) -> None:
    made = carry_out(ELM, manuscript)
    carry_out(AddRecord(Kind.COMPANY, {"id": "oak", "name": "Oak"}), manuscript)
    apply_again(made.reverse, mill)
    left = manuscript_at(mill)
    assert "elm" not in left.by_id
    assert left.find("oak").table == {"id": "oak", "name": "Oak"}
