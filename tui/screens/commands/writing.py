"""Commands that write into the data set, and undo and redo of all that can be undone."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING

from ...writing.words import Words
from .copying import Copying
from .editing import Editing
from .travelling import Travelling

if TYPE_CHECKING:
    from ..writer import Writer


class Writing(Editing, Copying, Travelling):
    """Hands what is to be written to the scribe."""

    @cached_property
    def scribe(self) -> Writer:
        """Who writes; there is one from the first time on that somebody wants to."""
        # Loaded here because it brings Pydantic, which a warm start does without.
        from ..writer import Writer  # noqa: PLC0415

        return Writer(self)

    @property
    def _has_written(self) -> bool:
        return "scribe" in self.__dict__

    async def write_claim(self, words: Words) -> None:
        """Ask what some words claim, and open its form."""
        await self.scribe.write_claim(words)

    async def set_apart(self, words: Words) -> None:
        """Ask why some words assert nothing, and write that."""
        await self.scribe.set_apart(words)

    async def copy_words(self, words: str) -> None:
        """Copy some words of a source."""
        await self.copy_text(words, "the words")

    async def action_new_record(self) -> None:
        """Write a record that rests on no words so far."""
        await self.scribe.new_record()

    async def action_edit_record(self) -> None:
        """Change the chosen record in a form."""
        await self.scribe.edit_record()

    async def action_add_quote(self) -> None:
        """Select further words for the chosen claim."""
        await self.scribe.add_quote()

    async def action_rename(self) -> None:
        """Ask for another id of the chosen record."""
        await self.scribe.rename()

    async def action_delete(self) -> None:
        """Delete the chosen record, once that is said again."""
        await self.scribe.delete()

    async def action_lead(self) -> None:
        """Put the chosen claim into the story, or take it out."""
        await self.scribe.lead()

    # Undo.

    @property
    def can_undo_edit(self) -> bool:
        """Whether something was written in this sitting."""
        return self._has_written and bool(self.scribe.past.done)

    @property
    def can_redo_edit(self) -> bool:
        """Whether something that was written was undone."""
        return self._has_written and bool(self.scribe.past.undone)

    async def action_undo(self) -> None:
        """Take back what was done last, to the data or to the view."""
        if not (self._has_written and await self.scribe.undo()):
            self.undo_view()

    async def action_redo(self) -> None:
        """Do again what was undone last."""
        if not (self._has_written and await self.scribe.redo()):
            self.redo_view()
