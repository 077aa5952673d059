"""Who carries edits out on the files of a set, shows what came of them, and undoes them.

Loaded when one begins to write: it brings Pydantic and the readers of TOML, which a warm start does
without.
"""

from __future__ import annotations

import asyncio
from collections.abc import Awaitable, Callable, Coroutine
from functools import partial
from inspect import isawaitable
from typing import Any, TypeVar

from textual.screen import Screen

from scale_explorer.data.editing.edits.edit import Edit
from scale_explorer.data.editing.past import Past
from scale_explorer.data.editing.revision import Revision
from scale_explorer.data.editing.saving import ConflictError
from scale_explorer.data.watch import Progress
from scale_explorer.models.errors import ScaleExplorerError
from scale_explorer.models.kinds import Kind

from ..state import FocusPane, Follow, Pane
from ..writing.desk import Desk
from ..writing.desk_process import DeskProcess
from ..writing.open_desk import OpenDesk
from .commands.writing import Writing
from .conflict import EDITOR, THEIRS, UNDOING, ConflictScreen
from .waiting import WaitingScreen

PATIENCE = 1.0
"""Seconds after which one is told that what one asked for takes its time, and how far it is."""

AnswerT = TypeVar("AnswerT")


class Scribe:
    """Has edits carried out in a process of its own, and keeps the way back."""

    def __init__(self, screen: Writing, process: DeskProcess) -> None:
        self.screen = screen
        self.past = Past()
        self._process = process
        self._progress: Progress | None = None
        self._views_before: tuple[int, ...] = ()
        self._undid_edit = False

    # Asking, and waiting for what takes long.

    async def at_desk(
        self,
        ask: Callable[[OpenDesk], Awaitable[AnswerT]],
        then: Callable[[OpenDesk, AnswerT], Any],
    ) -> None:
        """Open the set to be written to, ask something, and go on; say why not, where it is not."""

        async def asked() -> tuple[OpenDesk, AnswerT]:
            path = self.screen.set_path()
            desk = await OpenDesk.at(path, self._process, self._look)
            return desk, await ask(desk)

        await self.wait_for("Opening the set to write in", asked(), lambda both: then(*both))

    async def wait_for(
        self,
        title: str,
        work: Coroutine[Any, Any, AnswerT],
        then: Callable[[AnswerT], Any],
        *,
        whole: bool = False,
    ) -> None:
        """Go on when some work is done; what takes long is waited for on a screen of its own.

        There it can be given up, unless it is done as a `whole` or not at all.
        """
        self._progress = None
        task = asyncio.create_task(work)
        await asyncio.wait({task}, timeout=PATIENCE)
        if task.done():
            await self._go_on(task, then)
            return
        waiting = WaitingScreen(title, task, lambda: self._progress, whole=whole)

        async def over(_: object) -> None:
            await self._go_on(task, then)
            for key in waiting.typed:
                self.screen.host.post_message(key)

        self.screen.pop_up(waiting, over)

    async def _go_on(self, task: asyncio.Task[AnswerT], then: Callable[[AnswerT], Any]) -> None:
        try:
            answer = task.result()
        except asyncio.CancelledError:
            self.screen.say("Nothing is written.")
        except ConflictError as error:
            self.screen.pop_up(ConflictScreen(error.sides), self._leave)
        except ScaleExplorerError as error:
            self.screen.say(str(error))
        else:
            if isawaitable(more := then(answer)):
                await more

    def _look(self, progress: Progress) -> None:
        self._progress = progress

    async def show(self, screen: Screen[Any], answer: Callable[[Any], Any]) -> None:
        """Show a screen above the panes; keys wait until there is something to type into."""
        await self.screen.host.push_screen(screen, answer)

    # Carrying out.

    async def may_write(self, desk: OpenDesk, kind: Kind, record: str | None) -> bool:
        """Say whether a record may be written; tell why not before work is put in."""
        if why := await desk.ask(Desk.why_not, kind, record):
            self.screen.say(why)
        return not why

    async def carry_out(self, desk: OpenDesk, edit: Edit) -> None:
        """Make an edit, and show what came of it."""
        work = desk.ask(Desk.carry_out, edit)
        await self.wait_for("Writing it to the files", work, self.took, whole=True)

    def _leave(self, answer: str | None) -> None:
        """Leave what others made as it is, and show it."""
        del answer
        self.screen.reload()

    def took(self, revision: Revision) -> None:
        """Take note of an edit, and read the data anew."""
        self.past = self.past.with_step(revision)
        views = (*self._views_before, len(self.screen.history.changes.past))
        self._views_before = views[-len(self.past.done) :]
        words = f"{revision.label}. {self.screen.keys_shown('app.undo')} undoes it."
        self.screen.reload(partial(self._came_to, revision, words))

    def _came_to(self, revision: Revision, words: str, outcome: object) -> None:
        """Go to the record that an edit is about, and say what was done."""
        del outcome
        if revision.shows is not None and self.screen.store.record(revision.shows) is not None:
            self._go_to_record(revision.shows)
        self.screen.say(words)

    def _go_to_record(self, record: str) -> None:
        """Follow to a record; one who writes in Source stays there, at the words."""
        pane = self.screen.view.pane
        self.screen.navigate(Follow(record))
        if pane is Pane.SOURCE:
            self.screen.navigate(FocusPane(Pane.SOURCE))

    # Undo and redo, in the order in which the data and the view were changed.

    async def undo(self) -> bool:
        """Take back the last edit, unless the view was changed since; say whether that was so."""
        views = len(self.screen.history.changes.past)
        is_last = bool(self.past.done) and views <= self._views_before[-1]
        if is_last:
            await self._again(self.past.done[-1].reverse, self._undone, told="Undone")
        else:
            self._undid_edit = False
        return is_last

    async def redo(self) -> bool:
        """Make the edit again that was undone last, unless a change of the view was."""
        views = self.screen.history.changes.future
        is_next = bool(self.past.undone) and (self._undid_edit or not views)
        if is_next:
            await self._again(self.past.undone[-1], self._redone, told="Done again")
        return is_next

    async def _again(
        self, revision: Revision, note: Callable[[Past, Revision], Past], *, told: str
    ) -> None:
        async def made() -> Revision | ConflictError:
            desk = await OpenDesk.at(self.screen.set_path(), self._process, self._look)
            try:
                return await desk.ask(Desk.apply_again, revision)
            except ConflictError as error:
                return error

        title = "Writing it to the files"
        await self.wait_for(title, made(), partial(self._made, revision, note, told), whole=True)

    def _made(
        self,
        revision: Revision,
        note: Callable[[Past, Revision], Past],
        told: str,
        made: Revision | ConflictError,
    ) -> None:
        """Take note of what making a revision once more came to."""
        if isinstance(made, ConflictError):
            forget = self._forgetting(revision)
            self.screen.pop_up(ConflictScreen(made.sides, UNDOING), forget)
            return
        self.past = note(self.past, made)
        back = "app.redo" if self._undid_edit else "app.undo"
        words = f"{told}: {made.label}. {self.screen.keys_shown(back)} takes that back."
        self.screen.reload(partial(self._came_to, made, words))

    def _forgetting(self, revision: Revision) -> Callable[[str | None], Awaitable[None]]:
        """Return what leaves a step as it is by now, so that those before it can be undone."""

        async def chosen(answer: str | None) -> None:
            if answer == THEIRS:
                self.past = self.past.without(revision)
                self._views_before = self._views_before[: len(self.past.done)]
                self.screen.reload()
            elif answer == EDITOR:
                await self.screen.action_edit()

        return chosen

    def _undone(self, past: Past, made: Revision) -> Past:
        self._views_before = self._views_before[:-1]
        self._undid_edit = True
        return past.undoing(made)

    def _redone(self, past: Past, made: Revision) -> Past:
        self._undid_edit = bool(past.undone[:-1])
        self._views_before = (*self._views_before, len(self.screen.history.changes.past))
        return past.redoing(made)
