"""The installed command in a real pseudo-terminal, used as a newcomer would."""

from __future__ import annotations

import os
import sys
from collections.abc import Mapping
from pathlib import Path

import pytest

from scale_explorer.data.store.sqlite import SQLiteStore

from ..terminal import Terminal

COMMAND = str(Path(sys.executable).with_name("scale-explorer"))


@pytest.fixture
def environment(tmp_path: Path) -> Mapping[str, str]:
    """Give the command folders of its own, and a terminal with nothing in between."""
    folders = {f"XDG_{name}_HOME": str(tmp_path / name) for name in ("CACHE", "DATA", "STATE")}
    kept = {k: v for k, v in os.environ.items() if k not in {"TMUX", "STY", "COLUMNS", "LINES"}}
    return {**kept, **folders, "LANG": "C.UTF-8"}


@pytest.mark.parametrize("size", [(120, 40), (80, 24)])
def test_it_walks_the_story_and_leaves_the_terminal_as_it_was(
    environment: Mapping[str, str], size: tuple[int, int], story: SQLiteStore
) -> None:
    place, line = next(
        (place, line)
        for place, line in enumerate(story.story())
        if line.claim == "google-plans-exit"
    )
    with Terminal([COMMAND], size=size, environment=environment) as terminal:
        terminal.wait_for("Meta buys a 49 % stake in Scale AI", "3 Evidence", "✓ locked")
        terminal.press(*["down"] * place, "enter")
        terminal.wait_for(f"2 {line.label[:40]}", "Parties")
        terminal.press("w")
        terminal.wait_for("2 Why:", "Because")
        terminal.press("backspace", "backspace")
        terminal.wait_for("2 Meta buys into Scale AI")
        terminal.press("/", *"spend")
        terminal.wait_for("/spend", "$150")
        terminal.press("escape")
        terminal.wait_until_gone("/spend")
        terminal.press("?")
        terminal.wait_for("Follow to the other end")
        terminal.press("escape")
        terminal.wait_until_gone("Follow to the other end")
        terminal.press("q")
        assert terminal.wait_for_exit() == 0
        assert terminal.modes_left_on() == set()
        assert terminal.modes_now() == terminal.modes_before


def test_at_opens_on_a_record(environment: Mapping[str, str]) -> None:
    with Terminal([COMMAND, "--at", "openai"], environment=environment) as terminal:
        terminal.wait_for("2 OpenAI")
        terminal.press("q")
        assert terminal.wait_for_exit() == 0


def test_an_unknown_theme_is_answered_with_those_there_are(environment: Mapping[str, str]) -> None:
    with Terminal([COMMAND, "--theme", "drak"], environment=environment) as terminal:
        assert terminal.wait_for_exit() == 1
        assert "dark or light" in terminal.text


def test_an_unknown_record_is_answered_with_the_nearest(environment: Mapping[str, str]) -> None:
    with Terminal([COMMAND, "--at", "opnai"], environment=environment) as terminal:
        assert terminal.wait_for_exit() == 1
        assert "openai" in terminal.text
