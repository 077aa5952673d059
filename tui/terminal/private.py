"""The private names of Textual that the app uses, each with the reason; a test tells of a loss."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from textual._xterm_parser import XTermParser
from textual.app import App

PRIVATE_NAMES = ("_driver",)
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
