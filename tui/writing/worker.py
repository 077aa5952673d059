"""The set that one writes in, held by a process of its own: the child's side.

    python -m scale_explorer.tui.writing.worker

It reads questions on standard input and answers on standard output, see `messages`. It ends when
nobody is left to ask; what it is writing to the files by then it finishes first.
"""

from __future__ import annotations

import gc
import os
import signal
import traceback
from multiprocessing.connection import Connection
from queue import SimpleQueue
from threading import Lock, Thread
from time import monotonic

from scale_explorer.data.editing.saving import ConflictError
from scale_explorer.data.finding import Finding
from scale_explorer.data.watch import Phase, Progress, StoppedError
from scale_explorer.models.errors import DataError, ScaleExplorerError

from .desk import QUICK, Desk
from .messages import (
    WRITING,
    Answer,
    Asked,
    Base,
    Fault,
    Forget,
    Question,
    Refusal,
    Step,
    Told,
)

SECONDS = 0.1
"""Seconds between two steps that are told."""
LONG = 5.0
"""Seconds of opening a set from which on it is one that takes much memory."""
IDLE = 300.0
"""Seconds without a question after which such a set is let go, with the process."""

_IN, _OUT, _ERRORS = 0, 1, 2
_CHANGED = "The files were changed meanwhile. Esc closes the form; open it again to go on with it."


class Teller:
    """Tells how far the work on one question is; stops it when nobody waits for it any more."""

    def __init__(self, tell: Connection, lock: Lock) -> None:
        self._tell = tell
        self._lock = lock
        self._forgotten: set[int] = set()
        self._number = 0
        self._due = 0.0
        self._writes = False
        self.ends = False

    def begin(self, question: Question) -> None:
        """Work on a question from now on."""
        self._number = question.number
        self._writes = question.method in WRITING
        self._due = monotonic() + SECONDS

    def forget(self, number: int) -> None:
        """Give up the work on a question, if it is under way or still to come."""
        self._forgotten.add(number)

    @property
    def is_over(self) -> bool:
        """Whether nobody waits for what is being worked on."""
        return self._number in self._forgotten or (self.ends and not self._writes)

    def step(self, phase: Phase, done: int, total: int) -> None:
        """Tell how far it is; raises StoppedError when that is of no interest any more."""
        if self.is_over:
            raise StoppedError
        if (now := monotonic()) >= self._due:
            self._due = now + SECONDS
            self.say(Step(self._number, Progress(phase, done, total)))

    def found(self, finding: Finding) -> None:
        """Tell nothing: findings go with the verdict."""

    def say(self, told: Told) -> None:
        """Send something to the app, which may have gone."""
        try:
            with self._lock:
                self._tell.send(told)
        except OSError:
            self.ends = True


class Worker:
    """Listens on one thread, and answers there what is quick; on another it works on the rest.

    So a letter gets its offers while the checks are still at work on the letter before.
    """

    def __init__(self, questions: Connection, answers: Connection) -> None:
        self._questions = questions
        self._teller = Teller(answers, Lock())
        self._desk: Desk | None = None
        self._to_do: SimpleQueue[Question | None] = SimpleQueue()
        self._is_large = False
        self._thread = Thread(target=self._work, name="desk")

    def run(self) -> None:
        """Answer until nobody asks any more."""
        self._thread.start()
        while (asked := self._heard()) is not None:
            if isinstance(asked, Forget):
                self._teller.forget(asked.number)
            elif asked.method in QUICK and (desk := self._held(asked.base)):
                self._answer(asked, desk)
            else:
                self._to_do.put(asked)
        self._teller.ends = True
        self._to_do.put(None)
        self._thread.join()

    def _heard(self) -> Asked | None:
        """Wait for what is said; None when nobody is left, or nobody has wanted anything long."""
        try:
            while not self._questions.poll(IDLE):
                if self._is_large:
                    return None
            asked: Asked = self._questions.recv()
        except (EOFError, OSError):
            return None
        return asked

    def _held(self, base: Base) -> Desk | None:
        desk = self._desk
        is_it = desk is not None and desk.manuscript.files.digest == base.digest
        return desk if is_it and desk is not None and desk.manuscript.path == base.path else None

    def _work(self) -> None:
        while (question := self._to_do.get()) is not None:
            self._teller.begin(question)
            if not self._teller.is_over:
                self._try(question)

    def _try(self, question: Question) -> None:
        try:
            desk = self._held(question.base) or self._opened(question.base)
        except StoppedError:
            return
        except ScaleExplorerError as error:
            self._teller.say(Refusal(question.number, str(error)))
        else:
            self._answer(question, desk)

    def _opened(self, base: Base) -> Desk:
        """Open a set as it is on disk now, which must be as it was when one began to write."""
        begun = monotonic()
        held = self._desk
        if held is not None and held.manuscript.path == base.path:
            desk = held.again()
        else:
            self._desk = held = None  # two large sets are one too many
            desk = Desk.at(base.path, self._teller)
        if base.digest not in {"", desk.manuscript.files.digest}:
            raise DataError(_CHANGED)
        if desk is not held and monotonic() - begun > LONG:
            self._is_large = True
            gc.freeze()  # it stays as it is, and need not be looked through for what is left over
        self._desk = desk
        return desk

    def _answer(self, question: Question, desk: Desk) -> None:
        number = question.number
        try:
            value = getattr(desk, question.method)(*question.args)
        except StoppedError:
            return
        except ConflictError as error:
            told: Told = Refusal(number, str(error), error.sides)
        except ScaleExplorerError as error:
            told = Refusal(number, str(error))
        except Exception:  # noqa: BLE001 - told to the app, which raises it
            told = Fault(number, traceback.format_exc())
        else:
            told = Answer(number, value)
        self._teller.say(told)


def main() -> None:
    """Answer whoever started this process."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # it is for the app to say when to end
    answers = Connection(os.dup(_OUT), readable=False)
    os.dup2(_ERRORS, _OUT)  # what is printed is no answer
    Worker(Connection(_IN, writable=False), answers).run()


if __name__ == "__main__":
    main()
