"""The private names of Textual that the app uses, each with the reason; a test tells of a loss."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from textual.app import App

PRIVATE_NAMES = ("_driver",)
"""Attributes of App that no public name stands for."""


def terminal_writer(app: App[Any]) -> Callable[[str], None] | None:
    """Return what sends a control sequence to the terminal, or None without one.

    Textual offers `copy_to_clipboard`, which tmux in its default configuration swallows.
    """
    driver = app._driver  # noqa: SLF001  # pyright: ignore[reportPrivateUsage]
    return driver.write if driver else None
