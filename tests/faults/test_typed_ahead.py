"""From the first moment of a start on nothing typed is echoed, and the terminal is given back."""

from __future__ import annotations

import signal
import termios
from collections.abc import Mapping
from pathlib import Path

import pytest

from ..terminal import Terminal
from .subject import LIMIT, altered, assert_restored, send

WAITS = """
    import importlib.abc, os, sys, time
    class Waits(importlib.abc.MetaPathFinder):
        def find_spec(self, name, path=None, target=None):
            if name == "textual":
                sys.meta_path.remove(self)
                print("It is importing.", flush=True)
                while not os.path.exists(os.environ["GO"]):
                    time.sleep(0.01)
                THEN
            return None
    sys.meta_path.insert(0, Waits())
"""
UP = "3 Evidence"


class Start:
    """The app that waits, when it is about to import Textual, until it may go on."""

    def __init__(
        self, environment: Mapping[str, str], folder: Path, *, then: str = "pass", options: str = ""
    ) -> None:
        self._go = folder / "go"
        program = list(altered(WAITS.replace("THEN", then)).command)
        program[-1] = program[-1].replace("['scale-explorer']", f"['scale-explorer', {options}]")
        self.terminal = Terminal(
            program, size=(120, 40), environment={**environment, "GO": str(self._go)}
        )
        self.terminal.wait_for("It is importing.")

    def go_on(self) -> None:
        self._go.touch()


def echoes(terminal: Terminal) -> bool:
    flags = terminal.modes_now()[3]
    assert isinstance(flags, int)
    return bool(flags & termios.ECHO)


def test_keys_typed_ahead_are_not_echoed_and_reach_the_app(
    environment: Mapping[str, str], tmp_path: Path
) -> None:
    start = Start(environment, tmp_path)
    with start.terminal as terminal:
        terminal.press("?", "\x1a", "\x13", "\x04", *"undo")
        terminal.linger(0.2)  # an echo comes at once
        assert terminal.output == b"It is importing.\r\n"
        start.go_on()
        terminal.wait_for("undo", "Undo")
        terminal.press("escape", "escape")
        terminal.wait_for(UP)
        terminal.press("q")
        assert terminal.wait_for_exit() == 0
        assert_restored(terminal)


def test_enter_that_is_typed_ahead_is_enter(environment: Mapping[str, str], tmp_path: Path) -> None:
    start = Start(environment, tmp_path)
    with start.terminal as terminal:
        terminal.press(":", *"google", "enter")
        start.go_on()
        terminal.wait_for("2 Google")


def test_ctrl_c_ends_a_start(environment: Mapping[str, str], tmp_path: Path) -> None:
    start = Start(environment, tmp_path)
    with start.terminal as terminal:
        terminal.press("\x03")
        assert terminal.wait_for_exit(LIMIT) == 130
        assert_restored(terminal)
        assert terminal.output.endswith(b"scale-explorer: interrupted\r\n")


@pytest.mark.parametrize("number", [signal.SIGINT, signal.SIGTERM, signal.SIGHUP, signal.SIGQUIT])
def test_a_signal_ends_a_start_as_it_always_does(
    number: signal.Signals, environment: Mapping[str, str], tmp_path: Path
) -> None:
    start = Start(environment, tmp_path)
    with start.terminal as terminal:
        assert not echoes(terminal)
        send(terminal, number)
        status = terminal.wait_for_exit(LIMIT)
        assert status == (130 if number == signal.SIGINT else -number)
        assert_restored(terminal)


@pytest.mark.parametrize(
    ("then", "options", "status"),
    [
        ("raise ImportError('planted')", "", 1),
        ("raise SystemExit(7)", "", 7),
        ("pass", "'--at', 'nobody'", 1),
        ("pass", "'--data', '/nowhere/at/all'", 3),
    ],
)
def test_a_start_that_fails_gives_the_terminal_back(
    then: str, options: str, status: int, environment: Mapping[str, str], tmp_path: Path
) -> None:
    start = Start(environment, tmp_path, then=then, options=options)
    with start.terminal as terminal:
        assert not echoes(terminal)
        start.go_on()
        assert terminal.wait_for_exit() == status
        assert_restored(terminal)


def test_a_job_in_the_background_leaves_the_terminal_as_it_is(
    environment: Mapping[str, str], tmp_path: Path
) -> None:
    """The shell has it then; who sets it from behind would be stopped."""
    program = altered(WAITS.replace("THEN", "raise SystemExit(7)")).command
    script = 'set -m; "$@" & wait $!; echo "ended: $?"; read end'
    under = ["bash", "-c", script, "sh"]
    (tmp_path / "go").touch()
    told = {**environment, "GO": str(tmp_path / "go")}
    with Terminal([*under, *program], environment=told) as terminal:
        terminal.wait_for("It is importing.", "ended: 7")
        assert_restored(terminal)
