"""A box for the name of a file to write; it writes it, and asks before it replaces another."""

from __future__ import annotations

from asyncio import to_thread
from collections.abc import Callable
from pathlib import Path
from typing import ClassVar

from textual import on
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Vertical
from textual.content import Content
from textual.events import Click, Key
from textual.reactive import Reactive
from textual.widget import Widget
from textual.widgets import Input

from scale_explorer.data.formats.saving import is_taken, place_of, save
from scale_explorer.models.errors import ScaleExplorerError, UsageError
from scale_explorer.models.text import clean

from ..arguments.formats import ENDINGS, KNOWN_ENDINGS, ending_of
from ..widgets.filter_input import FilterInput
from ..widgets.lines import Line, Span
from ..widgets.pop_up import PopUp
from ..widgets.rows import Tone
from ..widgets.text_lines import TextLines

_LONGEST = 1_000
"""Code points of a path that is typed."""


class FileNameScreen(PopUp[Path | None]):
    """Dismissed with the path that was written, or with None.

    `make` returns what to write, and is called on a thread; what it raises is told here.
    """

    AUTO_FOCUS = ""
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("escape,ctrl+c", "dismiss(None)"),
        Binding("enter", "write"),
    ]
    DEFAULT_CSS = """
    FileNameScreen {
        align: center middle;
        & > Vertical {
            width: 80; max-width: 100%; height: auto; max-height: 100%;
            border: round $line-focus; border-title-color: $primary; border-subtitle-color: $dim;
            background: $background; padding: 0 1;
        }
        & FilterInput {
            width: 1fr; background: transparent;
            &:focus { background-tint: $foreground 0%; }
        }
        & #told { height: auto; min-height: 1; max-height: 5; }
    }
    """

    focused = Reactive[Widget | None](None, repaint=False)
    """Textual would send the whole screen again when the box takes the keyboard."""

    def __init__(self, title: str, proposed: str, make: Callable[[], bytes]) -> None:
        super().__init__()
        self._title = title
        self._proposed = proposed
        self._make = make
        self._refused = ""

    def compose(self) -> ComposeResult:
        """Put the box above a line that tells where the file will be."""
        with Vertical() as frame:
            frame.border_title = Content(self._title)
            frame.border_subtitle = Content("Enter: write   Esc: back")
            yield FilterInput(_LONGEST)
            yield TextLines(id="told")

    def on_mount(self) -> None:
        """Propose a name, and take the keyboard."""
        self.query_one("#told", TextLines).can_focus = False
        self._box.value = self._proposed
        self._box.cursor_position = len(self._proposed)
        self._take_keyboard()
        self._tell_place()

    @property
    def _box(self) -> FilterInput:
        return self.query_one(FilterInput)

    def _take_keyboard(self) -> None:
        self._box.can_focus = True
        self.set_focus(self._box)

    def on_key(self, event: Key) -> None:
        """Type a letter that did not come by the box: it was under way before there was one."""
        if event.is_printable and event.character:
            event.stop()
            self._take_keyboard()
            self._box.insert_text_at_cursor(event.character)

    def on_click(self, event: Click) -> None:
        """Close when the click is beside the frame."""
        if event.widget is self:
            self.dismiss(None)

    @on(Input.Changed)
    def _typed(self, event: Input.Changed) -> None:
        event.stop()
        self._refused = ""
        self._tell_place()

    async def action_write(self) -> None:
        """Write the file; where there is one already, only when Enter is pressed once more."""
        name = self._box.value
        try:
            path = place_of(name)
            self._require_ending(path)
            if is_taken(path) and self._refused != name:
                self._refused = name
                self._tell(f"{path} exists already; Enter again replaces it.", Tone.WARN)
                return
            await to_thread(self._write, path, replace=self._refused == name)
        except (ScaleExplorerError, OSError) as error:
            self._refused = ""
            self._tell(str(error), Tone.BAD)
        else:
            self.dismiss(path)

    def _require_ending(self, path: Path) -> None:
        """Raise UsageError for an ending that says something else than what will be in the file."""
        usual = ending_of(Path(self._proposed))
        ending = ending_of(path)
        if not ending or ENDINGS.get(ending) is ENDINGS[usual]:
            return
        if ending in ENDINGS:
            raise UsageError(f"What is written ends in {usual}; for another format press Esc.")
        raise UsageError(
            f"No format has the ending {clean(ending)}: this one has {usual}. There are"
            f" {KNOWN_ENDINGS}; for another format press Esc."
        )

    def _write(self, path: Path, *, replace: bool) -> None:
        save(path, self._make(), replace=replace)

    def _tell_place(self) -> None:
        """Tell the whole path, as a name alone does not say in which folder it will be."""
        try:
            self._tell(str(place_of(self._box.value)), Tone.DIM)
        except ScaleExplorerError as error:
            self._tell(str(error), Tone.WARN)

    def _tell(self, words: str, tone: Tone) -> None:
        self.query_one("#told", TextLines).show((Line((Span(words, tone),)),))
