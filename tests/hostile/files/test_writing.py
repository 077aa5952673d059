"""Replacing and making files: links, modes, what was left behind, and what may not be done."""

from __future__ import annotations

import errno
import os
import time
from pathlib import Path

import pytest

from scale_explorer.data.formats.saving import save
from scale_explorer.data.loading.leftovers import AGE, fresh_name, sweep
from scale_explorer.data.loading.lock import Lock, write_lock
from scale_explorer.data.loading.write import WRITING, create_file, replace_file
from scale_explorer.models.errors import DataError


def aged(path: Path, seconds: float = AGE + 1) -> Path:
    then = time.time() - seconds
    os.utime(path, (then, then))
    return path


def test_a_link_stays_and_what_it_leads_to_is_replaced(tmp_path: Path) -> None:
    (tmp_path / "real").mkdir()
    real, link = tmp_path / "real" / "a", tmp_path / "link"
    real.write_text("old")
    link.symlink_to(real)
    replace_file(link, b"new")
    assert link.is_symlink()
    assert real.read_text() == "new"


def test_a_link_out_of_the_folder_is_not_written_to(tmp_path: Path) -> None:
    outside = tmp_path / "outside"
    outside.write_text("mine")
    (tmp_path / "set").mkdir()
    (tmp_path / "set" / "lock.json").symlink_to(outside)
    with pytest.raises(DataError, match="leads out"):
        write_lock(Lock({}), tmp_path / "set" / "lock.json")
    assert outside.read_text() == "mine"


@pytest.mark.skipif(os.geteuid() != 0, reason="only root may give links away")
def test_a_link_of_somebody_else_is_not_followed(tmp_path: Path) -> None:
    target, link = tmp_path / "target", tmp_path / "link"
    target.write_text("mine")
    link.symlink_to(target)
    os.lchown(link, 12345, 12345)
    with pytest.raises(DataError, match="link of somebody else"):
        replace_file(link, b"theirs")
    assert target.read_text() == "mine"


def test_links_in_a_circle_are_told(tmp_path: Path) -> None:
    (tmp_path / "a").symlink_to("b")
    (tmp_path / "b").symlink_to("a")
    with pytest.raises(DataError, match="symbolic links"):
        replace_file(tmp_path / "a", b"new")


def test_of_a_file_with_two_names_the_other_keeps_what_was_there(tmp_path: Path) -> None:
    path, other = tmp_path / "a", tmp_path / "b"
    path.write_text("old")
    other.hardlink_to(path)
    replace_file(path, b"new")
    assert (path.read_text(), other.read_text()) == ("new", "old")


def test_the_mode_stays_unless_one_is_given(tmp_path: Path) -> None:
    path = tmp_path / "a"
    path.write_text("old")
    path.chmod(0o640)
    replace_file(path, b"new")
    assert path.stat().st_mode & 0o7777 == 0o640


@pytest.mark.parametrize("name", ["a\0b", "x" * 300, "no/folder", "\udcff"])
def test_a_name_that_cannot_be_is_told(tmp_path: Path, name: str) -> None:
    if name == "\udcff":
        replace_file(tmp_path / name, b"x")  # bytes that are no UTF-8 may be a name
        assert [os.fsencode(path.name) for path in tmp_path.iterdir()] == [b"\xff"]
    else:
        with pytest.raises(DataError, match="cannot be written"):
            replace_file(tmp_path / name, b"x")


def test_the_folder_is_put_on_the_disk_as_well(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    real, synced = os.fsync, list[str]()

    def noted(descriptor: int) -> None:
        synced.append(Path(f"/dev/fd/{descriptor}").resolve().name)
        real(descriptor)

    monkeypatch.setattr(os, "fsync", noted)
    replace_file(tmp_path / "a", b"x")
    create_file(tmp_path / "b", b"x")
    file, folder, new_file, again = synced
    assert file.startswith(WRITING)
    assert new_file.startswith(WRITING)
    assert folder == again == tmp_path.name


@pytest.mark.parametrize("error", [KeyboardInterrupt(), OSError(errno.EIO, "broken")])
def test_what_was_begun_is_taken_away(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, error: BaseException
) -> None:
    def fail(_descriptor: int) -> None:
        raise error

    monkeypatch.setattr(os, "fsync", fail)
    with pytest.raises((KeyboardInterrupt, DataError)):
        replace_file(tmp_path / "a", b"x")
    with pytest.raises((KeyboardInterrupt, OSError)):
        create_file(tmp_path / "b", b"x")
    assert not [*tmp_path.iterdir()]


def test_a_new_file_never_takes_the_place_of_one(tmp_path: Path) -> None:
    (tmp_path / "a").write_text("mine")
    with pytest.raises(FileExistsError):
        create_file(tmp_path / "a", b"x")
    assert (tmp_path / "a").read_text() == "mine"


def test_new_files_are_made_where_there_are_no_hard_links(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refused(*_paths: object) -> None:
        raise OSError(errno.EPERM, "no links")

    monkeypatch.setattr(os, "link", refused)
    create_file(tmp_path / "a", b"x")
    with pytest.raises(FileExistsError):
        create_file(tmp_path / "a", b"y")
    assert (tmp_path / "a").read_bytes() == b"x"


def test_an_export_does_not_replace_a_file_that_may_not_be_written(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "a").write_text("mine")
    monkeypatch.setattr(os, "access", lambda *_: False)
    with pytest.raises(DataError, match="may not be written"):
        save(tmp_path / "a", b"x", replace=True)
    assert (tmp_path / "a").read_text() == "mine"


def test_what_a_killed_program_left_is_swept_and_nothing_else(tmp_path: Path) -> None:
    old, folder = tmp_path / fresh_name(WRITING), tmp_path / fresh_name(".making-")
    old.touch()
    folder.mkdir()
    (folder / "x").touch()
    kept = {
        aged(_made(tmp_path / ".writing-mine")),
        aged(_made(tmp_path / f"{fresh_name(WRITING)}.txt")),
        _made(tmp_path / fresh_name(WRITING)),  # somebody is at it
    }
    link = tmp_path / fresh_name(WRITING)
    link.symlink_to("gone")
    aged(old)
    aged(folder)
    replace_file(tmp_path / "a", b"x")
    assert {*tmp_path.iterdir()} == {*kept, link, folder, tmp_path / "a"}
    sweep(tmp_path, ".making-", time.time())
    assert not folder.exists()


def _made(path: Path) -> Path:
    path.touch()
    return path
