"""What the program sends to a real terminal: the colours it may, and only ASCII where it must."""

from __future__ import annotations

import re
import sys
from collections.abc import Iterator, Mapping
from pathlib import Path

import pytest

from ...terminal import Terminal

COMMAND = [sys.executable, "-m", "scale_explorer"]
SGR = re.compile(rb"\x1b\[([0-9;:]*)m")
COLOURS = {*range(30, 50), 58, 59, *range(90, 108)}
"""Codes that set a colour of text, ground or underline (ECMA-48, and the usual extensions)."""
ANSI = {*range(30, 38), 39, *range(40, 48), 49, *range(90, 98), *range(100, 108)}
SET = """
[dataset]
id = "wide"
title = "Žluťoučký kůň – 株式会社"

[[source]]
id = "gazette"
title = "“Gazette” №1"

[[company]]
id = "kun"
name = "Žluťoučký kůň"
evidence = ["Žluťoučký kůň – „firma‟"]

[[company]]
id = "kabushiki"
name = "株式会社さくら"
evidence = ["株式会社さくら"]
"""


@pytest.fixture
def environment(environment: Mapping[str, str]) -> Mapping[str, str]:
    ours = {"LC_ALL", "LC_CTYPE", "NO_COLOR", "COLORFGBG"}
    kept = {name: value for name, value in environment.items() if name not in ours}
    return {**kept, "COLORTERM": "truecolor"}


def sent(environment: Mapping[str, str], *arguments: str, chooser: bool = True) -> bytes:
    """Walk through the panes, a filter and pop-ups, and return all that was sent."""
    with Terminal([*COMMAND, *arguments], size=(120, 40), environment=environment) as terminal:
        terminal.wait_for("1 Browse", "3 Evidence")
        terminal.press("down", "tab", "tab", "tab", "tab")
        terminal.press("/", *"ku")
        terminal.wait_for("/ku")
        terminal.press("escape")
        terminal.wait_until_gone("/ku")
        terminal.press("?")
        terminal.wait_for("Esc: close")
        terminal.press("escape")
        terminal.wait_until_gone("Esc: close")
        if chooser:
            terminal.press("t")
            terminal.wait_for("Esc: as before")
            terminal.press("down", "down", "escape")
            terminal.wait_until_gone("Esc: as before")
        terminal.press("q")
        assert terminal.wait_for_exit() == 0
        return terminal.output


def codes(output: bytes) -> Iterator[int]:
    """Yield every code of every style; the numbers of a colour's shade are codes to no terminal."""
    for parameters in SGR.findall(output):
        yield from (int(code or b"0") for code in re.split(rb"[;:]", parameters))


def test_no_color_sends_no_colour_code(environment: Mapping[str, str]) -> None:
    used = set(codes(sent({**environment, "NO_COLOR": "1"}, "--theme", "dark")))
    assert used & COLOURS == set()
    assert {1, 2, 7} <= used  # bold, dim and inverted text tell what colours would


def test_ansi_sends_the_colours_of_the_terminal_alone(environment: Mapping[str, str]) -> None:
    used = set(codes(sent(environment, "--theme", "ansi", chooser=False))) & COLOURS
    assert used <= ANSI
    assert {31, 32, 35, 36} & used


@pytest.mark.parametrize(("locale", "arguments"), [("C.UTF-8", ("--ascii",)), ("C", ())])
def test_ascii_is_all_that_is_sent(
    environment: Mapping[str, str], locale: str, arguments: tuple[str, ...], tmp_path: Path
) -> None:
    (tmp_path / "set.toml").write_text(SET, encoding="utf-8")
    output = sent({**environment, "LANG": locale}, "--data", str(tmp_path / "set.toml"), *arguments)
    assert b"Zlutoucky kun" in output
    assert output.isascii()
