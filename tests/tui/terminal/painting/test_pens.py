from __future__ import annotations

import pytest
from rich.color import ColorSystem
from rich.style import Style

from scale_explorer.tui.terminal.painting.pens import PLAIN, Pen, pens_of, step


def pen(style: str, colours: ColorSystem | None = ColorSystem.TRUECOLOR) -> Pen:
    return pens_of(Style.parse(style), colours)[0]


@pytest.mark.parametrize(
    ("now", "wanted", "codes"),
    [
        ("bold", "bold", ""),
        ("none", "bold", "\x1b[1m"),
        ("bold", "none", "\x1b[m"),
        ("bold red on blue", "red on blue", "\x1b[22m"),
        ("bold dim", "dim", "\x1b[;2m"),
        ("bold dim red on blue", "dim red on blue", "\x1b[22;2m"),
        ("red", "blue", "\x1b[34m"),
        ("red on blue", "on blue", "\x1b[39m"),
        ("italic red on blue", "italic red", "\x1b[49m"),
        ("red on blue", "none", "\x1b[m"),
        ("underline", "reverse", "\x1b[;7m"),
    ],
)
def test_the_shortest_codes_lead_from_one_pen_to_the_next(
    now: str, wanted: str, codes: str
) -> None:
    assert step(pen(now), pen(wanted)) == (codes, pen(wanted))


def test_a_blank_asks_only_for_what_one_sees_of_it() -> None:
    red, blank = pens_of(Style.parse("bold red on blue"), ColorSystem.TRUECOLOR)
    assert step(red, blank) == ("", red)
    sequence, in_hand = step(pen("underline green on blue"), blank)
    assert sequence == "\x1b[24m"
    assert in_hand is pen("green on blue")


@pytest.mark.parametrize("seen", ["underline", "reverse", "strike", "overline"])
def test_a_blank_that_shows_its_pen_has_all_of_it(seen: str) -> None:
    letters, blanks = pens_of(Style.parse(f"{seen} red"), ColorSystem.TRUECOLOR)
    assert blanks is letters


@pytest.mark.parametrize(
    ("colours", "foreground"),
    [
        (ColorSystem.TRUECOLOR, "38;2;250;10;20"),
        (ColorSystem.EIGHT_BIT, "38;5;196"),
        (ColorSystem.STANDARD, "31"),
        (None, ""),
    ],
)
def test_colours_are_those_that_the_terminal_has(
    colours: ColorSystem | None, foreground: str
) -> None:
    assert pen("#fa0a14", colours).foreground == foreground


def test_without_a_style_the_terminal_draws_as_after_a_reset() -> None:
    assert pens_of(None, ColorSystem.TRUECOLOR)[0] is PLAIN
