"""The compiled file and the reader's folders, whatever somebody put in their place."""

from __future__ import annotations

import os
import sqlite3
import subprocess
import sys
from collections.abc import Callable
from contextlib import closing
from pathlib import Path

import pytest

from scale_explorer.data.folders import folder
from scale_explorer.data.opening import open_store, seek
from scale_explorer.data.store.connections import CHECKED_BYTES

SET = '[dataset]\nid = "x"\ntitle = "Mills"\n\n[[company]]\nid = "a"\nname = "Alder"\n'


@pytest.fixture
def story(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A set, with folders of its own for all that the program keeps."""
    for name in ("CACHE", "DATA", "STATE", "CONFIG"):
        monkeypatch.setenv(f"XDG_{name}_HOME", str(tmp_path / name.lower()))
    (tmp_path / "story").mkdir()
    (tmp_path / "story" / "x.toml").write_text(SET)
    return tmp_path / "story"


def opened(story: Path) -> tuple[str, str]:
    """Return what an opened store says of the set."""
    store = open_store(str(story))
    try:
        record = store.document("a")
        return store.summary().title, record or ""
    finally:
        store.close()


def cut(path: Path) -> None:
    os.truncate(path, path.stat().st_size // 2)


def one_bit(path: Path) -> None:
    content = bytearray(path.read_bytes())
    content[content.index(b"Alder")] ^= 1
    path.write_bytes(content)


def another_row(path: Path) -> None:
    with closing(sqlite3.connect(path)) as connection:
        connection.execute("UPDATE document SET json = '{'")
        connection.commit()


def another_schema(path: Path) -> None:
    path.unlink()
    with closing(sqlite3.connect(path)) as connection:
        connection.execute("CREATE TABLE meta (key, value)")
        connection.execute("INSERT INTO meta VALUES ('summary', '[]')")
        connection.commit()


def a_folder(path: Path) -> None:
    path.unlink()
    path.mkdir()
    (path / "x").touch()


def a_fifo(path: Path) -> None:
    path.unlink()
    os.mkfifo(path)


def a_link(path: Path) -> None:
    moved = path.rename(path.with_name("elsewhere"))
    path.symlink_to(moved)


def a_circle(path: Path) -> None:
    path.unlink()
    path.symlink_to(path)


def nothing(path: Path) -> None:
    path.write_bytes(b"")


@pytest.mark.parametrize(
    "harm",
    [cut, one_bit, another_row, another_schema, a_folder, a_fifo, a_link, a_circle, nothing],
)
def test_a_compiled_file_that_is_not_as_it_was_made_is_never_used(
    harm: Callable[[Path], None], story: Path
) -> None:
    before = opened(story)
    sought = seek(str(story))
    harm(sought.path)
    assert sought.ready() is None
    assert opened(story) == before
    assert before[0].__sizeof__() < CHECKED_BYTES


@pytest.mark.skipif(os.geteuid() != 0, reason="only root may give files away")
def test_a_compiled_file_of_somebody_else_is_never_used(story: Path) -> None:
    opened(story)
    sought = seek(str(story))
    os.chown(sought.path, 12345, 12345)
    assert sought.ready() is None
    assert opened(story)[0] == "Mills"


@pytest.mark.parametrize("home", ["", "relative", None])
def test_a_home_that_is_no_whole_path_does_not_count(
    home: str | None, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.delenv("XDG_STATE_HOME", raising=False)
    if home is None:
        monkeypatch.delenv("HOME", raising=False)
    else:
        monkeypatch.setenv("HOME", home)
    assert folder("state").is_absolute()


def test_where_nobody_knows_a_home_nothing_is_kept(monkeypatch: pytest.MonkeyPatch) -> None:
    def unknown(path: str) -> str:
        return path

    def no_entry(_: int) -> None:
        raise KeyError

    monkeypatch.setattr("os.path.expanduser", unknown)
    monkeypatch.setattr("pwd.getpwuid", no_entry)
    place = folder("cache", {})
    assert not place.exists()
    with pytest.raises(OSError, match=r"."):
        place.mkdir(parents=True)


def a_file_as_folder(path: Path) -> None:
    path.write_text("x")


def a_fifo_as_folder(path: Path) -> None:
    os.mkfifo(path)


def a_closed_folder(path: Path) -> None:
    path.mkdir(mode=0o500)


@pytest.mark.parametrize("make", [a_file_as_folder, a_fifo_as_folder, a_closed_folder])
@pytest.mark.parametrize("verb", [["list", "companies"], ["doctor"], ["check"], ["keys"]])
def test_verbs_work_without_folders_of_their_own(
    verb: list[str], make: Callable[[Path], None], story: Path
) -> None:
    place = story.parent / "none"
    make(place)
    odd = {f"XDG_{name}_HOME": str(place) for name in ("CACHE", "DATA", "STATE", "CONFIG")}
    data = [] if verb[0] in {"keys", "doctor"} else ["--data", str(story)]
    done = ran([*verb, *data], {**os.environ, **odd, "HOME": str(place)})
    assert done.returncode in {0, 1}
    assert b"Traceback" not in done.stderr
    assert done.stdout


@pytest.mark.parametrize("size", [0, 4_096, 20_000])
def test_where_files_cannot_grow_a_set_is_refused_with_the_reason(size: int, story: Path) -> None:
    done = subprocess.run(
        ["prlimit", f"--fsize={size}", *command(["list", "companies", "--data", str(story)])],
        capture_output=True, check=False,
    )  # fmt: skip
    assert done.returncode == 3
    assert b"cannot be compiled: neither the cache nor" in done.stderr
    assert not list((story.parent / "cache").rglob("*.sqlite"))


def ran(words: list[str], environment: dict[str, str]) -> subprocess.CompletedProcess[bytes]:
    return subprocess.run(command(words), capture_output=True, check=False, env=environment)


def command(words: list[str]) -> list[str]:
    return [sys.executable, "-m", "scale_explorer", *words]
