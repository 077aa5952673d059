"""A pop-up in which one types: a box, a list of what that may mean, and a line that tells more."""

from __future__ import annotations

from abc import abstractmethod
from typing import ClassVar, TypeVar

from textual import on
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Horizontal, Vertical
from textual.content import Content
from textual.events import Click, Key
from textual.reactive import Reactive
from textual.widget import Widget
from textual.widgets import Static

from ..widgets.filter_input import FilterInput
from ..widgets.looks import Look
from ..widgets.pop_up import PopUp
from ..widgets.row_list import RowList
from ..widgets.text_lines import TextLines
from .coverable import Coverable
from .size_classes import take_size_classes

AnswerT = TypeVar("AnswerT")


class BoxScreen(PopUp[AnswerT | None], Coverable[AnswerT | None]):
    """Dismissed with what was chosen, or with None.

    Letters are typed, whichever arrived before there was a box; the arrows, Enter and Esc act. A
    click on a row chooses it, one beside the frame closes.
    """

    NAME: ClassVar[str]
    SIGN: ClassVar[str]
    """What stands before the text that is typed."""
    ACTS: ClassVar[str]
    """What stands in the lower edge: the keys that act."""

    AUTO_FOCUS = ""
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("escape,ctrl+c", "dismiss(None)"),
        Binding("down,ctrl+n", "move(1)"),
        Binding("up,ctrl+p", "move(-1)"),
        Binding("pagedown", "page(1)"),
        Binding("pageup", "page(-1)"),
        Binding("enter", "choose"),
    ]
    DEFAULT_CSS = """
    BoxScreen {
        & > Vertical {
            max-width: 100%; height: 100%; max-height: 40;
            border: round $line-focus; border-title-color: $primary; border-subtitle-color: $dim;
            background: $background; padding: 0 1;
        }
        & #box { height: 1; }
        & #box > Static { width: 2; color: $primary; }
        & #box > FilterInput {
            width: 1fr; background: transparent;
            &:focus { background-tint: $foreground 0%; }
        }
        & RowList { height: 1fr; }
        & #told { height: 1; }
    }
    """

    focused = Reactive[Widget | None](None, repaint=False)
    """Textual would send the whole screen again when the box takes the keyboard."""

    @abstractmethod
    def compose_found(self) -> ComposeResult:
        """Yield the list of what the text may mean, and what stands beside it."""

    @abstractmethod
    def settle(self) -> None:
        """Answer the text as it stands here and now, unless it is answered already."""

    @abstractmethod
    def take(self) -> None:
        """Do what the row under the cursor stands for, as it was answered last."""

    def compose(self) -> ComposeResult:
        """Put the box above the list, and a line for remarks below it."""
        take_size_classes(self)
        with Vertical() as frame:
            frame.border_title = Content(self.NAME)
            frame.border_subtitle = Content(self.ACTS)
            with Horizontal(id="box"):
                yield Static(Content(self.SIGN))
                yield FilterInput()
            yield from self.compose_found()
            yield TextLines(id="told")

    def on_mount(self) -> None:
        """Take the keyboard at once, for keys that are under way already."""
        for view in (self.choices, *self.query(TextLines)):
            view.can_focus = False
        for rows in self.query(RowList):
            rows.look = Look.BOX
        self._take_keyboard()

    def _take_keyboard(self) -> None:
        self.box.can_focus = True
        self.set_focus(self.box)

    @property
    def box(self) -> FilterInput:
        """Where one types."""
        return self.query_one(FilterInput)

    @property
    def choices(self) -> RowList:
        """What the text may mean."""
        return self.query_one(RowList)

    @property
    def told(self) -> TextLines:
        """The line that tells more of the row under the cursor."""
        return self.query_one("#told", TextLines)

    def on_key(self, event: Key) -> None:
        """Type a letter that did not come by the box: it was under way before there was one."""
        if event.is_printable and event.character:
            event.stop()
            self._take_keyboard()
            self.box.insert_text_at_cursor(event.character)

    def on_click(self, event: Click) -> None:
        """Close when the click is beside the frame."""
        if event.widget is self:
            self.dismiss(None)

    def action_move(self, delta: int) -> None:
        """Move the cursor."""
        self.settle()
        self.choices.move(delta)

    def action_page(self, delta: int) -> None:
        """Move by pages."""
        self.settle()
        self.choices.move_page(delta)

    def action_choose(self) -> None:
        """Do what the row under the cursor stands for, once the text is answered."""
        self.settle()
        self.take()

    @on(RowList.Chosen)
    def _clicked(self, message: RowList.Chosen) -> None:
        message.stop()
        self.take()
