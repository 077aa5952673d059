"""A form on the screen: words, fields, what is offered and the verdict, one below the other."""

from __future__ import annotations

from typing import ClassVar

from textual.app import ComposeResult
from textual.containers import Vertical, VerticalScroll
from textual.content import Content
from textual.events import Resize
from textual.reactive import Reactive
from textual.widget import Widget
from textual.widgets import Static

from scale_explorer.models.text import clean

from ..widgets.field_input import FieldLine
from ..widgets.pop_up import PopUp
from ..widgets.row_list import ChoiceList, RowList
from ..widgets.text_lines import TextLines
from ..writing.draft import Draft
from ..writing.fields import Field
from ..writing.outcome import Outcome
from .writing_lines import OFFER_COLUMNS, shared, title, words_lines

_ACTS = "Enter: save   Tab: next   →: take a proposal   Ctrl+y: take all   Esc: close, kept"
_WIDTH = 110
_FRAME = 3
"""Rows of the border and of the line that says how a field is written."""
_ACTS_NARROW = "Enter: save  →: take  Ctrl+y: take all  Esc: close"


class FormScreen(PopUp[Outcome]):
    """Lays a form out; what is typed into it is for who builds on this."""

    AUTO_FOCUS = ""
    DEFAULT_CSS: ClassVar[str] = """
    FormScreen {
        align: center middle;
        & > Vertical {
            width: 110; max-width: 100%; height: 100%;
            border: round $line-focus; border-title-color: $primary; border-subtitle-color: $dim;
            background: $background; padding: 0 1;
        }
        & #form {
            scrollbar-size-vertical: 1; scrollbar-background: $background;
            scrollbar-color: $faint; scrollbar-color-hover: $dim; scrollbar-color-active: $dim;
        }
        & #hint { height: 1; color: $text-muted; }
        & #verdict { border-top: solid $line; }
    }
    """

    focused = Reactive[Widget | None](None, repaint=False)
    """Textual would send the whole screen again whenever the keyboard goes to another field."""

    def __init__(self, draft: Draft) -> None:
        super().__init__()
        self.draft = draft
        self.field: Field = draft.fields[0]

    def compose(self) -> ComposeResult:
        """Put the words above the fields, and below them what may be meant and what is wrong."""
        with Vertical() as frame:
            frame.border_title = Content(title(self.draft))
            frame.border_subtitle = Content(_ACTS)
            yield TextLines(id="words")
            with VerticalScroll(id="form", can_focus=False):
                for field in self.draft.fields:
                    yield self._line(field)
            yield Static(id="hint")
            choices = ChoiceList(OFFER_COLUMNS)
            choices.id = "offers"
            yield choices
            yield TextLines(id="verdict")

    def _line(self, field: Field) -> FieldLine:
        label = f"{field.label}{' *' if field.needed else ''}"
        proposal = self.draft.proposals.get(field.key, "")
        return FieldLine(field.key, label, self.draft.text(field.key), proposal)

    def on_mount(self) -> None:
        """Leave the keyboard to the fields, and show what the form is about."""
        for view in (self.choices, *self.query(TextLines)):
            view.can_focus = False
        self.query_one("#words", TextLines).show(words_lines(self.draft))

    def on_resize(self, event: Resize) -> None:
        """Share the height out: what does not fit scrolls, and the verdict stays in sight."""
        room = event.size.height - _FRAME
        words = self.query_one("#words", TextLines)
        quoted = words.get_content_height(self.size, self.size, min(_WIDTH, self.size.width) - 4)
        shares = shared(room, min(quoted, 4), len(self.draft.fields))
        for each, height in zip(("#words", "#form", "#offers", "#verdict"), shares, strict=True):
            self.query_one(each).styles.height = height
        frame = self.query_one(Vertical)
        frame.border_subtitle = Content(_ACTS if event.size.width >= 90 else _ACTS_NARROW)
        frame.styles.height = min(event.size.height, sum(shares) + _FRAME)

    @property
    def choices(self) -> RowList:
        """What the field may mean."""
        return self.query_one(RowList)

    @property
    def field_lines(self) -> tuple[FieldLine, ...]:
        """The fields."""
        return tuple(self.query(FieldLine))

    @property
    def here(self) -> FieldLine:
        """The field that one is in."""
        return next(line for line in self.field_lines if line.key == self.field.key)

    def first_open(self) -> int:
        """Return the place of the first field that still needs something."""
        fields = self.draft.fields
        empty = [
            n for n, each in enumerate(fields) if each.needed and not self.draft.text(each.key)
        ]
        return empty[0] if empty else 0

    def tell(self, words: str) -> None:
        """Say something in the line below the fields."""
        self.query_one("#hint", Static).update(Content(clean(words)))
