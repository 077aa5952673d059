"""What of a folder can be imported, file by file, and why the others are left."""

from __future__ import annotations

import os
import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Final

from scale_explorer.models.errors import DataError, UsageError
from scale_explorer.models.kinds import Kind

from ..loading.databases import is_database
from ..loading.files import LOCK_NAME
from ..loading.limits import FILE_BYTES
from ..loading.listing import holds_documents, is_spreadsheet
from ..loading.read import read_regular, shown
from .recognize import source_of
from .rejects import ENDING
from .sources import Source

MOST_NAMES: Final = 100_000
"""Files that are looked at; a folder of more is none that somebody means."""

_TEXTS = (".txt", ".md")
_OURS = re.compile(rb"^\s*\[+\s*(?:dataset|%s)\b" % "|".join(Kind).encode(), re.MULTILINE)
"""A table of a data set: other TOML files, such as settings of programs, have none."""
_LOCK = "the lock of a set"
_LINE = re.compile(r"(\d+): ")


@dataclass(frozen=True, slots=True)
class Left:
    """A file that is not imported, and why, in a few words."""

    label: str
    reason: str


@dataclass(slots=True)
class Contents:
    """What a folder holds: a set of TOML files, CSV files of ours, who reads others, the rest."""

    has_set: bool = False
    sheets: list[Path] = field(default_factory=list[Path])
    others: list[Source] = field(default_factory=list[Source])
    left: list[Left] = field(default_factory=list[Left])

    def leave(self, path: Path, reason: str) -> None:
        """Take note of a file that is not imported."""
        self.left.append(Left(shown(path), reason))


def contents_of(folder: Path) -> Contents:
    """Look at every file of a folder, but for hidden ones; raises DataError for too many."""
    held = Contents()
    documents: list[Path] = []
    for path in _files(folder, held):
        ours = path.suffix == ".toml" or is_spreadsheet(path.name)
        if ours and not all(map(holds_documents, path.relative_to(folder).parts[:-1])):
            held.leave(path, "it lies in a folder for texts")
        elif path.suffix == ".toml":
            documents.append(path)
        elif is_spreadsheet(path.name):
            held.sheets.append(path)
        elif why := _why_left(path, folder):
            held.leave(path, why)
        else:
            _look_into(path, held)
    held.has_set = any(map(_is_ours, documents))
    if held.has_set:
        held.left[:] = [each for each in held.left if each.reason != _LOCK]
    else:
        for path in documents:
            held.leave(path, "it has no table of a data set")
    held.left.sort(key=lambda left: left.label)
    return held


def _files(folder: Path, held: Contents) -> Iterator[Path]:
    """Yield what may be imported, in order; what cannot be listed is left."""

    def note(error: OSError) -> None:
        held.leave(Path(error.filename), f"it cannot be listed: {error.strerror}")

    count = 0
    for root, folders, names in os.walk(folder, onerror=note):
        folders[:] = sorted(each for each in folders if not each.startswith("."))
        for name in sorted(names):
            count += 1
            if count > MOST_NAMES:
                raise DataError(f"{shown(folder)} holds more than {MOST_NAMES:,} files; name some.")
            if not name.startswith("."):
                yield Path(root, name)


def _why_left(path: Path, folder: Path) -> str:
    """Say why a file is not even looked into, if so."""
    name = path.name
    if name.endswith(_TEXTS):
        return "a text; it is read where a source names it"
    if name.endswith(LOCK_NAME):
        return _LOCK
    if name.endswith(ENDING):
        return "what an import left out"
    if not _is_inside(path, folder):
        return "it leads out of the folder"
    return "an index or another database" if is_database(path) else ""


def _is_inside(path: Path, folder: Path) -> bool:
    try:
        return path.resolve(strict=True).is_relative_to(folder.resolve(strict=True))
    except (OSError, RuntimeError, ValueError):
        return True  # whoever opens it says what is wrong


def _look_into(path: Path, held: Contents) -> None:
    try:
        held.others.append(source_of(path))
    except (DataError, UsageError) as error:
        held.leave(path, _bare(str(error), shown(path)))


def _bare(told: str, label: str) -> str:
    """Return what an error says of a file without the file's name."""
    reason = told.partition("\n")[0].removeprefix(label).lstrip(":").strip().rstrip(".")
    return _LINE.sub(r"line \1: ", reason, count=1) if _LINE.match(reason) else reason


def _is_ours(path: Path) -> bool:
    """Say whether a TOML file is one of a data set; one that cannot be read may be."""
    try:
        return bool(_OURS.search(read_regular(path, FILE_BYTES)))
    except DataError:
        return True
