"""The process that holds the set one writes in: the side of whoever asks it.

It is started when somebody first writes, and ends with the app, however that ends.
"""

from __future__ import annotations

from asyncio import AbstractEventLoop, CancelledError, Future, get_running_loop
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from contextlib import suppress
from contextvars import Context, copy_context
from dataclasses import dataclass
from itertools import count
from typing import TYPE_CHECKING, Any

from scale_explorer.models.errors import DataError

from .desk_child import DeskChild
from .messages import Answer, Base, Fault, Forget, Question, Refusal, Step, Told

if TYPE_CHECKING:
    from scale_explorer.data.watch import Progress

Heard = Callable[["Progress"], None]
"""Told how far the work on an answer is."""


@dataclass(slots=True, eq=False)
class _Waiting:
    """A question that somebody waits for, and the process that it was put to."""

    question: Question
    answer: Future[Any]
    heard: Heard | None
    context: Context
    child: DeskChild | None = None


class DeskProcess:
    """Puts questions to the process, and starts it where there is none; all on one event loop.

    `lost` is told, a sentence, when the process was ended by something else than the app.
    """

    def __init__(self) -> None:
        self.lost: Callable[[str], None] | None = None
        self._numbers = count(1)
        self._waiting: dict[int, _Waiting] = {}
        self._child: DeskChild | None = None
        self._loop: AbstractEventLoop | None = None
        # Starting a process takes a moment, and so does writing into a pipe that is full.
        self._sender = ThreadPoolExecutor(1, thread_name_prefix="scale-explorer-desk")

    @property
    def pid(self) -> int | None:
        """The number of the process, while there is one."""
        return self._child.pid if self._child is not None else None

    def start(self) -> None:
        """Start the process, if there is none, before something is asked of it."""
        self._loop = get_running_loop()
        self._sender.submit(self._started)

    async def ask(
        self, base: Base, method: str, args: tuple[Any, ...], heard: Heard | None = None
    ) -> Any:
        """Return what a method of the desk returns.

        Raises DataError where it refuses or the process is ended, and ConflictError of a conflict.
        Who is cancelled gives the work up, unless it has begun to change files.
        """
        self._loop = get_running_loop()
        question = Question(next(self._numbers), base, method, args)
        waiting = _Waiting(question, self._loop.create_future(), heard, copy_context())
        self._waiting[question.number] = waiting
        self._sender.submit(self._put, waiting)
        try:
            return await waiting.answer
        except CancelledError:
            self._sender.submit(self._forget, question.number)
            raise
        finally:
            del self._waiting[question.number]

    def close(self) -> None:
        """End the process; what it is writing to the files it finishes first."""
        self.lost = None
        ending = self._sender.submit(self._end)
        self._sender.shutdown(wait=False)
        ending.result()

    # On the thread that sends.

    def _started(self) -> DeskChild:
        if self._child is None or self._child.has_ended:
            self._child = DeskChild(self._heard, self._ended)
        return self._child

    def _put(self, waiting: _Waiting) -> None:
        try:
            for _ in range(2):  # it may end just now
                waiting.child = self._started()
                with suppress(BrokenPipeError):
                    waiting.child.send(waiting.question)
                    return
        except OSError as error:
            self._on_loop(_fail, waiting, DataError(f"Writing cannot begin: {error.strerror}."))

    def _forget(self, number: int) -> None:
        if self._child is not None:
            with suppress(OSError):
                self._child.send(Forget(number))

    def _end(self) -> None:
        if self._child is not None:
            self._child.end()

    # On the thread that listens.

    def _heard(self, told: Told) -> None:
        self._on_loop(self._hear, told)

    def _ended(self, child: DeskChild) -> None:
        self._on_loop(self._mourn, child)

    def _on_loop(self, act: Callable[..., object], *args: object) -> None:
        assert self._loop is not None
        with suppress(RuntimeError):  # the loop has ended, and with it whoever asked
            self._loop.call_soon_threadsafe(act, *args)

    # On the event loop.

    def _hear(self, told: Told) -> None:
        waiting = self._waiting.get(told.number)
        if waiting is None or waiting.answer.done():
            return
        match told:
            case Answer(_, value):
                waiting.answer.set_result(value)
            case Step(_, progress):
                if waiting.heard is not None:
                    waiting.context.run(waiting.heard, progress)
            case Refusal() | Fault():
                waiting.answer.set_exception(_error(told))

    def _mourn(self, child: DeskChild) -> None:
        """Ask another process where one ended that was done, and else tell what became of it."""
        mine = [each for each in self._waiting.values() if each.child is child]
        for waiting in mine:
            if child.is_done:
                self._sender.submit(self._put, waiting)
            else:
                _fail(waiting, child.failure())
        if not child.is_done and self.lost is not None:
            self.lost(str(child.failure()))


def _fail(waiting: _Waiting, error: Exception) -> None:
    if not waiting.answer.done():
        waiting.answer.set_exception(error)


def _error(told: Refusal | Fault) -> Exception:
    if isinstance(told, Fault):
        return RuntimeError(told.words)
    if told.sides is None:
        return DataError(told.words)
    # Loaded by then, with what was unpickled.
    from scale_explorer.data.editing.saving import ConflictError  # noqa: PLC0415

    return ConflictError(told.sides)
