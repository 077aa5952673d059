"""What an import may replace, and by one program at a time."""

from __future__ import annotations

import os
import sqlite3
from contextlib import closing
from pathlib import Path

import pytest

from scale_explorer.data.importing.index_file import IndexWriter
from scale_explorer.data.importing.target import held, refuse_foreign, target_of
from scale_explorer.models.errors import DataError, UsageError


def made(path: Path) -> Path:
    with IndexWriter(path, "T") as writer:
        writer.finish(lambda _refused: None)
    return path


def test_an_index_is_replaced_and_nothing_else_unless_forced(tmp_path: Path) -> None:
    refuse_foreign(tmp_path / "none", force=False)
    refuse_foreign(made(tmp_path / "a.index"), force=False)
    other = tmp_path / "other"
    other.write_text("text")
    with pytest.raises(DataError, match="no index file; --force replaces it"):
        refuse_foreign(other, force=False)
    refuse_foreign(other, force=True)
    foreign = tmp_path / "foreign.db"
    with closing(sqlite3.connect(foreign)) as connection:
        connection.execute("CREATE TABLE meta (key, value)")
    with pytest.raises(DataError, match="no index file"):
        refuse_foreign(foreign, force=False)
    assert foreign.exists()


def test_what_is_no_regular_file_stays(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe")
    with pytest.raises(DataError, match="no regular file"):
        refuse_foreign(tmp_path / "pipe", force=True)
    (tmp_path / "link").symlink_to("nowhere/at/all")
    with pytest.raises(DataError, match="no regular file"):
        refuse_foreign(tmp_path / "link", force=True)


def test_a_damaged_index_is_not_removed_by_looking(tmp_path: Path) -> None:
    path = made(tmp_path / "a.index")
    path.write_bytes(path.read_bytes()[:5000])
    with pytest.raises(DataError):
        refuse_foreign(path, force=False)
    assert path.exists()


def test_a_target_is_a_file_in_a_folder_and_no_source(tmp_path: Path) -> None:
    with pytest.raises(DataError, match="is a folder"):
        target_of(str(tmp_path), [])
    with pytest.raises(DataError, match="no folder of that name"):
        target_of(str(tmp_path / "none" / "x"), [])
    (tmp_path / "x").write_text("x")
    (tmp_path / "same").symlink_to("x")
    with pytest.raises(UsageError, match="one of the sources"):
        target_of(str(tmp_path / "same"), [str(tmp_path / "x")])


def test_a_second_import_of_one_file_is_told(tmp_path: Path) -> None:
    path = tmp_path / "a.index"
    with held(path):
        with held(tmp_path / "b.index"):
            pass
        with pytest.raises(DataError, match="Another import is writing"), held(path):
            pass
    assert not list(tmp_path.iterdir())
    with held(path):
        pass


def test_what_a_killed_import_left_locks_nothing(tmp_path: Path) -> None:
    path = tmp_path / "a.index"
    (tmp_path / ".importing-a.index").write_text("")
    with held(path):
        pass
    assert not list(tmp_path.iterdir())
