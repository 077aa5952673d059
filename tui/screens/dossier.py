"""The dossier: the pinned claims in their order, with comments that are written right there."""

from __future__ import annotations

from asyncio import to_thread
from collections.abc import Awaitable, Callable, Mapping
from typing import ClassVar

from textual import on
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Horizontal, Vertical
from textual.content import Content
from textual.events import Click, Resize
from textual.reactive import Reactive
from textual.widget import Widget
from textual.widgets import Static

from scale_explorer.data.dossier.dossier import LONGEST_COMMENT, Comment, Move, Take
from scale_explorer.data.store.rows.records import RecordRow

from ..dossier_lines import COMMENT, dossier_lines, empty_lines, record_of
from ..memory.dossier_history import DossierHistory
from ..widgets.filter_bar import FilterInput
from ..widgets.lines import Line, Span
from ..widgets.pop_up import PopUp
from ..widgets.rows import Tone
from ..widgets.text_lines import TextLines

_KEYS = "Enter go  c comment  J K move  d remove  u undo  e export  y copy  Esc close"
_KEYS_SHORT = "Enter c J K d u e y  ? keys  Esc"
_HELP = (
    "Enter goes to the claim, on a comment it edits that; c comments; J K or shift with the arrows "
    "move a claim; d or Del removes it, u takes the last change back and ctrl+r makes it again; "
    "e exports, y copies all as Markdown; Esc or B closes."
)
_WIDE = 86
"""Columns of the screen from which on all keys are told in the lower edge."""


