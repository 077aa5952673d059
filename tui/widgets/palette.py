"""The styles a line is drawn with, mixed once from the colours of the theme."""

from __future__ import annotations

from collections.abc import Mapping
from functools import lru_cache
from typing import TYPE_CHECKING, cast

from rich.style import Style
from textual.color import Color

from scale_explorer.models.frozen import dataclass, replace

from .looks import COLOURS, OWN, Look, Part, parts_of
from .rows import Tone

if TYPE_CHECKING:
    from textual.app import App

    from .line_view import LineView


@dataclass(frozen=True, slots=True)
class Palette:
    """What one line is drawn with.

    `match` is laid over the highlighted part of a text; only the cursor's line has a marker.
    """

    tones: Mapping[Tone, Style]
    match: Style
    thumb: Style
    marker: Style | None = None

    def with_cursor(self, marker: Style, tint: Style) -> Palette:
        """Give the palette for the line of the cursor, its tint laid over every tone."""
        tones = {tone: style + tint for tone, style in self.tones.items()}
        return replace(self, tones=tones, marker=tones[Tone.PLAIN] + marker)


@dataclass(frozen=True, slots=True)
class Palettes:
    """The palettes of a list: for most lines, and for the cursor's with focus and without.

    A label, which is typed to go somewhere, looks the same on all of them.
    """

    plain: Palette
    cursor: Palette
    resting: Palette
    label: Style


def look_up(view: LineView) -> Palettes:
    """Return the palettes of a view, in the theme and on the ground that it has now."""
    app = cast("App[None]", view.app)  # pyright: ignore[reportUnknownMemberType] - untyped there
    bare = app.native_ansi_color or app.no_color
    covered = bare and view.screen.has_class(app.SUSPENDED_SCREEN_CLASS)
    look = view.look if OWN in app.theme_variables else Look.LINES
    colours = tuple(app.theme_variables.get(name, "") for name in COLOURS)
    ground = view.background_colors[1]
    return _mixed(look, bare, covered, view.rich_style, ground, colours)


@lru_cache(64)
def _mixed(  # noqa: PLR0913, PLR0917 - what a picture depends on, and nothing else
    look: Look,
    bare: bool,  # noqa: FBT001 - of a cache, which tells its arguments apart by place
    covered: bool,  # noqa: FBT001 - as above
    around: Style,
    ground: Color,
    colours: tuple[str, ...],
) -> Palettes:
    """Mix the palettes once for all views that look alike."""
    said = parts_of(look, bare=bare, covered=covered)
    named = dict(zip(COLOURS, colours, strict=True))

    def style(name: str) -> Style:
        part = said.get(name, Part())
        return around + Style.parse(part.attributes) + _coloured(part, ground, named)

    def overlay(name: str) -> Style:
        """Take only what is said of a part, with colours mixed over what lies below."""
        part = said.get(name, Part())
        return _coloured(part, ground, named) + Style.parse(part.attributes)

    plain = Palette({tone: style(tone) for tone in Tone}, overlay("match"), style("thumb"))
    return Palettes(
        plain,
        plain.with_cursor(overlay("marker"), overlay("cursor")),
        plain.with_cursor(overlay("marker-resting"), overlay("cursor-resting")),
        style("label"),
    )


def _coloured(part: Part, ground: Color, named: Mapping[str, str]) -> Style:
    """Return the colours that are said of a part, on a ground."""
    behind = _colour(part.ground, named)
    if behind is not None:
        ground += behind.multiply_alpha(part.share)
    text = _colour(part.color, named)
    return Style(
        color=(ground + text).rich_color if text else None,
        bgcolor=ground.rich_color if behind else None,
    )


def _colour(name: str, named: Mapping[str, str]) -> Color | None:
    """Return a colour by its name, if it is told by one word.

    Themes of others also have shares, such as `auto 60%`; text then has the colour around it.
    """
    value = named.get(name, name)
    return Color.parse(value) if value and " " not in value else None
