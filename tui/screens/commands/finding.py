"""Commands for what the checks found: list it, go to its record, and edit its line."""

from __future__ import annotations

import os
import subprocess
from pathlib import Path

from scale_explorer.data.store.rows import FindingRow
from scale_explorer.models.errors import ScaleExplorerError

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
        if picked.edit:
            self._edit(picked.finding)
        elif picked.finding.record is not None:
            self.navigate(Follow(picked.finding.record))

    def _edit(self, finding: FindingRow) -> None:
        """Open the line in the user's editor; when it comes back, open a changed set anew."""
        path = Path(finding.path)
        try:
            command = editor_command(os.environ, finding.path, finding.line)
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
        if changed:
            self.reopens = f"{path.name} was edited; the set is read and checked anew."
            self.host.exit()
        else:
            self.say("Nothing was changed.")
