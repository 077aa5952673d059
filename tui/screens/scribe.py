"""Who carries edits out on the files of a set, shows what came of them, and undoes them.

Loaded when one begins to write: it brings Pydantic and the readers of TOML, which a warm start does
without.
"""

from __future__ import annotations

from asyncio import to_thread
from collections.abc import Awaitable, Callable
from functools import partial
from pathlib import Path

from scale_explorer.data.editing.edits.edit import Edit
from scale_explorer.data.editing.past import Past
from scale_explorer.data.editing.revision import Revision
from scale_explorer.data.editing.saving import ConflictError, apply_again
from scale_explorer.data.loading.sets import resolve
from scale_explorer.data.loading.writable import COPY, why_not_writable
from scale_explorer.models.errors import DataError, ScaleExplorerError, UsageError

from ..state import FocusPane, Follow, Pane
from ..writing.desk import Desk
from .commands.editing import READ_ONLY, Editing
from .conflict import EDITOR, THEIRS, UNDOING, ConflictScreen


class Scribe:
    """Carries edits out on a thread, has the data read anew, and keeps the way back."""

    def __init__(self, screen: Editing) -> None:
        self.screen = screen
        self.past = Past()
        self._views_before: tuple[int, ...] = ()
        self._undid_edit = False

    # Carrying out.

    async def desk(self) -> Desk | None:
        """Open the set to be written to; say why not, where it is not."""
        try:
            path = self.set_path()
            return await to_thread(_opened, path)
        except ScaleExplorerError as error:
            self.screen.say(str(error))
            return None

    def set_path(self) -> Path:
        """Return where the set lies; raises UsageError when it is not to be written to."""
        if self.screen.read_only:
            raise UsageError(READ_ONLY)
        if len(self.screen.data_names) > 1:
            raise UsageError("Several sets are open; open the one that you want to write in alone.")
        name = next(iter(self.screen.data_names), None)
        path = resolve(name)
        if why := why_not_writable(path):
            raise UsageError(f"{why}; {COPY}")
        return path

    async def may_write(self, desk: Desk, file: str) -> bool:
        """Say whether a file of the set may be written to; tell why not before work is put in."""
        if why := await to_thread(desk.why_not_in, file):
            self.screen.say(why)
        return not why

    async def carry_out(self, desk: Desk, edit: Edit) -> None:
        """Make an edit on a thread, and show what came of it."""
        try:
            self.took(await to_thread(desk.carry_out, edit))
        except ConflictError as error:
            self.screen.pop_up(ConflictScreen(error.sides), self._leave)
        except DataError as error:
            self.screen.say(str(error))

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
        try:
            made = await to_thread(apply_again, revision, self.set_path())
        except ConflictError as error:
            forget = self._forgetting(revision)
            self.screen.pop_up(ConflictScreen(error.sides, UNDOING), forget)
            return
        except ScaleExplorerError as error:
            self.screen.say(str(error))
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


def _opened(path: Path) -> Desk:
    """Open a set with all that a form will ask of it, on the thread that this is called on."""
    desk = Desk.at(path)
    _ = desk.loaded
    return desk
