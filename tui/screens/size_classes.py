"""The classes that tell a screen's stylesheet how large it is, given before it is first drawn."""

from __future__ import annotations

from typing import Any

from textual.screen import Screen

Breakpoints = list[tuple[int, str]]


def take_size_classes(screen: Screen[Any]) -> None:
    """Give a screen that is being composed the classes of its size.

    Textual gives them when the screen has been drawn already, and then styles and draws all of it
    again. As the size changes, it goes on as ever.
    """
    size = screen.app.size  # pyright: ignore[reportUnknownMemberType] - Textual leaves the app's type open
    across, down = screen.HORIZONTAL_BREAKPOINTS or [], screen.VERTICAL_BREAKPOINTS or []
    screen.add_class(*_of(size.width, across), *_of(size.height, down))


def _of(cells: int, breakpoints: Breakpoints) -> tuple[str, ...]:
    """Return the name of the last breakpoint that so many cells reach."""
    reached = [breakpoint_ for breakpoint_ in breakpoints if breakpoint_[0] <= cells]
    return (max(reached)[1],) if reached else ()
