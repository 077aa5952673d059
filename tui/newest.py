"""Answers questions on a thread of its own; the newest question wins."""

from __future__ import annotations

import asyncio
from collections.abc import Callable
from concurrent.futures import Future, ThreadPoolExecutor, wait
from contextlib import suppress
from contextvars import copy_context
from typing import Generic, TypeVar

from .overtaken import overtaken_when

AnswerT = TypeVar("AnswerT")

PATIENCE = 0.5
"""Seconds after which one is told that an answer is being worked on."""
STILL_LOOKING = "Still looking …"
"""How one is told."""


class Newest(Generic[AnswerT]):
    """One thread; a question that a newer one overtook is neither answered nor delivered.

    One that is being answered then can know that by `is_overtaken`, and stop.
    `tell_slow` is told, on the event loop, when one waits for an answer for long, and when no more.
    """

    def __init__(
        self,
        deliver: Callable[[AnswerT], None],
        tell_slow: Callable[[bool], None] | None = None,
    ) -> None:
        self._deliver = deliver
        self._tell_slow = tell_slow
        self._told = False
        self._waiting: asyncio.TimerHandle | None = None
        self._thread = ThreadPoolExecutor(1, thread_name_prefix="scale-explorer-newest")
        self._latest = self._delivered = 0

    @property
    def is_waited_for(self) -> bool:
        """Whether an answer is still to be delivered."""
        return self._delivered != self._latest

    def soon(self, answer: Callable[[], AnswerT], grace: float = 0.0) -> None:
        """Answer on the thread, and deliver on the event loop unless something newer came.

        What is answered within `grace` seconds is delivered before this returns.
        """
        self._latest += 1
        number = self._latest
        loop = asyncio.get_running_loop()
        asker = copy_context()  # in the thread's own, no timer could be started on delivery
        if self._waiting is None and not self._told:  # else one waits since an older question
            self._waiting = loop.call_later(PATIENCE, self._slow)
        asked = self._thread.submit(self._answer, number, answer)

        def hand_over(done: Future[AnswerT | None]) -> None:
            with suppress(RuntimeError):  # the loop has ended, and with it whoever asked
                loop.call_soon_threadsafe(self._hand_over, number, done, context=asker)

        if grace:
            wait((asked,), grace)
        if grace and asked.done():
            self._hand_over(number, asked)
        else:
            asked.add_done_callback(hand_over)

    def forget(self) -> None:
        """Let nothing that is under way be delivered."""
        self._latest += 1
        self._delivered = self._latest
        self._settle()

    def close(self) -> None:
        """Forget everything, tell nothing more, and let the thread end."""
        self._tell_slow = None
        self.forget()
        self._thread.shutdown(wait=False, cancel_futures=True)

    def _answer(self, number: int, answer: Callable[[], AnswerT]) -> AnswerT | None:
        with overtaken_when(lambda: number != self._latest):
            return answer() if number == self._latest else None

    def _hand_over(self, number: int, done: Future[AnswerT | None]) -> None:
        if number != self._latest or done.cancelled():
            return
        self._delivered = number
        self._settle()
        if (answer := done.result()) is not None:
            self._deliver(answer)

    def _slow(self) -> None:
        self._waiting = None
        self._told = True
        if self._tell_slow is not None:
            self._tell_slow(True)  # noqa: FBT003 - a callback with one value

    def _settle(self) -> None:
        """Nobody waits any more."""
        if self._waiting is not None:
            self._waiting.cancel()
            self._waiting = None
        told, self._told = self._told, False
        if told and self._tell_slow is not None:
            self._tell_slow(False)  # noqa: FBT003 - the same
