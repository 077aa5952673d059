"""The private names of Textual that the app uses, each with the reason; a test tells of a loss."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from textual._xterm_parser import XTermParser
from textual.app import App

from .painting.painter import Painter

PRIVATE_NAMES = ("_driver", "_display", "_batch_count", "_running", "_closed", "_sync_available")
"""Attributes of App that no public name stands for."""


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


def may_draw(app: App[Any]) -> bool:
    """Say whether an update is to be drawn: in a batch one for all of it comes at its end."""
    return app._running and not app._closed and not app._batch_count  # noqa: SLF001  # pyright: ignore[reportPrivateUsage]


def synchronizes(app: App[Any]) -> bool:
    """Say whether the terminal has told that it can show a change in one step."""
    return app._sync_available  # noqa: SLF001  # pyright: ignore[reportPrivateUsage]
