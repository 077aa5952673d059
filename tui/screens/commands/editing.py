"""The command that opens a record in the reader's editor, at its line."""

from __future__ import annotations

import os
from asyncio import to_thread
from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING

from scale_explorer.data.finding import Place
from scale_explorer.data.reloading.reloader import Outcome
from scale_explorer.data.reloading.request import Same
from scale_explorer.models.errors import ScaleExplorerError, UsageError

from ...scene import Scene
from ...state import Pane
from ...terminal.foreground import run_in_foreground
from .reloading import Reloading

if TYPE_CHECKING:
    from scale_explorer.data.in_editor import Wanted
    from scale_explorer.data.loading.whereabouts import Whereabouts

READ_ONLY = "The data is open with --read-only; start without it to write."


class Editing(Reloading):
    """Steps back for the editor; what was saved in it is read at once when it has ended."""

    read_only = False
    """Whether nothing may be written into the sets, as one asked for."""

    async def action_edit(self) -> None:
        """Open what is under the cursor; in Evidence and Source its line with the words."""
        # Loaded here because finding a line takes readers that a warm start does without.
        from scale_explorer.data.in_editor import place_to_edit  # noqa: PLC0415

        wanted = self._wanted(self.settled())
        await self.edit_at(partial(place_to_edit, self.data_names, wanted))

    def _wanted(self, scene: Scene) -> Wanted | None:
        from scale_explorer.data.in_editor import Wanted  # noqa: PLC0415

        quote = scene.quote
        if quote is not None and self.view.pane in {Pane.EVIDENCE, Pane.SOURCE}:
            record, words = quote.claim, quote.exact
        else:
            record, words = self.chosen(scene) or "", ""
        row = self.store.record(record)
        return Wanted(row.kind, row.id, words) if row else None

    async def edit_finding(self, place: Place) -> None:
        """Open the place of a finding."""
        from scale_explorer.data.in_editor import finding_to_edit  # noqa: PLC0415

        await self.edit_at(partial(finding_to_edit, place))

    async def edit_at(self, find: Callable[[], Whereabouts]) -> None:
        """Open the line that `find` finds, and read the data anew when the editor has ended."""
        from ...terminal.editor import editor_command  # noqa: PLC0415

        try:
            if self.read_only:
                raise UsageError(READ_ONLY)
            place = await to_thread(find)
            command = editor_command(os.environ, os.fspath(place.path), place.line)
        except ScaleExplorerError as error:
            self.say(str(error))
            return
        with self.host.suspend():
            words = run_in_foreground(command)
        self.reload(partial(self._after_edit, words))

    def _after_edit(self, words: str, outcome: Outcome) -> None:
        """Say what the editor did."""
        told = "Nothing was changed." if isinstance(outcome, Same) else ""
        if words or told:
            self.say(f"{words} {told}".strip())
