"""What the linked panes share: a view of the scene, a filter bar, and keys that move in it."""

from __future__ import annotations

from typing import ClassVar

from textual import on
from textual.app import ComposeResult
from textual.binding import Binding
from textual.containers import Vertical
from textual.content import Content
from textual.reactive import reactive

from scale_explorer.models.text import clean

from ..keys import bindings_of
from ..look import Scene
from ..messages import Requested
from ..state import FocusPane, Intent, Navigation, Pane, SetFilter
from ..widgets.filter_bar import FilterBar
from ..widgets.keyed_view import KeyedView


def textual_bindings(scope: str) -> list[Binding]:
    """Turn a scope's rows of the key table into Textual's; sequences are the screen's to read."""
    return [
        Binding(key, binding.action, binding.description, id=binding.id, show=False)
        for binding in bindings_of(scope)
        for key in binding.keys
        if " " not in key
    ]


class LinkedPane(Vertical):
    """A bordered pane: what it shows follows the scene, what is done in it becomes an intent."""

    PANE: ClassVar[Pane]
    NUMBER: ClassVar[int]

    navigation: reactive[Navigation] = reactive(Navigation)
    scene: reactive[Scene | None] = reactive(None)
    ascii: reactive[bool] = reactive(default=False)

    def compose_view(self) -> ComposeResult:
        """Yield what stands under the filter bar."""
        raise NotImplementedError

    @property
    def view(self) -> KeyedView:
        """The rows or lines that hold the cursor."""
        return self.query_one(KeyedView)

    def compose(self) -> ComposeResult:
        """Put the filter bar above the view."""
        yield FilterBar()
        yield from self.compose_view()

    def ask(self, intent: Intent) -> None:
        """Post an intent to the screen."""
        self.post_message(Requested(intent))

    def name_pane(self, text: str, place: str = "") -> None:
        """Name the pane, and where one is in it at the right of its lower edge."""
        self.border_title = Content(f"{self.NUMBER} {clean(text)}")
        self.border_subtitle = Content(clean(place))

    # Keys that every pane has.

    def action_move(self, delta: int) -> None:
        """Move the cursor by rows."""
        self.view.move(delta)

    def action_half_page(self, delta: int) -> None:
        """Move by half pages."""
        self.view.move_page(delta, half=True)

    def action_page(self, delta: int) -> None:
        """Move by pages."""
        self.view.move_page(delta)

    def action_to_end(self, direction: int) -> None:
        """Go to the first or last row."""
        self.view.move_to_end(direction)

    def action_choose(self) -> None:
        """Do what Enter does on the row under the cursor."""
        self.view.choose()

    def action_filter(self) -> None:
        """Begin to type a filter."""
        self.query_one(FilterBar).begin(self.navigation.now.of(self.PANE).filter)

    # The filter, as it is typed.

    @on(FilterBar.Changed)
    def _filter_typed(self, message: FilterBar.Changed) -> None:
        message.stop()
        self.ask(SetFilter(self.PANE, message.text))

    @on(FilterBar.Kept)
    def _filter_kept(self, message: FilterBar.Kept) -> None:
        message.stop()
        self.view.focus()

    @on(FilterBar.Cleared)
    def _filter_cleared(self, message: FilterBar.Cleared) -> None:
        message.stop()
        self.view.focus()
        self.ask(SetFilter(self.PANE, ""))

    def on_descendant_focus(self) -> None:
        """Tell the state when a click brought the keyboard here."""
        if self.navigation.now.pane is not self.PANE:
            self.ask(FocusPane(self.PANE))
