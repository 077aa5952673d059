"""The opening screen on work that goes as a test wants it to."""

from __future__ import annotations

from collections.abc import AsyncGenerator, Callable
from concurrent.futures import Future
from contextlib import AbstractAsyncContextManager, asynccontextmanager
from pathlib import Path
from typing import cast

import pytest
from textual.pilot import Pilot

from scale_explorer.data.compiling import Compiling
from scale_explorer.data.finding import Finding, Place, Severity
from scale_explorer.data.opening import Sought, seek
from scale_explorer.data.store.protocol import Store
from scale_explorer.data.watch import Phase, Progress
from scale_explorer.models.errors import DataError, UnknownNameError
from scale_explorer.tui.launch import Launch
from scale_explorer.tui.opening_app import OpeningApp
from scale_explorer.tui.prepare import Prepared, start_at
from scale_explorer.tui.screens.explore import ExploreScreen
from scale_explorer.tui.screens.opening import LISTED, OpeningScreen
from scale_explorer.tui.state import Navigation
from scale_explorer.tui.widgets.row_list import RowList

from .themes.drawn import drawn


class Work:
    """Stands in for a process: it is as far as it is told to be."""

    def __init__(self) -> None:
        self.label = "a set with [/] in its name"
        self.progress = Progress()
        self.outcome: Future[Path] = Future()
        self._found: list[Finding] = []

    def findings(self, after: int) -> tuple[Finding, ...]:
        return tuple(self._found[after:])

    def go(self, phase: Phase, done: int, total: int) -> None:
        self.progress = Progress(phase, done, total, len(self._found))

    def find(self, count: int, severity: str = "error") -> None:
        for _ in range(count):
            number = len(self._found)
            place = Place("/far/away/set.toml", number)
            found = Finding("odd", Severity(severity), f"finding {number} [/]", place=place)
            self._found.append(found)
        self.go(self.progress.phase, self.progress.done, self.progress.total)


class Onlooker:
    """Sits before the screen."""

    def __init__(self, app: OpeningApp, work: Work, pilot: Pilot[None]) -> None:
        self.app = app
        self.work = work
        self.pilot = pilot

    @property
    def text(self) -> str:
        strips = self.app.screen._compositor.render_strips()  # pyright: ignore[reportPrivateUsage]
        return "\n".join(strip.text.rstrip() for strip in strips)

    @property
    def list(self) -> RowList:
        return self.app.screen.query_one(RowList)

    async def until(self, true: Callable[[], bool]) -> None:
        for _ in range(500):
            await self.pilot.pause(0.02)
            if true():
                return
        raise AssertionError(f"it never came true:\n{self.text}")

    async def sees(self, text: str) -> None:
        await self.until(lambda: text in self.text)


Watching = Callable[..., AbstractAsyncContextManager[Onlooker]]


@pytest.fixture
def watching() -> Watching:
    def begin(store: Store) -> Prepared:
        return Prepared(Launch(), start_at(store, "google"))

    @asynccontextmanager
    async def opened(
        size: tuple[int, int] = (80, 24),
        begin: Callable[[Store], Prepared] = begin,
        *,
        ascii_only: bool = False,
    ) -> AsyncGenerator[Onlooker]:
        work = Work()
        prepared = Prepared(Launch(ascii=ascii_only), Navigation())
        app = OpeningApp(cast("Compiling", work), prepared, begin)
        async with app.run_test(size=size) as pilot:
            yield Onlooker(app, work, pilot)

    return opened


