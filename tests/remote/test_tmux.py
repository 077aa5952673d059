"""The app inside a real tmux: detached, attached elsewhere, resized, and left with its server."""

from __future__ import annotations

import os
import shlex
import signal
from collections.abc import Iterator, Mapping

import pytest

from .processes import app_of, busy_share, wait_until_gone
from .sshd import COMMAND
from .tmux import Multiplexer, multiplexing, needs_tmux
from .waiting import wait

pytestmark = needs_tmux

STORY = "2 Meta buys into Scale AI"


@pytest.fixture
def tmux(environment: Mapping[str, str]) -> Iterator[Multiplexer]:
    with multiplexing(environment) as running:
        yield running


def test_it_is_left_and_found_again_at_another_size(
    tmux: Multiplexer, environment: Mapping[str, str]
) -> None:
    with tmux.attached((80, 24)) as client:
        tmux.start([COMMAND])
        client.wait_for(STORY)
        client.press("down", "enter")
        client.wait_until_gone(STORY)
        client.press("\x02", "d")
        client.wait_for_exit()
        assert client.modes_left_on() == set()
    assert app_of(environment).is_running()
    there = tmux.screen
    with tmux.attached((130, 45)) as client:
        client.wait_for("1 Browse", "3 Evidence", "4 Source")
        assert there.splitlines()[1][:40].strip()
        client.press("backspace")
        client.wait_for(STORY)
        client.press("q")
        client.wait_for("exited")
    wait_until_gone(environment)


def test_a_client_that_is_killed_costs_nothing(tmux: Multiplexer) -> None:
    tmux.start([COMMAND])
    with tmux.attached() as client:
        client.wait_for(STORY)
        os.kill(client.pid, signal.SIGKILL)
        client.wait_for_exit()
    tmux.press("?")
    tmux.wait_for("Follow to the other end")
    tmux.press("Escape")
    tmux.wait_for(STORY)
    with tmux.attached((100, 30)) as client:
        client.wait_for(STORY, "1 Browse")


@pytest.mark.alone
def test_detached_it_is_idle(tmux: Multiplexer, environment: Mapping[str, str]) -> None:
    tmux.start([COMMAND])
    tmux.wait_for(STORY)
    app = app_of(environment)
    busy_share(app, 2)  # what the start has left to do
    assert busy_share(app, 5) <= 0.05


def test_it_ends_with_the_server(tmux: Multiplexer, environment: Mapping[str, str]) -> None:
    tmux.start([COMMAND])
    tmux.wait_for(STORY)
    tmux.tmux("kill-server")
    wait_until_gone(environment)


def test_every_size_is_drawn_to_its_edges(tmux: Multiplexer) -> None:
    tmux.start([COMMAND])
    for columns, rows in [(120, 40), (40, 12), (80, 24), (20, 5), (200, 60)]:
        tmux.tmux("resize-window", "-x", str(columns), "-y", str(rows))
        wait(lambda: fills(tmux.screen, columns, rows), f"{columns}x{rows}")  # noqa: B023
    tmux.tmux("resize-window", "-x", "80", "-y", "24")
    tmux.wait_for(STORY)


def fills(screen: str, columns: int, rows: int) -> bool:
    """Whether frames reach to the right edge; on a very small screen there is only a word."""
    lines = screen.rstrip("\n").split("\n")
    small = columns < 40 or rows < 12
    return (
        any("40" in line for line in lines)
        if small
        else any(len(line) == columns and line[-1] in "╮┓┐" for line in lines)
    )


@pytest.mark.parametrize(
    "name", ["screen", "screen-256color", "tmux", "tmux-256color", "xterm-256color"]
)
def test_title_buffers_and_screen_are_left_as_they_were(
    environment: Mapping[str, str], name: str
) -> None:
    with multiplexing(environment, f"set -g default-terminal {name}") as tmux:
        tmux.start(["sh"])
        tmux.tmux("select-pane", "-T", "my title")
        tmux.tmux("rename-window", "my window")
        tmux.tmux("set-buffer", "my words")
        tmux.press(f"echo before; {shlex.quote(COMMAND)}; echo its status $?", "Enter")
        tmux.wait_for(STORY)
        assert tmux.option("alternate_on") == "1"
        tmux.press("Down", "?")
        tmux.wait_for("Follow to the other end")
        tmux.press("Escape")
        tmux.wait_for(STORY)
        tmux.press("q")
        assert "before" in tmux.wait_for("its status 0")
        assert tmux.option("alternate_on") == "0"
        assert tmux.option("mouse_any_flag") == "0"
        assert tmux.option("cursor_flag") == "1"
        assert tmux.option("pane_title") == "my title"
        assert tmux.option("window_name") == "my window"
        assert tmux.tmux("show-buffer") == b"my words"
        assert tmux.tmux("list-buffers").count(b"\n") == 1


def test_the_doctor_sees_that_tmux_holds_escape_back(environment: Mapping[str, str]) -> None:
    told = f"{shlex.quote(COMMAND)} doctor; echo its status $?; cat"
    for milliseconds, status in ((500, 1), (20, 0)):
        with multiplexing(
            environment, f"set -s escape-time {milliseconds}", size=(120, 60)
        ) as tmux:
            tmux.start(["sh", "-c", told])
            screen = tmux.wait_for(f"its status {status}")
            assert ("escape-time 20" in screen) == bool(status)
