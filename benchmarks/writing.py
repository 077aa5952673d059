"""How long a form takes to open, and for how long the app stands still meanwhile.

    python -m benchmarks.writing [CLAIMS…]

An invented set of each size (0 is the tutorial's) is opened in the app, without a terminal. A
record's form is opened by its key, twice; a field is changed until the verdict is there, and the
form saved. Printed are the seconds of each step, and the longest time for which the event loop did
not come round in it: keys wait for as long. That time is of the processor, and of this process, so
that other programs count for nothing.
"""

from __future__ import annotations

import argparse
import asyncio
import os
import shutil
import sys
from collections.abc import Callable
from contextlib import closing, suppress
from pathlib import Path
from tempfile import TemporaryDirectory
from time import monotonic, process_time

from textual.events import Key
from textual.pilot import Pilot

from benchmarks.grown_set import grow
from scale_explorer.data.loading.sets import resolve
from scale_explorer.data.opening import open_store, seek
from scale_explorer.data.reloading.reloader import followed
from scale_explorer.tui.app import ExplorerApp
from scale_explorer.tui.launch import Launch
from scale_explorer.tui.prepare import prepare
from scale_explorer.tui.screens.writing import WritingScreen
from scale_explorer.tui.widgets.field_input import FieldLine
from scale_explorer.tui.writing.outcome import Verdict

SIZES = (0, 20_000, 98_000)
PATIENCE = 900.0
"""Seconds after which something has gone wrong."""


class Steps:
    """Times what is waited for, and how long the loop stood still."""

    def __init__(self, size: int) -> None:
        self._size = size
        self._longest = 0.0

    async def beat(self) -> None:
        """Measure until cancelled."""
        before = process_time()
        while True:
            await asyncio.sleep(0.005)
            now = process_time()
            self._longest = max(self._longest, now - before)
            before = now

    async def until(self, step: str, holds: Callable[[], bool]) -> None:
        """Wait until something holds, and print how that went."""
        begun, self._longest = monotonic(), 0.0
        async with asyncio.timeout(PATIENCE):
            while not holds():  # noqa: ASYNC110 - screens set no event
                await asyncio.sleep(0.005)
        told = f"{monotonic() - begun:8.2f} s, stands still {self._longest * 1000:6.0f} ms"
        sys.stdout.write(f"{self._size:7,} claims  {step:24}{told}\n")
        sys.stdout.flush()


async def measure(size: int, folder: Path, record: str) -> None:
    """Write in a set, and print how each step went."""
    store, sought = open_store(str(folder)), seek(str(folder))
    launch = Launch(data=(str(folder),), at=record)
    app = ExplorerApp(store, prepare(launch, store), followed(sought))
    del store, sought
    with closing(app):
        async with app.run_test(size=(120, 40)) as pilot:
            await pilot.pause()
            await asyncio.sleep(4)  # the process that reads anew is made ready meanwhile
            await write(size, app, pilot)


async def write(size: int, app: ExplorerApp, pilot: Pilot[None]) -> None:
    """Open the form twice, change a field, and save."""
    steps = Steps(size)
    beat = asyncio.create_task(steps.beat())
    for step in ("first form", "second form"):
        app.post_message(Key("i", "i"))
        await steps.until(step, lambda: form(app) is not None)
        await steps.until("  first verdict", lambda: verdict(app) is not None)
        if step == "first form":
            await pilot.press("escape")
            await steps.until("  closed", lambda: form(app) is None)
    for line in app.screen.query(FieldLine):
        if line.key == "note":
            line.input.write("A note of the reader.")
    before = verdict(app)
    await steps.until("verdict while typing", lambda: verdict(app) is not before)
    app.post_message(Key("enter", None))
    await steps.until("saved", lambda: form(app) is None)
    beat.cancel()
    with suppress(asyncio.CancelledError):
        await beat


def form(app: ExplorerApp) -> WritingScreen | None:
    """Return the form, if one may type into it."""
    screen = app.screen
    return screen if isinstance(screen, WritingScreen) and screen.query(FieldLine) else None


def verdict(app: ExplorerApp) -> Verdict | None:
    """Return what the checks say of the form, if there is one and they are done."""
    there = form(app)
    return there.verdict if there is not None else None


def main() -> None:
    """Measure sets of the sizes."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("claims", nargs="*", type=int, default=SIZES)
    for size in parser.parse_args().claims:
        with TemporaryDirectory() as name:
            for kind in ("CACHE", "DATA", "STATE", "CONFIG"):
                os.environ[f"XDG_{kind}_HOME"] = f"{name}/{kind.lower()}"
            folder = Path(name) / "set"
            if size:
                folder.mkdir()
                grow(size, folder)
            else:
                shutil.copytree(resolve("tutorial"), folder)
            asyncio.run(measure(size, folder, "r0" if size else "saltlark-revenue-2024"))


if __name__ == "__main__":
    main()
