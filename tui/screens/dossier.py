"""The dossier: the pinned claims in their order, with comments that are written right there."""

from __future__ import annotations

from asyncio import to_thread
from collections.abc import Awaitable, Callable, Mapping
from typing import ClassVar

from textual.binding import Binding, BindingType

from scale_explorer.data.dossier.dossier import LONGEST_COMMENT, Comment, Move, Take
from scale_explorer.data.store.rows.records import RecordRow

from ..dossier_lines import COMMENT, dossier_lines, empty_lines, record_of
from ..memory.dossier_history import DossierHistory
from ..widgets.rows import Tone
from .kept_list import KeptListScreen


class DossierScreen(KeptListScreen):
    """The pinned claims in their order, with their comments.

    `records` has what the set knows of each pin; `pin_key` is the key that pins. Whoever opens it
    sets what `export` and `copy` do, which ends with words to say.
    """

    NAME = "Dossier"
    ASKS = "Comment: "
    LONGEST = LONGEST_COMMENT
    KEYS = "Enter go  c comment  J K move  d remove  u undo  e export  y copy  Esc close"
    KEYS_SHORT = "Enter c J K d u e y  ? keys  Esc"
    ALL_KEYS = (
        "Enter goes to the claim, on a comment it edits that; c comments; J K or shift with the "
        "arrows move a claim; d or Del removes it, u takes the last change back and ctrl+r makes "
        "it again; e exports, y copies all as Markdown; Esc or B closes."
    )
    WIDE = 86
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("B", "dismiss(None)"),
        Binding("J,shift+down", "shift(1)"),
        Binding("K,shift+up", "shift(-1)"),
        Binding("c", "comment"),
        Binding("u", "undo"),
        Binding("ctrl+r", "redo"),
        Binding("y", "copy"),
    ]

    def __init__(
        self,
        history: DossierHistory,
        records: Mapping[str, RecordRow | None],
        at: str | None,
        pin_key: str,
        told: str = "",
    ) -> None:
        super().__init__(told)
        self._history = history
        self._records = records
        self._at = at
        self._pin_key = pin_key
        self._commented: str | None = None
        self.export: Callable[[], None] = lambda: None
        self.copy: Callable[[], Awaitable[str]] = _nothing

    # What is shown.

    def show_lines(self) -> None:
        """Show the pins, with the cursor on the claim one comes from."""
        self.show_pins(self._at)

    @property
    def _record(self) -> str | None:
        """The record that the cursor is on, by its claim or its comment."""
        cursor = self.lines.cursor
        return None if cursor is None else record_of(cursor)

    def show_pins(self, cursor: str | None = None) -> None:
        """Show the dossier as it is now."""
        dossier = self._history.dossier
        lines = dossier_lines(dossier, self._records)
        self.lines.show(lines or empty_lines(self._pin_key), cursor)
        title = f"Dossier: {len(dossier.pins):,}" if dossier.pins else "Dossier"
        self.entitle(title)

    # Choosing.

    async def action_choose(self) -> None:
        """Keep the comment that is typed; else go to the claim, or edit its comment."""
        if self.is_typing and self._commented is not None:
            await self._keep_comment(self._commented)
        elif (self.lines.cursor or "").startswith(COMMENT):
            self.action_comment()
        elif (record := self._record) is not None and self._records.get(record):
            self.dismiss(record)
        elif record is not None:
            self.say("It is no longer in the data set; d removes it.", Tone.WARN)

    # Changing it.

    async def action_shift(self, delta: int) -> None:
        """Bring the claim one place further."""
        record, cursor = self._record, self.lines.cursor
        place = None if record is None else self._history.dossier.place(record)
        if record is not None and place is not None and place + delta >= 0:
            told = await to_thread(self._history.carry_out, Move(record, place + delta))
            self._changed(told, cursor)

    async def action_remove(self) -> None:
        """Take the claim out."""
        if (record := self._record) is None:
            return
        place = self._history.dossier.place(record) or 0
        told = await to_thread(self._history.carry_out, Take(record))
        pins = self._history.dossier.pins
        after = pins[min(place, len(pins) - 1)].record if pins else None
        self._changed(told or "Removed; u puts it back.", after)

    async def action_undo(self) -> None:
        """Take the last change back."""
        if not self._history.can_undo:
            self.say("Nothing was changed that could be undone.")
            return
        told = await to_thread(self._history.undo)
        self._changed(told or "Undone; ctrl+r does it again.", self._history.touched)

    async def action_redo(self) -> None:
        """Make the change again."""
        if not self._history.can_redo:
            self.say("Nothing was undone that could be done again.")
            return
        told = await to_thread(self._history.redo)
        self._changed(told or "Done again.", self._history.touched)

    def _changed(self, told: str, cursor: str | None) -> None:
        self.show_pins(cursor)
        self.say(told)

    # The comment.

    def action_comment(self) -> None:
        """Edit the comment of the claim, in the line below."""
        record = self._record
        pin = None if record is None else self._history.dossier.pin(record)
        if pin is None:
            return
        self._commented = pin.record
        self.ask(pin.comment, "Enter keeps the comment, Esc leaves it as it was.")

    async def _keep_comment(self, record: str) -> None:
        comment = self.typed.strip()
        self.end_typing()
        told = await to_thread(self._history.carry_out, Comment(record, comment))
        self._changed(told, record)

    # What leaves it.

    def action_export(self) -> None:
        """Write it to a file."""
        if self._is_filled():
            self.export()

    async def action_copy(self) -> None:
        """Copy all of it as Markdown."""
        if self._is_filled():
            self.say(await self.copy())

    def _is_filled(self) -> bool:
        """Say whether there is anything, and tell the reader where there is not."""
        if not self._history.dossier.pins:
            self.say(f"Nothing is pinned yet; {self._pin_key} pins the claim under the cursor.")
        return bool(self._history.dossier.pins)


async def _nothing() -> str:
    return ""
