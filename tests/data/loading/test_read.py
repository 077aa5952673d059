"""Reading a file that may be anything."""

from __future__ import annotations

import os
import socket
from collections.abc import Callable
from pathlib import Path

import pytest

from scale_explorer.data.loading.read import read_inside, read_regular
from scale_explorer.data.loading.write import replace_file
from scale_explorer.models.errors import DataError


def test_reads_a_file_of_just_the_limit(tmp_path: Path) -> None:
    path = tmp_path / "a"
    path.write_bytes(b"12345")
    assert read_regular(path, 5) == b"12345"


def test_refuses_one_byte_more(tmp_path: Path) -> None:
    path = tmp_path / "a"
    path.write_bytes(b"123456")
    with pytest.raises(DataError, match="larger than"):
        read_regular(path, 5)


def make_fifo(path: Path) -> None:
    os.mkfifo(path)


def make_socket(path: Path) -> None:
    with socket.socket(socket.AF_UNIX) as listening:
        listening.bind(str(path))


def make_link_to_device(path: Path) -> None:
    path.symlink_to("/dev/zero")


def make_folder(path: Path) -> None:
    path.mkdir()


@pytest.mark.parametrize(
    ("make", "said"),
    [
        (make_fifo, "no regular file"),
        (make_socket, "no regular file"),
        (make_link_to_device, "no regular file"),
        (make_folder, "is a folder"),
    ],
)
def test_refuses_what_is_no_file(tmp_path: Path, make: Callable[[Path], None], said: str) -> None:
    path = tmp_path / "odd"
    make(path)
    with pytest.raises(DataError, match=said):
        read_regular(path, 100)


@pytest.mark.parametrize(
    ("name", "said"),
    [("gone", "does not exist"), ("a\0b", "cannot be read"), ("a" * 300, "cannot")],
)
def test_says_why_nothing_can_be_read(tmp_path: Path, name: str, said: str) -> None:
    with pytest.raises(DataError, match=said):
        read_regular(tmp_path / name, 100)


def test_a_message_holds_no_escape(tmp_path: Path) -> None:
    with pytest.raises(DataError) as caught:
        read_regular(tmp_path / "\x1b]52;c;x\x07", 100)
    assert "\x1b" not in str(caught.value)


@pytest.mark.skipif(os.geteuid() == 0, reason="root may read everything")
def test_refuses_a_closed_file(tmp_path: Path) -> None:
    path = tmp_path / "a"
    path.write_bytes(b"x")
    path.chmod(0)
    with pytest.raises(DataError, match="may not be read"):
        read_regular(path, 100)


class Growing:
    """Stands in for `os.read` and lets the file grow whenever its end has been reached."""

    def __init__(self, path: Path, times: int) -> None:
        self.path, self.times, self.read = path, times, os.read

    def __call__(self, descriptor: int, count: int) -> bytes:
        part = self.read(descriptor, count)
        if not part and self.times:
            self.times -= 1
            with self.path.open("ab") as file:
                file.write(b"more")
        return part


def test_reads_again_what_changed(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = tmp_path / "a"
    path.write_bytes(b"x")
    monkeypatch.setattr(os, "read", Growing(path, times=1))
    assert read_regular(path, 100) == b"xmore"


def test_gives_up_on_what_keeps_changing(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = tmp_path / "a"
    path.write_bytes(b"x")
    monkeypatch.setattr(os, "read", Growing(path, times=9))
    with pytest.raises(DataError, match="keeps changing"):
        read_regular(path, 100)


@pytest.mark.parametrize("name", ["../secret.txt", "link.txt", "up/secret.txt"])
def test_stays_inside_the_folder(tmp_path: Path, name: str) -> None:
    root = tmp_path / "set"
    root.mkdir()
    secret = tmp_path / "secret.txt"
    secret.write_text("secret")
    (root / "link.txt").symlink_to(secret)
    (root / "up").symlink_to(tmp_path)
    with pytest.raises(DataError, match="leads out"):
        read_inside(root, name, 100)


def test_follows_a_link_that_stays_inside(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text("words")
    (tmp_path / "b.txt").symlink_to("a.txt")
    assert read_inside(tmp_path, "b.txt", 100) == b"words"


def test_a_failed_write_leaves_the_old_file_and_no_other(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "a"
    path.write_text("old")

    def fail(_: int) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(os, "fsync", fail)
    with pytest.raises(DataError, match="No space left"):
        replace_file(path, b"new")
    assert path.read_text() == "old"
    assert list(tmp_path.iterdir()) == [path]


def test_a_write_replaces_content_and_mode(tmp_path: Path) -> None:
    path = tmp_path / "a"
    path.write_text("old")
    replace_file(path, b"new", mode=0o600)
    assert path.read_text() == "new"
    assert path.stat().st_mode & 0o777 == 0o600
