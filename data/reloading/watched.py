"""What of a data set's files is watched, and how to see that something of it changed.

Only what `stat` tells is compared, often and at little cost; whether that means anything is for
the digest of the contents to say (`SetFiles.digest`). Asking again and again works on network file
systems too, which tell nobody of a change made elsewhere.
"""

from __future__ import annotations

import os
import time
from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import TypeAlias

from scale_explorer.models.frozen import dataclass

from ..loading.attached import attached_datasets, copies_folder
from ..loading.files import SetFiles
from ..loading.listing import document_folders
from ..matching.revoked import revoked_path
from ..opening import Sought

_DATA_FILES = (".toml", ".csv")
_COARSE = 2_000_000_000
"""Nanoseconds for which a folder's time may not tell of a further change (FAT counts by two
seconds), so that its names are listed again."""

Facts: TypeAlias = tuple[object, ...]
Signature: TypeAlias = Mapping[str, Facts | None]
"""What is told of each path; None of one that is not there."""


@dataclass(frozen=True, slots=True)
class Watched:
    """Paths of files whose content counts, and of folders in which names come and go."""

    files: frozenset[str]
    folders: frozenset[str]


def watched_of(sought: Sought) -> Watched:
    """Return what to watch for what was opened: an index is one file."""
    if sought.is_index:
        return Watched(frozenset({os.fspath(sought.path)}), frozenset())
    return watched(sought.sets)


def watched(sets: Iterable[SetFiles]) -> Watched:
    """Return what to watch for sets that were read, and for what they name that is not there."""
    parts = [_watched(files) for files in sets]
    told_apart = {os.fspath(revoked_path())} if len(parts) > 1 else set[str]()
    return Watched(
        frozenset(told_apart.union(*(part.files for part in parts))),
        frozenset(set[str]().union(*(part.folders for part in parts))),
    )


def _watched(files: SetFiles) -> Watched:
    # A set that is one file may lie among thousands: of its folder nothing is watched.
    folders = () if files.alone else document_folders(files.root)
    named = [file.path for file in (*files.data, *files.texts)]
    named += [files.root / unread.name for unread in (*files.unread, *files.unread_texts)]
    named += [Path(path) for folder in folders for path in _data_files(folder)]
    copies = copies_folder()
    named += [copies / attachment.name for attachment in files.attachments]
    own = {os.fspath(copies / dataset) for dataset in attached_datasets()}
    return Watched(
        frozenset(map(os.fspath, (*named, files.lock_path))),
        frozenset({*folders, os.fspath(copies), *own}),
    )


def _data_files(folder: str) -> list[str]:
    try:
        with os.scandir(folder) as entries:
            return [entry.path for entry in entries if entry.name.endswith(_DATA_FILES)]
    except OSError:
        return []


class Sight:
    """Looks at what is watched; remembers the names in folders that stayed as they were."""

    def __init__(self) -> None:
        self._names: dict[str, tuple[Facts, Facts]] = {}

    def look(self, at: Watched) -> Signature:
        """Return what is told of every path now."""
        files: dict[str, Facts | None] = {path: _facts(path) for path in at.files}
        return files | {path: self._listing(path) for path in at.folders}

    def _listing(self, folder: str) -> Facts | None:
        """Return the names in a folder, but for hidden ones: editors keep their own there."""
        facts = _facts(folder)
        if facts is None:
            return None
        known, names = self._names.get(folder, ((), ()))
        if known != facts or _is_recent(facts):
            names = _listed(folder)
            self._names[folder] = facts, names
        return names


def _facts(path: str) -> Facts | None:
    """Return what changes when a file is written or replaced; links are followed."""
    try:
        told = os.stat(path)  # noqa: PTH116 - a Path costs four times as much, five times a second
    except (OSError, ValueError):
        return None
    return told.st_mtime_ns, told.st_ctime_ns, told.st_size, told.st_ino, told.st_mode


def _is_recent(facts: Facts) -> bool:
    changed = facts[0]
    return isinstance(changed, int) and abs(time.time_ns() - changed) < _COARSE


def _listed(folder: str) -> Facts:
    try:
        with os.scandir(folder) as entries:
            return tuple(sorted(entry.name for entry in entries if not entry.name.startswith(".")))
    except OSError:
        return ()


def is_suspect(before: Signature, now: Signature) -> bool:
    """Say whether a file has gone or become empty: it may be in the middle of being written."""
    return any(
        facts is not None and facts[2:3] != (0,) and _is_away(now.get(path))
        for path, facts in before.items()
        if path in now
    )


def _is_away(facts: Facts | None) -> bool:
    return facts is None or facts[2:3] == (0,)
