"""The app on data that must be compiled first: it shows how that goes, and then the data."""

from __future__ import annotations

from asyncio import to_thread
from collections.abc import Callable
from typing import Any

from textual import on
from textual.screen import Screen

from scale_explorer.data.compiling import Compiling
from scale_explorer.data.opening import opened
from scale_explorer.data.reloading.reloader import Followed
from scale_explorer.data.store.protocol import Store

from .app import ExplorerApp
from .prepare import Prepared
from .screens.opening import OpeningScreen


class OpeningApp(ExplorerApp):
    """Begins with the opening screen; `begin` says, once there is a store, where to go on.

    What goes wrong is kept in `failure`, for whoever ran the app.
    """

    def __init__(
        self,
        compiling: Compiling,
        prepared: Prepared,
        begin: Callable[[Store], Prepared],
        files: Followed | None = None,
    ) -> None:
        super().__init__(None, prepared, files)
        self._compiling = compiling
        self._begin = begin

    def get_default_screen(self) -> Screen[Any]:
        """Show nothing by itself: Textual puts no other screen in the place of this one."""
        return Screen()

    def on_mount(self) -> None:
        """Show how the work goes."""
        self.push_screen(OpeningScreen(self._compiling))

    @on(OpeningScreen.Done)
    async def _open(self, done: OpeningScreen.Done) -> None:
        """Show the panes in place of the opening screen, or end with what went wrong."""
        try:
            # On a thread of its own: what is new since the last visit is told record by record.
            await to_thread(self._take, done)
        except Exception as error:  # noqa: BLE001 - raised again when the terminal is given back
            self.failure = error
            self.exit()
        else:
            await self.switch_screen(self.panes())  # pyright: ignore[reportUnknownMemberType] - untyped there

    def _take(self, done: OpeningScreen.Done) -> None:
        if done.file is None:
            raise done.error or RuntimeError("compiling came to nothing")
        self._store = opened(done.file)
        self.prepared = self._begin(self._store)
