"""The first screen takes rules of ours alone, and no more of a theme than they name."""

from __future__ import annotations

import pytest
from textual.css.stylesheet import Stylesheet
from textual.css.tokenize import tokenize_values
from textual.screen import Screen

from scale_explorer.tui.stylesheet import LateStylesheet, Tokens
from scale_explorer.tui.theme_names import THEME_NAMES
from scale_explorer.tui.themes import THEMES

from .conftest import Reading

VALUES = THEMES[THEME_NAMES[0]].to_color_system().generate()


def test_variables_stand_for_what_textual_reads_in_them() -> None:
    tokens = Tokens(VALUES).copy()
    assert {name: tokens[name] for name in VALUES} == tokenize_values(VALUES)
    assert len(tokens) == len(VALUES)
    assert "primary" in tokens
    assert "nothing" not in tokens


@pytest.mark.parametrize("variables", [{"a": "1", "b": "red"}, {"a": "2", "b": "blue"}])
def test_rules_have_the_values_of_the_theme(variables: dict[str, str]) -> None:
    late, all_at_once = LateStylesheet(variables={"a": "7", "b": "green"}), Stylesheet()
    for sheet in (late, all_at_once):
        sheet.add_source("$c: $b; Input { padding: $a; color: $b; background: $c }")
        sheet.set_variables(variables)
    assert late.css == all_at_once.css


async def test_the_first_screen_has_no_rules_but_ours(reading: Reading) -> None:
    async with reading() as reader:
        sheet = reader.app.stylesheet
        assert {name for _, name in sheet.source} == {
            "", "ExplorerApp.DEFAULT_CSS", "LineView.DEFAULT_CSS", "TabLine.DEFAULT_CSS",
        }  # fmt: skip
        assert isinstance(sheet, LateStylesheet)
        assert len(sheet.made) < 20


async def test_words_that_the_mouse_selects_look_as_anywhere(reading: Reading) -> None:
    async with reading() as reader:
        app = reader.app
        ours = app.screen.get_component_styles("screen--selection")
        app.push_screen(Screen[None]())
        await reader.pilot.pause()
        usual = app.screen.get_component_styles("screen--selection")
        assert (ours.background, ours.color) == (usual.background, usual.color)
        assert ours.background.a > 0
