"""The installed command in a real pseudo-terminal, used as a newcomer would."""

from __future__ import annotations

import sys
from collections.abc import Mapping
from pathlib import Path

import pytest

from scale_explorer.data.store.sqlite import SQLiteStore

from ..terminal import Terminal

COMMAND = str(Path(sys.executable).with_name("scale-explorer"))


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


def test_the_next_start_opens_where_one_left_and_fresh_does_not(
    environment: Mapping[str, str],
) -> None:
    with Terminal([COMMAND, "--at", "google"], environment=environment) as terminal:
        terminal.wait_for("2 Google")
        terminal.press("m", "g", "enter")
        terminal.wait_for("2 Scale AI")
        terminal.press("/", *"meta", "enter", "+")
        terminal.wait_for("/meta", "2 Scale AI")
        terminal.wait_until_gone("1 Browse")
        terminal.press(":", *"theme light", "enter")
        terminal.wait_until_gone("go to anything")
        terminal.press("q")
        assert terminal.wait_for_exit() == 0
    with Terminal([COMMAND], environment=environment) as terminal:
        terminal.wait_for("2 Scale AI", "/meta")
        assert "1 Browse" not in terminal.text
        terminal.press("'", "g")
        terminal.wait_for("2 Google")
        terminal.press("q")
        assert terminal.wait_for_exit() == 0
    with Terminal([COMMAND, "--fresh"], environment=environment) as terminal:
        terminal.wait_for("2 Meta buys into Scale AI")
    with Terminal([COMMAND, "--data", "tutorial"], environment=environment) as terminal:
        terminal.wait_for("2 A robot maker buys the boatyard")


def test_a_damaged_memory_is_set_aside_with_a_word(
    environment: Mapping[str, str], tmp_path: Path
) -> None:
    with Terminal([COMMAND], environment=environment) as terminal:
        terminal.wait_for("2 Meta buys into Scale AI")
        terminal.press("q")
        assert terminal.wait_for_exit() == 0
    folder = tmp_path / "STATE" / "scale-explorer" / "sessions"
    (session,) = folder.iterdir()
    session.write_bytes(b"\x00{]")
    with Terminal([COMMAND], environment=environment) as terminal:
        terminal.wait_for("2 Meta buys into Scale AI", ".broken")
    assert (folder / f"{session.name}.broken").exists()


def test_settings_that_are_wrong_are_told_and_survived(
    environment: Mapping[str, str], tmp_path: Path
) -> None:
    file = tmp_path / "CONFIG" / "scale-explorer" / "config.toml"
    file.parent.mkdir(parents=True)
    file.write_text('theme = "lihgt"\n[keys]\n"app.wyh" = "v"\n', encoding="utf-8")
    with Terminal([COMMAND], environment=environment) as terminal:
        terminal.wait_for("2 Meta buys into Scale AI", "Some settings cannot be followed")


TOUR: list[tuple[str, list[str]]] = [
    ("1 of 10", ["down"]),
    ("2 of 10", ["down", "down", "down", "down", "enter"]),
    ("3 of 10", ["backspace"]),
    ("4 of 10", ["down", "."]),
    ("5 of 10", ["4", "down"]),
    ("6 of 10", ["w"]),
    ("7 of 10", ["1", "/", *"is:disputed", "enter", "escape"]),
    ("8 of 10", [":", *"riyah", "enter"]),
    ("9 of 10", ["+", "+", "+"]),
    ("10 of 10", ["y"]),
]


@pytest.mark.parametrize("size", [(120, 40), (80, 24)])
def test_the_tour_goes_on_as_one_does_what_it_says(
    environment: Mapping[str, str], size: tuple[int, int]
) -> None:
    with Terminal([COMMAND, "--tour"], size=size, environment=environment) as terminal:
        for step, keys in TOUR:
            terminal.wait_for(f"Tour {step}")
            terminal.press(*keys)
        terminal.wait_for("The tour is done", "record as JSON")
        terminal.press("escape")
        terminal.wait_until_gone("record as JSON")
        terminal.press("T")
        terminal.wait_until_gone("The tour is done")
