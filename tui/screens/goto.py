"""Go to anything: one box in which one types, a list of what that may mean, and a look at it."""

from __future__ import annotations

from dataclasses import dataclass
from time import monotonic
from typing import ClassVar, cast

from textual import on
from textual.app import App, ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Container, Horizontal, Vertical
from textual.content import Content
from textual.events import Key, Resize
from textual.geometry import Size
from textual.reactive import Reactive
from textual.screen import ModalScreen
from textual.timer import Timer
from textual.widget import Widget
from textual.widgets import Input, Static

from scale_explorer.data.store.protocol import Store
from scale_explorer.models.text import clean

from ..goto.drawing import COLUMNS, remark, rows
from ..goto.history import typed_before
from ..goto.newest import Newest
from ..goto.offer import Offer, Surroundings
from ..goto.offers import nothing, offers
from ..goto.preview import preview
from ..goto.targets import Chosen
from ..pacing import Pacer
from ..widgets.filter_bar import LONGEST, FilterInput
from ..widgets.lines import Line
from ..widgets.row_list import RowList
from ..widgets.text_lines import TextLines

WIDE, TALL = 100, 24
"""Columns from which a look stands beside the list, and rows from which one stands below it."""


@dataclass(frozen=True, slots=True)
class Answer:
    """What was offered for a text."""

    text: str
    offers: tuple[Offer, ...]


