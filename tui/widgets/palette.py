"""The styles a line is drawn with, looked up once from the theme's styles."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING

from rich.style import Style

from scale_explorer.models.frozen import dataclass, replace

from .rows import Tone

if TYPE_CHECKING:
    from textual.widget import Widget

PARTS = ("cursor", "cursor-resting", "marker", "marker-resting", "match", "thumb", "label")
"""What a list draws beside text; a cursor rests while another pane has the focus."""

COMPONENTS = frozenset(f"rows--{name}" for name in (*Tone, *PARTS))
"""The component classes a theme gives colours to."""

DEFAULT_LOOK = """
LineView {
    overflow: hidden hidden;
    & > .rows--strong { text-style: bold; }
    & > .rows--dim { color: $text-muted; }
    & > .rows--accent { color: $text-accent; }
    & > .rows--good { color: $text-success; }
    & > .rows--warn { color: $text-warning; }
    & > .rows--bad { color: $text-error; }
    & > .rows--heading { color: $text-muted; text-style: bold; }
    & > .rows--quote { text-style: italic; }
    & > .rows--selected { text-style: reverse; }
    & > .rows--match { text-style: underline; }
    & > .rows--cursor { background: $accent 25%; }
    & > .rows--cursor-resting { background: $foreground 8%; }
    & > .rows--marker { color: $accent; }
    & > .rows--marker-resting { color: $text-muted; }
    & > .rows--thumb { color: $text-muted; }
    & > .rows--label { color: $text-accent; text-style: bold reverse; }
}
LineView:ansi, LineView:nocolor {
    & > .rows--dim, & > .rows--thumb, & > .rows--marker-resting { text-style: dim; }
    & > .rows--accent { text-style: bold; }
    & > .rows--cursor {
        background: ansi_default; color: ansi_default; text-style: reverse not dim;
    }
    & > .rows--cursor-resting { background: ansi_default; }
    & > .rows--marker { text-style: not reverse; }
}
"""
"""How lists look where a theme says nothing; without colours of a theme, by attributes."""


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


def look_up(widget: Widget) -> Palettes:
    """Read the palettes from the component styles of a widget."""
    style = widget.get_component_rich_style
    plain = Palette(
        tones={tone: style(f"rows--{tone}") for tone in Tone},
        match=_overlay(widget, "rows--match"),
        thumb=style("rows--thumb"),
    )
    return Palettes(
        plain,
        _with_cursor(widget, plain, ""),
        _with_cursor(widget, plain, "-resting"),
        style("rows--label"),
    )


def _with_cursor(widget: Widget, plain: Palette, how: str) -> Palette:
    marker, tint = (_overlay(widget, f"rows--{part}{how}") for part in ("marker", "cursor"))
    return plain.with_cursor(marker, tint)


def _overlay(widget: Widget, component: str) -> Style:
    """Take from a component only what its rules say, with colours mixed over what lies below."""
    said = widget.get_component_rich_style(component, partial=True)
    mixed = widget.get_component_rich_style(component)
    colours = Style(
        color=mixed.color if said.color else None,
        bgcolor=mixed.bgcolor if said.bgcolor else None,
    )
    return said + colours