class DossierScreen(PopUp[str | None]):
    """Dismissed with the record to go to, or with None.

    `records` has what the set knows of each pin; `pin_key` is the key that pins; `told` is said at
    first. Whoever opens it sets what `export` and `copy` do, which ends with words to say.
    """

    AUTO_FOCUS = ""
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("escape,ctrl+c", "close"),
        Binding("q,B", "dismiss(None)"),
        Binding("down,j", "move(1)"),
        Binding("up,k", "move(-1)"),
        Binding("pagedown,ctrl+d", "page(1)"),
        Binding("pageup,ctrl+u", "page(-1)"),
        Binding("home", "to_end(-1)"),
        Binding("end,G", "to_end(1)"),
        Binding("J,shift+down", "shift(1)"),
        Binding("K,shift+up", "shift(-1)"),
        Binding("enter", "choose"),
        Binding("c", "comment"),
        Binding("d,delete", "remove"),
        Binding("u", "undo"),
        Binding("ctrl+r", "redo"),
        Binding("e", "export"),
        Binding("y", "copy"),
        Binding("question_mark,f1", "help"),
    ]
    DEFAULT_CSS = """
    DossierScreen {
        align: center middle;
        & > Vertical {
            width: 100; max-width: 100%; height: 100%; max-height: 40;
            border: round $line-focus; border-title-color: $primary; border-subtitle-color: $dim;
            background: $background; padding: 0 1;
        }
        & #pins { height: 1fr; }
        & #line { height: 1; display: none; }
        & #line > Static { width: auto; color: $primary; }
        & #line > FilterInput {
            width: 1fr; background: transparent;
            &:focus { background-tint: $foreground 0%; }
        }
        & #told { height: auto; max-height: 6; }
    }
    """

    focused = Reactive[Widget | None](None, repaint=False)
    """Textual would send the whole screen again when the keyboard goes to the comment."""

    def __init__(
        self,
        history: DossierHistory,
        records: Mapping[str, RecordRow | None],
        at: str | None,
        pin_key: str,
        told: str = "",
    ) -> None:
        super().__init__()
        self._history = history
        self._records = records
        self._at = at
        self._pin_key = pin_key
        self._told = told
        self._commented: str | None = None
        self.export: Callable[[], None] = lambda: None
        self.copy: Callable[[], Awaitable[str]] = _nothing

    def compose(self) -> ComposeResult:
        """Put the pins above the line of a comment, and a line that tells what happened."""
        with Vertical() as frame:
            frame.border_title = Content("Dossier")
            yield TextLines(holds_cursor=True, id="pins")
            with Horizontal(id="line"):
                yield Static(Content("Comment: "))
                yield FilterInput(LONGEST_COMMENT)
            yield TextLines(id="told")

    def on_mount(self) -> None:
        """Show the pins, with the cursor on the claim one comes from."""
        self.query_one("#told", TextLines).can_focus = False
        self.show_pins(self._at)
        self.set_focus(self._pins)
        self.say(self._told, Tone.WARN)

    def on_resize(self, event: Resize) -> None:
        """Tell as many keys as there is room for."""
        keys = _KEYS if event.size.width >= _WIDE else _KEYS_SHORT
        self.query_one(Vertical).border_subtitle = Content(keys)

    def on_click(self, event: Click) -> None:
        """Close when the click is beside the frame."""
        if event.widget is self:
            self.dismiss(None)

    # What is shown.

    @property
    def _pins(self) -> TextLines:
        return self.query_one("#pins", TextLines)

    @property
    def _box(self) -> FilterInput:
        return self.query_one(FilterInput)

    @property
    def _record(self) -> str | None:
        """The record that the cursor is on, by its claim or its comment."""
        cursor = self._pins.cursor
        return None if cursor is None else record_of(cursor)

    def show_pins(self, cursor: str | None = None) -> None:
        """Show the dossier as it is now."""
        dossier = self._history.dossier
        lines = dossier_lines(dossier, self._records)
        self._pins.show(lines or empty_lines(self._pin_key), cursor)
        title = f"Dossier: {len(dossier.pins):,}" if dossier.pins else "Dossier"
        self.query_one(Vertical).border_title = Content(title)

    def say(self, words: str, tone: Tone = Tone.DIM) -> None:
        """Tell something below the pins; nothing takes it away."""
        told = (Line((Span(words, tone),)),) if words else ()
        self.query_one("#told", TextLines).show(told)

    # Moving and choosing.

    def action_move(self, delta: int) -> None:
        """Move the cursor."""
        self.say("")
        self._pins.move(delta)

    def action_page(self, delta: int) -> None:
        """Move by half pages."""
        self._pins.move_page(delta, half=True)

    def action_to_end(self, direction: int) -> None:
        """Go to the first or last line."""
        self._pins.move_to_end(direction)

    @on(TextLines.Chosen)
    async def _clicked(self, message: TextLines.Chosen) -> None:
        message.stop()
        await self.action_choose()

    async def action_choose(self) -> None:
        """Keep the comment that is typed; else go to the claim, or edit its comment."""
        if self._commented is not None:
            await self._keep_comment(self._commented)
        elif (self._pins.cursor or "").startswith(COMMENT):
            self.action_comment()
        elif (record := self._record) is not None and self._records.get(record):
            self.dismiss(record)
        elif record is not None:
            self.say("It is no longer in the data set; d removes it.", Tone.WARN)

    def action_close(self) -> None:
        """Leave the comment as it was, or close the dossier."""
        if self._commented is None:
            self.dismiss(None)
        else:
            self._end_typing()

    def action_help(self) -> None:
        """Tell all keys."""
        self.say(_HELP)

    # Changing it.

    async def action_shift(self, delta: int) -> None:
        """Bring the claim one place further."""
        record, cursor = self._record, self._pins.cursor
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
        self.query_one("#line").display = True
        self._box.value = pin.comment
        self._box.cursor_position = len(pin.comment)
        self._box.can_focus = True
        self.set_focus(self._box)
        self.say("Enter keeps the comment, Esc leaves it as it was.")

    async def _keep_comment(self, record: str) -> None:
        comment = self._box.value.strip()
        self._end_typing()
        told = await to_thread(self._history.carry_out, Comment(record, comment))
        self._changed(told, record)

    def _end_typing(self) -> None:
        self._commented = None
        self.query_one("#line").display = False
        self.set_focus(self._pins)
        self.say("")

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
