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
        self.has_kept = bool(slot)

    def keep(self, draft: Draft) -> None:
        """Keep what stands in a form now."""
        self.has_kept = True
        self._newest = draft
        self._thread.submit(self._write, draft)

    async def drop(self) -> None:
        """Forget the form: it is saved, or thrown away."""
        self._newest = None
        await to_thread(self._end)

    def _write(self, draft: Draft) -> None:
        if draft is self._newest:
            with suppress(DataError):
                drafts.keep(self._path, self.slot, draft.to_json())

    def _end(self) -> None:
        self._thread.shutdown(wait=True)
        drafts.drop(self._path, self.slot)


def kept_drafts(path: Path) -> Iterator[tuple[str, Draft]]:
    """Yield the forms that were not saved to the set at a path, the newest first.

    What is no form, as somebody else wrote it, is left out.
    """
    for slot, told in drafts.kept(path):
        with suppress(TypeError, ValueError, KeyError, AttributeError):
            yield slot, Draft.from_json(told)
