"""The ways in which a connection is lost."""

from __future__ import annotations

import os
import signal
from collections.abc import Callable

import pytest

from ..terminal import Terminal
from .processes import end
from .sshd import Server

Drop = Callable[[Terminal, Server], None]


def kill_client(terminal: Terminal, server: Server) -> None:
    del server
    os.kill(terminal.pid, signal.SIGKILL)


def close_terminal(terminal: Terminal, server: Server) -> None:
    """A closed window hangs up the client, which leaves."""
    del server
    os.kill(terminal.pid, signal.SIGHUP)


def kill_session(terminal: Terminal, server: Server) -> None:
    del terminal
    end(server.sessions())


def type_the_escape(terminal: Terminal, server: Server) -> None:
    del server
    terminal.press("\r", "~", ".")


DROPS = pytest.mark.parametrize(
    "drop", [kill_client, close_terminal, kill_session, type_the_escape]
)
