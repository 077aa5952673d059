"""A form kept on disk while it is not saved, so that nothing that was typed is lost."""

from __future__ import annotations

from asyncio import to_thread
from concurrent.futures import ThreadPoolExecutor
from contextlib import suppress
from pathlib import Path

from scale_explorer.models.errors import DataError

from ..memory import drafts
from .draft import Draft


class Keeping:
    """Writes the newest state of a form on a thread; those that a newer one overtook are left out.

    A disk that is full or may not be written keeps nobody from writing on: saving tells of it.
    """

    def __init__(self, path: Path) -> None:
        self._path = path
        self._newest: Draft | None = None
        self._thread = ThreadPoolExecutor(1, thread_name_prefix="scale-explorer-keeping")
        self.has_kept = False

    def keep(self, draft: Draft) -> None:
        """Keep what stands in a form now."""
        self.has_kept = True
        self._newest = draft
        self._thread.submit(self._write, draft)

    async def drop(self) -> None:
        """Forget the form: it is saved."""
        self._newest = None
        await to_thread(self._end)

    def _write(self, draft: Draft) -> None:
        if draft is self._newest:
            with suppress(DataError):
                drafts.keep(self._path, draft.to_json())

    def _end(self) -> None:
        self._thread.shutdown(wait=True)
        drafts.drop(self._path)


def kept_draft(path: Path) -> Draft | None:
    """Return the form that was not saved to the set at a path, if there is one."""
    told = drafts.kept(path)
    try:
        return None if told is None else Draft.from_json(told)
    except (TypeError, ValueError, KeyError, AttributeError):
        return None
