"""The app as a job of a shell: stopped, brought back, and stopped without being asked."""

from __future__ import annotations

import signal
from collections.abc import Mapping

import psutil
import pytest

from . import checks
from .subject import LIMIT, OURS, PLAIN, assert_restored

pytestmark = pytest.mark.alone


def test_it_stops_and_comes_back_however_it_was_stopped(environment: Mapping[str, str]) -> None:
    """By its key, by the signal of that key, and by one that cannot be seen coming."""
    checks.stops_and_comes_back((None, signal.SIGTSTP, signal.SIGSTOP), OURS, environment)


@pytest.mark.slow
def test_a_plain_app_has_no_key_to_be_stopped_by(environment: Mapping[str, str]) -> None:
    with pytest.raises(AssertionError, match="a stop"):
        checks.stops_and_comes_back((None,), PLAIN, environment)


def test_a_stopped_job_that_is_told_to_end_does(environment: Mapping[str, str]) -> None:
    """A shell continues it in the background; it then leaves the terminal to the shell."""
    with checks.as_job(OURS, environment) as (shell, app):
        shell.press("\x1a")
        shell.wait_until(lambda: app.status() == psutil.STATUS_STOPPED, "a stop")
        shell.press("kill %1\r")
        shell.wait_until(lambda: not app.is_running(), "the end", LIMIT)


def test_where_no_shell_could_bring_it_back_it_goes_on(environment: Mapping[str, str]) -> None:
    """As under `ssh -t`, where stopping would be for ever."""
    with OURS.start(environment) as terminal:
        drawn = checks.drawings(terminal, OURS)
        terminal.press("\x1a")
        terminal.wait_until(lambda: checks.drawings(terminal, OURS) > drawn, "a redraw")
        terminal.press("q")
        assert terminal.wait_for_exit() == 0
        assert_restored(terminal)