@pytest.fixture
def file(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The story, compiled into a file."""
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path))
    sought: Sought = seek(None)
    return sought.compile()


@pytest.mark.parametrize("size", [(120, 40), (80, 24), (40, 12)])
async def test_it_tells_the_set_the_phase_and_how_far(
    watching: Watching, size: tuple[int, int]
) -> None:
    async with watching(size) as onlooker:
        await onlooker.sees("a set with [/]")
        onlooker.work.go(Phase.PAGES, 500, 1_000)
        await onlooker.sees("Writing pages 50 %")
        bar = next(line for line in onlooker.text.splitlines() if "━" in line).strip()
        assert set(bar) == {"━", "─"}
        assert bar.count("━") == round(len(bar) * Progress(Phase.PAGES, 1, 2).share)
        assert "no findings so far" in onlooker.text
        assert "q cancel" in onlooker.text


async def test_in_ascii_all_is_ascii(watching: Watching) -> None:
    async with watching(ascii_only=True) as onlooker:
        onlooker.work.go(Phase.CHECKS, 1, 2)
        onlooker.work.find(3)
        await onlooker.sees("Checking 50 %")
        pieces = list(drawn(onlooker.app.screen))
        assert [piece for piece, _ in pieces if not piece.isascii()] == []
        assert any("=====" in piece for piece, _ in pieces)


async def test_findings_run_in_and_the_last_stays_in_sight(watching: Watching) -> None:
    async with watching() as onlooker:
        onlooker.work.find(2)
        await onlooker.sees("2 findings")
        await onlooker.sees("set.toml:1  finding 1 [/]")
        onlooker.work.find(100)
        await onlooker.sees("finding 101 [/]")
        assert "finding 0 " not in onlooker.text


async def test_who_reads_further_up_is_not_carried_away(watching: Watching) -> None:
    async with watching() as onlooker:
        onlooker.work.find(50)
        await onlooker.sees("finding 49 [/]")
        await onlooker.pilot.press("home")
        await onlooker.sees("finding 0 [/]")
        onlooker.work.find(50)
        await onlooker.sees("100 findings")
        assert "finding 0 [/]" in onlooker.text
        await onlooker.pilot.press("end")
        await onlooker.sees("finding 99 [/]")
        onlooker.work.find(1)
        await onlooker.sees("finding 100 [/]")


async def test_only_the_latest_are_listed(watching: Watching) -> None:
    async with watching() as onlooker:
        onlooker.work.find(LISTED + 10)
        await onlooker.sees(f"{LISTED + 10:,} findings")
        await onlooker.until(lambda: len(onlooker.list.rows) == LISTED)
        assert onlooker.list.rows[0].key == "10"


@pytest.mark.parametrize(("key", "status"), [("q", 0), ("escape", 0), ("ctrl+c", 130)])
async def test_one_need_not_wait(watching: Watching, key: str, status: int) -> None:
    async with watching() as onlooker:
        await onlooker.sees("no findings")
        await onlooker.pilot.press(key)
        await onlooker.until(lambda: not onlooker.app.is_running)
        assert onlooker.app.return_code == status
        assert onlooker.app.explore is None
        assert onlooker.app.failure is None
        assert onlooker.app.remember() == ""


async def test_the_panes_come_by_themselves_where_one_was(watching: Watching, file: Path) -> None:
    async with watching((120, 40)) as onlooker:
        await onlooker.sees("no findings")
        onlooker.work.outcome.set_result(file)
        await onlooker.sees("2 Google")
        assert isinstance(onlooker.app.screen, ExploreScreen)
        assert not any(isinstance(each, OpeningScreen) for each in onlooker.app.screen_stack)
        await onlooker.pilot.press("w")
        await onlooker.sees("2 Why:")


async def test_what_cannot_be_read_ends_the_app_with_its_reason(watching: Watching) -> None:
    async with watching() as onlooker:
        await onlooker.sees("no findings")
        onlooker.work.outcome.set_exception(error := DataError("set.toml:3: broken"))
        await onlooker.until(lambda: not onlooker.app.is_running)
        assert onlooker.app.failure is error


async def test_a_place_that_is_not_there_ends_the_app_too(watching: Watching, file: Path) -> None:
    def lost(_store: Store) -> Prepared:
        raise UnknownNameError("record", "opnai", ("openai",))

    async with watching(begin=lost) as onlooker:
        await onlooker.sees("no findings")
        onlooker.work.outcome.set_result(file)
        await onlooker.until(lambda: not onlooker.app.is_running)
        assert isinstance(onlooker.app.failure, UnknownNameError)


@pytest.mark.alone
async def test_it_is_drawn_four_times_a_second_at_most(
    watching: Watching, monkeypatch: pytest.MonkeyPatch
) -> None:
    looks = 0
    look = OpeningScreen._look  # pyright: ignore[reportPrivateUsage]

    def counted(screen: OpeningScreen) -> None:
        nonlocal looks
        looks += 1
        look(screen)

    async with watching() as onlooker:
        await onlooker.sees("no findings")
        monkeypatch.setattr(OpeningScreen, "_look", counted)
        for done in range(100):
            onlooker.work.go(Phase.QUOTES, done, 100)
            await onlooker.pilot.pause(0.01)
        assert looks <= 10
