"""The installed command on terminals that answer nothing, junk, or late: no answer is a key."""

from __future__ import annotations

import re
import sys
import time
from collections.abc import Mapping
from pathlib import Path

import pytest

from ...terminal import Terminal

COMMAND = str(Path(sys.executable).with_name("scale-explorer"))
STORY = "2 Meta buys into Scale AI"
ANSWERS = [
    "\x1b[?62;1;6;22c", "\x1b[>41;354;0c", "\x1b[?1u", "\x1b[?2027;0$y", "\x1b[8;24;80t",
    "\x1b]11;rgb:1e1e/1e1e/1e1e\x1b\\", "\x1b]10;rgb:ff/ff/ff\x07", "\x1b]52;c;cQ==\x07",
    "\x1bP>|a terminal(370)q\x1b\\", "\x1bP1+r544e=787465\x1b\\", "\x1bP!|00000000\x1b\\",
    "\x1b_Gi=31;OK\x1b\\", "\x1b[?2;0;800S", "\x1b[?997;1n", "\x1b[2;1;1;112;112;1;0x",
]  # fmt: skip
"""What a terminal may say of itself: attributes, colours, clipboard, version, graphics, sizes."""
CUT_OFF = ["\x1b[?62;", "\x1b]11;rgb:1e", "\x1bP>|qqq"]
ESCAPE_SECONDS = 0.15
"""Esc is to act within about 100 ms; a machine that runs tests is allowed some more."""


def test_nothing_that_a_terminal_says_of_itself_is_a_key(environment: Mapping[str, str]) -> None:
    with Terminal([COMMAND], size=(120, 40), environment=environment) as terminal:
        terminal.wait_for(STORY, "✓ locked")
        terminal.press(":")
        terminal.wait_for("Go to ─")
        terminal.press("x")
        terminal.wait_for("│ : x ")
        for answer in (*ANSWERS, "".join(ANSWERS)):
            terminal.press(answer)
        terminal.press("z")
        terminal.wait_for("│ : xz ")
        terminal.press("backspace")
        terminal.wait_until_gone("│ : xz ")
        terminal.wait_for("│ : x ")


@pytest.mark.parametrize("cut_off", CUT_OFF)
def test_nor_is_the_beginning_of_what_never_ends(
    environment: Mapping[str, str], cut_off: str
) -> None:
    with Terminal([COMMAND], environment=environment) as terminal:
        terminal.wait_for(STORY)
        terminal.press(":")
        terminal.wait_for("Go to ─")
        terminal.press(cut_off)
        pause(terminal, 1.5)
        terminal.press("j")
        terminal.wait_for("│ : j ")


def pause(terminal: Terminal, seconds: float) -> None:
    """Let time pass for what is about time, and read meanwhile."""
    until = time.monotonic() + seconds
    while time.monotonic() < until:
        terminal.read(0.05)


@pytest.mark.parametrize("answer", ["\x1b[?2026;2$y", "\x1b[?2026;0$y\x1b[?2048;0$y", "junk"])
def test_an_answer_that_comes_late_is_taken_or_left(
    environment: Mapping[str, str], answer: str
) -> None:
    late = "".join(ANSWERS) if answer == "junk" else answer
    with Terminal([COMMAND], size=(120, 40), environment=environment) as terminal:
        terminal.wait_for(STORY, "✓ locked")
        pause(terminal, 3)
        before = terminal.text
        terminal.press(late)
        terminal.press("?")
        terminal.wait_for("Follow to the other end")
        terminal.press("escape")
        terminal.wait_until_gone("Follow to the other end")
        terminal.wait_until(lambda: terminal.text == before, "the screen of before")
        terminal.press("q")
        assert terminal.wait_for_exit() == 0
        assert terminal.modes_left_on() == set()


@pytest.mark.alone
def test_esc_alone_acts_at_once(environment: Mapping[str, str]) -> None:
    with Terminal([COMMAND], environment=environment) as terminal:
        terminal.wait_for(STORY)
        assert min(_escape_takes(terminal) for _ in range(5)) <= ESCAPE_SECONDS


def _escape_takes(terminal: Terminal) -> float:
    """Return the seconds from Esc to the screen on which it has acted."""
    terminal.press(":")
    terminal.wait_for("Go to ─")
    pause(terminal, 0.6)
    begun = time.monotonic()
    terminal.press("escape")
    terminal.wait_until_gone("Go to ─")
    return time.monotonic() - begun


@pytest.mark.parametrize(
    "typed", ["\x1bq", "\x1b\x1bq", "\x1b" + "j" * 100 + "q", "\x1b]q", "\x1bPq"]
)
def test_what_is_typed_behind_esc_is_not_lost_on_a_line_that_was_stuck(
    environment: Mapping[str, str], typed: str
) -> None:
    with Terminal([COMMAND], environment=environment) as terminal:
        terminal.wait_for(STORY)
        terminal.press(typed)
        assert terminal.wait_for_exit() == 0


def test_a_size_in_the_environment_is_not_that_of_the_terminal(
    environment: Mapping[str, str],
) -> None:
    given = {**environment, "COLUMNS": "40", "LINES": "12"}
    with Terminal([COMMAND], size=(120, 40), environment=given) as terminal:
        terminal.wait_for("1 Browse", "3 Evidence", "4 Source")
        assert len(terminal.text.splitlines()[-1]) > 60
        assert re.search(r"[╯┛]$", terminal.text.splitlines()[-2])


def test_an_absurd_size_in_the_environment_is_survived(environment: Mapping[str, str]) -> None:
    given = {**environment, "COLUMNS": "100000", "LINES": "100000"}
    with Terminal([COMMAND], environment=given) as terminal:
        terminal.wait_for(STORY)
        terminal.press("q")
        assert terminal.wait_for_exit() == 0


def test_what_asks_for_utf8_under_another_locale_gets_it(environment: Mapping[str, str]) -> None:
    settings = Path(environment["XDG_CONFIG_HOME"]) / "scale-explorer" / "config.toml"
    settings.parent.mkdir(parents=True)
    settings.write_text("ascii = false\n", encoding="utf-8")
    with Terminal([COMMAND], environment={**environment, "LC_ALL": "C"}) as terminal:
        terminal.wait_for("✓ locked")
