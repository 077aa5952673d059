"""Who writes into the data set: forms, their edits, and the way back from them.

Loaded when one begins to write: it brings Pydantic and the readers of TOML, which a warm start does
without.
"""

from __future__ import annotations

from asyncio import to_thread
from collections.abc import Callable
from functools import partial
from pathlib import Path

from scale_explorer.data.editing.edits.adding import AddQuote, SetApart
from scale_explorer.data.editing.edits.changing import DeleteRecord
from scale_explorer.data.editing.edits.edit import Edit
from scale_explorer.data.editing.edits.merging import MergeRecords
from scale_explorer.data.editing.edits.renaming import RenameRecord
from scale_explorer.data.editing.past import Past
from scale_explorer.data.editing.revision import Revision
from scale_explorer.data.editing.saving import ConflictError, Sides, apply_again
from scale_explorer.data.in_editor import COPY
from scale_explorer.data.loading.sets import resolve
from scale_explorer.data.loading.writable import why_not_writable
from scale_explorer.models.errors import DataError, ScaleExplorerError, UsageError
from scale_explorer.models.kinds import ENTITY_KINDS, Kind

from ..memory import drafts
from ..panes.source import SourcePane
from ..state import FocusPane, Follow, Pane
from ..why_not import REASONS
from ..widgets.menu import Entry, Menu
from ..writing.desk import Desk
from ..writing.draft import Draft
from ..writing.editing import draft_of, evidence
from ..writing.fields import WRITABLE
from ..writing.keeping import Keeping, kept_draft
from ..writing.reading import readings
from ..writing.words import Words
from .commands.editing import READ_ONLY, Editing
from .conflict import EDITOR, MINE, THEIRS, ConflictScreen
from .words import WordsScreen
from .writing import Outcome, WritingScreen

_KEPT = "kept"
_SHOWN = 40  # characters of a hint in a menu
_LETTERS = {
    Kind.FIGURE: "f", Kind.RELATIONSHIP: "r", Kind.DEAL: "d", Kind.STATEMENT: "s",
    Kind.REASON: "w", Kind.COMPANY: "c", Kind.PERSON: "p", Kind.PRODUCT: "o",
    Kind.ORGANIZATION: "z", Kind.PUBLIC_BODY: "b", Kind.GROUP: "g",
}  # fmt: skip
"""The letter of each kind in the menu of what to write."""

REASONS_APART = ("a byline", "a caption", "a heading", "an advertisement", "a notice", "a question")
"""Why a sentence asserts nothing, as it is mostly."""


