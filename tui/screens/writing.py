"""The form in which a record is written: what is said, on which words, and what the checks say."""

from __future__ import annotations

from collections.abc import Callable
from typing import ClassVar

from textual import on
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Vertical, VerticalScroll
from textual.content import Content
from textual.events import Click, Resize
from textual.reactive import Reactive
from textual.widget import Widget
from textual.widgets import Static

from scale_explorer.models.text import clean

from ..newest import Newest
from ..pacing import Follower
from ..widgets.field_input import FieldLine
from ..widgets.one_line import shown
from ..widgets.pop_up import PopUp
from ..widgets.row_list import ChoiceList, RowList
from ..widgets.text_lines import TextLines
from ..writing.completing import Offer, offers
from ..writing.desk import Desk, Verdict
from ..writing.draft import Draft
from ..writing.fields import Field, What
from ..writing.outcome import Outcome, judged, saved
from ..writing.told import told
from .writing_lines import (
    OFFER_COLUMNS,
    offer_rows,
    shared,
    title,
    verdict_lines,
    words_lines,
)

_ACTS = "Enter: save   Tab: next   →: take a proposal   Ctrl+y: take all   Esc: close, kept"
_WIDTH = 110
_FRAME = 3
"""Rows of the border and of the line that says how a field is written."""
_ACTS_NARROW = "Enter: save  →: take  Ctrl+y: take all  Esc: close"
_SETTLED_BY_CHOOSING = frozenset({
    What.CHOICE, What.ID, What.IDS, What.IDS_WITH_ROLES, What.MENTIONS, What.FORMULA,
})  # fmt: skip


