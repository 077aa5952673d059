from __future__ import annotations

import base64
import re
from pathlib import Path

import pytest

from scale_explorer.tui.terminal import clipboard
from scale_explorer.tui.terminal.clipboard import LONGEST, copy, last_copy_file
from scale_explorer.tui.terminal.environment import Terminal, look

PLAIN = look({"TERM": "xterm"})
SCREEN = look({"TERM": "screen", "STY": "1.pts"})
TMUX = look({"TERM": "screen", "TMUX": "x"})


@pytest.fixture(autouse=True)
def _no_tmux(monkeypatch: pytest.MonkeyPatch) -> None:
    """Keep the tests away from a tmux that they might be run in."""
    monkeypatch.setenv("PATH", "")


def osc(text: str) -> str:
    return f"\x1b]52;c;{base64.b64encode(text.encode()).decode()}\x07"


@pytest.mark.parametrize("env", [{}, {"SSH_TTY": "/dev/pts/1"}])
def test_a_terminal_gets_osc_52_near_and_far(tmp_path: Path, env: dict[str, str]) -> None:
    sent: list[str] = []
    delivery = copy("“49 %”", look(env), sent.append, tmp_path / "last")
    assert sent == [osc("“49 %”")]
    assert delivery.route == "terminal"
    assert "OSC 52" in delivery.note


@pytest.mark.parametrize("length", [1, 200, 5_000])
def test_screen_gets_it_in_pieces_that_it_passes_on(tmp_path: Path, length: int) -> None:
    sent: list[str] = []
    delivery = copy("x" * length, SCREEN, sent.append, tmp_path / "last")
    pieces = re.findall("\x1bP(.*?)\x1b\\\\", sent[0], re.DOTALL)
    assert "".join(pieces) == osc("x" * length)
    assert max(map(len, pieces)) <= 250
    assert delivery.route == "screen"


def test_what_is_too_long_is_kept_and_not_sent(tmp_path: Path) -> None:
    sent: list[str] = []
    text = "é" * LONGEST
    delivery = copy(text, PLAIN, sent.append, tmp_path / "last")
    assert sent == []
    assert delivery.route == "file"
    assert "Too long" in delivery.note
    assert str(tmp_path / "last") in delivery.note
    assert (tmp_path / "last").read_text(encoding="utf-8") == text


def test_the_longest_that_fits_is_sent(tmp_path: Path) -> None:
    sent: list[str] = []
    copy("x" * (LONGEST // 4 * 3), PLAIN, sent.append, tmp_path / "last")
    assert len(sent) == 1
    copy("x" * (LONGEST // 4 * 3 + 1), PLAIN, sent.append, tmp_path / "last")
    assert len(sent) == 1


def test_the_last_copy_is_kept_for_its_owner_only(tmp_path: Path) -> None:
    path = tmp_path / "new" / "last"
    copy("first, and longer", PLAIN, lambda _: None, path)
    copy("second\nand third", PLAIN, lambda _: None, path)
    assert path.read_bytes() == b"second\nand third"
    assert path.stat().st_mode & 0o777 == 0o600
    assert path.parent.stat().st_mode & 0o777 == 0o700


@pytest.mark.parametrize(("terminal", "route"), [(PLAIN, "terminal"), (SCREEN, "screen")])
def test_a_place_that_cannot_be_written_is_told(
    tmp_path: Path, terminal: Terminal, route: str
) -> None:
    (tmp_path / "file").write_text("in the way", encoding="utf-8")
    sent: list[str] = []
    delivery = copy("text", terminal, sent.append, tmp_path / "file" / "last")
    assert delivery.route == route
    assert len(sent) == 1
    assert "cannot be made" in delivery.note


def test_what_fits_nowhere_is_told(tmp_path: Path) -> None:
    (tmp_path / "last").mkdir()
    delivery = copy("x" * LONGEST, PLAIN, lambda _: None, tmp_path / "last")
    assert delivery.route == "nowhere"


def test_what_is_pasted_into_a_shell_runs_nothing_by_itself(tmp_path: Path) -> None:
    sent: list[str] = []
    copy("a\ud800b\x1b[201~\u202e\r\nc\td\n\n", PLAIN, sent.append, tmp_path / "last")
    assert sent == [osc("a\ufffdb␛[201~\ufffd \nc d")]
    assert (tmp_path / "last").read_text() == "a\ufffdb␛[201~\ufffd \nc d"


def test_without_the_program_tmux_gets_osc_52(tmp_path: Path) -> None:
    sent: list[str] = []
    assert copy("text", TMUX, sent.append, tmp_path / "last").route == "terminal"
    assert sent == [osc("text")]


@pytest.mark.parametrize("deed", ["exit 1", "exec /bin/sleep 60"])
def test_a_tmux_that_fails_or_hangs_does_not_stop_the_copy(
    deed: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(clipboard, "_TMUX_SECONDS", 0.2)
    program = tmp_path / "tmux"
    program.write_text(f"#!/bin/sh\n{deed}\n", encoding="utf-8")
    program.chmod(0o755)
    monkeypatch.setenv("PATH", str(tmp_path))
    sent: list[str] = []
    assert copy("text", TMUX, sent.append, tmp_path / "last").route == "terminal"
    assert sent == [osc("text")]


@pytest.mark.parametrize(
    ("given", "expected"),
    [
        ("/var/state", "/var/state/scale-explorer/last-copy"),
        ("relative", "/home/ann/.local/state/scale-explorer/last-copy"),
        ("", "/home/ann/.local/state/scale-explorer/last-copy"),
    ],
)
def test_the_file_lies_in_the_state_folder(
    given: str, expected: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("HOME", "/home/ann")
    assert last_copy_file({"XDG_STATE_HOME": given}) == Path(expected)
