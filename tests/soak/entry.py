"""The real app with a window into it: `python entry.py SOCKET LEAK ARGUMENT...`.

A test asks over the socket what the app holds, and is answered on the event loop, so that an answer
also says that the loop runs. Until `let go` is asked for, the app cannot be left or suspended, so
that a walk may press any key. LEAK names what is lost with every key, or is `nothing`: a test that
looks for leaks must find those.
"""

from __future__ import annotations

import asyncio
import gc
import json
import os
import sys
import threading
from asyncio import StreamReader, StreamWriter
from collections.abc import Awaitable, Callable, Iterator
from functools import _lru_cache_wrapper
from pathlib import Path
from typing import Any
from unittest.mock import patch

from textual.events import Event, Key

from scale_explorer.tui.app import ExplorerApp
from scale_explorer.tui.cli import main

_METHODS = (classmethod, staticmethod)
LOST_BYTES = 20_000
"""What a leak of memory loses with every key."""

_run, _exit, _suspend, _heard = (
    ExplorerApp.run_async,
    ExplorerApp.exit,
    ExplorerApp.action_suspend_process,
    ExplorerApp.on_event,
)
_lost: list[object] = []
_never = threading.Event()


class _Lost:
    """What a leak of objects loses."""


def _lose_task() -> None:
    _lost.append(asyncio.create_task(asyncio.Event().wait()))


def _lose_thread() -> None:
    threading.Thread(target=_never.wait, daemon=True).start()


def _lose_descriptor() -> None:
    _lost.append(os.open(os.devnull, os.O_RDONLY))


def _lose_memory() -> None:
    _lost.append(bytearray(os.urandom(LOST_BYTES)))


def _lose_objects() -> None:
    _lost.extend(object.__new__(_Lost) for _ in range(20))


def _lose_nothing() -> None:
    pass


LEAKS: dict[str, Callable[[], None]] = {
    "nothing": _lose_nothing,
    "task": _lose_task,
    "thread": _lose_thread,
    "descriptor": _lose_descriptor,
    "memory": _lose_memory,
    "objects": _lose_objects,
}


def _blocks() -> int:
    """Count blocks of memory that are in use, but for those of caches that forget by themselves.

    Textual keeps up to 16,384 drawn lines and as many cut ones: full after an hour, not a minute.
    What the garbage collector could list is not looked at: a tuple that another thread is filling
    would be seen half made, and making it fail.
    """
    for cache in _caches():
        cache.cache_clear()
    gc.collect()
    return sys.getallocatedblocks()


def _caches() -> Iterator[_lru_cache_wrapper[object]]:
    """Yield the bounded caches of all functions and methods."""
    spaces = [vars(module) for module in [*sys.modules.values()]]
    classes = {one for space in spaces for one in [*space.values()] if isinstance(one, type)}
    for space in [*spaces, *map(vars, classes)]:
        for one in [*space.values()]:
            cache = getattr(one, "__func__", one) if isinstance(one, _METHODS) else one
            if isinstance(cache, _lru_cache_wrapper) and cache.cache_parameters()["maxsize"]:
                yield cache


class Window:
    """Answers questions about an app, and keeps it from being left."""

    def __init__(self, lose: Callable[[], None]) -> None:
        self.keys = 0
        self.may_leave = False
        self.lose = lose

    async def run(self, app: ExplorerApp, socket: str, *args: Any, **options: Any) -> None:
        """Run the app with the window open."""

        async def answer(reader: StreamReader, writer: StreamWriter) -> None:
            while question := await reader.readline():
                writer.write(json.dumps(self.answer(app, question.strip())).encode() + b"\n")
                await writer.drain()

        async with await asyncio.start_unix_server(answer, socket):
            await _run(app, *args, **options)

    def answer(self, app: ExplorerApp, question: bytes) -> dict[str, object]:
        """Say what is held now; `count` counts blocks of memory as well, which takes a moment."""
        self.may_leave = self.may_leave or question == b"let go"
        return {
            "tasks": len(asyncio.all_tasks()),
            "blocks": _blocks() if question == b"count" else 0,
            "screens": [type(screen).__name__ for screen in app.screen_stack],
            "keys": self.keys,
        }

    def hear(self, app: ExplorerApp, event: Event) -> Awaitable[None]:
        """Count keys, and lose something with each when told to."""
        if isinstance(event, Key) and not event.is_forwarded:
            self.keys += 1
            self.lose()
        return _heard(app, event)


def run() -> int:
    """Run the command line with the window open."""
    socket, leak, *arguments = sys.argv[1:]
    os.chdir(Path(socket).parent)  # what is exported lands there
    sys.argv[1:] = arguments
    window = Window(LEAKS[leak])

    def run_async(app: ExplorerApp, *args: Any, **options: Any) -> Awaitable[None]:
        return window.run(app, socket, *args, **options)

    def leave(app: ExplorerApp, *args: Any, **options: Any) -> None:
        if window.may_leave:
            _exit(app, *args, **options)

    def hear(app: ExplorerApp, event: Event) -> Awaitable[None]:
        return window.hear(app, event)

    def suspend(app: ExplorerApp) -> None:
        if window.may_leave:
            _suspend(app)

    with (
        patch.object(ExplorerApp, "run_async", run_async),
        patch.object(ExplorerApp, "exit", leave),
        patch.object(ExplorerApp, "action_suspend_process", suspend),
        patch.object(ExplorerApp, "on_event", hear),
    ):
        return main()


if __name__ == "__main__":
    sys.exit(run())
