"""A form kept on disk while it is not saved, so that nothing that was typed is lost."""

from __future__ import annotations

from asyncio import to_thread
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import suppress
from pathlib import Path
from uuid import uuid4

from scale_explorer.models.errors import DataError

from ..memory import drafts
from .draft import Draft


class Keeping:
    """Writes the newest state of a form on a thread; those that a newer one overtook are left out.

    A disk that is full or may not be written keeps nobody from writing on: saving tells of it.
    """

    def __init__(self, path: Path, slot: str = "") -> None:
        self._path = path
        self.slot = slot or uuid4().hex
        self._newest: Draft | None = None
        self._thread = ThreadPoolExecutor(1, thread_name_prefix="scale-explorer-keeping")
        self._is_open = True
        self._kept = bool(slot)
        self._problem = ""

    def keep(self, draft: Draft) -> None:
        """Keep what stands in a form now."""
        if self._is_open:
            self._newest = draft
            self._thread.submit(self._write, draft)

    async def drop(self) -> None:
        """Forget the form: it is saved, or thrown away."""
        self._newest = None
        await self.close()
        await to_thread(drafts.drop, self._path, self.slot)

    async def close(self) -> str | None:
        """Let the last state be kept; return why it could not be, or None when nothing was."""
        self._is_open = False
        await to_thread(self._thread.shutdown, wait=True)
        return self._problem if self._kept or self._problem else None

    def _write(self, draft: Draft) -> None:
        if draft is not self._newest:
            return
        try:
            drafts.keep(self._path, self.slot, draft.to_json())
            self._kept, self._problem = True, ""
        except DataError as error:
            self._problem = str(error)


def kept_drafts(path: Path) -> Iterator[tuple[str, Draft]]:
    """Yield the forms that were not saved to the set at a path, the newest first.

    What is no form, as somebody else wrote it, is left out.
    """
    for slot, told in drafts.kept(path):
        with suppress(TypeError, ValueError, KeyError, AttributeError, ArithmeticError):
            yield slot, Draft.from_json(told)