class Scribe:
    """Opens forms on a screen, carries edits out on a thread, and has the data read anew."""

    def __init__(self, screen: Editing) -> None:
        self._screen = screen
        self.past = Past()
        self._quoting: str | None = None
        self._views_before: tuple[int, ...] = ()
        self._undid_edit = False

    # Claims from words.

    async def write_claim(self, words: Words) -> None:
        """Ask what the words claim, and open its form."""
        if self._quoting is not None:
            record, self._quoting = self._quoting, None
            await self._add_quote(record, words)
            return
        desk = await self._desk()
        if desk is None:
            return
        found = await to_thread(readings, desk, words)
        kinds = [*(kind for kind, _ in found.likely), *(k for k in WRITABLE if k in ENTITY_KINDS)]
        because = dict(found.likely)
        entries = tuple(
            Entry(kind.value, _LETTERS[kind], kind.label, _shortened(because.get(kind, "")))
            for kind in kinds
        )

        def chosen(answer: str | None) -> None:
            if answer == _KEPT:
                self._open_kept(desk)
            elif answer is not None:
                self._open(desk, found.draft(Kind(answer)))

        self._screen.pop_up(
            Menu("What do these words say?", (*self._kept_entry(), *entries)), chosen
        )

    async def new_record(self) -> None:
        """Write a record that rests on no words so far."""
        desk = await self._desk()
        if desk is None:
            return
        entries = tuple(Entry(kind.value, _LETTERS[kind], kind.label) for kind in WRITABLE)

        def chosen(answer: str | None) -> None:
            if answer == _KEPT:
                self._open_kept(desk)
            elif answer is not None:
                self._open(desk, Draft(Kind(answer)))

        self._screen.pop_up(Menu("Write a new record", (*self._kept_entry(), *entries)), chosen)

    async def edit_record(self) -> None:
        """Change the chosen record in a form."""
        record = self._screen.chosen(self._screen.settled())
        if record is None:
            self._screen.say(REASONS["record"])
            return
        desk = await self._desk()
        if desk is None:
            return
        try:
            self._open(desk, draft_of(record, desk.manuscript))
        except DataError as error:
            self._screen.say(f"{error}.")

    async def add_quote(self) -> None:
        """Select further words for the chosen claim."""
        scene = self._screen.settled()
        claim = scene.words.answer.claim
        if claim is None:
            self._screen.say(REASONS["claim"])
            return
        if await self._desk() is None:
            return
        self._quoting = claim.id
        self._screen.navigate(FocusPane(Pane.SOURCE))
        select, make = (
            self._screen.keys_shown("source.select"),
            self._screen.keys_shown("select.claim"),
        )
        self._screen.say(f"{select} selects words for {claim.id}, {make} adds them; Esc leaves it.")

    async def _add_quote(self, record: str, words: Words) -> None:
        desk = await self._desk()
        if desk is not None:
            quote = evidence(words, desk.manuscript, desk.text, {})
            await self._carry_out(desk, AddQuote(record, quote))

    # Other changes.

    async def set_apart(self, words: Words) -> None:
        """Ask for the reason why a sentence asserts nothing, and write it."""
        desk = await self._desk()
        if desk is None:
            return

        async def told(reason: str | None) -> None:
            if reason:
                selector = evidence(words, desk.manuscript, desk.text, {})
                table = {"exact": selector} if isinstance(selector, str) else selector
                table.pop("source", None)
                await self._carry_out(desk, SetApart(words.source, {**table, "reason": reason}))

        screen = WordsScreen("Why does it assert nothing?", "", REASONS_APART, words.exact)
        self._screen.pop_up(screen, told)

    async def rename(self) -> None:
        """Ask for another id of the chosen record; that of another one merges the two."""
        record = self._screen.chosen(self._screen.settled())
        if record is None:
            self._screen.say(REASONS["record"])
            return
        desk = await self._desk()
        if desk is None:
            return
        kind = desk.manuscript.by_id[record].kind if record in desk.manuscript.by_id else None
        alike = tuple(each.id for each in desk.choices if each.kind is kind and each.id != record)

        async def told(new: str | None) -> None:
            if new and new != record:
                merging = new in desk.manuscript.by_id and kind in ENTITY_KINDS
                edit: Edit = MergeRecords(new, record) if merging else RenameRecord(record, new)
                await self._carry_out(desk, edit)

        note = "An id that is there already makes the two one; u undoes it."
        offered = alike if kind in ENTITY_KINDS else ()
        self._screen.pop_up(WordsScreen(f"Rename {record}", record, offered, note), told)

    async def delete(self) -> None:
        """Delete the chosen record, once that is said again."""
        record = self._screen.chosen(self._screen.settled())
        if record is None:
            self._screen.say(REASONS["record"])
            return
        desk = await self._desk()
        if desk is None:
            return

        async def sure(answer: str | None) -> None:
            if answer == "delete":
                await self._carry_out(desk, DeleteRecord(record))

        entries = (
            Entry("delete", "d", f"Delete {record}", "u undoes it"),
            Entry("keep", "k", "Keep it"),
        )
        self._screen.pop_up(Menu("Delete this record?", entries), sure)

    # Carrying out.

    async def _desk(self) -> Desk | None:
        """Open the set to be written to; say why not, where it is not."""
        try:
            path = self._set_path()
            return await to_thread(_opened, path)
        except ScaleExplorerError as error:
            self._screen.say(str(error))
            return None

    def _set_path(self) -> Path:
        """Return where the set lies; raises UsageError when it is not to be written to."""
        if self._screen.read_only:
            raise UsageError(READ_ONLY)
        if len(self._screen.data_names) > 1:
            raise UsageError("Several sets are open; open the one that you want to write in alone.")
        name = next(iter(self._screen.data_names), None)
        if why := why_not_writable(name):
            raise UsageError(f"{why}; {COPY}")
        return resolve(name)

    def _open(self, desk: Desk, draft: Draft) -> None:
        """Open a form; what is typed into it is kept from the first letter on."""
        path = desk.manuscript.path
        keeping = Keeping(path)

        async def closed(outcome: Outcome | None) -> None:
            if outcome is None:
                return
            if outcome.revision is not None:
                self._screen.query_one(SourcePane).action_end_selecting()
                await keeping.drop()
                self.took(outcome.revision)
            elif outcome.conflict is not None:
                self._settle(desk, outcome.draft, outcome.conflict)
            elif keeping.has_kept:
                new = self._screen.keys_shown("app.new-record")
                self._screen.say(
                    f"What you wrote is kept; {new} or {self._claim_key} offers it again."
                )

        self._screen.pop_up(WritingScreen(desk, draft, keeping.keep), closed)

    @property
    def _claim_key(self) -> str:
        return self._screen.keys_shown("source.new-claim")

    def _open_kept(self, desk: Desk) -> None:
        draft = kept_draft(desk.manuscript.path)
        if draft is not None:
            self._open(desk, draft)

    def _kept_entry(self) -> tuple[Entry, ...]:
        draft = kept_draft(self._set_path())
        if draft is None:
            return ()
        what = draft.record or f"the {draft.kind.label.lower()} that is not saved"
        return (Entry(_KEPT, "k", f"Go on with {what}", _shortened(draft.summary)),)

    def _settle(self, desk: Desk, draft: Draft, sides: Sides) -> None:
        """Show both sides of a conflict, and do what is chosen."""

        async def chosen(answer: str | None) -> None:
            if answer == MINE:
                try:
                    self._open(await to_thread(desk.again), draft)
                except DataError as error:
                    self._screen.say(str(error))
            elif answer == THEIRS:
                await to_thread(drafts.drop, desk.manuscript.path)
                self._screen.reload()
            elif answer == EDITOR:
                await self._screen.action_edit()

        self._screen.pop_up(ConflictScreen(sides), chosen)

    async def _carry_out(self, desk: Desk, edit: Edit) -> None:
        """Make an edit on a thread, and show what came of it."""
        try:
            self.took(await to_thread(desk.carry_out, edit))
        except ConflictError as error:
            self._screen.pop_up(ConflictScreen(error.sides), self._leave)
        except DataError as error:
            self._screen.say(str(error))

    def _leave(self, answer: str | None) -> None:
        """Leave what others made as it is, and show it."""
        del answer
        self._screen.reload()

    def took(self, revision: Revision) -> None:
        """Take note of an edit, and read the data anew."""
        self.past = self.past.with_step(revision)
        views = (*self._views_before, len(self._screen.history.changes.past))
        self._views_before = views[-len(self.past.done) :]
        words = f"{revision.label}. {self._screen.keys_shown('app.undo')} undoes it."
        self._screen.reload(partial(self._came_to, revision, words))

    def _came_to(self, revision: Revision, words: str, outcome: object) -> None:
        """Go to the record that an edit is about, and say what was done."""
        del outcome
        if revision.shows is not None and self._screen.store.record(revision.shows) is not None:
            self._go_to_record(revision.shows)
        self._screen.say(words)

    def _go_to_record(self, record: str) -> None:
        """Follow to a record; one who writes in Source stays there, at the words."""
        pane = self._screen.view.pane
        self._screen.navigate(Follow(record))
        if pane is Pane.SOURCE:
            self._screen.navigate(FocusPane(Pane.SOURCE))

    # Undo and redo, in the order in which the data and the view were changed.

    async def undo(self) -> bool:
        """Take back the last edit, unless the view was changed since; say whether that was so."""
        views = len(self._screen.history.changes.past)
        is_last = bool(self.past.done) and views <= self._views_before[-1]
        if is_last:
            await self._again(self.past.done[-1].reverse, self._undone, told="Undone")
        else:
            self._undid_edit = False
        return is_last

    async def redo(self) -> bool:
        """Make the edit again that was undone last, unless a change of the view was."""
        views = self._screen.history.changes.future
        is_next = bool(self.past.undone) and (self._undid_edit or not views)
        if is_next:
            await self._again(self.past.undone[-1], self._redone, told="Done again")
        return is_next

    async def _again(
        self, revision: Revision, note: Callable[[Past, Revision], Past], *, told: str
    ) -> None:
        try:
            made = await to_thread(apply_again, revision, self._set_path())
        except ConflictError as error:
            self._screen.pop_up(ConflictScreen(error.sides), self._leave)
            return
        except ScaleExplorerError as error:
            self._screen.say(str(error))
            return
        self.past = note(self.past, made)
        back = "app.redo" if self._undid_edit else "app.undo"
        words = f"{told}: {made.label}. {self._screen.keys_shown(back)} takes that back."
        self._screen.reload(partial(self._came_to, made, words))

    def _undone(self, past: Past, made: Revision) -> Past:
        self._views_before = self._views_before[:-1]
        self._undid_edit = True
        return past.undoing(made)

    def _redone(self, past: Past, made: Revision) -> Past:
        self._undid_edit = bool(past.undone[:-1])
        self._views_before = (*self._views_before, len(self._screen.history.changes.past))
        return past.redoing(made)


def _opened(path: Path) -> Desk:
    """Open a set with all that a form will ask of it, on the thread that this is called on."""
    desk = Desk.at(path)
    _ = desk.loaded
    return desk


def _shortened(text: str) -> str:
    line = " ".join(text.split())
    return line if len(line) <= _SHOWN else f"{line[: _SHOWN - 1]}…"
