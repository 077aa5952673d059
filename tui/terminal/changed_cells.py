"""An app of which only the cells that changed are sent, at the pace of its terminal."""

from __future__ import annotations

from typing import Any

from rich.color import ColorSystem
from textual._compositor import CompositorUpdate
from textual.app import App
from textual.screen import Screen

from .painting.frames import pieces_of
from .painting.painter import Painter
from .private import may_draw, painter_of, synchronizes


class ChangedCells(App[None], inherit_bindings=False):
    """Draws Textual's updates on the canvas of our driver; with another driver, as Textual does."""

    def _display(self, screen: Screen[Any], renderable: Any) -> None:
        """Take the place of Textual's own, which writes each update out as it stands."""
        painter = painter_of(self)
        if painter is None or not isinstance(renderable, CompositorUpdate):
            super()._display(screen, renderable)  # pyright: ignore[reportUnknownMemberType] - untyped there
            return
        try:
            if may_draw(self):
                self._draw(painter, renderable)
        except Exception as error:  # noqa: BLE001 - a fault of a widget ends the app as any other
            self._handle_exception(error)
        finally:
            self.post_display_hook()

    def _draw(self, painter: Painter, update: CompositorUpdate) -> None:
        canvas = painter.canvas
        if canvas.size != self.size:
            canvas.resize(*self.size)
        canvas.synchronized = synchronizes(self)
        caret = self.cursor_position
        canvas.caret = (caret.x, caret.y) if caret else None  # at (0, 0) nobody types
        canvas.draw(pieces_of(update), _colours(self.console.color_system))
        painter.show_drawn()


_COLOURS = {
    "standard": ColorSystem.STANDARD,
    "256": ColorSystem.EIGHT_BIT,
    "truecolor": ColorSystem.TRUECOLOR,
}
"""What terminals have, by Rich's names for it."""


def _colours(name: str | None) -> ColorSystem | None:
    return _COLOURS.get(name or "")
