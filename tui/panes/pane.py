"""What the linked panes share: a view of the scene, a filter bar, and keys that move in it.

A pane asks by a call, not by a message: of several keys that arrive at once, each must find what
the one before it did.
"""

from __future__ import annotations

from abc import abstractmethod
from collections.abc import Callable
from typing import ClassVar

from textual import on
from textual.app import ComposeResult
from textual.binding import Binding
from textual.content import Content
from textual.events import Click, MouseDown
from textual.reactive import reactive

from scale_explorer.models.text import clean

from ..keymap import DEFAULT, single_keys
from ..keys import KeyBinding
from ..scene import Scene
from ..state import FocusPane, Intent, Navigation, Pane, SetFilter
from ..widgets.filter_bar import FilterBar
from ..widgets.ground import Stack
from ..widgets.keyed_view import KeyedView
from ..widgets.splitter import BorderDrag

_KINDS = {pane: pane.value.capitalize() for pane in Pane}


def textual_bindings(scope: str) -> list[Binding]:
    """Turn a scope's rows of the key table into Textual's; sequences are the screen's to read.

    Their ids are what `as_textual` gives other keys to.
    """
    return [
        Binding(key, binding.action, binding.description, id=binding.id, show=False)
        for binding in DEFAULT.of(scope)
        for key in single_keys(binding)
    ]


