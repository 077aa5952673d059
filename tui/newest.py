"""Answers questions on a thread of its own; the newest question wins."""

from __future__ import annotations

import asyncio
from collections.abc import Callable
from concurrent.futures import Future, ThreadPoolExecutor
from contextlib import suppress
from contextvars import copy_context
from typing import Generic, TypeVar

AnswerT = TypeVar("AnswerT")


class Newest(Generic[AnswerT]):
    """One thread; a question that a newer one overtook is neither answered nor delivered."""

    def __init__(self, deliver: Callable[[AnswerT], None]) -> None:
        self._deliver = deliver
        self._thread = ThreadPoolExecutor(1, thread_name_prefix="scale-explorer-newest")
        self._latest = 0

    def soon(self, answer: Callable[[], AnswerT]) -> None:
        """Answer on the thread, and deliver on the event loop unless something newer came."""
        self.forget()
        number = self._latest
        loop = asyncio.get_running_loop()
        asker = copy_context()  # in the thread's own, no timer could be started on delivery
        asked = self._thread.submit(self._answer, number, answer)

        def hand_over(done: Future[AnswerT | None]) -> None:
            with suppress(RuntimeError):  # the loop has ended, and with it whoever asked
                loop.call_soon_threadsafe(self._hand_over, number, done, context=asker)

        asked.add_done_callback(hand_over)

    def forget(self) -> None:
        """Let nothing that is under way be delivered."""
        self._latest += 1

    def close(self) -> None:
        """Forget everything and let the thread end."""
        self.forget()
        self._thread.shutdown(wait=False, cancel_futures=True)

    def _answer(self, number: int, answer: Callable[[], AnswerT]) -> AnswerT | None:
        return answer() if number == self._latest else None

    def _hand_over(self, number: int, done: Future[AnswerT | None]) -> None:
        if number != self._latest or done.cancelled():
            return
        if (answer := done.result()) is not None:
            self._deliver(answer)
