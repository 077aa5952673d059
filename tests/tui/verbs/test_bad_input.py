"""Data that is not what it should be: one clear message, the right exit status, no traceback."""

from __future__ import annotations

import json
import os
import socket
from collections.abc import Callable
from pathlib import Path

import pytest

from scale_explorer.tui.cli import main

Captured = pytest.CaptureFixture[str]
HEADER = '[dataset]\nid = "x"\ntitle = "X"\n'


def holding(content: bytes) -> Callable[[Path], Path]:
    def make(folder: Path) -> Path:
        path = folder / "set.toml"
        path.write_bytes(content)
        return path

    return make


def at(path: str) -> Callable[[Path], Path]:
    def make(_: Path) -> Path:
        return Path(path)

    return make


def missing(folder: Path) -> Path:
    return folder / "set.toml"


def empty_folder(folder: Path) -> Path:
    return folder


def pipe(folder: Path) -> Path:
    os.mkfifo(folder / "set.toml")
    return folder / "set.toml"


def closed(folder: Path) -> Path:
    path = holding(HEADER.encode())(folder)
    path.chmod(0)
    return path


UNREADABLE = [
    pytest.param(missing, "set.toml does not exist", id="missing"),
    pytest.param(empty_folder, "holds no TOML file", id="folder without TOML"),
    pytest.param(holding(b"[dataset]\nid = = 1\n"), "set.toml:2:", id="broken TOML"),
    pytest.param(holding(b"\x7fELF\x02\x00\x00"), "is not a text file", id="binary"),
    pytest.param(holding(b"id = '\xff'"), "is not UTF-8", id="not UTF-8"),
    pytest.param(holding(b"#" * 10_000_000), "is larger than 8 MB", id="10 MB"),
    pytest.param(holding(b"a" + b".a" * 50_000 + b"=1"), "a key has more than", id="key bomb"),
    pytest.param(holding(b"a=" + b"[" * 100_000), "set.toml", id="nesting bomb"),
    pytest.param(pipe, "no regular file", id="pipe"),
    pytest.param(at("/dev/zero"), "no regular file", id="device"),
    pytest.param(at("/proc/self/mem"), "/proc/self/mem", id="memory"),
    pytest.param(
        closed, "may not be read", id="closed",
        marks=pytest.mark.skipif(os.geteuid() == 0, reason="root may read anything"),
    ),
]  # fmt: skip


@pytest.mark.parametrize(("make", "told"), UNREADABLE)
def test_what_cannot_be_read_is_told_once(
    make: Callable[[Path], Path], told: str, tmp_path: Path, capsys: Captured
) -> None:
    assert main(["list", "companies", "--data", str(make(tmp_path))]) == 3
    out, err = capsys.readouterr()
    assert out == ""
    assert err.startswith("scale-explorer: ")
    assert told in err
    assert "Traceback" not in err
    assert len(err) < 1_000


@pytest.mark.parametrize(("make", "told"), UNREADABLE)
def test_check_tells_what_cannot_be_read_and_ends_as_unreadable(
    make: Callable[[Path], Path], told: str, tmp_path: Path, capsys: Captured
) -> None:
    assert main(["check", "--data", str(make(tmp_path))]) == 3
    out, err = capsys.readouterr()
    assert told in " ".join((out + err).split())
    assert "Traceback" not in err
    assert len(out + err) < 2_000


def test_a_set_of_one_unreadable_file_is_a_finding_for_machines(
    tmp_path: Path, capsys: Captured
) -> None:
    path = tmp_path / "set.toml"
    path.write_text('[dataset]\nid = "x"\ntitle = x\n')
    assert main(["check", "--data", str(path), "--format", "json"]) == 3
    (found,) = json.loads(capsys.readouterr().out)["findings"]
    assert (found["code"], found["line"], found["column"]) == ("syntax_error", 3, 9)


@pytest.mark.parametrize(
    ("record", "place", "told"),
    [
        ('[[company]]\nid = "a"\nname = 5\n', "6:8", "name: expected text, found the number 5"),
        ('[[company]]\nid = "a"\nname = "A"\nnmae = "B"\n', "7:1", "unknown field nmae"),
        ('[[company]]\nid = "A b"\nname = "A"\n', "5:7", "lower case letters"),
        ('[[company]]\nid = "a"\n', "4:1", "name is missing"),
        ('[[compny]]\nid = "a"\n', "4:1", "compny"),
    ],
)
def test_a_wrong_record_is_found_by_its_line_and_hides_no_other(
    record: str, place: str, told: str, tmp_path: Path, capsys: Captured
) -> None:
    sound = '[[company]]\nid = "sound"\nname = "Sound"\n'
    path = holding((HEADER + record + sound).encode())(tmp_path)
    assert main(["check", str(path)]) == 1
    shown = capsys.readouterr().out
    assert told in shown
    assert f"{path}:{place}: error[" in shown
    assert main(["show", "sound", "--data", str(path)]) == 0


def test_a_value_in_place_of_tables_is_told(tmp_path: Path, capsys: Captured) -> None:
    path = holding(f"company = 5\n{HEADER}".encode())(tmp_path)
    assert main(["check", str(path)]) == 1
    assert f"{path}:1:11: error[" in capsys.readouterr().out


def test_terminal_codes_in_data_are_shown_not_obeyed(tmp_path: Path, capsys: Captured) -> None:
    hostile = '[[company]]\nid = "a"\nname = "x\\u001b]0;y\\u0007\\u202e"\n"k\\u001b" = 1\n'
    path = holding((HEADER + hostile).encode())(tmp_path)
    assert main(["check", str(path)]) == 1
    shown = "".join(capsys.readouterr())
    assert "\x1b" not in shown
    assert "\u202e" not in shown


def test_an_unknown_set_is_answered_with_the_nearest(capsys: Captured) -> None:
    assert main(["list", "companies", "--data", "scale-a"]) == 1
    assert "There is no data set 'scale-a'. Did you mean scale-ai?" in capsys.readouterr().err


def test_a_socket_is_refused(tmp_path: Path, capsys: Captured) -> None:
    path = tmp_path / "set.toml"
    with socket.socket(socket.AF_UNIX) as listening:
        listening.bind(str(path))
        assert main(["list", "companies", "--data", str(path)]) == 3
    assert "no regular file" in capsys.readouterr().err


def test_a_cache_that_cannot_be_written_is_no_obstacle(
    mill: str, monkeypatch: pytest.MonkeyPatch, capsys: Captured
) -> None:
    monkeypatch.setenv("XDG_CACHE_HOME", "/dev/null")
    assert main(["show", "old-mill", "--data", mill]) == 0
    assert capsys.readouterr().err == ""
