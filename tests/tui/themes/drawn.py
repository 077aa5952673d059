"""What the widgets of a screen draw, as it would be sent to the terminal."""

from __future__ import annotations

from collections.abc import Iterator

from rich.style import Style
from textual.screen import Screen
from textual.widget import Widget

FRAMES = frozenset("─│╭╮╰╯┌┐└┘━┃┏┓┗┛")
FOCUS_FRAMES = frozenset("━┃┏┓┗┛")
BARS = frozenset("▌▐")
"""The cursor's marker and the thumb of a scrolled list."""

Piece = tuple[str, Style]


def drawn(screen: Screen[object]) -> Iterator[Piece]:
    """Yield each piece of text with its style, of all that is shown."""
    for widget in screen.walk_children(Widget):
        yield from drawn_by(widget)


def drawn_by(widget: Widget) -> Iterator[Piece]:
    """Yield what one widget draws itself, its frame included."""
    if widget.display and widget.outer_size.area:
        for strip in widget.render_lines(widget.outer_size.region):
            for text, style, _ in strip:
                if text.strip():
                    assert style is not None, text
                    yield text, style


def is_text(piece: str) -> bool:
    """Say whether a piece is text, and not a frame or a bar."""
    return not set(piece) - {" "} <= FRAMES | BARS