class LinkedPane(BorderDrag, Stack):
    """A bordered pane: what it shows follows the scene, what is done in it becomes an intent."""

    PANE: ClassVar[Pane]
    NUMBER: ClassVar[int]

    navigation: reactive[Navigation] = reactive(Navigation, repaint=False)
    scene: reactive[Scene | None] = reactive(None, repaint=False)

    def __init__(self, ask: Callable[[Intent], None]) -> None:
        super().__init__()
        self.ask = ask
        self._named: tuple[str, str, str] | None = None
        self.named = ""
        self._place = ""
        self._partner: LinkedPane | None = None
        self._to_the_end = False
        self._taken = ""
        self._made_bar: FilterBar | None = None
        self._found = ""

    @abstractmethod
    def compose(self) -> ComposeResult:
        """Yield what stands under the filter bar, which is made when it is first needed."""

    @abstractmethod
    def moved_to(self, key: str) -> None:
        """Ask for what it means that the cursor came to a row."""

    @abstractmethod
    def choose(self, key: str) -> None:
        """Ask for what Enter means on a row."""

    @property
    @abstractmethod
    def view(self) -> KeyedView:
        """The rows or lines that hold the cursor."""

    def name_pane(self, text: str, place: str = "") -> None:
        """Name the pane, and where one is in it at the right of its lower edge."""
        self.named, self._place = clean(text), clean(place)
        self._write_frame()

    def take_turns_with(self, other: LinkedPane | None) -> None:
        """Name, behind this pane's own name, the one that a click there brings in its place."""
        self._partner = other
        self._write_frame()

    def _write_frame(self) -> None:
        partner = f"{self._partner.NUMBER} {_KINDS[self._partner.PANE]}" if self._partner else ""
        told = (self.named, self._place, partner)
        if told == self._named:
            return
        self._named = told  # Textual sends the whole pane again for each
        own = f"{self.NUMBER} {self.named}"
        behind = [("  " + partner, "not bold $dim")] if partner else []
        self.border_title = Content.assemble(own, *behind)
        self.border_subtitle = Content(self._place)

    def be_current(self, *, current: bool) -> None:
        """Tell by the frame whether the keyboard is here; what stands in it needs no new styles."""
        if self.has_class("-current") is not current:
            self.set_class(current, "-current", update=False)
            self.app.stylesheet.apply(self)  # pyright: ignore[reportUnknownMemberType] - untyped there

    def links(self) -> tuple[str, ...]:
        """Return the keys in sight that lead somewhere."""
        return self.view.links()

    # Keys that every pane has.

    def action_move(self, delta: int) -> None:
        """Move the cursor by rows."""
        self._move(lambda: self.view.move(delta))

    def action_half_page(self, delta: int) -> None:
        """Move by half pages."""
        self._move(lambda: self.view.move_page(delta, half=True))

    def action_page(self, delta: int) -> None:
        """Move by pages."""
        self._move(lambda: self.view.move_page(delta))

    def action_to_end(self, direction: int) -> None:
        """Go to the first or last row; where not all were looked for, to the last of all."""
        self._to_the_end = direction > 0
        self._move(lambda: self.view.move_to_end(direction))
        if not self.stands_for_more(self.view.cursor):
            self._to_the_end = False

    def stands_for_more(self, key: str | None) -> bool:
        """Say whether a row stands for more than was looked for."""
        del key
        return False

    def go_on_to_the_end(self) -> None:
        """Go to the last row once all that there is was found."""
        if self._to_the_end:
            self._to_the_end = False
            self.action_to_end(1)

    def action_choose(self) -> None:
        """Keep the filter that is being typed, or do what Enter does on the row of the cursor."""
        if self.typing:
            self.stop_typing()
        elif (key := self.view.cursor) is not None:
            self.choose(key)

    def _move(self, move: Callable[[], None]) -> None:
        before = self.view.cursor
        with self.view.prevent(type(self.view).Moved):
            move()
        if (key := self.view.cursor) is not None and key != before:
            self.moved_to(key)

    @on(KeyedView.Moved)
    def _clicked(self, message: KeyedView.Moved) -> None:
        message.stop()
        if self.view.cursor in {None, message.key}:  # a text without cursor has passages
            self.moved_to(message.key)

    @on(KeyedView.Chosen)
    def _double_clicked(self, message: KeyedView.Chosen) -> None:
        message.stop()
        self.choose(message.key)

    def take_key(self, key: str, bindings: tuple[KeyBinding, ...]) -> str:
        """Return the action of a key that this pane reads before all others; mostly none."""
        del key, bindings
        return ""

    @property
    def selecting(self) -> bool:
        """Whether keys grow and move a selection of words."""
        return False

    # The filter, as it is typed.

    def action_filter(self) -> None:
        """Begin to type a filter."""
        self._bar.begin(self.navigation.now.of(self.PANE).filter)
        self._taken = self._bar.text

    @property
    def is_taking(self) -> bool:
        """Whether letters were typed that are still on their way to become a filter."""
        return self.typing and self._bar.text != self._taken

    @property
    def typing(self) -> bool:
        """Whether a filter is being typed."""
        return self._made_bar is not None and self._made_bar.typing

    def tell_filter(self, text: str, found: str) -> None:
        """Show the filter in force and what it found."""
        self._found = found
        if text or self._made_bar is not None:
            self._bar.tell(text, found)

    def stop_typing(self) -> None:
        """Take the filter over as it stands, and give the keyboard back to the rows."""
        self.ask(SetFilter(self.PANE, self._bar.text))
        self.screen.set_focus(self.view)
        self._bar.end()
        self.ask(FocusPane(self.PANE))
        if (key := self.view.cursor) is not None:
            self.moved_to(key)

    @property
    def _bar(self) -> FilterBar:
        if self._made_bar is None:
            self._made_bar = FilterBar()
            self.mount(self._made_bar, before=0)
            self._made_bar.tell("", self._found)
        return self._made_bar

    @on(FilterBar.Changed)
    def _filter_typed(self, message: FilterBar.Changed) -> None:
        message.stop()
        self._taken = message.text
        self.ask(SetFilter(self.PANE, message.text))

    def on_click(self, event: Click) -> None:
        """Let the other pane take this one's place when its name in the frame is clicked."""
        behind = len(f"╭─ {self.NUMBER} {self.named}")
        if self._partner is not None and event.y == 0 and event.x > behind:
            self.ask(FocusPane(self._partner.PANE))

    @on(MouseDown)
    def _pressed(self) -> None:
        """Bring the keyboard to where one clicks."""
        if self.navigation.now.pane is not self.PANE:
            self.ask(FocusPane(self.PANE))
