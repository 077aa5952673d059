"""No link runs a program where the app runs; addresses are copied."""

from __future__ import annotations

import os
import sys
from collections.abc import Mapping
from pathlib import Path

import pytest

from ..terminal import Terminal
from .payloads import leaks
from .test_screens import OWN

APP = Path(__file__).with_name("links_app.py")
BROWSERS = ("w3m", "lynx", "links", "elinks", "xdg-open", "open", "www-browser", "firefox", "gio")


@pytest.fixture
def started(tmp_path: Path) -> Path:
    """Put programs onto PATH that leave a file when they are started; return that file."""
    (tmp_path / "bin").mkdir()
    for name in BROWSERS:
        program = tmp_path / "bin" / name
        program.write_text(f'#!/bin/sh\necho "$0 $@" >> "{tmp_path}/started"\n')
        program.chmod(0o755)
    return tmp_path / "started"


@pytest.fixture
def with_browsers(environment: Mapping[str, str], started: Path) -> Mapping[str, str]:
    browsers = started.parent / "bin"
    path = f"{browsers}{os.pathsep}{os.environ['PATH']}"
    return {**environment, "PATH": path, "BROWSER": str(browsers / "w3m"), "DISPLAY": ":9"}


def test_no_link_starts_a_program(with_browsers: Mapping[str, str], started: Path) -> None:
    with Terminal([sys.executable, str(APP)], environment=with_browsers) as terminal:
        terminal.wait_for("Not opened: file:///etc/passwd", "Not opened: -o hack")
        terminal.press("q")
        assert terminal.wait_for_exit() == 0
        assert not started.exists()
        assert leaks(terminal.output, strings=OWN) == []


@pytest.mark.slow
def test_a_plain_app_would_start_one(with_browsers: Mapping[str, str], started: Path) -> None:
    with Terminal([sys.executable, str(APP), "plain"], environment=with_browsers) as terminal:
        assert terminal.wait_for_exit() == 0
    assert "file:///etc/passwd" in started.read_text()


def test_the_address_of_a_source_is_copied(
    hostile: Path, with_browsers: Mapping[str, str], started: Path
) -> None:
    command = [sys.executable, "-m", "scale_explorer", "--data", str(hostile), "--at", "p1-tie"]
    with Terminal(command, size=(120, 40), environment=with_browsers) as terminal:
        terminal.wait_for("3 Evidence")
        terminal.press("y")
        terminal.wait_for("web address of the source", "https://x.test/")
        terminal.press("u")
        terminal.wait_for("Copied the web address of the source")
        terminal.press("q")
        assert terminal.wait_for_exit() == 0
        assert leaks(terminal.output, strings=OWN) == []
    assert not started.exists()
    kept = Path(with_browsers["XDG_STATE_HOME"]) / "scale-explorer" / "last-copy"
    assert kept.read_text().startswith("https://x.test/")
