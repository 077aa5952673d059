"""Frames that can be dragged: two panes share their room anew, and no bar between costs a cell."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar, Literal

from textual.message import Message
from textual.widget import Widget

from .buttons import LEFT

if TYPE_CHECKING:
    from collections.abc import Iterator

    from textual.events import MouseDown, MouseEvent, MouseMove, MouseUp
    from textual.geometry import Region

Edge = Literal["left", "right", "top", "bottom"]


class BorderDrag(Widget, inherit_css=False):
    """Mixed into a widget with a frame, tells where the user drags an edge of it.

    It moves nothing itself: only what holds both panes knows how they share their room.
    """

    EDGES: ClassVar[frozenset[Edge]] = frozenset()
    """The edges that can be dragged."""

    class Dragged(Message):
        """The user drags an edge, or lets it go; of several unread ones only the last counts.

        `at` is the first column of the screen to the right of the divide, or the first row below
        it.
        """

        def __init__(self, pane: Widget, edge: Edge, at: int) -> None:
            super().__init__()
            self.pane = pane
            self.edge: Edge = edge
            self.at = at

        @property
        def control(self) -> Widget:
            """The widget with the frame, so that handlers can select by it."""
            return self.pane

        def can_replace(self, message: Message) -> bool:
            """Let a newer place of the same pane's edge take this one's place."""
            return isinstance(message, BorderDrag.Dragged) and message.pane is self.pane

    held: Edge | None = None
    """The edge that the user holds."""

    def on_mouse_down(self, event: MouseDown) -> None:
        """Take hold of the edge under the mouse; what is inside the frame is not concerned."""
        under = edges_at(self.region, event.screen_x, event.screen_y)
        edge: Edge | None = next((edge for edge in under if edge in self.EDGES), None)
        if event.button == LEFT and edge is not None:
            self.held = edge
            self.capture_mouse()

    def on_mouse_move(self, event: MouseMove) -> None:
        """Tell where the edge would come to be."""
        if self.held is None:
            return
        if event.button == LEFT:
            self._tell(self.held, event)
        else:  # it was let go where nobody could hear it
            self._let_go()

    def on_mouse_up(self, event: MouseUp) -> None:
        """Let go of the edge, and of the mouse in any case."""
        if self.held is not None:
            self._tell(self.held, event)
        self._let_go()

    def on_hide(self) -> None:
        """Give the mouse back when the frame is gone."""
        self._let_go()

    def _tell(self, edge: Edge, event: MouseEvent) -> None:
        place = event.screen_x if edge in {"left", "right"} else event.screen_y
        at = place + 1 if edge in {"right", "bottom"} else place
        self.post_message(self.Dragged(self, edge, at))

    def _let_go(self) -> None:
        self.held = None
        self.release_mouse()


def edges_at(frame: Region, x: int, y: int) -> Iterator[Edge]:
    """Name the edges of a frame that a cell belongs to: none within it, two at a corner."""
    if frame.contains(x, y):
        if x == frame.x:
            yield "left"
        if x == frame.right - 1:
            yield "right"
        if y == frame.y:
            yield "top"
        if y == frame.bottom - 1:
            yield "bottom"
