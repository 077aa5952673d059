"""Commands for what the checks found: list it, go to its record, and edit its line."""

from __future__ import annotations

from typing import TYPE_CHECKING

from scale_explorer.data.loading.databases import is_index

from ...state import Follow
from ...why_not import REASONS
from .editing import Editing

if TYPE_CHECKING:
    from ..findings import Picked


_OF_INDEX = "Of an index only quotes are checked, when it is made; none is missing."


class Finding(Editing):
    """Lists the findings; what is wrong with the files now stands before what was found in them."""

    def action_findings(self) -> None:
        """List what the checks found, beginning with what concerns the chosen record."""
        # Loaded here because a start lists none.
        from ..findings import FindingsScreen  # noqa: PLC0415

        findings = (*self.faults, *self.store.findings())
        if not findings:
            self.say(_OF_INDEX if is_index(self.data_names) else REASONS["findings"])
            return
        self.ran("app.findings")
        screen = FindingsScreen(findings, self.chosen(self.settled()))
        self.pop_up(screen, self._go_to_finding)

    async def _go_to_finding(self, picked: Picked | None) -> None:
        if picked is None:
            return
        record = picked.finding.record
        if picked.edit:
            if picked.finding.place is not None:
                await self.edit_finding(picked.finding.place)
        elif record is not None and self.store.record(record) is not None:
            self.navigate(Follow(record))
        elif record is not None:
            self.say(f"{record} could not be read, so it has no page; Ctrl+e opens its line.")
