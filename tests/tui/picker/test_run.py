"""`pick` in a terminal, between pipes, as scripts use it."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Mapping
from pathlib import Path

import pytest

from scale_explorer.tui.cli import main

from ...terminal import Terminal

ONE, SEVERAL = "Enter: pick", "Space: mark"


@pytest.fixture
def environment(environment: Mapping[str, str]) -> Mapping[str, str]:
    """Let a shell find the program."""
    path = f"{Path(sys.executable).parent}{os.pathsep}{os.environ['PATH']}"
    return {**environment, "PATH": path}


def shell(script: str, environment: Mapping[str, str]) -> Terminal:
    return Terminal(["bash", "-c", script], size=(100, 30), environment=environment)


def test_what_is_picked_goes_to_a_pipe(environment: Mapping[str, str]) -> None:
    script = 'echo "picked <$(scale-explorer pick companies)> $?"'
    with shell(script, environment) as terminal:
        terminal.wait_for("Companies", "Google", "OpenAI", ONE)
        terminal.press(*"goo", "enter")
        terminal.wait_for("picked <google> 0")
        assert terminal.wait_for_exit() == 0
        assert terminal.modes_left_on() == set()
        assert terminal.modes_now() == terminal.modes_before


def test_the_list_is_as_wide_as_the_terminal(environment: Mapping[str, str]) -> None:
    with shell("scale-explorer pick companies | cat", environment) as terminal:
        terminal.wait_for(ONE)
        terminal.press("x")
        shown = terminal.wait_for("of 9")
        assert max(map(len, shown.splitlines())) == 100
        assert shown.splitlines()[-1].startswith(ONE)
        terminal.press("escape")
        terminal.wait_for_exit()


def test_lines_come_from_a_pipe_and_keys_from_the_terminal(environment: Mapping[str, str]) -> None:
    lines = r"printf 'a\tAlpha\nb\tBeta\nc\tGamma\n'"
    script = f"{lines} | scale-explorer pick - --multi 2>/dev/null | tr '\\n' '+'"
    with shell(script, environment) as terminal:
        terminal.wait_for("Alpha", "Gamma", SEVERAL)
        terminal.press(" ", "down", " ", "enter")
        terminal.wait_for("a+c+")
        assert terminal.wait_for_exit() == 0


@pytest.mark.parametrize("key", ["escape", "\x03"])
def test_leaving_has_a_status_of_its_own(environment: Mapping[str, str], key: str) -> None:
    with shell('echo "<$(scale-explorer pick deals)> $?"', environment) as terminal:
        terminal.wait_for(ONE)
        terminal.press(key)
        terminal.wait_for("<> 130")


def test_on_a_terminal_what_is_printed_is_clean(environment: Mapping[str, str]) -> None:
    with shell(r"printf 'a\33[2Jb' | scale-explorer pick -; echo end", environment) as terminal:
        terminal.wait_for(ONE)
        terminal.press("enter")
        terminal.wait_for("a␛[2Jb", "end")


def test_nothing_to_pick_from_is_nothing_found(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path))
    assert main(["pick", "companies", "zzzz"]) == 1
    assert capsys.readouterr() == ("", "No companies match.\n")


@pytest.mark.parametrize(
    ("arguments", "told"),
    [
        (["companies"], "there is none"),
        (["-"], "there is none"),
        ([], "Say what to pick"),
        (["-", "words"], "nothing to filter"),
    ],
)
def test_without_a_terminal_it_says_so(
    environment: Mapping[str, str], arguments: list[str], told: str
) -> None:
    done = subprocess.run(
        ["scale-explorer", "pick", *arguments], input="a\n", env={**environment, "TERM": "xterm"},
        capture_output=True, text=True, check=False, timeout=60, start_new_session=True,
    )  # fmt: skip
    assert done.returncode == 2
    assert told in done.stderr
    assert "Traceback" not in done.stderr


def test_a_terminal_that_cannot_draw_is_refused(environment: Mapping[str, str]) -> None:
    script = "echo a | TERM=dumb scale-explorer pick -"
    with shell(script, environment) as terminal:
        assert terminal.wait_for_exit() == 2
        assert "TERM is dumb" in terminal.text