class GotoScreen(ModalScreen[Chosen | None]):
    """Dismissed with what was chosen, or with None.

    Typing never waits: answers come from a thread, the newest wins. Only Enter, Tab and Up wait for
    the answer to the text as it stands, so that keys which arrive together mean what they say.
    """

    AUTO_FOCUS = None
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("escape,ctrl+c", "dismiss(None)"),
        Binding("down,ctrl+n", "move(1)"),
        Binding("up,ctrl+p", "move(-1)"),
        Binding("pagedown", "page(1)"),
        Binding("pageup", "page(-1)"),
        Binding("tab", "complete"),
        Binding("enter", "choose"),
    ]
    DEFAULT_CSS = """
    GotoScreen {
        align: center top;
        & > Vertical {
            width: 130; max-width: 100%; height: 100%; max-height: 40;
            border: round $line-focus; border-title-color: $primary; border-subtitle-color: $dim;
            background: $background; padding: 0 1;
        }
        &.-tall > Vertical { height: 90%; margin-top: 1; }
        &.-ascii > Vertical { border: ascii $line-focus; }
        & #box { height: 1; }
        & #box > Static { width: 2; color: $primary; }
        & #box > FilterInput {
            width: 1fr; background: transparent;
            &:focus { background-tint: $foreground 0%; }
        }
        & #found { height: 1fr; layout: vertical; }
        &.-tall #found { margin-top: 1; }
        & RowList { height: 1fr; }
        & #look { display: none; }
        &.-tall #look { display: block; height: 40%; border-top: solid $line; }
        &.-wide #found { layout: horizontal; }
        &.-wide #look {
            display: block; width: 40%; height: 100%;
            border-top: none; border-left: solid $line; padding-left: 1;
        }
        &.-ascii #look { border-top: none; border-left: none; }
        & #told { height: 1; }
    }
    """

    focused = Reactive[Widget | None](None, repaint=False)
    """Textual would send the whole screen again when the box takes the keyboard."""

    def __init__(
        self,
        store: Store,
        around: Surroundings,
        history: tuple[str, ...] = (),
        *,
        ascii_only: bool = False,
    ) -> None:
        super().__init__(classes="-ascii" if ascii_only else None)
        self._store = store
        self._around = around
        self._history = history
        self._ascii = ascii_only
        self._answer = Answer("", ())
        self._answers = Newest(self._show)
        self._looks = Newest(self._show_look)
        self._pacer = Pacer()
        self._look_timer: Timer | None = None

    def compose(self) -> ComposeResult:
        """Put the box above the list, the look at it beside or below, and a line for remarks."""
        self._fit(cast("App[None]", self.app).size)  # pyright: ignore[reportUnknownMemberType]
        with Vertical() as frame:
            frame.border_title = Content("Go to")
            frame.border_subtitle = Content(
                "Enter: go   Tab: complete   Up: typed before   Esc: close"
            )
            with Horizontal(id="box"):
                yield Static(Content(":"))
                yield FilterInput()
            with Container(id="found"):
                yield RowList(COLUMNS)
                yield TextLines(id="look")
            yield TextLines(id="told")

    def on_mount(self) -> None:
        """Take the keyboard at once, for keys that are under way already, and show a first list."""
        for view in (self._list, *self.query(TextLines)):
            view.ascii = self._ascii
            view.can_focus = False
        self._box.can_focus = True
        self.set_focus(self._box)
        self._show(self._find(""))

    def on_unmount(self) -> None:
        """Let the threads end."""
        self._answers.close()
        self._looks.close()

    @property
    def _box(self) -> FilterInput:
        return self.query_one(FilterInput)

    @property
    def _list(self) -> RowList:
        return self.query_one(RowList)

    @property
    def _chosen(self) -> Offer | None:
        """The offer under the cursor."""
        cursor = self._list.cursor
        return None if cursor is None else self._answer.offers[int(cursor)]

    # What is offered.

    @on(Input.Changed)
    def _typed(self, event: Input.Changed) -> None:
        event.stop()
        text = self._box.value
        self._answers.forget()
        if text != self._answer.text:
            self._answers.soon(lambda: self._find(text))

    def _find(self, text: str) -> Answer:
        return Answer(text, offers(self._store, text, self._around))

    def _settle(self) -> None:
        """Answer the text as it stands here and now, unless it is answered already."""
        if self._answer.text != self._box.value:
            self._answers.forget()
            self._show(self._find(self._box.value))

    def _show(self, answer: Answer) -> None:
        self._answer = answer
        self._list.empty = nothing(answer.text)
        self._list.show(rows(answer.offers))
        self._come_to()

    # What the offer under the cursor leads to.

    @on(RowList.Moved)
    def _moved(self, message: RowList.Moved) -> None:
        message.stop()
        self._come_to()

    def _come_to(self) -> None:
        """Remark on the offer under the cursor, and look at it at the pace of the cursor."""
        told = remark(self._chosen, alone=not self._has_look)
        self.query_one("#told", TextLines).show(told)
        self._stop_waiting()
        self._looks.forget()
        delay = self._pacer.delay(monotonic())
        if delay:
            self._look_timer = self.set_timer(delay, self._look)
        else:
            self._look()

    def _look(self) -> None:
        offer, store = self._chosen, self._store
        if offer is None or not self._has_look:
            self._show_look(())
        else:
            self._looks.soon(lambda: preview(store, offer))

    @property
    def _has_look(self) -> bool:
        """Whether there is room for a look beside or below the list."""
        return self.has_class("-wide") or self.has_class("-tall")

    def _show_look(self, lines: tuple[Line, ...]) -> None:
        self.query_one("#look", TextLines).show(lines)

    def _stop_waiting(self) -> None:
        if self._look_timer is not None:
            self._look_timer.stop()
            self._look_timer = None

    def on_resize(self, event: Resize) -> None:
        """Look again: there may be room for it now, or none any more."""
        self._fit(event.size)
        self._come_to()

    def _fit(self, size: Size) -> None:
        """Set the classes that the layout goes by; breakpoints would draw the first frame twice."""
        self.set_class(size.width >= WIDE, "-wide")
        self.set_class(size.height >= TALL, "-tall")

    # Keys.

    def on_key(self, event: Key) -> None:
        """Type a letter that did not come by the box: it was under way before there was one."""
        if event.is_printable and event.character:
            event.stop()
            self.set_focus(self._box)
            self._box.insert_text_at_cursor(event.character)

    def action_move(self, delta: int) -> None:
        """Move the cursor; above the first offer of an empty box stands what was typed before."""
        self._settle()
        if delta < 0 and not self._box.value and self._list.cursor in {None, "0"}:
            self._swap_history()
        else:
            self._list.move(delta)

    def _swap_history(self) -> None:
        """Show what was typed before, or the first list again."""
        before = typed_before(self._history)
        shown = self._answer.offers == before
        self._show(self._find("") if shown or not before else Answer("", before))

    def action_page(self, delta: int) -> None:
        """Move by pages."""
        self._settle()
        self._list.move_page(delta)

    def action_complete(self) -> None:
        """Type the offer under the cursor, or else the first that goes on as the text begins."""
        self._settle()
        text = self._box.value
        begun = [
            each.completion for each in self._answer.offers if each.completion.startswith(text)
        ]
        own = [self._chosen.completion] if self._chosen else []
        others = [] if text.endswith(" ") else begun  # behind a blank any word could come
        if completion := next((each for each in (*own, *others) if each not in {"", text}), ""):
            self._type(completion)

    def _type(self, text: str) -> None:
        self._box.value = clean(text)[:LONGEST]
        self._box.cursor_position = len(self._box.value)

    def action_choose(self) -> None:
        """Go where the offer under the cursor leads, or type it where it is only begun."""
        self._settle()
        self._choose()

    @on(RowList.Chosen)
    def _double_clicked(self, message: RowList.Chosen) -> None:
        message.stop()
        self._choose()

    def _choose(self) -> None:
        offer = self._chosen
        if offer is None or offer.why_not:
            return  # the line below says why
        if offer.target is None:
            self._type(offer.completion)
        else:
            self.dismiss(Chosen(offer.target, self._box.value.strip()))
