"""Lines as plain as a terminal or its user needs them: without colours, or in ASCII alone.

Textual answers NO_COLOR with shades of grey, which are colour codes too.
"""

from __future__ import annotations

import os
from collections.abc import Sequence
from functools import lru_cache

from rich.console import Console
from rich.segment import Segment
from rich.style import Style
from textual.color import Color
from textual.filter import LineFilter, Monochrome, NoColor

from ..widgets.ascii import to_ascii
from .environment import TRUE_COLOUR, Terminal, look
from .life import LivingApp
from .links import CopiedLinks


class Colourless(LineFilter):
    """Takes the colours out of lines and leaves bold, dim, underlined and reversed text."""

    def apply(self, segments: list[Segment], background: Color) -> list[Segment]:
        """Return the segments without colours."""
        del background
        return [
            Segment(text, style and _without_colour(style), control)
            for text, style, control in segments
        ]


class AsciiOnly(LineFilter):
    """Draws frames, signs and names with ASCII characters of the same width."""

    def apply(self, segments: list[Segment], background: Color) -> list[Segment]:
        """Return the segments with stand-ins for all that is no ASCII."""
        del background
        return [Segment(to_ascii(text), style, control) for text, style, control in segments]


_COLOURLESS = Colourless()
_ASCII_ONLY = AsciiOnly()
"""Made once: every line remembers what a filter made of it."""


class PlainLines(LivingApp, CopiedLinks, inherit_bindings=False):
    """An app that sends no colour code where none is wanted or had, and only ASCII when told to.

    NO_COLOR counts when it is not empty (no-color.org). Stylesheets can ask for `:nocolor`, and for
    a screen that a pop-up covers, which is otherwise told by paler colours.
    """

    SUSPENDED_SCREEN_CLASS = "-covered"
    ascii_only = False

    def __init__(self) -> None:
        super().__init__()
        terminal = look(os.environ)
        self.no_color = terminal.colourless
        self.console = _with_colours(self.console, terminal)

    def get_line_filters(self) -> Sequence[LineFilter]:
        """Return what every line of every widget goes through on its way to the terminal."""
        filters = [_COLOURLESS] if self.no_color else self._colouring()
        return [*filters, _ASCII_ONLY] if self.ascii_only else filters

    def _colouring(self) -> list[LineFilter]:
        """Return Textual's filters but for its greys, which an empty NO_COLOR brings too."""
        greys = (Monochrome, NoColor)
        return [one for one in super().get_line_filters() if not isinstance(one, greys)]


def _with_colours(console: Console, terminal: Terminal) -> Console:
    """Let Rich write the colour codes of a terminal that it would misjudge by its name."""
    if terminal.colours < 256:
        return console
    return Console(
        color_system="truecolor" if terminal.colours == TRUE_COLOUR else "256",
        file=console.file,
        force_terminal=True,
        highlight=False,
        emoji=False,
        legacy_windows=False,
        safe_box=False,
    )


@lru_cache(1024)
def _without_colour(style: Style) -> Style:
    """Keep what the mouse asks for, which Rich drops together with the colours."""
    meta = style.meta
    return style.without_color + Style.from_meta(meta) if meta else style.without_color
