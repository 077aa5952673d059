"""The event loop answers while a large set is read anew, checked, compiled, or written in.

How long it may stand still is measured against how long that work takes on this machine.
"""

from __future__ import annotations

import asyncio
import time
from asyncio import to_thread
from collections.abc import AsyncGenerator, Callable, Iterator
from contextlib import asynccontextmanager, closing, suppress
from pathlib import Path
from typing import Any

import pytest

from benchmarks.grown_set import grow
from scale_explorer.data.editing.saving import manuscript_at
from scale_explorer.data.opening import open_store, seek
from scale_explorer.data.reloading.reloader import followed
from scale_explorer.tui.app import ExplorerApp
from scale_explorer.tui.launch import Launch
from scale_explorer.tui.prepare import prepare
from scale_explorer.tui.screens.writing import WritingScreen
from scale_explorer.tui.writing.desk import Desk
from scale_explorer.tui.writing.messages import Base

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
async def beating(beat: Beat | None = None) -> AsyncGenerator[Beat]:
    """Measure while the block runs."""
    beat = beat or Beat()
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


# A form on much text, which the reader of TOML holds Python's lock for.

SUMMARY = '\\"Aye\\" ' * 560
"""Its reader takes each quote mark on its own."""
COMPANIES = 1_000


class Pause(Beat):
    """Counts in processor time of this process, of which others take nothing."""

    async def run(self) -> None:
        """Measure until cancelled."""
        before = time.process_time()
        while True:
            await asyncio.sleep(0.005)
            now = time.process_time()
            self.longest = max(self.longest, now - before)
            before = now


@pytest.fixture
def wordy(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A set of few records, each with much text."""
    for name in ("CACHE", "DATA", "STATE", "CONFIG"):
        monkeypatch.setenv(f"XDG_{name}_HOME", str(tmp_path / name.lower()))
    folder = tmp_path / "wordy"
    folder.mkdir()
    (folder / "set.toml").write_text('[dataset]\nid = "wordy"\ntitle = "Wordy"\n' + _ELM)
    (folder / "companies.toml").write_text("".join(map(_company, range(COMPANIES))))
    return folder


_ELM = '[[company]]\nid = "elm"\nname = "Elm"\n'


def _company(number: int) -> str:
    return f'[[company]]\nid = "c{number}"\nname = "Mill {number}"\nsummary = "{SUMMARY}"\n'


def seconds_of_reading(folder: Path) -> float:
    """Return how long the reader of TOML takes over the set, in which nothing else runs."""
    begun = time.process_time()
    manuscript_at(folder)
    return time.process_time() - begun


async def longest_while_a_form_opens(app: ExplorerApp) -> float:
    async with app.run_test(size=(120, 40)) as pilot:
        await pilot.pause()
        # What is loaded once, on a small set or a large, is no matter of the set's.
        await to_thread(__import__, "scale_explorer.tui.screens.writer")
        async with beating(Pause()) as beat:
            await pilot.press("i")
            await until(lambda: _has_verdict(app))
        return beat.longest


def _has_verdict(app: ExplorerApp) -> bool:
    return isinstance(app.screen, WritingScreen) and app.screen.verdict is not None


@pytest.fixture
def app_at_elm(wordy: Path) -> Iterator[ExplorerApp]:
    sought, store = seek(str(wordy)), open_store(str(wordy))
    app = ExplorerApp(store, prepare(Launch(data=(str(wordy),), at="elm"), store), followed(sought))
    with closing(app):
        yield app


async def test_a_form_on_a_large_set_holds_up_nobody(wordy: Path, app_at_elm: ExplorerApp) -> None:
    takes = seconds_of_reading(wordy)
    assert await longest_while_a_form_opens(app_at_elm) < takes / 2


class _OnAThread:
    """The process as it would be on a thread of the app."""

    lost = None
    desk: Desk | None = None

    def start(self) -> None:
        pass

    def close(self) -> None:
        pass

    async def ask(self, base: Base, method: str, args: tuple[Any, ...], _: object = None) -> Any:
        if self.desk is None:
            self.desk = await to_thread(Desk.at, base.path)
        return await to_thread(getattr(self.desk, method), *args)


@pytest.mark.slow
async def test_with_its_work_on_a_thread_it_stands_still(
    wordy: Path, app_at_elm: ExplorerApp, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("scale_explorer.tui.writing.desk_process.DeskProcess", _OnAThread)
    takes = seconds_of_reading(wordy)
    assert await longest_while_a_form_opens(app_at_elm) > takes / 2
