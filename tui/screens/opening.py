"""What one sees while a data set is compiled: how far it is, and what was found so far."""

from __future__ import annotations

import asyncio
from pathlib import Path
from typing import ClassVar, cast

from textual.app import App, ComposeResult
from textual.binding import Binding, BindingType
from textual.content import Content
from textual.events import Resize
from textual.message import Message
from textual.screen import Screen
from textual.widgets import Static

from scale_explorer.data.compiling import Compiling
from scale_explorer.data.finding import Finding
from scale_explorer.models.text import clean

from ..exits import FINE, INTERRUPTED
from ..finding_lines import sign_of
from ..progress_words import found_so_far, how_far
from ..widgets.lines import Line, Span, bar
from ..widgets.row_list import RowList
from ..widgets.rows import Cell, Column, Row, Tone
from ..widgets.text_lines import TextLines

PACE = 0.25
"""Seconds between two looks at the work: calm to watch, and few bytes on a slow line."""

LISTED = 500
"""Findings that are listed, the latest; all are in the set's own list once it is open."""

_COLUMNS = (
    Column(min=1, max=1, priority=9),
    Column(min=8, max=30, priority=3),
    Column(min=20, flex=1, priority=8),
)
"""How grave a finding is, where it is, and what it says."""


class OpeningScreen(Screen[None]):
    """Posts `Done` with the compiled file; ends the app when one does not want to wait."""

    class Done(Message):
        """The work is done: `file` is what was compiled, or `error` says why nothing was."""

        def __init__(self, file: Path | None, error: Exception | None = None) -> None:
            super().__init__()
            self.file = file
            self.error = error

    AUTO_FOCUS = "RowList"
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("q,escape", f"leave({FINE})"),
        Binding("ctrl+c", f"leave({INTERRUPTED})", priority=True),
        Binding("down,j", "move(1)"),
        Binding("up,k", "move(-1)"),
        Binding("pagedown,ctrl+d", "page(1)"),
        Binding("pageup,ctrl+u", "page(-1)"),
        Binding("home", "end(-1)"),
        Binding("end,G", "end(1)"),
    ]
    DEFAULT_CSS = """
    OpeningScreen {
        layout: vertical; background: $background; color: $foreground;
        & > Static { height: 1; padding: 0 1; }
        & > TextLines { height: 4; padding: 0 1; margin: 1 0 0 0; }
        & > RowList { height: 1fr; padding: 0 1; }
        & > #keys { color: $dim; }
    }
    """

    def __init__(self, compiling: Compiling) -> None:
        super().__init__()
        self._compiling = compiling
        self._listed: tuple[Row, ...] = ()
        self._count = 0

    def compose(self) -> ComposeResult:
        """Put the name of the set above, the findings below, and the keys at the bottom."""
        name = clean(self._compiling.label)
        yield Static(Content.assemble(("scale-explorer", "$dim"), "  ", (name, "bold")))
        progress = TextLines(id="progress")
        progress.can_focus = False
        yield progress
        yield RowList(_COLUMNS)
        yield Static(Content("q cancel and leave   ↑↓ findings"), id="keys")

    def on_mount(self) -> None:
        """Look at the work now and then, and wait for its end."""
        self.set_interval(PACE, self._look)
        self.run_worker(self._wait(), exit_on_error=False)

    def on_resize(self, event: Resize) -> None:
        """Draw the bar as wide as there is room."""
        del event
        self._look()

    async def _wait(self) -> None:
        try:
            file = await asyncio.wrap_future(self._compiling.outcome)
        except Exception as error:  # noqa: BLE001 - the app raises it again when it has ended
            self.post_message(self.Done(None, error))
        else:
            self.post_message(self.Done(file))

    def _look(self) -> None:
        progress = self._compiling.progress
        room = max(10, self.size.width - 2)
        told = found_so_far(progress.findings) or "no findings so far"
        self.query_one("#progress", TextLines).show(
            (
                Line((Span(how_far(progress)),)),
                bar(progress.share, room),
                Line((Span(told, Tone.DIM),)),
            ),
        )
        self._list(progress.findings)

    def _list(self, count: int) -> None:
        """Add what was found since the last look; who is at the end of the list stays there."""
        if not (news := self._compiling.findings(self._count)):
            return
        view = self.query_one(RowList)
        follows = not self._listed or view.cursor == self._listed[-1].key
        first = count - len(news)
        rows = (_row(first + place, finding) for place, finding in enumerate(news))
        self._listed = (*self._listed, *rows)[-LISTED:]
        self._count = count
        view.show(self._listed, self._listed[-1].key if follows else view.cursor)

    def action_leave(self, status: int) -> None:
        """Leave the app, and with it the work."""
        app = cast("App[None]", self.app)  # pyright: ignore[reportUnknownMemberType] - open there
        app.exit(return_code=status)

    def action_move(self, delta: int) -> None:
        """Move the cursor in the list."""
        self.query_one(RowList).move(delta)

    def action_page(self, delta: int) -> None:
        """Move by pages."""
        self.query_one(RowList).move_page(delta)

    def action_end(self, direction: int) -> None:
        """Move to the first or the last finding; at the last, newer ones are followed."""
        self.query_one(RowList).move_to_end(direction)


def _row(number: int, finding: Finding) -> Row:
    sign, tone = sign_of(finding)
    place = Cell(
        str(finding.place or "").rpartition("/")[2], Tone.DIM
    )  # all are in the set's folder
    return Row(str(number), (Cell(sign, tone), place, Cell(finding.message)))
