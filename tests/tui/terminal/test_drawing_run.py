"""The app on a pseudo-terminal: it keeps the pace of one that answers, and waits for no other."""

from __future__ import annotations

import sys
import time
from collections.abc import Mapping
from pathlib import Path

from ...terminal import Terminal

COMMAND = str(Path(sys.executable).with_name("scale-explorer"))
QUESTION = b"\x1b[5n"
ANSWER = "\x1b[0n"


def test_a_terminal_that_never_answers_is_not_waited_for(environment: Mapping[str, str]) -> None:
    with Terminal([COMMAND, "--fresh"], environment=environment) as terminal:
        terminal.answers = False
        terminal.wait_for("2 Meta buys into Scale AI")
        asked = terminal.output.count(QUESTION)
        for _ in range(4):
            terminal.press("?")
            terminal.wait_for("Follow to the other end")
            terminal.press("escape")
            terminal.wait_until_gone("Follow to the other end")
        # The last question follows the screen that was waited for.
        terminal.wait_until(lambda: terminal.output.count(QUESTION) >= asked + 8, "asked each time")
        terminal.press("q")
        assert terminal.wait_for_exit() == 0


def test_a_terminal_that_fell_behind_is_sent_the_newest_when_it_answers(
    environment: Mapping[str, str],
) -> None:
    with Terminal([COMMAND, "--fresh", "--at", "scale-ai"], environment=environment) as terminal:
        terminal.wait_for("2 Scale AI")
        terminal.press("?")
        terminal.wait_for("Follow to the other end")
        terminal.press("escape")
        terminal.wait_until_gone("Follow to the other end")
        terminal.answers = False
        asked, since = terminal.output.count(QUESTION), time.monotonic()
        for key in ("j", "j", "k", "?", "escape", "j", "k", "?", "escape", "1", "2", ":"):
            terminal.press(key)
            terminal.linger(0.4)  # what comes right behind Esc would be a key with Alt
        waited = time.monotonic() - since
        # One more for each second: an answer may have been lost.
        assert terminal.output.count(QUESTION) - asked <= 2 + waited
        terminal.answers = True
        terminal.press(*[ANSWER] * 2)
        terminal.wait_for("Go to")
        terminal.press("escape")
        terminal.wait_until_gone("Go to")
        terminal.press("q")
        assert terminal.wait_for_exit() == 0
        assert terminal.modes_left_on() == set()
