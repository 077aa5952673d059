"""A hand on the mouse: its events take the way that a terminal's take."""

from __future__ import annotations

from typing import Any

from textual.events import MouseDown, MouseEvent, MouseMove, MouseUp
from textual.pilot import Pilot

Cell = tuple[int, int]
"""A column and a row of the screen."""


async def press(pilot: Pilot[Any], at: Cell, button: int = 1) -> None:
    """Press a button and hold it."""
    await _send(pilot, MouseDown, at, button)


async def move(pilot: Pilot[Any], to: Cell, button: int = 1) -> None:
    """Move the mouse; button 0 is none."""
    await _send(pilot, MouseMove, to, button)


async def release(pilot: Pilot[Any], at: Cell, button: int = 1) -> None:
    """Let go of the button; Textual makes a click of it when that is where it was pressed."""
    await _send(pilot, MouseUp, at, button)


async def drag(pilot: Pilot[Any], *way: Cell) -> None:
    """Press at the first cell, go through the others, and release at the last."""
    await press(pilot, way[0])
    for cell in way[1:]:
        await move(pilot, cell)
    await release(pilot, way[-1])


async def click(pilot: Pilot[Any], at: Cell, times: int = 1) -> None:
    """Click so fast that several clicks count as one gesture."""
    for _ in range(times):
        await drag(pilot, at)


async def _send(pilot: Pilot[Any], kind: type[MouseEvent], at: Cell, button: int) -> None:
    x, y = at
    pilot.app.post_message(
        kind(None, x, y, 0, 0, button, shift=False, meta=False, ctrl=False, screen_x=x, screen_y=y)
    )
    await pilot.pause()
