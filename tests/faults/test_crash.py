"""A fault of the program itself: one line, a private log, and the status that says so."""

from __future__ import annotations

import stat
import subprocess
from collections.abc import Mapping
from pathlib import Path

import pytest

from . import checks
from .subject import PLAIN, PYTHON, altered, assert_restored

FAULTY = altered(
    """
    from scale_explorer.tui.screens.explore import ExploreScreen
    def action_why(self):
        planted = "pass" + "word-1234"
        raise KeyError(len(planted))
    ExploreScreen.action_why = action_why
    """
)
FAULTY_THREAD = altered(
    """
    from threading import Thread
    from scale_explorer.tui.screens.explore import ExploreScreen
    def action_why(self):
        planted = "pass" + "word-1234"
        def fail():
            raise KeyError(len(planted))
        Thread(target=fail).start()
        self.host.call_later(self.host.exit)
    ExploreScreen.action_why = action_why
    """
)

FAULTY_LOOP = altered(
    """
    from asyncio import get_running_loop
    from scale_explorer.tui.screens.explore import ExploreScreen
    def action_why(self):
        planted = "pass" + "word-1234"
        def fail():
            raise KeyError(len(planted))
        get_running_loop()._run_once = fail
    ExploreScreen.action_why = action_why
    """
)
LEFT_FROM_WITHIN = altered(
    """
    import sys
    from asyncio import get_running_loop
    from scale_explorer.tui.screens.explore import ExploreScreen
    def action_why(self):
        get_running_loop().call_soon(sys.exit, 7)
    ExploreScreen.action_why = action_why
    """
)


def assert_logged(told: str, state: Path, where: str = "action_why") -> None:
    (log,) = state.rglob("crash.log")
    assert str(log) in told
    assert "KeyError" in told
    text = log.read_text(encoding="utf-8")
    assert "KeyError: 13" in text
    assert where in text
    assert "password-1234" not in text
    assert stat.S_IMODE(log.stat().st_mode) == 0o600


def test_the_app_tells_a_fault_in_a_line(environment: Mapping[str, str], tmp_path: Path) -> None:
    assert_logged(checks.tells_a_crash_in_a_line(FAULTY, environment), tmp_path / "STATE")


@pytest.mark.slow
def test_a_plain_app_shows_what_variables_hold(environment: Mapping[str, str]) -> None:
    with pytest.raises(AssertionError):
        checks.tells_a_crash_in_a_line(PLAIN, environment)


def test_a_fault_on_a_thread_is_told_when_the_terminal_is_free(
    environment: Mapping[str, str], tmp_path: Path
) -> None:
    with FAULTY_THREAD.start(environment) as terminal:
        terminal.press("w")
        assert terminal.wait_for_exit() == 0
        told = terminal.output.rpartition(b"\x1b[?1004l")[2].decode()
        assert_logged(told, tmp_path / "STATE", "in fail")


def test_a_fault_of_the_event_loop_itself_is_one_as_any_other(
    environment: Mapping[str, str], tmp_path: Path
) -> None:
    told = checks.tells_a_crash_in_a_line(FAULTY_LOOP, environment)
    assert_logged(told, tmp_path / "STATE", "in fail")


def test_what_breaks_out_of_the_loop_leaves_the_terminal_as_it_was(
    environment: Mapping[str, str],
) -> None:
    with LEFT_FROM_WITHIN.start(environment) as terminal:
        terminal.press("w")
        assert terminal.wait_for_exit(20) == 7
        assert_restored(terminal)


def test_a_verb_tells_a_fault_in_a_line(environment: Mapping[str, str], tmp_path: Path) -> None:
    change = """
    from scale_explorer.tui.verbs import running
    def action_why(*given):
        planted = "pass" + "word-1234"
        raise KeyError(len(planted))
    running.ask = action_why
    """
    command = altered(change).command
    program = command[-1].replace("['scale-explorer']", "['scale-explorer', 'list', 'companies']")
    done = subprocess.run(
        [PYTHON, "-c", program], env=environment, capture_output=True, timeout=60, check=False
    )
    assert done.returncode == 1
    assert done.stdout == b""
    told = done.stderr.decode()
    assert told.count("\n") == 1
    assert_logged(told, tmp_path / "STATE")
