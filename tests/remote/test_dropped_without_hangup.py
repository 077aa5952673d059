"""Lost connections and signals that Textual's own driver does not survive or end by."""

from __future__ import annotations

import os
import signal
from collections.abc import Mapping

import psutil
import pytest

from ..terminal import Terminal
from .drops import DROPS, Drop, kill_client
from .processes import app_of, busy_share, wait_until_gone
from .sshd import COMMAND, Server, needs_sshd
from .waiting import wait

pytestmark = needs_sshd

STORY = "2 Meta buys into Scale AI"
HUP_IGNORED = f"trap '' HUP; {COMMAND}; true"


@DROPS
def test_an_app_that_ignores_hangups_is_no_orphan_either(
    server: Server, environment: Mapping[str, str], drop: Drop
) -> None:
    with Terminal(server.ssh("-tt", HUP_IGNORED)) as terminal:
        terminal.wait_for(STORY)
        drop(terminal, server)
        wait_until_gone(environment)
        terminal.wait_for_exit()


@pytest.mark.alone
def test_a_dropped_app_that_ignores_hangups_takes_no_processor(
    server: Server, environment: Mapping[str, str]
) -> None:
    with Terminal(server.ssh("-tt", HUP_IGNORED)) as terminal:
        terminal.wait_for(STORY)
        app = app_of(environment)
        kill_client(terminal, server)
        assert busy_share(app, 2) <= 0.2
        wait_until_gone(environment)
        terminal.wait_for_exit()


@pytest.mark.parametrize(
    ("number", "status"),
    [(signal.SIGTERM, 143), (signal.SIGHUP, 129), (signal.SIGQUIT, 131), (signal.SIGINT, 130)],
)
def test_a_signal_ends_it_while_the_client_is_frozen(
    server: Server, environment: Mapping[str, str], number: int, status: int
) -> None:
    with Terminal(server.ssh("-tt", f"{COMMAND}; echo its status $?")) as terminal:
        terminal.wait_for(STORY)
        app = app_of(environment)
        os.kill(terminal.pid, signal.SIGSTOP)
        app.send_signal(number)
        wait(lambda: not _lives(app), "the app ends")
        os.kill(terminal.pid, signal.SIGCONT)
        terminal.wait_for_exit()
        assert f"its status {status}" in terminal.text
        assert terminal.modes_left_on() == set()
        assert terminal.modes_now() == terminal.modes_before
    wait_until_gone(environment)


def _lives(process: psutil.Process) -> bool:
    try:
        return process.is_running() and process.status() != psutil.STATUS_ZOMBIE
    except psutil.NoSuchProcess:
        return False
