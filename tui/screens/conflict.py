"""Two people changed the same: both sides beside each other, and what to do about it."""

from __future__ import annotations

from collections.abc import Iterator
from difflib import SequenceMatcher
from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Vertical
from textual.content import Content

from scale_explorer.data.editing.saving import Sides
from scale_explorer.models.text import clean

from ..widgets.lines import Line, Span
from ..widgets.pop_up import PopUp
from ..widgets.rows import Tone
from ..widgets.text_lines import TextLines

MINE, THEIRS, EDITOR = "mine", "theirs", "editor"
_ACTS = "m: mine   t: theirs   e: editor   Esc: later"
UNDOING = "t: leave theirs, and forget this step   e: editor   Esc: later"
"""What may be done where an undo would touch what others wrote."""
_AROUND = 3  # lines that stay in sight around those that differ


class ConflictScreen(PopUp[str | None]):
    """Dismissed with whose version is to stand, with the editor, or with None for later."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("m", f"dismiss('{MINE}')"),
        Binding("t", f"dismiss('{THEIRS}')"),
        Binding("e", f"dismiss('{EDITOR}')"),
        Binding("escape,ctrl+c,q", "dismiss(None)"),
        Binding("down,j", "scroll(1)"),
        Binding("up,k", "scroll(-1)"),
        Binding("pagedown,space", "scroll(10)"),
        Binding("pageup", "scroll(-10)"),
    ]
    DEFAULT_CSS = """
    ConflictScreen {
        align: center middle;
        & > Vertical {
            width: 110; max-width: 100%; height: auto; max-height: 100%;
            border: round $line-focus; border-title-color: $primary; border-subtitle-color: $dim;
            background: $background; padding: 0 1;
        }
        & TextLines { height: auto; max-height: 30; }
    }
    """

    def __init__(self, sides: Sides, acts: str = _ACTS) -> None:
        super().__init__()
        self._sides = sides
        self._acts = acts

    def compose(self) -> ComposeResult:
        """Show their version and yours, what is changed in each marked."""
        with Vertical() as frame:
            frame.border_title = Content(f"{clean(self._sides.where)} was changed by somebody else")
            frame.border_subtitle = Content(self._acts)
            yield TextLines()

    def on_mount(self) -> None:
        """Fill both sides in."""
        self.query_one(TextLines).show(tuple(conflict_lines(self._sides)))

    def action_scroll(self, lines: int) -> None:
        """Scroll what does not fit."""
        self.query_one(TextLines).scroll_by(lines)


def conflict_lines(sides: Sides) -> Iterator[Line]:
    """Yield the lines of both versions; a sign marks those that the one before did not have."""
    note = "Nothing is lost: what you wrote is kept until you choose."
    yield Line((Span(note, Tone.DIM),))
    for name, text in (("Theirs, as it is on disk now", sides.theirs), ("Yours", sides.yours)):
        yield Line()
        yield Line((Span(name, Tone.HEADING),))
        yield from _side(sides.before, text)


def _side(before: str, text: str) -> Iterator[Line]:
    if not text:
        yield Line((Span("(deleted)", Tone.WARN),), gutter="  ")
        return
    old, new = before.splitlines(), text.splitlines()
    codes = SequenceMatcher(None, old, new, autojunk=False).get_opcodes()
    for place, (tag, _, _, start, end) in enumerate(codes):
        if tag == "equal":
            last = place == len(codes) - 1
            yield from _alike(new[start:end], first=place == 0, last=last)
        for line in new[start:end] if tag != "equal" else ():
            yield Line((Span(clean(line)),), gutter="▌ ")


def _alike(lines: list[str], *, first: bool, last: bool) -> Iterator[Line]:
    """Show what did not change only beside what did."""
    before = [] if first else lines[:_AROUND]
    after = [] if last else lines[-_AROUND:]
    is_short = (first and last) or len(lines) <= len(before) + len(after)
    for line in lines if is_short else [*before, "…", *after]:
        yield Line((Span(clean(line), Tone.DIM),), gutter="  ")
