"""What the checks found: a list that one narrows by typing, and a look at the place in the file."""

from __future__ import annotations

from typing import ClassVar

from textual import on
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.events import Resize
from textual.widgets import Input

from scale_explorer.data.finding import Finding
from scale_explorer.data.folding import folded
from scale_explorer.models.frozen import dataclass

from ..finding_lines import COLUMNS, details, rows
from ..widgets.lines import Line, Span
from ..widgets.row_list import ChoiceList, RowList
from ..widgets.rows import Tone
from ..widgets.text_lines import TextLines
from .box import BoxScreen


@dataclass(frozen=True, slots=True)
class Picked:
    """A finding, and whether its line is to be edited or its record to be shown."""

    finding: Finding
    edit: bool = False


class FindingsScreen(BoxScreen[Picked]):
    """Dismissed with the finding that was chosen, or with None.

    Typed words must all occur in a finding's severity, code, record, file or text.
    """

    NAME = "Findings"
    SIGN = "/"
    ACTS = "Enter: its record   Ctrl+e: edit its line   Esc: close"

    HORIZONTAL_BREAKPOINTS = [(0, "-narrow"), (80, "-wide")]  # noqa: RUF012 - Textual's type
    BINDINGS: ClassVar[list[BindingType]] = [Binding("ctrl+e", "edit", priority=True)]
    DEFAULT_CSS = """
    FindingsScreen {
        align: center middle;
        & > Vertical { width: 130; }
        & #look { height: auto; max-height: 50%; border-top: solid $line; }
    }
    """

    def __init__(self, findings: tuple[Finding, ...], record: str | None) -> None:
        super().__init__()
        self._findings = findings
        self._texts = tuple(map(_searched_text, findings))
        self._first = next(
            (str(n) for n, each in enumerate(findings) if record and each.record == record), None
        )
        self._searched: str | None = None

    def compose_found(self) -> ComposeResult:
        """Yield the list and the look at what is chosen."""
        yield ChoiceList(COLUMNS)
        yield TextLines(id="look")

    def on_mount(self) -> None:
        """List everything, with the cursor on what concerns the record in sight."""
        self.choices.empty = "No finding has these words.\nTry error, a file, or a record’s id."
        self.settle()

    @on(Input.Changed)
    def _typed(self, event: Input.Changed) -> None:
        event.stop()
        self.settle()

    def settle(self) -> None:
        """List the findings with the words in the box, unless they are listed already."""
        text = self.box.value.strip()
        if text == self._searched:
            return
        self._searched = text
        words = folded(text).split()
        found = tuple(
            (number, finding)
            for number, finding in enumerate(self._findings)
            if all(word in self._texts[number] for word in words)
        )
        self.choices.show(rows(found), None if text else self._first)
        self._tell()

    @on(RowList.Moved)
    def _moved(self, message: RowList.Moved) -> None:
        message.stop()
        self._tell()

    def on_resize(self, event: Resize) -> None:
        """Fit the line of the file into the new width."""
        del event
        self._tell()

    def _tell(self) -> None:
        chosen = self._chosen
        look = self.query_one("#look", TextLines)
        look.show(details(chosen, max(20, self.choices.size.width - 2)) if chosen else ())
        if chosen and chosen.record is None:
            self.told.show(
                (Line((Span("It concerns no record; Ctrl+e opens its line.", Tone.DIM),)),)
            )
        else:
            self.told.show((Line((Span(chosen.record or "", Tone.DIM),)),) if chosen else ())

    @property
    def _chosen(self) -> Finding | None:
        cursor = self.choices.cursor
        return None if cursor is None else self._findings[int(cursor)]

    def take(self) -> None:
        """Go to the record of the finding; one that concerns none stays in sight."""
        if (chosen := self._chosen) is not None and chosen.record is not None:
            self.dismiss(Picked(chosen))

    def action_edit(self) -> None:
        """Open the file of the finding at its line."""
        self.settle()
        if (chosen := self._chosen) is not None and chosen.place:
            self.dismiss(Picked(chosen, edit=True))


def _searched_text(finding: Finding) -> str:
    told = (
        finding.weight, finding.code, finding.code.replace("_", " "), finding.record or "",
        str(finding.place or ""), finding.message, finding.hint,
    )  # fmt: skip
    return folded(" ".join(told))
