"""What is pressed keeps the mouse until it is let go, however close together the two arrive.

Textual hands a press to its widget and goes on to the next event; a widget that captures the mouse
only when it reads the press would miss a release that came in the same packet, and then keep the
mouse for good.
"""

from __future__ import annotations

from textual.app import App
from textual.errors import NoWidget
from textual.events import Event, MouseDown

from .widgets.selectable import SelectableView
from .widgets.splitter import BorderDrag


class HeldMouse(App[None], inherit_bindings=False):
    """An app in which dragging begins with the press itself."""

    async def on_event(self, event: Event) -> None:
        """Capture the mouse for what is pressed before anything else is read."""
        if isinstance(event, MouseDown) and not event.is_forwarded and self.screen_stack:
            self._hold(event)
        await super().on_event(event)

    def _hold(self, event: MouseDown) -> None:
        try:
            widget, _ = self.screen.get_widget_at(int(event.x), int(event.y))
        except NoWidget:
            return
        if isinstance(widget, BorderDrag | SelectableView):
            self.capture_mouse(widget)
