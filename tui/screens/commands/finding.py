"""Commands for what the checks found: list it, go to its record, and edit its line."""

from __future__ import annotations

import os
import subprocess
from pathlib import Path

from scale_explorer.data.finding import Finding as Found
from scale_explorer.data.finding import Place
from scale_explorer.data.loading.limits import FILE_BYTES
from scale_explorer.data.loading.read import read_regular
from scale_explorer.models.errors import DataError, ScaleExplorerError

from ...state import Follow
from ...terminal.editor import editor_command
from ...why_not import REASONS
from ..findings import FindingsScreen, Picked
from .commander import Commander


class Finding(Commander):
    """Lists the findings; a file that was edited is read and checked anew."""

    def action_findings(self) -> None:
        """List what the checks found, beginning with what concerns the chosen record."""
        findings = self.store.findings()
        if not findings:
            self.say(REASONS["findings"])
            return
        self.ran("app.findings")
        screen = FindingsScreen(findings, self.chosen(self.settled()))
        self.pop_up(screen, self._go_to_finding)

    def _go_to_finding(self, picked: Picked | None) -> None:
        if picked is None:
            return
        record = picked.finding.record
        if picked.edit:
            self._edit(picked.finding)
        elif record is not None and self.store.record(record) is not None:
            self.navigate(Follow(record))
        elif record is not None:
            self.say(f"{record} could not be read, so it has no page; Ctrl+e opens its line.")

    def _edit(self, finding: Found) -> None:
        """Open the line in the user's editor; when it comes back, open a changed set anew."""
        place = finding.place or Place("")
        path = Path(place.path)
        try:
            command = editor_command(os.environ, place.path, place.line)
            before = path.read_bytes()
        except (ScaleExplorerError, OSError) as error:
            self.say(str(error))
            return
        with self.host.suspend():
            subprocess.run(command, check=False)  # noqa: S603 - the user's own editor
        self._after_edit(path, before)

    def _after_edit(self, path: Path, before: bytes) -> None:
        try:
            changed = path.read_bytes() != before
        except OSError as error:
            self.say(f"{path} cannot be read any more: {error.strerror}.")
            return
        if changed and (fault := _fault(path)):
            key = self.keys_shown("app.findings")
            self.say(f"{fault}. What you see is as before; {key} and Ctrl+e open the file again.")
        elif changed:
            self.reopens = f"{path.name} was edited; the set is read and checked anew."
            self.host.exit()
        else:
            self.say("Nothing was changed.")


def _fault(path: Path) -> str:
    """Say why a data file cannot be read at all, if so: nothing in it would be shown."""
    # Loaded here because it brings the readers of TOML and CSV, which no warm start needs.
    from scale_explorer.data.loading.fault import refuse_unreadable  # noqa: PLC0415

    try:
        refuse_unreadable(read_regular(path, FILE_BYTES), path.name)
    except DataError as error:
        return str(error).rstrip(".")
    return ""
