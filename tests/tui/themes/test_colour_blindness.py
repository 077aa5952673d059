"""That tones which mean different things differ for the colour-blind, too."""

from __future__ import annotations

from itertools import combinations

import pytest
from rich.color import Color as TerminalColour
from textual.color import Color

from scale_explorer.tui.themes import THEMES

from .colour import VISIONS, Shown, distance, exactly, of_256, seen

MEANINGS = {
    "good": "text-success",
    "warn": "text-warning",
    "bad": "text-error",
    "accent": "text-accent",
    "quote": "quote",
}
LEAST = [(exactly, 18), (of_256, 11)]
"""How far apart in CIE76 they stay; each has its own mark or place besides."""


@pytest.mark.parametrize(("shown", "least"), LEAST, ids=["true colour", "256 colours"])
@pytest.mark.parametrize("vision", VISIONS)
@pytest.mark.parametrize("theme", [name for name, theme in THEMES.items() if not theme.ansi])
def test_meanings_stay_apart(theme: str, vision: str, shown: Shown, least: float) -> None:
    variables = THEMES[theme].variables
    colours = {
        meaning: seen(shown(TerminalColour.parse(variables[name])), vision)
        for meaning, name in MEANINGS.items()
    }
    for one, other in combinations(MEANINGS, 2):
        assert distance(colours[one], colours[other]) >= least, (one, other)


def test_grey_looks_the_same_to_everyone() -> None:
    grey = Color(120, 120, 120)
    assert {seen(grey, vision) for vision in VISIONS} == {grey}


def test_red_and_green_are_hard_to_tell_for_many() -> None:
    red, green = Color(200, 80, 60), Color(125, 125, 40)
    assert distance(red, green) > 50
    assert distance(seen(red, "deuteranopia"), seen(green, "deuteranopia")) < 20
