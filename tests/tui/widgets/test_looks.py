"""Tones are mixed as Textual would mix them, in every theme, and once for all lists."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from rich.style import Style
from textual.app import App, ComposeResult

from scale_explorer.tui.themes import THEMES
from scale_explorer.tui.widgets.looks import COLOURS, OWN, Look, Part, parts_of
from scale_explorer.tui.widgets.palette import look_up
from scale_explorer.tui.widgets.row_list import RowList
from scale_explorer.tui.widgets.rows import Tone

STYLED = (*Tone, "thumb", "label", "cursor", "cursor-resting")


class Mixed(RowList):
    """A list of which Textual knows every part as a component class."""

    COMPONENT_CLASSES = {f"rows--{name}" for name in STYLED}  # noqa: RUF012 - Textual's type


def _rules(part: Part) -> Iterator[str]:
    share = f" {part.share:.0%}" if part.share < 1 else ""
    for name, value, end in (("color", part.color, ""), ("background", part.ground, share)):
        if value:
            yield f"{name}: {'' if value.startswith('ansi') else '$'}{value}{end};"
    if part.attributes:
        yield f"text-style: {part.attributes};"


def _stylesheet(look: Look, *, bare: bool) -> str:
    parts = parts_of(look, bare=bare, covered=False)
    return "".join(
        f"Mixed > .rows--{name} {{ {' '.join(_rules(part))} }}\n"
        for name, part in parts.items()
        if name in STYLED
    )


class Stage(App[None]):
    def __init__(self, look: Look, theme: str, css: str = "") -> None:
        self.CSS = f"Screen {{ background: $background; color: $foreground; }}\n{css}"  # type: ignore[misc]
        super().__init__()
        for each in THEMES.values():
            self.register_theme(each)
        self.theme = theme
        self._look = look

    def compose(self) -> ComposeResult:
        for _ in range(2):
            view = Mixed()
            view.look = self._look
            yield view


@pytest.mark.parametrize("theme", THEMES)
@pytest.mark.parametrize("look", Look)
async def test_each_part_is_mixed_as_textual_mixes_it(look: Look, theme: str) -> None:
    css = _stylesheet(look, bare=THEMES[theme].ansi)
    async with Stage(look, theme, css).run_test() as pilot:
        view = pilot.app.query(Mixed).first()
        palettes = look_up(view)
        told: list[tuple[str, Style]] = [*palettes.plain.tones.items()]
        told += [("thumb", palettes.plain.thumb), ("label", palettes.label)]
        for name, style in told:
            assert style == view.get_component_rich_style(f"rows--{name}"), name
        for name, palette in (("", palettes.cursor), ("-resting", palettes.resting)):
            wanted = view.get_component_rich_style(f"rows--cursor{name}")
            assert palette.tones[Tone.PLAIN] == wanted


async def test_views_that_look_alike_share_what_was_mixed() -> None:
    async with Stage(Look.LISTS, "dark").run_test() as pilot:
        one, other = pilot.app.query(Mixed)
        assert look_up(one) is look_up(other)
        before = look_up(one)
        pilot.app.theme = "light"
        await pilot.pause()
        assert look_up(one) is look_up(other)
        assert look_up(one) is not before


def test_every_theme_has_every_colour() -> None:
    own = {name for theme in THEMES.values() for name in theme.variables}
    assert OWN in own
    for theme in THEMES.values():
        variables = theme.to_color_system().generate() | theme.variables
        assert {name for name in COLOURS if not name.startswith("ansi_")} <= set(variables)
