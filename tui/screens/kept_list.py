"""A pop-up on a list that one keeps: keys change it, a line below takes words, another tells."""

from __future__ import annotations

from abc import abstractmethod
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

from ..widgets.filter_input import FilterInput
from ..widgets.lines import Line, Span
from ..widgets.pop_up import PopUp
from ..widgets.rows import Tone
from ..widgets.text_lines import TextLines


class KeptListScreen(PopUp[str | None]):
    """Dismissed with the record to go to, or with None; `told` is said at first.

    What keys do to the list, and what its lines are, is for the screens built on it.
    """

    NAME: ClassVar[str]
    ASKS: ClassVar[str]
    """What stands before the words that are typed."""
    LONGEST: ClassVar[int]
    """Code points of these words."""
    KEYS: ClassVar[str]
    KEYS_SHORT: ClassVar[str]
    ALL_KEYS: ClassVar[str]
    """The keys in the lower edge, those where there is little room, and what all of them do."""
    WIDE: ClassVar[int]
    """Columns of the screen from which on all keys are told in the lower edge."""

    AUTO_FOCUS = ""
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("escape,ctrl+c", "close"),
        Binding("q", "dismiss(None)"),
        Binding("down,j", "move(1)"),
        Binding("up,k", "move(-1)"),
        Binding("pagedown,ctrl+d", "page(1)"),
        Binding("pageup,ctrl+u", "page(-1)"),
        Binding("home", "to_end(-1)"),
        Binding("end,G", "to_end(1)"),
        Binding("enter", "choose"),
        Binding("d,delete", "remove"),
        Binding("e", "export"),
        Binding("question_mark,f1", "help"),
    ]
    DEFAULT_CSS = """
    KeptListScreen {
        align: center middle;
        & > Vertical {
            width: 100; max-width: 100%; height: 100%; max-height: 40;
            border: round $line-focus; border-title-color: $primary; border-subtitle-color: $dim;
            background: $background; padding: 0 1;
        }
        & #lines { height: 1fr; }
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
    """Textual would send the whole screen again when the keyboard goes to the line of words."""

    def __init__(self, told: str = "") -> None:
        super().__init__()
        self._told = told

    @abstractmethod
    def show_lines(self) -> None:
        """Show the list as it is at first, with the cursor where it belongs."""

    @abstractmethod
    async def action_choose(self) -> None:
        """Keep the words that are typed; else do what the line under the cursor stands for."""

    def compose(self) -> ComposeResult:
        """Put the list above the line of words, and a line that tells what happened."""
        with Vertical() as frame:
            frame.border_title = Content(self.NAME)
            yield TextLines(holds_cursor=True, id="lines")
            with Horizontal(id="line"):
                yield Static(Content(self.ASKS))
                yield FilterInput(self.LONGEST)
            yield TextLines(id="told")

    def on_mount(self) -> None:
        """Show the list, and give it the keyboard."""
        self.query_one("#told", TextLines).can_focus = False
        self.show_lines()
        self.set_focus(self.lines)
        self.say(self._told, Tone.WARN)

    def on_resize(self, event: Resize) -> None:
        """Tell as many keys as there is room for."""
        keys = self.KEYS if event.size.width >= self.WIDE else self.KEYS_SHORT
        self.query_one(Vertical).border_subtitle = Content(keys)

    def on_click(self, event: Click) -> None:
        """Close when the click is beside the frame."""
        if event.widget is self:
            self.dismiss(None)

    @property
    def lines(self) -> TextLines:
        """The list."""
        return self.query_one("#lines", TextLines)

    def entitle(self, title: str) -> None:
        """Say in the upper edge what it is."""
        self.query_one(Vertical).border_title = Content(title)

    def say(self, words: str, tone: Tone = Tone.DIM) -> None:
        """Tell something below the list, until something else is done."""
        told = (Line((Span(words, tone),)),) if words else ()
        self.query_one("#told", TextLines).show(told)

    # Moving and choosing.

    def action_move(self, delta: int) -> None:
        """Move the cursor."""
        self.say("")
        self.lines.move(delta)

    def action_page(self, delta: int) -> None:
        """Move by half pages."""
        self.lines.move_page(delta, half=True)

    def action_to_end(self, direction: int) -> None:
        """Go to the first or last line."""
        self.lines.move_to_end(direction)

    @on(TextLines.Chosen)
    async def _clicked(self, message: TextLines.Chosen) -> None:
        message.stop()
        await self.action_choose()

    def action_help(self) -> None:
        """Tell all keys."""
        self.say(self.ALL_KEYS)

    # Words that are typed.

    @property
    def typed(self) -> str:
        """What is typed."""
        return self._box.value

    @property
    def is_typing(self) -> bool:
        """Whether words are asked for."""
        return self.query_one("#line").display

    @property
    def _box(self) -> FilterInput:
        return self.query_one(FilterInput)

    def ask(self, proposed: str, told: str) -> None:
        """Ask for words in the line below the list."""
        self.query_one("#line").display = True
        self._box.value = proposed
        self._box.cursor_position = len(proposed)
        self._box.can_focus = True
        self.set_focus(self._box)
        self.say(told)

    def end_typing(self) -> None:
        """Take the line of words away."""
        self._box.can_focus = False
        self.query_one("#line").display = False
        self.set_focus(self.lines)
        self.say("")

    def action_close(self) -> None:
        """Leave the words that are typed, or close."""
        if self.is_typing:
            self.end_typing()
        else:
            self.dismiss(None)
