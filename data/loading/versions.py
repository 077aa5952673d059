"""Which version of a set is meant: `SET`, as it is, or `SET@REV`, as it was in a Git revision."""

from __future__ import annotations

import os
from collections.abc import Iterator
from pathlib import Path

from scale_explorer.models.errors import UnknownNameError
from scale_explorer.models.frozen import dataclass

from .files import SetFiles, gather
from .read import shown
from .revision import gather_revision
from .sets import resolve

AT = "@"


@dataclass(frozen=True, slots=True)
class VersionName:
    """A set by its path or name (None is the usual one), and a revision, or None for as it is."""

    data_set: str | None
    revision: str | None = None

    @property
    def shown(self) -> str:
        """What people call it, as they would write it."""
        at = "" if self.revision is None else f"{AT}{self.revision}"
        return shown(f"{self.data_set or ''}{at}")

    def gather(self) -> SetFiles:
        """Read its files; raises as `gather`, `resolve` and `gather_revision` do."""
        path = _resolved(self.data_set, gone=self.revision is not None)
        return gather(path) if self.revision is None else gather_revision(path, self.revision)


def version_named(text: str, usual: str | None) -> VersionName:
    """Read `SET` or `SET@REV`; `@REV` alone is of the usual set.

    What exists is a path, whatever signs it has. Both may have an @, so the last before which there
    is a set divides them.
    """
    if AT not in text or os.path.lexists(text):
        return VersionName(text or usual)
    for data_set, revision in _divided(text):
        if not data_set:
            return VersionName(usual, revision)
        if _is_there(data_set):
            return VersionName(data_set, revision)
    data_set, _, revision = text.partition(AT)
    return VersionName(data_set, revision)


def _divided(text: str) -> Iterator[tuple[str, str]]:
    for place in range(len(text) - 1, -1, -1):
        if text[place] == AT:
            yield text[:place], text[place + 1 :]


def _is_there(data_set: str) -> bool:
    try:
        return os.path.lexists(resolve(data_set))
    except UnknownNameError:
        return False


def _resolved(data_set: str | None, *, gone: bool) -> Path:
    """Return the path of a set; where it may be gone by now, what is no name is a path."""
    try:
        return resolve(data_set)
    except UnknownNameError:
        if gone and data_set:
            return Path(data_set)
        raise
