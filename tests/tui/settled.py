"""Waiting until the app has nothing left to do, and not for a while."""

from __future__ import annotations

from asyncio import Task
from typing import cast

from textual.pilot import Pilot
from textual.timer import Timer

from scale_explorer.tui.newest import Newest
from scale_explorer.tui.pacing import Follower

_RESTS = 3
"""Looks in a row at which there is nothing to do: what was answered is then drawn as well."""
_LOOKS = 1_000


async def settled(pilot: Pilot[None]) -> None:
    """Wait until no screen follows its cursor any more or waits for an answer."""
    rests = 0
    for _ in range(_LOOKS):
        await pilot.pause(0.02)
        rests = 0 if any(map(_is_busy, pilot.app.screen_stack)) else rests + 1
        if rests == _RESTS:
            return
    raise AssertionError("it never came to rest")


def _is_busy(screen: object) -> bool:
    return any(_waits(part) for part in vars(screen).values())


def _waits(part: object) -> bool:
    match part:
        case Newest():
            return part._waiting is not None or part._told  # pyright: ignore[reportPrivateUsage]
        case Follower():
            return _runs(part._waiting)  # pyright: ignore[reportPrivateUsage]
        case _:
            return False


def _runs(timer: Timer | None) -> bool:
    if timer is None:
        return False
    task = cast("Task[None] | None", timer._task)  # pyright: ignore[reportPrivateUsage, reportUnknownMemberType]
    return task is not None and not task.done()
