"""That every text stands out from its ground, in every theme and at both depths of colour."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from rich.color import Color as TerminalColour
from rich.style import Style
from textual.color import Color
from textual.widget import Widget

from scale_explorer.tui.themes import THEMES
from scale_explorer.tui.widgets.keyed_view import KeyedView
from scale_explorer.tui.widgets.line_view import LineView
from scale_explorer.tui.widgets.palette import Palette, Palettes, look_up

from ..conftest import Opener
from ..settled import settled
from .colour import contrast, exactly, of_256, text_contrast
from .drawn import BARS, FOCUS_FRAMES, is_text
from .walk import walk

TEXT = {"dark": 4.5, "light": 4.5, "contrast": 7.0}
"""WCAG 2.2, success criteria 1.4.3 and 1.4.6."""
MARK = 3.0
"""WCAG 2.2, 1.4.11, for what is no text but tells where one is."""
DEPTHS = {"true colour": exactly, "256 colours": of_256}


@pytest.mark.parametrize(
    ("one", "other", "ratio"),
    [("#000000", "#ffffff", 21.0), ("#777777", "#ffffff", 4.48), ("#336699", "#336699", 1.0)],
)
def test_contrast_is_what_the_standard_says(one: str, other: str, ratio: float) -> None:
    assert round(contrast(Color.parse(one), Color.parse(other)), 2) == ratio


def test_every_theme_of_own_colours_is_measured() -> None:
    assert set(TEXT) == {name for name, theme in THEMES.items() if not theme.ansi}


@pytest.mark.parametrize("theme", TEXT)
async def test_every_tone_on_every_ground(theme: str, open_app: Opener) -> None:
    """The table of Tone is walked, so that a new one cannot be forgotten."""
    app = open_app("scale-ai", theme=theme)
    async with app.run_test(size=(120, 40)) as pilot:
        await settled(pilot)
        views = [one for one in app.screen.walk_children(Widget) if isinstance(one, LineView)]
        assert any(with_cursor(view, look_up(view)) for view in views)
        for view in views:
            for shown in DEPTHS.values():
                for name, style, least_here in styles_of(view, TEXT[theme]):
                    assert text_contrast(style, shown) >= least_here, (name, shown, style)


def styles_of(view: LineView, text: float) -> Iterator[tuple[str, Style, float]]:
    """Yield what a view can draw with: a name, a style, and the contrast that it needs."""
    palettes = look_up(view)
    yield "label", palettes.label, text
    yield "thumb", palettes.plain.thumb, MARK
    for palette in (palettes.plain, *with_cursor(view, palettes)):
        for tone, style in palette.tones.items():
            yield tone, style, text
            yield f"match in {tone}", style + palette.match, text
        if palette.marker is not None:
            yield "marker", palette.marker, MARK


def with_cursor(view: LineView, palettes: Palettes) -> tuple[Palette, ...]:
    """Return how lines with the cursor look, in views that have one: a source marks passages."""
    holds_one = isinstance(view, KeyedView) and view.cursor is not None
    return (palettes.cursor, palettes.resting) if holds_one else ()


@pytest.mark.parametrize("theme", TEXT)
async def test_everything_that_is_drawn(theme: str, open_app: Opener) -> None:
    """Frames' titles, hints, what is typed and selected, pop-ups: whatever a screen shows."""
    app = open_app("google", theme=theme)
    async with app.run_test(size=(120, 40)) as pilot:
        async for name, pieces in walk(pilot):
            for piece, style in pieces:
                for shown in DEPTHS.values():
                    assert text_contrast(style, shown) >= least(piece, TEXT[theme]), (name, piece)


def least(piece: str, text: float) -> float:
    """Return the contrast that a piece needs; a frame that tells nothing needs none."""
    if is_text(piece):
        return text
    return MARK if set(piece) & (FOCUS_FRAMES | BARS) else 1.0


def test_of_256_takes_the_nearest() -> None:
    assert of_256(TerminalColour.parse("#d5d9e2")) == Color(215, 215, 215)
