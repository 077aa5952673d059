"""Two data sets opened as one in a real pseudo-terminal, and a match that is taken apart."""

from __future__ import annotations

import sys
from collections.abc import Mapping
from pathlib import Path

import pytest

from ..terminal import Terminal

COMMAND = str(Path(sys.executable).with_name("scale-explorer"))
SET = """
[dataset]
id = "{id}"
title = "{id} story"
[[company]]
id = "cedar"
name = "{name}"
identifiers = {{ lei = "5493001KJTIIGC8Y1R12" }}
[[figure]]
id = "cedar-revenue"
subject = "cedar"
measure = "revenue"
value = "${revenue} million"
period = "2024"
"""


@pytest.fixture
def sets(tmp_path: Path) -> list[str]:
    options: list[str] = []
    for id_, name, revenue in (("north", "Cedar", 7), ("south", "Cedar Works", 9)):
        page = tmp_path / f"{id_}.toml"
        page.write_text(SET.format(id=id_, name=name, revenue=revenue), encoding="utf-8")
        options += ["--data", str(page)]
    return options


def test_a_match_is_seen_taken_apart_and_put_together(
    environment: Mapping[str, str], sets: list[str]
) -> None:
    command = [COMMAND, *sets, "--at", "cedar", "--theme", "dark"]
    with Terminal(command, size=(120, 40), environment=environment) as terminal:
        terminal.wait_for("2 Cedar", "$7", "$9", "“Cedar Works”")
        terminal.press(":", *"theme light", "enter", "M")
        terminal.wait_for("Cedar (north story) = Cedar Works (south story)")
        terminal.press("enter")
        terminal.wait_for("Taken apart: Cedar", "2 Cedar", "$7")
        assert "$9" not in terminal.text
        terminal.press("M")
        terminal.wait_for("≠ Cedar Works (south story)", "taken apart")
        terminal.press("enter")
        terminal.wait_for("Together unless others keep it apart: Cedar", "$9")
        terminal.press("q")
        assert terminal.wait_for_exit() == 0
    with Terminal([COMMAND, *sets], size=(120, 40), environment=environment) as terminal:
        terminal.wait_for("2 Cedar", "$9")
