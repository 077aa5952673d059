"""The app as a job of a shell: stopped, brought back, and stopped without being asked."""

from __future__ import annotations

import os
import signal
from collections.abc import Mapping
from functools import partial

import psutil
import pytest

from ..terminal import Terminal
from .subject import COMMAND, LIMIT, OURS, assert_restored

pytestmark = pytest.mark.alone


def app_under(terminal: Terminal) -> int:
    """Find the app among what the shell started."""
    children = psutil.Process(terminal.pid).children(recursive=True)
    return next(one.pid for one in children if COMMAND in one.cmdline())


def drew_again(terminal: Terminal, before: int) -> bool:
    """Say whether the screen was drawn since it had been so many times."""
    return terminal.output.count(b"3 Evidence") > before


def test_it_stops_and_comes_back_however_it_was_stopped(environment: Mapping[str, str]) -> None:
    """By its key, by the signal of that key, and by one that cannot be seen coming."""
    shell = ["bash", "--norc", "--noprofile", "--noediting", "-i"]
    calm = {**environment, "PS1": "ready> "}
    with Terminal(shell, size=(120, 40), environment=calm) as terminal:
        terminal.wait_for("ready>")
        cooked = terminal.modes_now()
        terminal.press(f"{COMMAND}\r")
        terminal.wait_for("3 Evidence", timeout=60)
        app = app_under(terminal)
        for stop in (None, signal.SIGTSTP, signal.SIGSTOP):
            if stop is None:
                terminal.press("\x1a")
            else:
                os.kill(app, stop)
            terminal.wait_until(
                lambda: psutil.Process(app).status() == psutil.STATUS_STOPPED, "a stop"
            )
            if stop is not signal.SIGSTOP:
                assert terminal.modes_left_on() <= {"2004"}  # which a shell has for itself
            drawn = terminal.output.count(b"3 Evidence")
            terminal.press("fg\r")
            terminal.wait_until(partial(drew_again, terminal, drawn), "a redraw")
        terminal.press("q")
        terminal.wait_until(lambda: not psutil.pid_exists(app), "the end")
        assert terminal.modes_left_on() <= {"2004"}
        terminal.press("echo status $?\r")
        terminal.wait_for("status 0")
        assert terminal.modes_now() == cooked
        terminal.press("exit\r")
        terminal.wait_for_exit()


def test_a_stopped_job_that_is_told_to_end_does(environment: Mapping[str, str]) -> None:
    """A shell continues it in the background; it then leaves the terminal to the shell."""
    shell = ["bash", "--norc", "--noprofile", "--noediting", "-i"]
    calm = {**environment, "PS1": "ready> "}
    with Terminal(shell, size=(120, 40), environment=calm) as terminal:
        terminal.wait_for("ready>")
        terminal.press(f"{COMMAND}\r")
        terminal.wait_for("3 Evidence", timeout=60)
        app = app_under(terminal)
        terminal.press("\x1a")
        terminal.wait_until(lambda: psutil.Process(app).status() == psutil.STATUS_STOPPED, "a stop")
        terminal.press("kill %1\r")
        terminal.wait_until(lambda: not psutil.pid_exists(app), "the end", LIMIT)


def test_where_no_shell_could_bring_it_back_it_goes_on(environment: Mapping[str, str]) -> None:
    """As under `ssh -t`, where stopping would be for ever."""
    with OURS.start(environment) as terminal:
        drawn = terminal.output.count(b"3 Evidence")
        terminal.press("\x1a")
        terminal.wait_until(partial(drew_again, terminal, drawn), "a redraw")
        terminal.press("q")
        assert terminal.wait_for_exit() == 0
        assert_restored(terminal)
