"""What is watched of a set, and what of it counts as a change."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from scale_explorer.data.loading.attached import attach
from scale_explorer.data.loading.files import gather
from scale_explorer.data.reloading.watched import Sight, is_suspect, watched

SET = '[dataset]\nid = "mill"\ntitle = "Mill"\n[[source]]\nid = "news"\ntext = "news.txt"\n'


@pytest.fixture(autouse=True)
def _folders(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("XDG_DATA_HOME", str(tmp_path / "share"))


@pytest.fixture
def mill(tmp_path: Path) -> Path:
    folder = tmp_path / "mill"
    (folder / "more").mkdir(parents=True)
    (folder / "mill.toml").write_text(SET)
    (folder / "more" / "figures.toml").write_text("")
    (folder / "rows.csv").write_text("id\n")
    (folder / "note.pdf").write_text("not ours")
    return folder


def names(paths: frozenset[str], below: Path) -> set[str]:
    return {os.path.relpath(path, below) for path in paths}


def test_of_a_folder_its_data_its_texts_and_its_lock_are_watched(mill: Path) -> None:
    at = watched([gather(mill)])
    files = names(at.files, mill)
    assert files == {"mill.toml", "more/figures.toml", "rows.csv", "news.txt", "lock.json"}
    assert {".", "more"} < names(at.folders, mill)


def test_of_a_file_its_folder_is_not(mill: Path) -> None:
    at = watched([gather(mill / "mill.toml")])
    assert names(at.files, mill) == {"mill.toml", "news.txt", "mill.lock.json"}
    assert str(mill) not in at.folders


def test_copies_that_readers_attach_are_watched(mill: Path, tmp_path: Path) -> None:
    at, sight = watched([gather(mill)]), Sight()
    before = sight.look(at)
    text = tmp_path / "copy.txt"
    text.write_text("words")
    copy = attach("mill", "news", text)
    assert sight.look(at) != before
    assert str(copy) in watched([gather(mill)]).files


def write(path: Path) -> None:
    path.write_text(path.read_text() + "# more\n")


def replace(path: Path) -> None:
    new = path.with_name(".new")
    new.write_text(path.read_text())
    os.utime(new, ns=(0, path.stat().st_mtime_ns))
    new.replace(path)


def remove(path: Path) -> None:
    path.unlink()


def add(path: Path) -> None:
    path.with_name("further.toml").write_text("")


@pytest.mark.parametrize("change", [write, replace, remove, add])
def test_what_happens_to_a_file_is_seen(mill: Path, change: object) -> None:
    at, sight = watched([gather(mill)]), Sight()
    before = sight.look(at)
    assert sight.look(at) == before
    assert callable(change)
    change(mill / "mill.toml")
    assert sight.look(at) != before


def test_what_an_editor_keeps_for_itself_is_not(mill: Path) -> None:
    at, sight = watched([gather(mill)]), Sight()
    before = sight.look(at)
    (mill / ".mill.toml.swp").write_text("swap")
    assert sight.look(at) == before


def test_a_folder_that_has_gone_is_no_fault(mill: Path) -> None:
    at, sight = watched([gather(mill)]), Sight()
    before = sight.look(at)
    for path in sorted(mill.rglob("*"), reverse=True):
        path.rmdir() if path.is_dir() else path.unlink()
    mill.rmdir()
    now = sight.look(at)
    assert now[str(mill)] is None
    assert is_suspect(before, now)


def test_a_file_without_content_or_gone_is_suspect(mill: Path) -> None:
    at, sight = watched([gather(mill)]), Sight()
    before = sight.look(at)
    write(mill / "mill.toml")
    assert not is_suspect(before, sight.look(at))
    (mill / "mill.toml").write_text("")
    assert is_suspect(before, sight.look(at))
