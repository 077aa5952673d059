"""The private names of Textual that the app uses, each with the reason; a test tells of a loss."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from textual._xterm_parser import XTermParser
from textual.app import App

from .painting.painter import Painter

PRIVATE_NAMES = (
    "_driver",  # sends control sequences, see `terminal_writer`
    "_loop",  # asked by other threads; `call_from_thread` would wait for it
    "_exception", "_exception_event", "_return_code",  # what a fault leaves, for pilots too
    "_handle_exception", "_print_error_renderables", "_exit_renderables",  # would draw variables
    "_close_messages_no_wait",  # ends the app, with nothing to say
    "_display",  # takes every update of the screen; ours sends what changed
    "_batch_count", "_running", "_closed",  # when an update is not to be drawn
    "_sync_available",  # whether the terminal shows a change in one step
    "_disable_tooltips", "_disable_notifications",  # two widgets of each screen, never used
)  # fmt: skip
"""Attributes of App that no public name stands for."""

DRIVER_NAMES = (
    "_loop", "_mouse", "_size",  # what it was made with
    "_auto_restart",  # whether a stop was the app's own
    "_in_band_window_resize", "_get_terminal_size",  # who tells the size
)  # fmt: skip
"""Attributes of LinuxDriver that our driver reads, sets or replaces."""

PARSER_NAMES = ("feed", "tick", "terminal_size", "terminal_pixel_size")
"""Attributes of the parser of keys, whose whole module is private."""

UPDATE_NAMES = {
    "ChopsUpdate": ("chops", "spans", "chop_ends"),  # parts of lines that changed
    "LayoutUpdate": ("strips", "region"),  # a whole screen
}
"""Attributes of the updates in Textual's private module `_compositor`, by the class."""


class KeyParser(XTermParser):
    """Makes keys, mouse moves and answers of what a terminal sends."""

    def mend_size(self, size: tuple[int, int]) -> None:
        """Take a bounded size for what the terminal told; it divides by it where the mouse is."""
        self.terminal_size = size
        pixels = self.terminal_pixel_size
        if pixels is not None and not all(pixels):
            self.terminal_pixel_size = None


def terminal_writer(app: App[Any]) -> Callable[[str], None] | None:
    """Return what sends a control sequence to the terminal, or None without one.

    Textual offers `copy_to_clipboard`, which tmux in its default configuration swallows.
    """
    driver = app._driver  # noqa: SLF001  # pyright: ignore[reportPrivateUsage]
    return driver.write if driver else None


def painter_of(app: App[Any]) -> Painter | None:
    """Return the painter of our own driver, or None where another one draws."""
    painter = getattr(app._driver, "painter", None)  # noqa: SLF001  # pyright: ignore[reportPrivateUsage]
    return painter if isinstance(painter, Painter) else None


def leave_out_notices(app: App[Any]) -> None:
    """Have screens made without Textual's tooltip and notices, of which the app has none."""
    app._disable_tooltips = app._disable_notifications = True  # noqa: SLF001  # pyright: ignore[reportPrivateUsage]


def may_draw(app: App[Any]) -> bool:
    """Say whether an update is to be drawn: in a batch one for all of it comes at its end."""
    return app._running and not app._closed and not app._batch_count  # noqa: SLF001  # pyright: ignore[reportPrivateUsage]


def synchronizes(app: App[Any]) -> bool:
    """Say whether the terminal has told that it can show a change in one step."""
    return app._sync_available  # noqa: SLF001  # pyright: ignore[reportPrivateUsage]
