"""A set that nothing has touched is known without being read; whatever is touched is seen."""

from __future__ import annotations

import os
import time
from collections.abc import Callable
from pathlib import Path

import pytest

from scale_explorer.data import as_seen
from scale_explorer.data.as_seen import compiled_before
from scale_explorer.data.compiled_file import open_warm
from scale_explorer.data.loading.attached import attach
from scale_explorer.data.opening import open_store

TEXT = """
[dataset]
id = "mills"
title = "Mills"

[[source]]
id = "daily"
title = "Daily"
text = "daily.txt"

[[company]]
id = "birch"
name = "Birch"
"""


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A set that was opened once, long after it was written."""
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "cache"))
    monkeypatch.setenv("XDG_DATA_HOME", str(tmp_path / "data"))
    monkeypatch.setattr(as_seen, "now", lambda: time.time_ns() + 10**10)
    path = tmp_path / "set"
    (path / "more").mkdir(parents=True)
    (path / "set.toml").write_text(TEXT)
    (path / "daily.txt").write_text("Birch mills flour.")
    (tmp_path / "text.txt").write_text("Birch mills flour.")
    opened(path)
    return path


def opened(path: Path) -> None:
    with open_store(str(path)):
        pass


def known(path: Path) -> bool:
    return compiled_before((str(path),)) is not None


def test_a_set_that_nothing_touched_is_opened_without_being_read(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def read(*_: object) -> None:
        pytest.fail("the set is read")

    monkeypatch.setattr("scale_explorer.data.loading.files.read_regular", read)
    monkeypatch.setattr("scale_explorer.data.loading.files.read_inside", read)
    store = open_warm((str(folder),))
    assert store is not None
    with store:
        assert store.summary().title == "Mills"


def rewritten(path: Path) -> None:
    """Write other bytes of the same length, and give the file its old time of change back."""
    before = path.stat()
    path.write_text(path.read_text().replace("Birch", "Beech"))
    os.utime(path, ns=(before.st_atime_ns, before.st_mtime_ns))


def put_in_place(path: Path) -> None:
    beside = path.with_suffix(".new")
    beside.write_text(path.read_text())
    beside.replace(path)


CHANGES: dict[str, Callable[[Path], object]] = {
    "other bytes": lambda path: rewritten(path / "set.toml"),
    "another file in its place": lambda path: put_in_place(path / "set.toml"),
    "another text": lambda path: rewritten(path / "daily.txt"),
    "no text": lambda path: (path / "daily.txt").unlink(),
    "a lock": lambda path: (path / "lock.json").write_text("{}"),
    "a file more": lambda path: (path / "b.toml").write_text(""),
    "a file more, further down": lambda path: (path / "more" / "b.toml").write_text(""),
    "a copy": lambda path: attach("mills", "daily", path.parent / "text.txt"),
    "a closed file": lambda path: (path / "set.toml").chmod(0),
    "no set": lambda path: path.rename(path.parent / "other"),
}


@pytest.mark.parametrize("change", CHANGES)
def test_whatever_is_touched_is_seen(folder: Path, change: str) -> None:
    assert known(folder)
    CHANGES[change](folder)
    assert not known(folder)


def test_a_changed_copy_is_seen(folder: Path) -> None:
    copy = attach("mills", "daily", folder.parent / "text.txt")
    opened(folder)
    assert known(folder)
    rewritten(copy)
    assert not known(folder)


def test_a_name_that_becomes_a_path_is_seen(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(folder)
    with open_store("tutorial"):
        pass
    assert compiled_before(("tutorial",)) is not None
    (folder / "tutorial").mkdir()
    assert compiled_before(("tutorial",)) is None
    monkeypatch.chdir(folder.parent)
    assert compiled_before(("tutorial",)) is None


def test_what_was_touched_while_it_was_read_is_not_noted(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(as_seen, "now", time.time_ns)
    (folder / "set.toml").write_text(TEXT.replace("Birch", "Beech"))
    opened(folder)
    assert not known(folder)


@pytest.mark.parametrize("content", [b"", b"{", b"[]", b'{"key": 1}', b"\xff" * 400_000])
def test_a_damaged_note_is_none(folder: Path, content: bytes) -> None:
    (note,) = (folder.parent / "cache" / "scale-explorer").glob(f"*{as_seen.SUFFIX}")
    note.write_bytes(content)
    assert not known(folder)
    opened(folder)
    assert known(folder)


def test_other_code_knows_nothing(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(as_seen, "code_stamp", lambda: "other")
    assert not known(folder)


def test_a_note_leads_to_the_cache_only(folder: Path) -> None:
    (note,) = (folder.parent / "cache" / "scale-explorer").glob(f"*{as_seen.SUFFIX}")
    told = note.read_text().replace('"compiled": "', '"compiled": "../../../etc/')
    note.write_text(told)
    found = compiled_before((str(folder),))
    assert found is not None
    assert Path(found).parent == note.parent
