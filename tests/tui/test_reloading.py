"""The screen takes a newer state of its data in place, when a file changes or it is asked to."""

from __future__ import annotations

import gc
import weakref
from collections.abc import AsyncGenerator, Callable
from contextlib import AbstractAsyncContextManager, asynccontextmanager
from pathlib import Path

import pytest

from scale_explorer.data.opening import opened, seek
from scale_explorer.data.reloading.reloader import Outcome, followed
from scale_explorer.data.reloading.request import Compiled, Faulty, Same
from scale_explorer.tui.app import ExplorerApp
from scale_explorer.tui.launch import Launch
from scale_explorer.tui.prepare import Prepared, start_at
from scale_explorer.tui.screens.findings import FindingsScreen
from scale_explorer.tui.screens.goto import GotoScreen
from scale_explorer.tui.state import Follow, Pane, Place, View

from .reader import Reader

WORDS = "The mill stands by the river and has done so for as long as anybody can tell. " * 60
SET = """
[dataset]
id = "mill"
title = "The mill"
[[source]]
id = "news"
title = "News"
text = "news.txt"
[[company]]
id = "elm"
name = "Elm"
evidence = ["Elm owns it"]
"""
OAK = '\n[[company]]\nid = "oak"\nname = "Oak"\n'
Mill = Callable[..., AbstractAsyncContextManager[Reader]]


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "cache"))
    monkeypatch.setenv("XDG_DATA_HOME", str(tmp_path / "data"))
    mill = tmp_path / "mill"
    mill.mkdir()
    (mill / "mill.toml").write_text(SET)
    (mill / "news.txt").write_text(f"Elm owns it. {WORDS}\n")
    return mill


@pytest.fixture
def reading_mill(folder: Path) -> Mill:
    @asynccontextmanager
    async def reading(at: str = "elm", *, read_only: bool = False) -> AsyncGenerator[Reader]:
        sought = seek(str(folder))
        files = followed(sought)
        store = opened(sought.compile())
        launch = Launch(data=(str(folder),), read_only=read_only)
        app = ExplorerApp(store, Prepared(launch, start_at(store, at)), files)
        del store
        try:
            async with app.run_test(size=(120, 40)) as pilot:
                await pilot.pause()
                yield Reader(app, pilot)
        finally:
            app.close()

    return reading


async def test_who_has_written_goes_to_the_new_record_when_it_is_there(
    reading_mill: Mill, folder: Path
) -> None:
    async with reading_mill() as reader:
        (folder / "mill.toml").write_text(SET + OAK)
        outcomes: list[Outcome] = []

        def then(outcome: Outcome) -> None:
            outcomes.append(outcome)
            reader.screen.navigate(Follow("oak"))

        reader.screen.reload(then)
        await reader.until(lambda: bool(outcomes))
        assert isinstance(outcomes[0], Compiled)
        assert reader.now.now.place == Place(View.RECORD, "oak")
        assert reader.scene.sheet.answer.title == "Oak"


async def test_who_asks_is_told_that_nothing_changed_or_that_it_cannot_be_read(
    reading_mill: Mill, folder: Path
) -> None:
    async with reading_mill() as reader:
        outcomes: list[Outcome] = []
        reader.screen.reload(outcomes.append)
        await reader.until(lambda: len(outcomes) == 1)
        (folder / "mill.toml").write_text("[[company\n")
        reader.screen.reload(outcomes.append)
        await reader.until(lambda: len(outcomes) == 2)
        assert outcomes[0] == Same()
        assert isinstance(outcomes[1], Faulty)
        await reader.until(lambda: "last good state" in reader.text)
        await reader.press("exclamation_mark")
        assert isinstance(reader.app.screen, FindingsScreen)


async def test_the_store_before_is_closed_when_nothing_asks_it_any_more(
    reading_mill: Mill, folder: Path
) -> None:
    async with reading_mill() as reader:
        before = weakref.ref(reader.screen.store)
        await reader.press("colon")
        assert isinstance(reader.app.screen, GotoScreen)
        (folder / "mill.toml").write_text(SET + OAK)
        await reader.until(lambda: reader.screen.store is not before())
        gc.collect()
        assert before() is not None, "the box still asks it"
        await reader.press(*"elm")
        await reader.press("enter")
        assert reader.now.now.place == Place(View.RECORD, "elm")
        # Textual keeps the last screen that closed until it looks at its screens again.
        await reader.press("question_mark", "escape")
        await reader.until(lambda: gc.collect() >= 0 and before() is None)


async def test_a_text_that_is_rolled_stays_where_it_is(reading_mill: Mill, folder: Path) -> None:
    async with reading_mill() as reader:
        view = reader.screen.widget_of(Pane.SOURCE).view
        await reader.press("3", *["J"] * 10)
        rolled = view.scroll_offset.y
        assert rolled > 0
        (folder / "mill.toml").write_text(SET + OAK)
        await reader.until(lambda: "Oak" in reader.text)
        assert view.scroll_offset.y == rolled


async def test_what_is_known_of_the_store_is_asked_anew(reading_mill: Mill, folder: Path) -> None:
    async with reading_mill() as reader:
        assert "findings" in reader.screen.around_fully.there
        alone = (
            '[dataset]\nid = "mill"\ntitle = "The mill"\n[[company]]\nid = "elm"\nname = "Elms"\n'
        )
        (folder / "mill.toml").write_text(alone)
        await reader.until(lambda: "2 Elms" in reader.text)
        assert "findings" not in reader.screen.around_fully.there


@pytest.mark.parametrize("read_only", [False, True])
async def test_whether_one_may_write_is_known_to_help(
    reading_mill: Mill, *, read_only: bool
) -> None:
    async with reading_mill(read_only=read_only) as reader:
        there = reader.screen.around_fully.there
        assert ("writable" in there) is not read_only


OWNS = '\n[[relationship]]\ntype = "owns"\nsubject = "elm"\nobject = "oak"\n'


@pytest.mark.parametrize(
    ("keys", "left", "told"),
    [
        ((), SET + OAK, "“Elm owns Oak” is not in the data any more."),
        (("1", "k", "2", "j"), SET, "Oak is not in the data any more."),
        ((), SET + OAK + OWNS + OWNS.replace("owns", "uses"), "The data was read anew."),
    ],
)
async def test_a_row_that_has_gone_is_told(
    reading_mill: Mill, folder: Path, keys: tuple[str, ...], left: str, told: str
) -> None:
    (folder / "mill.toml").write_text(SET + OAK + OWNS)
    async with reading_mill() as reader:
        await reader.press(*keys)
        (folder / "mill.toml").write_text(left)
        reader.screen.reload()
        await reader.until(lambda: told in reader.text)
