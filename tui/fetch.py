"""Asks the store for scenes, off the event loop; the newest request wins."""

from __future__ import annotations

import asyncio
from collections.abc import Callable
from concurrent.futures import Future, ThreadPoolExecutor

from scale_explorer.data.store.protocol import Store

from .look import look
from .scene import Scene
from .state import Navigation

Deliver = Callable[[Scene], None]


class Fetcher:
    """One thread that looks; a request that a newer one overtook is neither asked nor delivered."""

    def __init__(self, store: Store, deliver: Deliver) -> None:
        self._store = store
        self._deliver = deliver
        self._thread = ThreadPoolExecutor(1, thread_name_prefix="scale-explorer-fetch")
        self._newest = 0

    def now(self, navigation: Navigation, before: Scene | None) -> Scene:
        """Look here and now: for keys after which the very next key needs the answer."""
        self._newest += 1
        return look(self._store, navigation, before)

    def soon(self, navigation: Navigation, before: Scene | None) -> None:
        """Look on the thread, and deliver on the event loop unless something newer came."""
        self._newest += 1
        generation = self._newest
        loop = asyncio.get_running_loop()
        asked = self._thread.submit(self._look, generation, navigation, before)
        asked.add_done_callback(
            lambda done: loop.call_soon_threadsafe(self._hand_over, generation, done)
        )

    def forget(self) -> None:
        """Let nothing that is under way be delivered."""
        self._newest += 1

    def close(self) -> None:
        """Forget everything and let the thread end."""
        self.forget()
        self._thread.shutdown(wait=False, cancel_futures=True)

    def _look(
        self,
        generation: int,
        navigation: Navigation,
        before: Scene | None,
    ) -> Scene | None:
        overtaken = generation != self._newest
        return None if overtaken else look(self._store, navigation, before)

    def _hand_over(self, generation: int, done: Future[Scene | None]) -> None:
        if generation != self._newest or done.cancelled():
            return
        scene = done.result()
        if scene is not None:
            self._deliver(scene)
