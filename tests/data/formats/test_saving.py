"""An export never costs anybody a file."""

from __future__ import annotations

import os
import stat
from pathlib import Path

import pytest

from scale_explorer.data.formats.saving import free_name, is_taken, place_of, save
from scale_explorer.models.errors import DataError


def test_a_new_file_is_written_with_the_rights_that_are_usual(tmp_path: Path) -> None:
    before = os.umask(0o027)
    try:
        save(tmp_path / "a.md", b"words")
    finally:
        os.umask(before)
    assert (tmp_path / "a.md").read_bytes() == b"words"
    assert stat.S_IMODE((tmp_path / "a.md").stat().st_mode) == 0o640
    assert [path.name for path in tmp_path.iterdir()] == ["a.md"]


def test_what_is_there_is_kept_unless_it_is_meant_to_go(tmp_path: Path) -> None:
    path = tmp_path / "a.md"
    path.write_bytes(b"old")
    path.chmod(0o600)
    with pytest.raises(DataError, match="exists already"):
        save(path, b"new")
    assert path.read_bytes() == b"old"
    save(path, b"new", replace=True)
    assert path.read_bytes() == b"new"
    assert stat.S_IMODE(path.stat().st_mode) == 0o600


def test_a_link_is_followed_when_replacing_and_stays_a_link(tmp_path: Path) -> None:
    (tmp_path / "real.md").write_bytes(b"old")
    (tmp_path / "link.md").symlink_to("real.md")
    save(tmp_path / "link.md", b"new", replace=True)
    assert (tmp_path / "link.md").is_symlink()
    assert (tmp_path / "real.md").read_bytes() == b"new"


def test_a_link_to_nowhere_counts_as_a_file(tmp_path: Path) -> None:
    (tmp_path / "link.md").symlink_to("nowhere.md")
    assert is_taken(tmp_path / "link.md")
    for replace in (False, True):
        with pytest.raises(DataError):
            save(tmp_path / "link.md", b"new", replace=replace)
    assert not (tmp_path / "nowhere.md").exists()


def test_only_a_regular_file_is_replaced(tmp_path: Path) -> None:
    (tmp_path / "folder").mkdir()
    os.mkfifo(tmp_path / "pipe")
    for name in ("folder", "pipe"):
        with pytest.raises(DataError, match="no regular file"):
            save(tmp_path / name, b"x", replace=True)


def test_a_folder_that_is_not_there_is_told(tmp_path: Path) -> None:
    with pytest.raises(DataError, match="no folder of that name"):
        save(tmp_path / "no" / "a.md", b"x")


def test_a_name_that_cannot_be_written_leaves_nothing(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(_descriptor: int) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(os, "fsync", full)
    with pytest.raises(DataError, match="No space left"):
        save(tmp_path / "a.md", b"x")
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize("name", ["", "  ", "a\0b", "~nobody-of-this-name/x"])
def test_what_names_no_file_is_told(name: str) -> None:
    with pytest.raises(DataError):
        place_of(name)


def test_a_tilde_means_the_home_folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("HOME", str(tmp_path))
    assert place_of("~/a.md") == tmp_path / "a.md"
    assert place_of("x/../b.md") == Path.cwd() / "b.md"


def test_a_free_name_is_proposed(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    assert free_name("my/set", "why", "../a b", ending="md") == "my-set-why-a-b.md"
    (tmp_path / "s-story.md").touch()
    (tmp_path / "s-story-2.md").touch()
    assert free_name("s", "story", ending="md") == "s-story-3.md"
    assert len(free_name("x" * 500, ending="md")) <= 104
