"""What one sees while that takes long which a key asked for: how far it is, and a way out."""

from __future__ import annotations

import asyncio
from collections.abc import Callable
from typing import Any, ClassVar

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Vertical
from textual.content import Content
from textual.events import Key, Resize

from scale_explorer.data.watch import Progress

from ..progress_words import how_far
from ..widgets.lines import Line, Span, bar
from ..widgets.pop_up import PopUp
from ..widgets.rows import Tone
from ..widgets.text_lines import TextLines

PACE = 0.25
"""Seconds between two looks at the work: calm to watch, and few bytes on a slow line."""


class WaitingScreen(PopUp[None]):
    """Closes when the work is done; Esc gives it up, unless it is `whole` or not at all.

    Keys that are typed meanwhile are `typed`: they are meant for what comes after.
    """

    AUTO_FOCUS = ""
    BINDINGS: ClassVar[list[BindingType]] = [Binding("escape,ctrl+c", "leave", priority=True)]
    DEFAULT_CSS = """
    WaitingScreen {
        align: center middle;
        & > Vertical {
            width: 64; max-width: 100%; height: auto;
            border: round $accent; border-subtitle-color: $dim;
            background: $background; padding: 0 1;
        }
        & TextLines { height: 2; }
    }
    """

    def __init__(
        self,
        title: str,
        work: asyncio.Task[Any],
        look: Callable[[], Progress | None],
        *,
        whole: bool = False,
    ) -> None:
        super().__init__()
        self._title = title
        self._work = work
        self._look = look
        self._whole = whole
        self.typed: list[Key] = []

    def compose(self) -> ComposeResult:
        """Put what is done into the frame, and the key below."""
        with Vertical() as frame:
            frame.border_title = Content(self._title)
            frame.border_subtitle = Content("" if self._whole else "Esc: leave it")
            lines = TextLines()
            lines.can_focus = False
            yield lines

    def on_mount(self) -> None:
        """Look at the work now and then, and wait for its end."""
        self._show()
        self.set_interval(PACE, self._show)
        self.run_worker(self._wait())

    def on_resize(self, event: Resize) -> None:
        """Draw the bar as wide as there is room."""
        del event
        self._show()

    async def _wait(self) -> None:
        await asyncio.wait({self._work})
        self.dismiss()

    def _show(self) -> None:
        progress = self._look()
        room = max(10, min(60, self.size.width - 4))
        told = how_far(progress) if progress is not None else "…"
        lines = (Line((Span(told, Tone.DIM),)), bar(progress.share if progress else 0.0, room))
        self.query_one(TextLines).show(lines)

    def on_key(self, event: Key) -> None:
        """Keep what is typed for what comes after."""
        event.stop()
        self.typed.append(Key(event.key, event.character))

    def action_leave(self) -> None:
        """Give the work up."""
        if not self._whole:
            self.typed.clear()
            self._work.cancel()
