"""Compiled files of states that were passed through: an hour of editing must not fill the cache."""

from __future__ import annotations

import weakref
from contextlib import suppress
from pathlib import Path

from .request import Compiled


class Made:
    """Removes the files that this run had made, each when nothing holds its store any more.

    The last one stays for the next start, and so does what was there before.
    """

    def __init__(self) -> None:
        self._own: set[Path] = set()
        self._leaving: dict[Path, weakref.finalize[..., object]] = {}
        self._now: Path | None = None

    def take(self, new: Compiled, left: object) -> None:
        """Take note that a file is shown from now on, in place of the store `left`."""
        if new.made:
            self._own.add(new.path)
        if back := self._leaving.pop(new.path, None):
            back.detach()
        before, self._now = self._now, new.path
        if before is not None and before in self._own and before != new.path:
            self._leaving[before] = weakref.finalize(left, _remove, before)


def _remove(path: Path) -> None:
    with suppress(OSError):
        path.unlink()
