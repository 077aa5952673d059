"""The bundled story, compiled once for all tests of the app."""

from __future__ import annotations

from collections.abc import AsyncGenerator, Callable, Iterator, Mapping
from contextlib import AbstractAsyncContextManager, asynccontextmanager
from pathlib import Path

import pytest

from scale_explorer.data.opening import open_store
from scale_explorer.data.store.sqlite import SQLiteStore
from scale_explorer.tui.app import ExplorerApp
from scale_explorer.tui.launch import Launch
from scale_explorer.tui.prepare import Prepared, start_at

from ..surroundings import surroundings
from .reader import Reader


@pytest.fixture(scope="session")
def story(tmp_path_factory: pytest.TempPathFactory, compiled: Path) -> Iterator[SQLiteStore]:
    """Open the bundled set as on a machine without the article."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("XDG_CACHE_HOME", str(compiled))
        patch.setenv("XDG_DATA_HOME", str(tmp_path_factory.mktemp("story")))
        store = open_store(None)
    yield store
    store.close()


class Opener:
    """Makes apps on the story."""

    def __init__(self, store: SQLiteStore) -> None:
        self.store = store

    def __call__(
        self, at: str | None = None, *, theme: str | None = None, ascii_only: bool = False
    ) -> ExplorerApp:
        launch = Launch(at=at, theme=theme, ascii=ascii_only)
        return ExplorerApp(self.store, Prepared(launch, start_at(self.store, at)))


Reading = Callable[..., AbstractAsyncContextManager[Reader]]


@pytest.fixture
def open_app(story: SQLiteStore) -> Opener:
    """Return what opens the app on a record."""
    return Opener(story)


@pytest.fixture
def reading(open_app: Opener) -> Reading:
    @asynccontextmanager
    async def opened(
        at: str | None = None, size: tuple[int, int] = (120, 40)
    ) -> AsyncGenerator[Reader]:
        app = open_app(at)
        async with app.run_test(size=size) as pilot:
            reader = Reader(app, pilot)
            await pilot.pause()
            yield reader

    return opened


@pytest.fixture
def environment(tmp_path: Path, compiled: Path) -> Mapping[str, str]:
    """Give a command folders of its own, and a terminal with nothing in between."""
    return surroundings(tmp_path, compiled)
