"""Connections that break while the app runs: it ends soon, is no orphan, and loses nothing."""

from __future__ import annotations

import os
import signal
from collections.abc import Mapping
from pathlib import Path

import pytest

from ..faults.subject import OURS
from ..terminal import Terminal
from . import checks
from .drops import DROPS, Drop, kill_client
from .processes import busy_share, processes_of, wait_until_gone
from .sshd import COMMAND, Server, needs_sshd
from .waiting import wait

pytestmark = needs_sshd

STORY = "2 Meta buys into Scale AI"


@DROPS
def test_a_dropped_connection_leaves_no_orphan(
    server: Server, environment: Mapping[str, str], drop: Drop
) -> None:
    checks.ends_when_dropped(drop, server, OURS, environment)


@DROPS
def test_a_shell_in_between_changes_nothing(
    server: Server, environment: Mapping[str, str], drop: Drop
) -> None:
    checks.ends_when_a_shell_is_dropped(drop, server, OURS, environment)


@pytest.mark.alone
def test_an_app_that_nobody_looks_at_is_idle(
    server: Server, environment: Mapping[str, str]
) -> None:
    checks.is_idle(server, OURS, environment)


def test_nothing_is_left_of_a_nohup(server: Server, environment: Mapping[str, str]) -> None:
    told = Path(environment["XDG_STATE_HOME"]).parent / "told"
    with Terminal(server.ssh("-tt", f"nohup {COMMAND} > {told} 2>&1")) as terminal:
        assert terminal.wait_for_exit() == 2
    assert "needs a terminal" in told.read_text(encoding="utf-8")
    wait_until_gone(environment)


def test_a_frozen_client_goes_on_where_it_was(
    server: Server, environment: Mapping[str, str]
) -> None:
    with checks.connected(server, OURS) as terminal:
        os.kill(terminal.pid, signal.SIGSTOP)
        terminal.press(":", *"theme light", "enter", "4", "1", "/", *"meta", "enter")
        app = checks.program_of(OURS, environment)
        assert busy_share(app, 1) <= 1
        assert app.is_running()
        os.kill(terminal.pid, signal.SIGCONT)
        terminal.wait_for("/meta", "Facebook")
        terminal.press("escape")
        terminal.wait_until_gone("/meta")
        terminal.press("?")
        terminal.wait_for("In 1 Browse")
        terminal.press("escape")
        terminal.wait_until_gone("In 1 Browse")
        terminal.press("q")
        assert terminal.wait_for_exit() == 0
        assert terminal.modes_left_on() == set()
    wait_until_gone(environment)


def test_what_was_being_written_is_offered_again(
    server: Server, environment: Mapping[str, str], tmp_path: Path
) -> None:
    (tmp_path / "article.txt").write_text(
        "The yard was sold.\n\nKelp buys the yard, the mayor said.\n", encoding="utf-8"
    )
    story = tmp_path / "story"
    begin = f"{COMMAND} init {story} {tmp_path / 'article.txt'}"
    with Terminal(server.ssh("-tt", begin), size=(120, 40)) as terminal:
        terminal.wait_for("sentences cited")
        terminal.press("c", "a")
        terminal.wait_for("What do these words say?")
        terminal.press("s")
        terminal.wait_for("Enter: save")
        terminal.press("tab", "A word that was not saved")
        terminal.wait_for("A word that was not saved")
        wait(lambda: _drafted(environment), "the form is kept")
        kill_client(terminal, server)
        terminal.wait_for_exit()
        wait_until_gone(environment)
    with Terminal(server.ssh("-tt", f"{COMMAND} --data {story}"), size=(120, 40)) as terminal:
        terminal.wait_for("Browse")
        terminal.press("I")
        terminal.wait_for("that is not saved")
        terminal.press("k")
        terminal.wait_for("A word that was not saved")
    wait(lambda: not processes_of(environment), "it leaves with its client")


def _drafted(environment: Mapping[str, str]) -> bool:
    folder = Path(environment["XDG_STATE_HOME"])
    drafts = (path.read_text(encoding="utf-8") for path in folder.rglob("drafts/*/*.json"))
    return any("A word that was not saved" in draft for draft in drafts)
