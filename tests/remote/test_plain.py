"""A plain app of Textual at the other end of a line: that the checks beside this see its faults.

What a plain one does well has no twin: it ends by SIGHUP when a connection is dropped.
"""

from __future__ import annotations

import signal
from collections.abc import Mapping

import pytest

from ..faults.subject import PLAIN
from . import checks
from .drops import kill_client
from .sshd import Server, needs_sshd
from .tmux import needs_tmux

pytestmark = pytest.mark.slow


@needs_sshd
def test_it_becomes_an_orphan_where_hangups_are_ignored(
    server: Server, environment: Mapping[str, str]
) -> None:
    with pytest.raises(AssertionError, match="there is still"):
        checks.ends_when_dropped(kill_client, server, PLAIN, environment, checks.IGNORING_HANGUPS)


@needs_sshd
def test_the_orphan_takes_the_processor(server: Server, environment: Mapping[str, str]) -> None:
    with pytest.raises(AssertionError):
        checks.takes_no_processor_when_dropped(server, PLAIN, environment)


@needs_sshd
def test_it_is_not_idle(server: Server, environment: Mapping[str, str]) -> None:
    with pytest.raises(AssertionError):
        checks.is_idle(server, PLAIN, environment)


@needs_sshd
@pytest.mark.parametrize("number", [signal.SIGTERM, signal.SIGHUP, signal.SIGQUIT, signal.SIGINT])
def test_a_signal_while_the_client_is_frozen_leaves_the_terminal_raw(
    server: Server, environment: Mapping[str, str], number: int
) -> None:
    with pytest.raises(AssertionError):
        checks.leaves_while_the_client_is_frozen(number, server, PLAIN, environment)


@needs_sshd
@pytest.mark.parametrize("options", [("-T",), ("-n",)])
def test_it_draws_into_a_pipe(
    server: Server, environment: Mapping[str, str], options: tuple[str, ...]
) -> None:
    with pytest.raises(AssertionError):
        checks.refuses_without_a_terminal(options, server, PLAIN, environment)


@needs_tmux
def test_it_outlives_its_tmux_where_hangups_are_ignored(environment: Mapping[str, str]) -> None:
    with pytest.raises(AssertionError, match="there is still"):
        checks.ends_with_tmux(checks.IGNORING_HANGUPS, PLAIN, environment)