class WritingScreen(PopUp[Outcome]):
    """Typing never waits: the checks and the disk are asked on a thread, the newest text wins."""

    AUTO_FOCUS = ""
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("escape,ctrl+c", "close"),
        Binding("enter", "enter", priority=True),
        Binding("tab", "next", priority=True),
        Binding("shift+tab", "step(-1)", priority=True),
        Binding("down,ctrl+n", "move(1)", priority=True),
        Binding("up,ctrl+p", "move(-1)", priority=True),
        Binding("ctrl+y", "take_all", priority=True),
    ]
    DEFAULT_CSS = """
    WritingScreen {
        align: center middle;
        & > Vertical {
            width: 110; max-width: 100%; height: 100%;
            border: round $line-focus; border-title-color: $primary; border-subtitle-color: $dim;
            background: $background; padding: 0 1;
        }
        & #form {
            scrollbar-size-vertical: 1; scrollbar-background: $background;
            scrollbar-color: $faint; scrollbar-color-hover: $dim; scrollbar-color-active: $dim;
        }
        & #hint { height: 1; color: $text-muted; }
        & #verdict { border-top: solid $line; }
    }
    """

    focused = Reactive[Widget | None](None, repaint=False)
    """Textual would send the whole screen again whenever the keyboard goes to another field."""

    def __init__(
        self, desk: Desk, draft: Draft, keep: Callable[[Draft], None], first: str = ""
    ) -> None:
        super().__init__()
        self._first = first
        self._desk = desk
        self.draft = draft
        self._keep = keep
        self._offers: tuple[Offer, ...] = ()
        self._offered_for = ("", "")
        self.field: Field = draft.fields[0]
        self.verdict: Verdict | None = None
        self._insisted = False
        self._saving = False
        self._has_chosen = False
        self._verdicts = Newest(self._show_verdict)
        self._saves = Newest(self._saved)
        self._pace = Follower(self, self._ask)

    # What is on the screen.

    def compose(self) -> ComposeResult:
        """Put the words above the fields, and below them what may be meant and what is wrong."""
        with Vertical() as frame:
            frame.border_title = Content(title(self.draft))
            frame.border_subtitle = Content(_ACTS)
            yield TextLines(id="words")
            with VerticalScroll(id="form", can_focus=False):
                for field in self.draft.fields:
                    yield self._line(field)
            yield Static(id="hint")
            choices = ChoiceList(OFFER_COLUMNS)
            choices.id = "offers"
            yield choices
            yield TextLines(id="verdict")

    def _line(self, field: Field) -> FieldLine:
        label = f"{field.label}{' *' if field.needed else ''}"
        proposal = self.draft.proposals.get(field.key, "")
        return FieldLine(field.key, label, self.draft.text(field.key), proposal)

    def on_mount(self) -> None:
        """Begin in the first field that still needs something."""
        for view in (self._choices, *self.query(TextLines)):
            view.can_focus = False
        self.query_one("#words", TextLines).show(words_lines(self.draft))
        self._go_to(self._first_open())
        if self._first:
            self._tell(self._first)
        self._ask()

    def on_resize(self, event: Resize) -> None:
        """Share the height out: what does not fit scrolls, and the verdict stays in sight."""
        room = event.size.height - _FRAME
        words = self.query_one("#words", TextLines)
        quoted = words.get_content_height(self.size, self.size, min(_WIDTH, self.size.width) - 4)
        shares = shared(room, min(quoted, 4), len(self.draft.fields))
        for each, height in zip(("#words", "#form", "#offers", "#verdict"), shares, strict=True):
            self.query_one(each).styles.height = height
        frame = self.query_one(Vertical)
        frame.border_subtitle = Content(_ACTS if event.size.width >= 90 else _ACTS_NARROW)
        frame.styles.height = min(event.size.height, sum(shares) + _FRAME)

    def on_unmount(self) -> None:
        """Let the threads end."""
        self._verdicts.close()
        self._saves.close()

    def on_click(self, event: Click) -> None:
        """Close when the click is beside the frame."""
        if event.widget is self:
            self.action_close()

    @property
    def _choices(self) -> RowList:
        return self.query_one(RowList)

    @property
    def _lines(self) -> tuple[FieldLine, ...]:
        return tuple(self.query(FieldLine))

    @property
    def _here(self) -> FieldLine:
        return next(line for line in self._lines if line.key == self.field.key)

    def _first_open(self) -> int:
        fields = self.draft.fields
        empty = [
            n for n, each in enumerate(fields) if each.needed and not self.draft.text(each.key)
        ]
        return empty[0] if empty else 0

    def _go_to(self, place: int) -> None:
        line = self._lines[place % len(self._lines)]
        self.set_focus(line.input)
        self._come_to(line.key)

    # While one types.

    @on(FieldLine.Entered)
    def _entered(self, message: FieldLine.Entered) -> None:
        message.stop()
        self._come_to(message.key)

    def _come_to(self, key: str) -> None:
        """Offer what another field may mean."""
        if key != self.field.key or self._offered_for[0] != key:
            self.field = next(each for each in self.draft.fields if each.key == key)
            self._offer()

    @on(FieldLine.Changed)
    def _changed(self, message: FieldLine.Changed) -> None:
        message.stop()
        self.settle()

    def settle(self) -> None:
        """Take over what stands in the fields now: a key may overtake the news of a letter."""
        if self._saving:
            return  # what is typed now comes too late
        draft = self.draft
        for line in self._lines:
            # A text that the line shows as it can is no other one.
            if line.input.value != shown(draft.text(line.key)):
                draft = draft.with_text(line.key, line.input.value)
        if draft != self.draft:
            self.draft = draft
            self._insisted = False
            self._keep(draft)
            self._pace.moved()
        if (self.field.key, self._here.input.value) != self._offered_for:
            self._offer()

    def _offer(self) -> None:
        """Offer what the field may mean, and say how it is written."""
        text = self._here.input.value
        self._offered_for = self.field.key, text
        self._offers = offers(self.field, text, self._desk.choices, self.draft.new)
        self._has_chosen = False
        proposal = "" if text else self.draft.proposals.get(self.field.key, "")
        marked = next((n for n, each in enumerate(self._offers) if each.text == proposal), 0)
        self._choices.show(offer_rows(self._offers), str(marked))
        self._tell(told(self.field, text))

    def _ask(self) -> None:
        desk, draft = self._desk, self.draft
        self._verdicts.soon(lambda: judged(desk, draft))

    def _show_verdict(self, verdict: Verdict) -> None:
        self.verdict = verdict
        self.query_one("#verdict", TextLines).show(verdict_lines(self.draft, verdict))

    # Keys.

    def action_move(self, delta: int) -> None:
        """Move among what is offered, or else among the fields."""
        self.settle()
        if self._offers:
            self._choices.move(delta)
            self._has_chosen = True
        else:
            self.action_step(delta)

    def action_step(self, delta: int) -> None:
        """Go to the next field or the one before."""
        self._go_to(self._lines.index(self._here) + delta)

    def action_next(self) -> None:
        """Take what is offered where something was begun, and go to the next field."""
        self._settle()
        self.action_step(1)

    def action_take_all(self) -> None:
        """Take all that is proposed."""
        for line in self._lines:
            line.input.take_proposal()

    def action_enter(self) -> None:
        """Take what is offered where something was begun, or else save."""
        if self._settle():
            self.action_step(1)
        else:
            self._save()

    def _settle(self) -> bool:
        """Take the offer that is marked, if the field does not say a whole yet."""
        self.settle()
        offer = self._marked
        text = self._here.input.value.strip()
        begun = bool(text) or self._has_chosen
        if offer is None or self.field.what not in _SETTLED_BY_CHOOSING or not begun:
            return False
        if text == offer.text.strip() or (not self._has_chosen and self._is_whole(text)):
            return False
        if offer.new is not None:
            self.draft = self.draft.with_new(offer.new)
        self._here.input.write(offer.text)
        self.settle()
        return True

    def _is_whole(self, text: str) -> bool:
        """Say whether what stands in the field is one of its values already."""
        there = any(each.text.strip() == text and each.new is None for each in self._offers)
        return there or text.endswith("}")

    @property
    def _marked(self) -> Offer | None:
        cursor = self._choices.cursor
        return None if cursor is None or not self._offers else self._offers[int(cursor)]

    @on(RowList.Chosen)
    def _clicked(self, message: RowList.Chosen) -> None:
        message.stop()
        self._has_chosen = True
        self.action_enter()

    def action_close(self) -> None:
        """Close the form; what stands in it is kept."""
        self.settle()
        if not self._saving:
            self.dismiss(Outcome(self.draft))

    # Saving.

    def _save(self) -> None:
        if self._saving:
            return
        self.settle()
        desk, draft, insisted = self._desk, self.draft, self._insisted
        self._saving = True
        self._tell("Saving …")

        self._saves.soon(lambda: saved(desk, draft, insisted=insisted))

    def _saved(self, answer: Outcome | Verdict) -> None:
        self._saving = False
        if isinstance(answer, Outcome):
            self.dismiss(answer)
            return
        self._show_verdict(answer)
        if answer.is_readable:
            self._insisted = True
            self._tell("The checks find errors; Enter again saves it all the same.")
        else:
            self._tell("It is not saved: the record could not be read. Mend what is told below.")
            self._go_to(self._first_open())

    def _tell(self, words: str) -> None:
        self.query_one("#hint", Static).update(Content(clean(words)))
