"""The command that marks two records, one after the other, to see how they are connected."""

from __future__ import annotations

from collections.abc import Iterator

from scale_explorer.data.store.rows.records import RecordRow
from scale_explorer.models.kinds import TIED_KINDS

from ...scene import Scene
from ...state import MarkEnd, Pane, View, ViewState
from .arranging import Arranging

_NO_END = "Paths lead between companies, people, products, groups and deals; choose one of these."


class Connecting(Arranging):
    """Marks an end of a path, and takes the mark away."""

    def action_path(self) -> None:
        """Mark the record as one end; where another is marked, show the paths between them."""
        record = self._end
        if record is None:
            self.say(_NO_END)
            return
        had_one = self.history.end is not None
        self.navigate(MarkEnd(record.id))
        key = self.keys_shown("app.path")
        if self.history.end is not None:
            self.say(
                f"{record.short} is one end: {key} on another record shows how they are connected,"
                f" {key} on this one again forgets it."
            )
        elif had_one and self.view.place.view is not View.PATH:
            self._say_forgotten(record)

    def action_peel(self) -> None:
        """Take away one layer; the mark of an end is one."""
        before = self.history.end
        super().action_peel()
        if before is not None and self.history.end is None:
            self._say_forgotten(self.store.record(before))

    def _say_forgotten(self, record: RecordRow | None) -> None:
        if record is not None:
            self.say(f"{record.short} is no end of a path any more.")

    @property
    def _end(self) -> RecordRow | None:
        """The record that is meant as an end."""
        found = map(self.store.record, _meant(self.view, self.settled()))
        return next((each for each in found if each and each.kind in TIED_KINDS), None)


def _meant(view: ViewState, scene: Scene) -> Iterator[str]:
    """Yield what may be meant: on a page its record, else what the cursor is on or leads to."""
    row, page = scene.row, view.place.record
    on_page = view.pane is Pane.BROWSE or view.place.view in {View.RECORD, View.WHY}
    under = [each for each in (row.target, row.claim) if each] if row else []
    own = [page] if page else []
    yield from (*own, *under) if on_page else (*under, *own)
