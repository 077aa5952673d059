"""Answers questions on a thread of its own; the newest question wins."""

from __future__ import annotations

import asyncio
from collections.abc import Callable
from concurrent.futures import Future, wait
from contextlib import suppress
from contextvars import copy_context
from typing import TYPE_CHECKING, Generic, TypeVar

from .overtaken import overtaken_when

if TYPE_CHECKING:
    from concurrent.futures import ThreadPoolExecutor

AnswerT = TypeVar("AnswerT")

PATIENCE = 0.5
"""Seconds after which one is told that an answer is being worked on."""
STILL_LOOKING = "Still looking …"
"""How one is told."""


class Newest(Generic[AnswerT]):
    """One thread; a question that a newer one overtook is neither answered nor delivered.

    One that is being answered then can know that by `is_overtaken`, and stop. The first part of an
    answer, which `show_meanwhile` is given, is delivered before the whole; who has to wait for an
    answer waits no longer than for that.
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
        self._thread: ThreadPoolExecutor | None = None
        self._latest = self._delivered = self._whole = 0

    @property
    def is_waited_for(self) -> bool:
        """Whether an answer, or a first part of it, is still to be delivered."""
        return self._delivered != self._latest

    @property
    def is_whole(self) -> bool:
        """Whether the newest answer is there, and not only its first part."""
        return self._whole == self._latest

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

        def meanwhile(first: AnswerT) -> None:
            with suppress(RuntimeError):  # as below
                loop.call_soon_threadsafe(self._hand_over_first, number, first, context=asker)

        asked = self._begun().submit(self._answer, number, answer, meanwhile)

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
        self._delivered = self._whole = self._latest
        self._settle()

    def close(self) -> None:
        """Forget everything, tell nothing more, and let the thread end."""
        self._tell_slow = None
        self.forget()
        if self._thread is not None:
            self._thread.shutdown(wait=False, cancel_futures=True)

    def _begun(self) -> ThreadPoolExecutor:
        """Return the thread, which is begun for the first question."""
        if self._thread is None:
            # Loaded here because no first screen asks one.
            from concurrent.futures import ThreadPoolExecutor  # noqa: PLC0415

            self._thread = ThreadPoolExecutor(1, thread_name_prefix="scale-explorer-newest")
        return self._thread

    def _answer(
        self, number: int, answer: Callable[[], AnswerT], meanwhile: Callable[[AnswerT], None]
    ) -> AnswerT | None:
        with overtaken_when(lambda: number != self._latest, meanwhile):
            return answer() if number == self._latest else None

    def _hand_over_first(self, number: int, first: AnswerT) -> None:
        """Deliver the first part of an answer, unless the whole or something newer came."""
        if number == self._latest and number != self._whole:
            self._delivered = number
            self._deliver(first)

    def _hand_over(self, number: int, done: Future[AnswerT | None]) -> None:
        if number != self._latest or done.cancelled():
            return
        self._delivered = self._whole = number
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
