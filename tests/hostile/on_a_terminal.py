"""Runs a command on a terminal and keeps what it sends there, without emulating a screen."""

from __future__ import annotations

import os
import pty
import subprocess
from collections.abc import Mapping


def sent_by(command: list[str], environment: Mapping[str, str]) -> tuple[bytes, int]:
    """Return all that a command wrote to its terminal, both streams, and its exit status."""
    ours, theirs = pty.openpty()
    with subprocess.Popen(
        command, stdin=theirs, stdout=theirs, stderr=theirs, env=dict(environment)
    ) as process:
        os.close(theirs)
        parts: list[bytes] = []
        while part := _read(ours):
            parts.append(part)
        os.close(ours)
        return b"".join(parts), process.wait()


def _read(tty: int) -> bytes:
    """Read a part; a terminal that everybody has closed reads as an error on Linux."""
    try:
        return os.read(tty, 65536)
    except OSError:
        return b""
