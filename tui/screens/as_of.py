"""As of a date: one types it, or chooses one of the days at which something changes."""

from __future__ import annotations

from textual import on
from textual.app import ComposeResult
from textual.widgets import Input

from scale_explorer.data.exploring.stepping import last_change
from scale_explorer.data.store.protocol import Store
from scale_explorer.data.store.rows.dated import DayRow
from scale_explorer.data.store.rows.lens import Lens
from scale_explorer.models.dates import readable
from scale_explorer.models.errors import UsageError

from ..looking import NOW, day_of
from ..widgets.lines import Line, Span
from ..widgets.row_list import ChoiceList, RowList
from ..widgets.rows import Cell, Column, Row, Tone
from .box import BoxScreen

_DAYS = 500
"""Days that are listed: the last ones up to the date that is typed."""
_TITLES = 3
"""Records that are named of those that a day changes."""
_END = "9999-12-31"
_COLUMNS = (
    Column(min=12, priority=3),
    Column(min=9, priority=2),
    Column(min=8, flex=1, priority=1),
)
_TYPED = "typed:"


class AsOfScreen(BoxScreen[str]):
    """Dismissed with a day (ISO 8601), with nothing where no date is wanted, or with None."""

    NAME = "As of"
    SIGN = "@"
    ACTS = "Enter: look as of then   Esc: close"

    DEFAULT_CSS = """
    AsOfScreen {
        align: center middle;
        & > Vertical { width: 70; max-height: 24; }
    }
    """

    def __init__(self, store: Store, lens: Lens) -> None:
        super().__init__()
        self._store = store
        self._lens = lens
        self._answered: str | None = None
        self._error = ""

    def compose_found(self) -> ComposeResult:
        """Yield the list of days."""
        yield ChoiceList(_COLUMNS)

    def on_mount(self) -> None:
        """List the days, with the cursor on the one that is looked at."""
        self.settle()

    @on(Input.Changed)
    def _typed(self, event: Input.Changed) -> None:
        event.stop()
        self.settle()

    @on(RowList.Moved)
    def _moved(self, message: RowList.Moved) -> None:
        message.stop()
        self._tell()

    def action_move(self, delta: int) -> None:
        """Move the cursor, and tell what the day changes."""
        super().action_move(delta)
        self._tell()

    def settle(self) -> None:
        """List what the text means, unless it is listed already."""
        text = self.box.value.strip()
        if text == self._answered:
            return
        self._answered = text
        day = self._read(text)
        self.choices.empty = self._error or _NOTHING
        self.choices.show(tuple(self._rows(text, day)), None if text else self._looked_at())
        self._tell()

    def _looked_at(self) -> str | None:
        """Return the day in the list that is looked at: the last one up to the date."""
        change = last_change(self._store, self._lens)
        return change.day if change else None

    def _read(self, text: str) -> str | None:
        """Return the day that is typed; what is none yet says why."""
        self._error = ""
        try:
            return day_of(text) if text else None
        except UsageError as error:
            self._error = str(error)
            return None

    def _rows(self, text: str, day: str | None) -> list[Row]:
        days = self._store.days_until(day or _END, _DAYS, self._lens)
        known = {each.day for each in days}
        rows = [_day_row(each) for each in days]
        if day and day not in known:
            rows.insert(0, Row(f"{_TYPED}{day}", (Cell(readable(day), Tone.STRONG),)))
        if not text or NOW.startswith(text.casefold()):
            rows.insert(0, Row(NOW, (Cell(NOW, Tone.STRONG), Cell(), Cell("no date", Tone.DIM))))
        return rows if not self._error or rows[0].key == NOW else []

    def _tell(self) -> None:
        """Name what the day under the cursor changes."""
        day = self._day
        found = self._store.changes(day, limit=_TITLES, lens=self._lens) if day else ()
        words = "; ".join(row.title for row in found)
        self.told.show((Line((Span(words, Tone.DIM),)),) if words else ())

    @property
    def _day(self) -> str:
        """The day under the cursor, or nothing."""
        cursor = self.choices.cursor
        return "" if cursor in {None, NOW} else str(cursor).removeprefix(_TYPED)

    def take(self) -> None:
        """Look as of the day under the cursor."""
        if self.choices.cursor is not None:
            self.dismiss(self._day)


_NOTHING = "Nothing here has a date.\nWhat has none always counts."


def _day_row(day: DayRow) -> Row:
    changed = f"{day.changed:,} changed" if day.changed else ""
    added = f"{day.added:,} new" if day.added else ""
    return Row(day.day, (Cell(readable(day.day)), Cell(added, Tone.DIM), Cell(changed, Tone.DIM)))
