"""A dossier with the edits that take its last changes back, newest last."""

from __future__ import annotations

from scale_explorer.data.dossier.dossier import Dossier, Edit, Put

from .dossiers import DossierFile

KEPT = 200
"""Changes that can be undone."""


class DossierHistory:
    """Carries edits out, in the file too; each tells what went wrong, or nothing.

    Undoing takes back that one change, whatever else changed meanwhile.
    """

    def __init__(self, file: DossierFile | None = None) -> None:
        self.file = file or DossierFile()
        self.touched: str | None = None
        """The record that was changed last, which is where one wants to look."""
        self._done: list[Edit] = []
        self._undone: list[Edit] = []

    @property
    def dossier(self) -> Dossier:
        """The dossier as it is now."""
        return self.file.dossier

    @property
    def can_undo(self) -> bool:
        """Whether there is a change to take back."""
        return bool(self._done)

    @property
    def can_redo(self) -> bool:
        """Whether there is a change to make again."""
        return bool(self._undone)

    def carry_out(self, edit: Edit) -> str:
        """Make a change."""
        back, told = self._carried_out(edit)
        if back is not None:
            self._done = [*self._done[1 - KEPT :], back]
            self._undone = []
        return told

    def undo(self) -> str:
        """Take the last change back."""
        return self._turn_round(self._done, self._undone)

    def redo(self) -> str:
        """Make the change again that was taken back."""
        return self._turn_round(self._undone, self._done)

    def _turn_round(self, taken: list[Edit], given: list[Edit]) -> str:
        if not taken:
            return ""
        back, told = self._carried_out(taken.pop())
        if back is not None:
            given.append(back)
        return told

    def _carried_out(self, edit: Edit) -> tuple[Edit | None, str]:
        self.touched = edit.pin.record if isinstance(edit, Put) else edit.record
        return self.file.carry_out(edit)
