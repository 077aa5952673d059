"""The route through tmux, with a real tmux in its default configuration and a client in a pty."""

from __future__ import annotations

import base64
import os
import pty
import re
import select
import shlex
import shutil
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import TypeVar

import pytest

TMUX = shutil.which("tmux")
PATIENCE = 20.0
TEXT = "“buying a 49% stake” — 株式会社\n[31m"

COPY = """
import os, sys
from pathlib import Path
from scale_explorer.tui.terminal.clipboard import copy
from scale_explorer.tui.terminal.environment import look
text, out = Path(sys.argv[1]), Path(sys.argv[2])
delivery = copy(text.read_text(encoding="utf-8"), look(os.environ), sys.stdout.write, out / "last")
sys.stdout.flush()
(out / "writing").write_text(delivery.route)
(out / "writing").rename(out / "route")
"""

Found = TypeVar("Found")

pytestmark = pytest.mark.skipif(TMUX is None, reason="tmux is not installed")


@dataclass(frozen=True, slots=True)
class Session:
    """A tmux server with one client, whose terminal is a pty that the test reads."""

    env: dict[str, str]
    terminal: int

    def tmux(self, *words: str) -> bytes:
        return _tmux(self.env, *words)

    def read_until(self, pattern: bytes) -> re.Match[bytes]:
        """Read what the client writes to its terminal until it matches."""
        written = b""

        def found() -> re.Match[bytes] | None:
            nonlocal written
            if select.select([self.terminal], [], [], 0.1)[0]:
                written += os.read(self.terminal, 65536)
            return re.search(pattern, written)

        return _wait(found)


def _tmux(env: dict[str, str], *words: str) -> bytes:
    assert TMUX
    command = [TMUX, "-L", "copy", "-f", "/dev/null", *words]
    return subprocess.run(
        command, env=env, capture_output=True, timeout=PATIENCE, check=True
    ).stdout


def _wait(find: Callable[[], Found | None]) -> Found:
    deadline = time.monotonic() + PATIENCE
    while time.monotonic() < deadline:
        if (found := find()) is not None:
            return found
        time.sleep(0.02)
    raise AssertionError("it did not happen in time")


@pytest.fixture
def session() -> Iterator[Session]:
    """Start a server with a window that waits, and attach a client to it."""
    with tempfile.TemporaryDirectory(prefix="tmux") as folder:  # short: a socket's path is limited
        env = {
            **{name: os.environ[name] for name in ("PATH", "HOME") if name in os.environ},
            "TERM": "xterm-256color",
            "LC_ALL": "C.UTF-8",
            "TMUX_TMPDIR": folder,
        }
        _tmux(env, "new-session", "-d", "-x", "80", "-y", "24", "cat")
        child, terminal = pty.fork()
        if child == 0:
            assert TMUX
            os.execve(TMUX, [TMUX, "-L", "copy", "attach"], env)
        try:
            _wait(lambda: _tmux(env, "list-clients") or None)
            yield Session(env, terminal)
        finally:
            _tmux(env, "kill-server")
            os.close(terminal)
            os.waitpid(child, 0)


def test_a_copy_reaches_the_terminal_outside_and_tmuxs_own_buffer(
    session: Session, tmp_path: Path
) -> None:
    (tmp_path / "text").write_text(TEXT, encoding="utf-8")
    script = tmp_path / "script.py"
    script.write_text(COPY, encoding="utf-8")
    inside = [sys.executable, str(script), str(tmp_path / "text"), str(tmp_path)]
    session.tmux("new-window", shlex.join(inside))
    encoded = base64.b64encode(TEXT.encode())
    assert session.read_until(rb"\x1b\]52;\w*;" + re.escape(encoded) + rb"(\x07|\x1b\\)")
    assert _wait(lambda: _content(tmp_path / "route")) == "tmux"
    assert session.tmux("show-buffer").decode() == TEXT
    assert (tmp_path / "last").read_text(encoding="utf-8") == TEXT


def _content(path: Path) -> str | None:
    return path.read_text(encoding="utf-8") if path.exists() else None
