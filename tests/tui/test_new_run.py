"""Coming back to a set that changed meanwhile, in a real pseudo-terminal."""

from __future__ import annotations

import sys
from collections.abc import Mapping
from pathlib import Path

from ..terminal import Terminal

COMMAND = str(Path(sys.executable).with_name("scale-explorer"))
HEAD = '[dataset]\nid = "mill"\ntitle = "The mill"\n'
BIRCH = '[[company]]\nid = "birch"\nname = "Birch"\n'
OAK = '[[company]]\nid = "oak"\nname = "Oak"\n'
MARK = "since your last visit earlier today"
HINTS = "? keys"


def visit(page: Path, environment: Mapping[str, str], said: str = HINTS) -> str:
    """Open the set, leave, and return what was seen at first.

    The line at the bottom, with what is `said` there, is drawn last; without news it has the hints.
    """
    command = [COMMAND, "--data", str(page), "--theme", "dark"]
    with Terminal(command, size=(100, 30), environment=environment) as terminal:
        terminal.wait_for("1 Browse", "The mill", "Birch", said)
        seen = terminal.text
        terminal.press("q")
        assert terminal.wait_for_exit() == 0
    return seen


def test_what_came_meanwhile_is_marked_once(environment: Mapping[str, str], tmp_path: Path) -> None:
    page = tmp_path / "mill.toml"
    page.write_text(HEAD + BIRCH)
    assert MARK not in visit(page, environment)
    assert MARK not in visit(page, environment)
    page.write_text(HEAD + BIRCH + OAK)
    seen = visit(page, environment, said=MARK)
    assert f"1 new {MARK}; is:new lists them." in seen
    assert "Oak" in seen
    assert MARK not in visit(page, environment)


def test_a_visit_that_was_killed_did_not_end(
    environment: Mapping[str, str], tmp_path: Path
) -> None:
    page = tmp_path / "mill.toml"
    page.write_text(HEAD + BIRCH)
    visit(page, environment)
    page.write_text(HEAD + BIRCH + OAK)
    command = [COMMAND, "--data", str(page)]
    with Terminal(command, size=(100, 30), environment=environment) as terminal:
        terminal.wait_for(MARK)
    assert MARK in visit(page, environment, said=MARK)
