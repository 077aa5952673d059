"""Commands that write into the data set, and undo and redo of all that can be undone."""

from __future__ import annotations

from asyncio import to_thread
from contextlib import suppress
from pathlib import Path
from typing import TYPE_CHECKING

from scale_explorer.data.loading.sets import resolve
from scale_explorer.data.loading.writable import COPY, why_not_writable
from scale_explorer.models.errors import ScaleExplorerError, UsageError

from ...writing.words import Words
from .copying import Copying
from .editing import READ_ONLY, Editing
from .travelling import Travelling

if TYPE_CHECKING:
    from ...writing.desk_process import DeskProcess
    from ..writer import Writer


class Writing(Editing, Copying, Travelling):
    """Hands what is to be written to the scribe."""

    _writer: Writer | None = None
    _desk_process: DeskProcess | None = None

    async def scribe(self) -> Writer:
        """Return who writes; there is one from the first time on that somebody wants to."""
        # Loaded here because most who look at data write nothing.
        from ...writing.desk_process import DeskProcess  # noqa: PLC0415

        if self._writer is None:
            process = self._desk_process = self._desk_process or DeskProcess()
            with suppress(ScaleExplorerError):
                self.set_path()
                process.start()  # both load the same for most of a second, side by side
            self._writer = (await to_thread(_writer_class))(self, process)
        return self._writer

    def set_path(self) -> Path:
        """Return where the set lies; raises UsageError when it is not to be written to."""
        if self.read_only:
            raise UsageError(READ_ONLY)
        if len(self.data_names) > 1:
            raise UsageError("Several sets are open; open the one that you want to write in alone.")
        path = resolve(next(iter(self.data_names), None))
        if why := why_not_writable(path):
            raise UsageError(f"{why}; {COPY}")
        return path

    def end_writing(self) -> None:
        """End the process that holds the set; what it is writing it finishes first."""
        if self._desk_process is not None:
            self._desk_process.close()

    async def write_claim(self, words: Words) -> None:
        """Ask what some words claim, and open its form."""
        await (await self.scribe()).write_claim(words)

    async def set_apart(self, words: Words) -> None:
        """Ask why some words assert nothing, and write that."""
        await (await self.scribe()).set_apart(words)

    async def copy_words(self, words: str) -> None:
        """Copy some words of a source."""
        await self.copy_text(words, "the words")

    async def action_new_record(self) -> None:
        """Write a record that rests on no words so far."""
        await (await self.scribe()).new_record()

    async def action_edit_record(self) -> None:
        """Change the chosen record in a form."""
        await (await self.scribe()).edit_record()

    async def action_add_quote(self) -> None:
        """Select further words for the chosen claim."""
        await (await self.scribe()).add_quote()

    async def action_rename(self) -> None:
        """Ask for another id of the chosen record."""
        await (await self.scribe()).rename()

    async def action_delete(self) -> None:
        """Delete the chosen record, once that is said again."""
        await (await self.scribe()).delete()

    async def action_lead(self) -> None:
        """Put the chosen claim into the story, or take it out."""
        await (await self.scribe()).lead()

    # Undo.

    @property
    def can_undo_edit(self) -> bool:
        """Whether something was written in this sitting."""
        return self._writer is not None and bool(self._writer.past.done)

    @property
    def can_redo_edit(self) -> bool:
        """Whether something that was written was undone."""
        return self._writer is not None and bool(self._writer.past.undone)

    async def action_undo(self) -> None:
        """Take back what was done last, to the data or to the view."""
        if self._writer is None or not await self._writer.undo():
            self.undo_view()

    async def action_redo(self) -> None:
        """Do again what was undone last."""
        if self._writer is None or not await self._writer.redo():
            self.redo_view()


def _writer_class() -> type[Writer]:
    """Load what writes, on a thread: it brings Pydantic, which a warm start does without."""
    from ..writer import Writer  # noqa: PLC0415

    return Writer
