"""How the app ends: by signals, without its terminal, and when its event loop is stuck."""

from __future__ import annotations

import signal
from collections.abc import Mapping
from pathlib import Path

import psutil
import pytest

from ..terminal import Terminal
from . import checks
from .subject import (
    COMMAND,
    LIMIT,
    OURS,
    PLAIN,
    Subject,
    all_gone,
    altered,
    assert_restored,
    offspring,
    send,
)

pytestmark = pytest.mark.alone

ENDING = (signal.SIGHUP, signal.SIGINT, signal.SIGQUIT)  # and SIGTERM with what means nothing

STUCK = altered(
    """
    import time
    from scale_explorer.tui.screens.explore import ExploreScreen
    ExploreScreen.action_why = lambda self: time.sleep(600)
    """
)


@pytest.mark.parametrize("number", ENDING)
def test_a_signal_ends_it_in_good_order(number: int, environment: Mapping[str, str]) -> None:
    checks.leaves_on(number, OURS, environment)


@pytest.mark.slow
@pytest.mark.parametrize("number", [*ENDING, signal.SIGTERM])
def test_a_plain_app_is_killed_by_signals(number: int, environment: Mapping[str, str]) -> None:
    with pytest.raises(AssertionError):
        checks.leaves_on(number, PLAIN, environment)


def test_signals_that_mean_nothing_do_nothing_and_the_place_is_kept(
    environment: Mapping[str, str],
) -> None:
    with OURS.start(environment) as terminal:
        terminal.press(":", *"openai", "enter")
        terminal.wait_for("2 OpenAI")
        send(terminal, signal.SIGUSR1, signal.SIGUSR2, signal.SIGALRM, signal.SIGPIPE)
        send(terminal, signal.SIGTERM)
        assert terminal.wait_for_exit(LIMIT) == 128 + signal.SIGTERM
        assert_restored(terminal)
    with Terminal([COMMAND], size=(120, 40), environment=environment) as terminal:
        terminal.wait_for("2 OpenAI", timeout=60)


def test_a_lost_terminal_ends_it_though_sighup_is_ignored(environment: Mapping[str, str]) -> None:
    checks.leaves_when_hung_up(OURS, environment)


@pytest.mark.slow
def test_a_plain_app_becomes_an_orphan(environment: Mapping[str, str]) -> None:
    with pytest.raises(AssertionError):
        checks.leaves_when_hung_up(PLAIN, environment)


def test_a_stuck_event_loop_cannot_keep_it(environment: Mapping[str, str]) -> None:
    with STUCK.start(environment) as terminal:
        terminal.press("w")
        idle_after_key(terminal)
        send(terminal, signal.SIGTERM)
        assert terminal.wait_for_exit(LIMIT) == 128 + signal.SIGTERM
        assert_restored(terminal)


def test_nor_when_its_terminal_has_gone(environment: Mapping[str, str]) -> None:
    ignoring = ("sh", "-c", 'trap "" HUP; exec "$@"', "sh")
    with STUCK.start(environment, under=ignoring) as terminal:
        terminal.press("w")
        idle_after_key(terminal)
        terminal.hang_up()
        terminal.wait_until(terminal.has_ended, "the end", LIMIT)
        assert terminal.status == 128 + signal.SIGHUP


def test_a_second_signal_ends_it_at_once(environment: Mapping[str, str]) -> None:
    with STUCK.start(environment) as terminal:
        terminal.press("w")
        idle_after_key(terminal)
        send(terminal, signal.SIGTERM, signal.SIGINT)
        # Where both wait, the system hands on that with the smaller number first.
        assert terminal.wait_for_exit(2) in {128 + signal.SIGTERM, 128 + signal.SIGINT}
        assert_restored(terminal)


def idle_after_key(terminal: Terminal) -> None:
    """Wait until a key was taken up: then the loop is in it, and nothing is drawn any more."""
    process = psutil.Process(terminal.pid)
    seen: list[float] = []

    def rests() -> bool:
        seen.append(sum(process.cpu_times()[:2]))
        return len(seen) > 10 and seen[-1] == seen[-10]

    terminal.wait_until(rests, "rest")


@pytest.mark.parametrize("number", [signal.SIGTERM, signal.SIGHUP])
def test_an_editor_in_the_foreground_ends_with_it(
    number: int, environment: Mapping[str, str], tmp_path: Path
) -> None:
    """Also one that would ignore the signal."""
    editor = tmp_path / "editor"
    editor.write_text('#!/bin/sh\ntrap "" HUP TERM\necho editing\nwhile :; do sleep 1; done\n')
    editor.chmod(0o755)
    data = tmp_path / "set.toml"
    data.write_text(
        '[dataset]\nid = "set"\ntitle = "Set"\n[[company]]\nid = "solo"\nname = "Solo"\n'
    )
    ours = Subject((COMMAND, "--data", str(data), "--at", "solo"), "2 Solo", "")
    with ours.start({**environment, "EDITOR": str(editor)}) as terminal:
        terminal.press("E")
        terminal.wait_for("editing")
        started = offspring(terminal)
        if number == signal.SIGHUP:
            terminal.hang_up()
        else:
            send(terminal, number)
        terminal.wait_until(terminal.has_ended, "the end", LIMIT)
        assert terminal.status == 128 + number
        terminal.wait_until(lambda: all_gone(started), "nothing left behind", LIMIT)


def test_pick_ends_in_good_order_too(environment: Mapping[str, str]) -> None:
    command = [COMMAND, "pick", "companies"]
    with Terminal(command, environment=environment) as terminal:
        terminal.wait_for("Enter: pick", timeout=60)
        send(terminal, signal.SIGTERM)
        assert terminal.wait_for_exit(LIMIT) == 128 + signal.SIGTERM
        assert_restored(terminal)
