"""The event loop answers while a large set is read anew, checked and compiled.

How long it may stand still is measured against how long that work takes on this machine.
"""

from __future__ import annotations

import asyncio
import time
from collections.abc import AsyncGenerator, Callable
from contextlib import asynccontextmanager, closing, suppress
from pathlib import Path

import pytest

from benchmarks.grown_set import grow
from scale_explorer.data.opening import open_store, seek
from scale_explorer.data.reloading.reloader import followed
from scale_explorer.tui.app import ExplorerApp
from scale_explorer.tui.launch import Launch
from scale_explorer.tui.prepare import prepare

CLAIMS = 1_000
PATIENCE = 120.0
"""Seconds after which something has gone wrong."""
_NEWS = '\n[[company]]\nid = "zz-late"\nname = "ZZ Late"\n'

pytestmark = pytest.mark.alone


@pytest.fixture
def grown(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A large set, with folders of its own for all that the program keeps."""
    for name in ("CACHE", "DATA", "STATE", "CONFIG"):
        monkeypatch.setenv(f"XDG_{name}_HOME", str(tmp_path / name.lower()))
    folder = tmp_path / "grown"
    folder.mkdir()
    grow(CLAIMS, folder)
    return folder


class Beat:
    """Counts the longest time, in seconds, for which the loop did not come round."""

    def __init__(self) -> None:
        self.longest = 0.0

    async def run(self) -> None:
        """Measure until cancelled."""
        before = time.monotonic()
        while True:
            await asyncio.sleep(0.005)
            now = time.monotonic()
            self.longest = max(self.longest, now - before)
            before = now


@asynccontextmanager
async def beating() -> AsyncGenerator[Beat]:
    """Measure while the block runs."""
    beat = Beat()
    task = asyncio.create_task(beat.run())
    try:
        yield beat
    finally:
        task.cancel()
        with suppress(asyncio.CancelledError):
            await task


async def until(holds: Callable[[], bool]) -> None:
    async with asyncio.timeout(PATIENCE):
        while not holds():  # noqa: ASYNC110 - the store sets no event
            await asyncio.sleep(0.02)


def seconds_of_compiling(folder: Path) -> float:
    begun = time.monotonic()
    open_store(str(folder), fresh=True).close()
    return time.monotonic() - begun


async def test_a_large_set_that_changes_holds_up_nobody(grown: Path) -> None:
    takes = seconds_of_compiling(grown)
    sought, store = seek(str(grown)), open_store(str(grown))
    launch = Launch(data=(str(grown),))
    app = ExplorerApp(store, prepare(launch, store), followed(sought))
    del store, sought
    with closing(app):
        async with app.run_test(size=(120, 40)) as pilot:
            await pilot.pause()
            async with beating() as beat:
                (grown / "late.toml").write_text(_NEWS)
                await until(lambda: _has_news(app))
            assert beat.longest < takes / 4


def _has_news(app: ExplorerApp) -> bool:
    return app.explore is not None and app.explore.store.record("zz-late") is not None


@pytest.mark.slow
async def test_a_plain_app_that_compiles_on_its_loop_stands_still(grown: Path) -> None:
    takes = seconds_of_compiling(grown)
    async with beating() as beat:
        await asyncio.sleep(0.05)
        open_store(str(grown), fresh=True).close()
        await asyncio.sleep(0.05)
    assert beat.longest > takes / 4
