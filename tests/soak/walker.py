"""Walks through the real app in a pseudo-terminal and looks now and then at what it holds."""

from __future__ import annotations

import fcntl
import json
import re
import select
import shutil
import socket
import struct
import sys
import tempfile
import termios
import time
from collections import deque
from collections.abc import Iterator, Mapping
from itertools import cycle, islice
from pathlib import Path
from typing import Any

import psutil

from ..terminal import Terminal
from .flat import FEWEST, Sample
from .walk import Step

ENTRY = Path(__file__).with_name("entry.py")
HOME = "ExploreScreen"
STEPS = 30
"""Steps between two samples."""
TOGETHER = 6
"""Steps that may be made before the app has done what the first of them asks for."""
PATIENCE = 60.0
"""Seconds for which an app that answers nothing is waited for."""
_BREATH = 0.01
"""Seconds without output after which the next step is made; a held key repeats every 0.03 s."""
_LOST = 5.0
"""Seconds after which the app is told again that it has the focus."""
_ESCAPE = 0.12
"""Seconds after Esc in which another key would make one key of the two."""
_WAYS_OUT = ("\x1b", "\x1b", "\x1b", "\x03", "q", "\r")
_POP_UPS = (":", "?", "B", "!", "e", "y", "I", "V", "t", "w", "@", "~")
_PICTURES = ("gcVx", "gcVk", "gcww", "gcVm", "gfVh")
_FIRST_USED = (*_POP_UPS, *_PICTURES)
"""Keys of pop-ups and of pictures; Enter then chooses the first that each offers."""
_FOCUS = "\x1b[I"
_MODE = re.compile(rb"\x1b\[\?[\d;]+[hl]")


class Walker(Terminal):
    """An app in a terminal that can be resized, and a line to ask what it holds."""

    def __init__(self, environment: Mapping[str, str], *arguments: str, leak: str) -> None:
        self.folder = Path(tempfile.mkdtemp(prefix="soak"))  # short: a socket's path is limited
        at = str(self.folder / "s")
        command = [sys.executable, str(ENTRY), at, leak, *arguments]
        super().__init__(command, size=(120, 40), environment=environment)
        self.last = deque[Step](maxlen=80)
        self._told = 0
        self._line = socket.socket(socket.AF_UNIX)
        self.wait_for("1 Browse", timeout=60)
        self._line.connect(at)
        self._process = psutil.Process(self.pid)

    def __exit__(self, *failed: object) -> None:
        super().__exit__(*failed)  # type: ignore[arg-type]
        self._line.close()
        shutil.rmtree(self.folder)

    def walk(self, steps: Iterator[Step], seconds: float) -> list[Sample]:
        """Walk for so long, and return what the app held every so many steps, at home each time.

        On a busy machine it takes longer, so that there is enough to compare.
        """
        self.look_around()
        until = time.monotonic() + seconds
        samples: list[Sample] = []
        while time.monotonic() < until or len(samples) < FEWEST:
            for number, step in enumerate(islice(steps, STEPS)):
                self.make(step)
                if number % TOGETHER == 0:
                    self.catch_up()
            self.go_home()
            samples.append(self.sample())
        return samples

    def look_around(self) -> None:
        """Open what is loaded only when it is first asked for, so that it is no rise later."""
        for typed in _FIRST_USED:
            for key in typed:
                self.make(Step(key))
            self.catch_up()
            self.make(Step("\r"))
            self.go_home()

    def make(self, step: Step) -> None:
        """Make a step and let the app take a breath; a person would, too."""
        self.last.append(step)
        if step.size:
            self.resize(*step.size)
        self.press(step.typed)
        self.read(_ESCAPE if step.typed.endswith("\x1b") else _BREATH)

    def go_home(self) -> None:
        """Close whatever is open above the panes, and show all of them in their usual sizes."""
        self.make(Step(size=(120, 40)))
        until = time.monotonic() + PATIENCE
        for way in cycle(_WAYS_OUT):
            if self.catch_up()["screens"][-1] == HOME:
                break
            assert time.monotonic() < until, f"there is no way out; {self.recently}"
            self.make(Step(way))
        for typed in ("\x1b", "\x1b", "\x1b", "X", "g", "s"):
            self.make(Step(typed))
        self.catch_up()

    def catch_up(self) -> dict[str, Any]:
        """Wait until the app has done all that was typed, and return what it then holds.

        That the terminal has the focus comes by the same way as keys, and behind them.
        """
        until = time.monotonic() + PATIENCE
        now, asked = self.ask("where"), 0.0
        while now["focused"] < self._told or not (asked and now["idle"]):
            assert time.monotonic() < until, f"it does not come to an end; {self.recently}"
            if time.monotonic() - asked > _LOST:
                # What is typed while an editor has the terminal is lost, and this with it.
                self._told, asked = now["focused"] + 1, time.monotonic()
                self.press(_FOCUS)
            now = self.ask("where")
        return now

    def sample(self) -> Sample:
        """Look at what the app holds."""
        told, process = self.ask("count"), self._process
        self.output = b"".join(_MODE.findall(self.output))  # the rest has been looked at
        return Sample(
            keys=told["keys"],
            memory=process.memory_info().rss,
            blocks=told["blocks"],
            tasks=told["tasks"],
            threads=process.num_threads(),
            descriptors=process.num_fds(),
            children=len(process.children()),
        )

    def resize(self, columns: int, rows: int) -> None:
        """Let the terminal have another size, which the kernel tells the app by a signal."""
        self._screen.resize(rows, columns)
        fcntl.ioctl(self._tty, termios.TIOCSWINSZ, struct.pack("HHHH", rows, columns, 0, 0))

    def ask(self, question: str) -> dict[str, Any]:
        """Ask the app, and go on reading what it draws, or it would wait for its terminal."""
        self._line.sendall(question.encode() + b"\n")
        until, told = time.monotonic() + PATIENCE, b""
        while not told.endswith(b"\n"):
            assert time.monotonic() < until, f"no answer to {question!r}; {self.recently}"
            if select.select([self._line], [], [], 0)[0]:
                told += self._line.recv(65536) or b"{}\n"
            self.read(_BREATH)
        answer = dict[str, Any](json.loads(told))
        if not answer.get("screens"):
            raise AssertionError(f"the app ended: status {self.wait_for_exit()}; {self.recently}")
        return answer

    def leave(self) -> int:
        """Leave the app as a person does, and return its exit status."""
        self.go_home()
        self.ask("let go")
        self.press("q")
        return self.wait_for_exit()

    @property
    def recently(self) -> str:
        """The last steps and what the screen shows, for whoever looks for the cause."""
        steps = " ".join(repr(step.size or step.typed) for step in self.last)
        return f"the last steps were {steps}\nthe screen shows\n{self.text}"
