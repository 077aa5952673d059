"""What is put to the test, and how: the same checks for our app and for a plain one."""

from __future__ import annotations

import os
import sys
import textwrap
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

import psutil

from ..terminal import Terminal

PYTHON = sys.executable
COMMAND = str(Path(PYTHON).with_name("scale-explorer"))

LIMIT = 5.0
"""Seconds within which the app is out, whatever happened."""


@dataclass(frozen=True)
class Subject:
    """A program, the words by which one sees that it is up, and the file that a key changes."""

    command: tuple[str, ...]
    ready: str
    changes: str

    def start(
        self,
        environment: Mapping[str, str],
        *,
        size: tuple[int, int] = (120, 40),
        under: tuple[str, ...] = (),
    ) -> Terminal:
        """Start it and wait until it is up; `under` is a command that runs it."""
        terminal = Terminal([*under, *self.command], size=size, environment=environment)
        try:
            terminal.wait_for(self.ready, timeout=60)
        except BaseException:
            terminal.__exit__(None, None, None)
            raise
        return terminal

    def stamp(self, folder: Path) -> object:
        """Return what tells whether the file has changed."""
        return [(file, file.stat().st_mtime_ns) for file in sorted(folder.glob(self.changes))]


OURS = Subject((COMMAND,), "3 Evidence", "STATE/scale-explorer/sessions/*")
PLAIN = Subject((PYTHON, str(Path(__file__).with_name("plain.py"))), "plain app is up", "counted")


def altered(change: str) -> Subject:
    """Return our app with a change to its code, made by Python statements before it starts."""
    start = "import sys; from scale_explorer.tui.cli import main\nsys.argv = ['scale-explorer']\n"
    program = f"{textwrap.dedent(change)}\n{start}sys.exit(main())"
    return Subject((PYTHON, "-c", program), OURS.ready, OURS.changes)


def offspring(terminal: Terminal) -> list[psutil.Process]:
    """Return the program and all that it started."""
    program = psutil.Process(terminal.pid)
    return [program, *program.children(recursive=True)]


def all_gone(processes: list[psutil.Process]) -> bool:
    """Say whether none of the processes runs any more."""
    return not any(
        process.is_running() and process.status() != psutil.STATUS_ZOMBIE for process in processes
    )


def assert_restored(terminal: Terminal) -> None:
    """Require that a terminal is as it was before the program."""
    assert terminal.modes_left_on() == set()
    assert terminal.modes_now() == terminal.modes_before


def send(terminal: Terminal, *numbers: int) -> None:
    """Send signals to the program."""
    for number in numbers:
        os.kill(terminal.pid, number)
