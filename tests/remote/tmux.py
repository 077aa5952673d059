"""A real tmux server with a socket of its own, as it is without configuration; clients in ptys."""

from __future__ import annotations

import os
import shlex
import shutil
import subprocess
import tempfile
from collections.abc import Generator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass

import pytest

from ..terminal import Terminal
from .waiting import PATIENCE, wait

TMUX = shutil.which("tmux")
_KEPT = ("PATH", "HOME", "SHELL")

needs_tmux = pytest.mark.skipif(TMUX is None, reason="tmux is not installed")


@dataclass(frozen=True, slots=True)
class Multiplexer:
    """A server that keeps its windows when the last client has gone."""

    environment: Mapping[str, str]
    options: tuple[str, ...]

    def command(self, *words: str) -> list[str]:
        """Return a command of tmux for this server."""
        assert TMUX
        return [TMUX, "-L", "test", "-f", "/dev/null", *words]

    def tmux(self, *words: str) -> bytes:
        """Run a command and return what it tells; raises CalledProcessError."""
        done = subprocess.run(
            self.command(*words), env=dict(self.environment), capture_output=True,
            timeout=PATIENCE, check=True,
        )  # fmt: skip
        return done.stdout

    def option(self, name: str) -> str:
        """Return what a format of tmux stands for in the pane."""
        return self.tmux("display-message", "-p", f"#{{{name}}}").decode().strip()

    @property
    def screen(self) -> str:
        """What the pane shows."""
        return self.tmux("capture-pane", "-p").decode()

    def wait_for(self, *texts: str, timeout: float = PATIENCE) -> str:
        """Wait until the pane shows all texts."""
        wait(lambda: all(text in self.screen for text in texts), f"{texts} in tmux", timeout)
        return self.screen

    def press(self, *keys: str) -> None:
        """Type keys into the pane; tmux calls them by names of its own."""
        self.tmux("send-keys", *keys)

    def start(self, command: list[str]) -> None:
        """Run a command in a new pane in place of what it showed."""
        self.tmux("respawn-pane", "-k", shlex.join(command))

    def attached(self, size: tuple[int, int] = (80, 24)) -> Terminal:
        """Attach a client, whose terminal has a size of its own."""
        terminal = Terminal(self.command("attach"), size=size, environment=self.environment)
        wait(lambda: self.tmux("list-clients"), "the client is attached")
        return terminal


@contextmanager
def multiplexing(
    given: Mapping[str, str], *options: str, size: tuple[int, int] = (80, 24)
) -> Generator[Multiplexer]:
    """Run a server with a pane that waits; `options` are commands of tmux for before it."""
    with tempfile.TemporaryDirectory(prefix="tmux") as folder:  # short: a socket's path is limited
        kept = {name: os.environ[name] for name in _KEPT if name in os.environ}
        environment = {**kept, **given, "TERM": "xterm-256color", "TMUX_TMPDIR": folder}
        environment = {k: v for k, v in environment.items() if k not in {"TMUX", "STY"}}
        made = Multiplexer(environment, options)
        before = [word for option in options for word in (*shlex.split(option), ";")]
        columns, rows = size
        made.tmux(
            *("start-server", ";"), *before,
            *("new-session", "-d", "-x", str(columns), "-y", str(rows), "cat"),
        )  # fmt: skip
        try:
            yield made
        finally:
            subprocess.run(
                made.command("kill-server"), env=environment, capture_output=True, check=False
            )
