"""Reading the data anew while it is shown: the files are followed, the screen stays in place."""

from __future__ import annotations

import asyncio
from abc import abstractmethod
from asyncio import to_thread
from collections.abc import Callable
from contextlib import suppress
from time import monotonic

from scale_explorer.data.finding import Finding, Severity
from scale_explorer.data.reloading.made import Made
from scale_explorer.data.reloading.reloader import Failed, Followed, Outcome, Reloader
from scale_explorer.data.reloading.request import Compiled, Faulty, Same
from scale_explorer.data.watch import Progress
from scale_explorer.models.errors import DataError

from ...progress_words import how_far
from ...reloaded import Shown, gone, in_place, moved
from ..fault_bar import FaultBar
from .telling import Telling

Then = Callable[[Outcome], None]
"""What to do when the files have been read anew: told whether and how that came out."""

LONG = 1.0
"""Seconds after which one is told that reading anew takes its time, and how far it is."""


class Reloading(Telling):
    """Follows the files of the open sets; what changed in them changes on the screen.

    As long as files cannot be read the last good state stays, and `faults` says why.
    """

    _reloader: Reloader | None = None
    _due = float("inf")

    @abstractmethod
    def take_shown(self, shown: Shown) -> None:
        """Show another state of the data."""

    @property
    @abstractmethod
    def shown(self) -> Shown:
        """What is shown now."""

    @abstractmethod
    def fit(self) -> None:
        """Lay the screen out anew, as a line has come or gone."""

    # What others call.

    def follow(self, followed: Followed, *, warm: bool) -> None:
        """Follow the files; with `warm` all is made ready for the first change of them."""
        self._news: asyncio.Queue[tuple[int, Outcome | Progress]] = asyncio.Queue()
        self._waiting_for: list[tuple[int, Then]] = []
        self._made = Made()
        loop = asyncio.get_running_loop()

        def told(demands: int, outcome: Outcome | Progress) -> None:
            with suppress(RuntimeError):  # the loop has ended, and with it the screen
                loop.call_soon_threadsafe(self._news.put_nowait, (demands, outcome))

        self._reloader = Reloader(followed, told, self.store.findings)
        self._reloader.start(warm=warm)
        self.run_worker(self._hear_all())

    def reload(self, then: Then | None = None) -> None:
        """Read the files anew now, and not only when a change of them is seen.

        Whoever wrote to a file calls this when it is written. `then` is called when the screen
        shows the new state, or, told so by what it is given, when there is none: the files are the
        same, or cannot be read. It may navigate, such as to a record that is new.
        """
        if self._reloader is None:
            return
        number = self._reloader.demand()
        if then is not None:
            self._waiting_for.append((number, then))

    @property
    def reloader(self) -> Reloader | None:
        """What follows the files; whoever ran the app closes it, which may take a moment."""
        return self._reloader

    # What becomes of changes.

    async def _hear_all(self) -> None:
        """Take one outcome after another; what a newer one overtook is left out."""
        while True:
            demands, outcome = await self._news.get()
            if isinstance(outcome, Progress):
                self._tell_progress(outcome)
            else:
                self._due = float("inf")
                done = await self._done(outcome)
                self._call_waiting(demands, done)

    async def _done(self, outcome: Outcome) -> Outcome:
        """Bring the screen up to date; return what came of it."""
        match outcome:
            case Compiled():
                try:
                    await self._take(outcome)
                except DataError as error:
                    return await self._done(Failed(error))
            case Same():
                if self.faults:
                    self.say("The files can be read again.")
                self._tell_faults(())
            case Faulty(findings):
                self.quiet()
                self._tell_faults(findings)
            case Failed(error):
                self._tell_faults((Finding("not_read_anew", Severity.ERROR, str(error)),))
        return outcome

    async def _take(self, outcome: Compiled) -> None:
        """Open what was compiled on a thread, and show it in place of what is shown now."""
        before = self.shown
        now = await to_thread(in_place, outcome.path, before, self.data_names)
        if self.shown != before:  # one went on meanwhile
            before = self.shown
            now = moved(now.store, before)
        lost = gone(before, now.store)
        self._made.take(outcome, before.store)
        self.take_shown(now)
        self._tell_faults(())
        self._say_read(lost)

    def _say_read(self, lost: str) -> None:
        words = [f"{lost} is not in the data any more." if lost else "The data was read anew."]
        if self.store.summary().errors:
            words.append(f"Some of it is wrong; {self.keys_shown('app.findings')} lists it.")
        self.say(" ".join(words))

    def _call_waiting(self, demands: int, outcome: Outcome) -> None:
        due = [then for number, then in self._waiting_for if number <= demands]
        self._waiting_for = [each for each in self._waiting_for if each[0] > demands]
        for then in due:
            then(outcome)

    def _tell_progress(self, progress: Progress) -> None:
        """Tell of long work, once a second."""
        now = monotonic()
        self._due = min(self._due, now + LONG)
        if now >= self._due:
            self._due = now + LONG
            self.say(f"The files changed. {how_far(progress)}")

    # Why files cannot be read.

    def _tell_faults(self, findings: tuple[Finding, ...]) -> None:
        if findings != self.faults:
            self.faults = findings
            self.show_faults()
            self.fit()

    def show_faults(self) -> None:
        """Tell what is wrong with the files, at the size that the screen has now."""
        if self.faults or self.query(FaultBar):
            key = self.keys_shown("app.findings")
            self.bar(FaultBar, after="#panes").tell(self.faults, key, *self.size)
