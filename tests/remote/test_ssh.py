"""The app over a real SSH connection: started, used and left, and refused where it cannot draw."""

from __future__ import annotations

import subprocess
from collections.abc import Mapping

import pytest

from ..faults.subject import OURS
from ..terminal import Terminal
from . import checks
from .processes import wait_until_gone
from .sshd import COMMAND, Server, needs_sshd

pytestmark = needs_sshd

STORY = "2 Meta buys into Scale AI"


def test_one_walks_and_leaves_and_the_terminal_is_as_it_was(
    server: Server, environment: Mapping[str, str]
) -> None:
    with Terminal(server.ssh("-tt", COMMAND), size=(120, 40)) as terminal:
        terminal.wait_for(STORY, "3 Evidence", "✓ locked")
        terminal.press("down", "enter")
        terminal.wait_until_gone(STORY)
        terminal.press("backspace")
        terminal.wait_for(STORY)
        terminal.press("q")
        assert terminal.wait_for_exit() == 0
        assert terminal.modes_left_on() == set()
        assert terminal.modes_now() == terminal.modes_before
    wait_until_gone(environment)


@pytest.mark.parametrize(
    ("words", "status"),
    [("--at opnai", 1), ("--no-such-option", 2), ("--data /no/such.toml", 3)],
)
def test_what_went_wrong_is_the_status_of_ssh(server: Server, words: str, status: int) -> None:
    with Terminal(server.ssh("-tt", f"{COMMAND} {words}")) as terminal:
        assert terminal.wait_for_exit() == status
        assert "scale-explorer:" in terminal.text
        assert terminal.modes_left_on() == set()


@pytest.mark.parametrize("options", [("-T",), ("-n",), ("-T", "-n")])
def test_without_a_terminal_it_says_what_works_instead(
    server: Server, environment: Mapping[str, str], options: tuple[str, ...]
) -> None:
    told = checks.refuses_without_a_terminal(options, server, OURS, environment)
    assert b"needs a terminal" in told
    assert b"list companies" in told
    assert b"ssh -t" in told


def test_verbs_need_no_terminal(server: Server) -> None:
    done = subprocess.run(
        server.ssh("-T", f"{COMMAND} list companies --format csv"),
        stdin=subprocess.DEVNULL, capture_output=True, timeout=60, check=False,
    )  # fmt: skip
    assert done.returncode == 0
    assert b"scale-ai" in done.stdout
