"""In a real tmux that lets programs set titles and buffers, data sets neither."""

from __future__ import annotations

import json
import os
import shlex
import shutil
import subprocess
import sys
import time
from collections.abc import Iterator, Mapping
from pathlib import Path

import pytest

from ..terminal import Terminal
from .payloads import MISLEADING, OBEYED, leaks
from .test_screens import OWN

TMUX = shutil.which("tmux")
PLAIN = Path(__file__).with_name("plain_app.py")
PATIENCE = 60.0


class Session:
    """A tmux server of its own."""

    def __init__(self, socket: Path, environment: Mapping[str, str]) -> None:
        self._words = [TMUX or "tmux", "-f", os.devnull, "-S", str(socket)]
        self._environment = {k: v for k, v in environment.items() if k not in {"TMUX", "TMUX_PANE"}}

    def tmux(self, *words: str) -> str:
        """Run a command of tmux; return what it says."""
        done = subprocess.run(
            [*self._words, *words], env=self._environment, capture_output=True, check=False
        )
        return (done.stdout + done.stderr).decode("utf-8", "replace")

    def start(self, command: list[str]) -> None:
        """Run a command in a pane that allows all that tmux can be made to allow."""
        self.tmux("new-session", "-d", "-x", "120", "-y", "40", "cat")
        for option in (("set-clipboard", "on"), ("allow-passthrough", "on"), ("set-titles", "on")):
            self.tmux("set", "-g", *option)
        self.tmux("set", "-g", "allow-rename", "on")
        self.tmux("new-window", "-n", "window", shlex.join(command))
        self.tmux("select-pane", "-T", "before")

    def wait_for(self, *texts: str) -> None:
        """Wait until the pane shows texts."""
        deadline = time.monotonic() + PATIENCE
        while not all(text in (shown := self.tmux("capture-pane", "-p")) for text in texts):
            assert time.monotonic() < deadline, shown
            time.sleep(0.05)

    @property
    def state(self) -> tuple[str, str, str]:
        """The title of the pane, the name of the window, and what is in the buffers."""
        title, name = (self.tmux("display-message", "-p", f"#{{{what}}}").strip()
                       for what in ("pane_title", "window_name"))  # fmt: skip
        return title, name, self.tmux("show-buffer")


@pytest.fixture
def session(tmp_path: Path, environment: Mapping[str, str]) -> Iterator[Session]:
    made = Session(tmp_path / "tmux", environment)
    yield made
    made.tmux("kill-server")


@pytest.mark.skipif(TMUX is None, reason="tmux is not installed")
def test_title_window_and_buffer_stay_as_they_were(hostile: Path, session: Session) -> None:
    session.start([sys.executable, "-m", "scale_explorer", "--data", str(hostile)])
    session.wait_for("3 Evidence", "owned")
    before = session.state
    session.tmux("send-keys", "g", "c")
    session.wait_for("2 Companies")
    session.tmux("send-keys", *["down"] * 30)
    session.tmux("send-keys", "!")
    session.wait_for("Findings")
    assert session.state == before
    assert "owned" not in "".join(before[:2])
    assert "owned" not in before[2]


@pytest.fixture
def texts(tmp_path: Path) -> Path:
    file = tmp_path / "texts.json"
    file.write_text(json.dumps([*OBEYED.values(), *MISLEADING.values()]))
    return file


@pytest.mark.slow
@pytest.mark.skipif(TMUX is None, reason="tmux is not installed")
def test_a_plain_app_takes_over_the_buffer(texts: Path, session: Session) -> None:
    texts.write_text(json.dumps([OBEYED["clipboard"], OBEYED["title, ended by ST"]]))
    session.start([sys.executable, str(PLAIN), str(texts)])
    session.wait_for("shown")
    assert session.state[2] == "owned"


@pytest.mark.slow
def test_a_plain_app_lets_nearly_everything_through(
    texts: Path, environment: Mapping[str, str]
) -> None:
    with Terminal([sys.executable, str(PLAIN), str(texts)], environment=environment) as terminal:
        terminal.wait_for("name")  # what stands above is overwritten by now
        terminal.press("x")
        terminal.wait_for_exit()
        assert len(leaks(terminal.output, strings=OWN)) > 10
