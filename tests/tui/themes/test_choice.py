from __future__ import annotations

from collections.abc import Mapping

import pytest

from scale_explorer.tui.terminal.environment import look
from scale_explorer.tui.terminal.suits import needs_ascii, usual_theme
from scale_explorer.tui.theme_names import THEME_NAMES
from scale_explorer.tui.themes import THEMES

RICH = {"TERM": "xterm-256color", "COLORTERM": "truecolor"}


@pytest.mark.parametrize(
    ("environment", "theme"),
    [
        (RICH, "dark"),
        ({"TERM": "screen-256color"}, "dark"),
        ({**RICH, "COLORFGBG": "0;15"}, "light"),
        ({**RICH, "COLORFGBG": "0;default;7"}, "light"),
        ({**RICH, "COLORFGBG": "15;0"}, "dark"),
        ({**RICH, "COLORFGBG": "7"}, "light"),
        ({**RICH, "COLORFGBG": ""}, "dark"),
        ({**RICH, "COLORFGBG": "15;rubbish"}, "dark"),
        ({"TERM": "linux"}, "ansi"),
        ({"TERM": "xterm", "COLORFGBG": "0;15"}, "ansi"),
        ({"TERM": "vt100"}, "ansi"),
        ({}, "ansi"),
    ],
)
def test_the_usual_theme_suits_the_terminal(environment: Mapping[str, str], theme: str) -> None:
    assert usual_theme(environment) == theme


@pytest.mark.parametrize(
    ("environment", "ascii_only"),
    [
        ({**RICH, "LANG": "C.UTF-8"}, False),
        ({**RICH, "LANG": "de_DE.utf8"}, False),
        ({**RICH, "LC_ALL": "C", "LANG": "C.UTF-8"}, True),
        ({**RICH, "LANG": "C"}, True),
        ({**RICH, "LANG": "POSIX"}, True),
        (RICH, True),
        ({"TERM": "linux", "LANG": "C.UTF-8"}, True),
    ],
)
def test_ascii_is_for_terminals_that_show_no_more(
    environment: Mapping[str, str], *, ascii_only: bool
) -> None:
    assert needs_ascii(look(environment, filled_in=False)) is ascii_only


def test_the_command_line_offers_the_themes_that_there_are() -> None:
    assert tuple(THEMES) == THEME_NAMES
