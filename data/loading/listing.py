"""The files of a data set's folder by name: which are read, and which only look as if they were.

This runs at every start, so that nothing is read here.
"""

from __future__ import annotations

import os
import re
from collections.abc import Iterator
from pathlib import Path, PurePath

from scale_explorer.models.errors import DataError
from scale_explorer.models.frozen import dataclass, field

from .limits import FILES
from .read import shown

_SPREADSHEET = re.compile(r"(?:.*-)?(?:entities|relationships|figures)\.csv")
_NEARLY = re.compile(
    r"(?:.*[\W_])?(?:entit(?:y|ies)|relationships?|figures?)(?:[\W_].*)?\.(?:csv|tsv)",
    re.IGNORECASE,
)
"""Names that somebody may have thought would be read."""
_SUFFIXES = (".toml", ".csv", ".tsv")
_SKIPPED_FOLDER = "sources"
_FOLDERS = 1_000  # a set is a folder of files, not a file system
_EXAMPLE = """\
[dataset]
id = "my-story"
title = "A buys into B"\
"""


@dataclass(frozen=True, slots=True)
class Unread:
    """A file that could not be read, and why, in a sentence."""

    name: str
    reason: str


@dataclass(frozen=True, slots=True)
class Listing:
    """What a folder holds: data files by name, folders that are closed, names to tell of.

    The lists grow while the folder is listed.
    """

    data: list[str] = field(default_factory=list[str])
    closed: list[Unread] = field(default_factory=list[Unread])
    passed_over: list[str] = field(default_factory=list[str])


def is_spreadsheet(name: str) -> bool:
    """Say whether a file of a set's folder holds records as CSV, by its name."""
    return bool(_SPREADSHEET.fullmatch(PurePath(name).name))


def data_files(root: Path) -> tuple[str, ...]:
    """Return the names of the data files below `root`, whether or not they make up a data set."""
    names = _file_names(root, [])
    return tuple(sorted(each for each in names if each.endswith(".toml") or is_spreadsheet(each)))


def list_folder(root: Path) -> Listing:
    """List the data files below `root`; raises DataError when they are no data set."""
    listing = Listing()
    for name in _file_names(root, listing.closed):
        if name.endswith(".toml") or is_spreadsheet(name):
            listing.data.append(name)
        elif len(listing.passed_over) < FILES and _NEARLY.fullmatch(PurePath(name).name):
            listing.passed_over.append(name)
    listing.data.sort()
    if not listing.closed and not any(name.endswith(".toml") for name in listing.data):
        raise DataError(_headless(root, listing))
    if len(listing.data) > FILES:
        raise DataError(
            f"{shown(root)} holds {len(listing.data)} TOML and CSV files; at most {FILES} are read."
        )
    return listing


def _headless(root: Path, listing: Listing) -> str:
    if listing.data:
        name = shown(listing.data[0])
        need = f"a TOML file with its header must stand beside {name}, such as dataset.toml"
        return f"{shown(root)} is no data set yet: {need}:\n\n{_EXAMPLE}"
    told = f"{shown(root)} holds no TOML file; a data set is a folder of *.toml."
    return f"{told}\nOf other files an index is made: scale-explorer import FOLDER -o FILE"


def _file_names(root: Path, closed: list[Unread]) -> Iterator[str]:
    """Yield what may be data files below `root`; folders that cannot be listed go to `closed`."""

    def note(error: OSError) -> None:
        name = os.path.relpath(error.filename, root)
        closed.append(Unread(name, f"{shown(error.filename)} cannot be listed: {error.strerror}."))

    for count, (folder, subfolders, names) in enumerate(os.walk(root, onerror=note)):
        if count >= _FOLDERS:
            raise DataError(f"{shown(root)} holds too many folders to be a data set.")
        subfolders[:] = [sub for sub in subfolders if holds_documents(sub)]
        for name in names:
            if not name.startswith(".") and name.lower().endswith(_SUFFIXES):
                yield str((Path(folder) / name).relative_to(root))


def document_folders(root: Path) -> tuple[str, ...]:
    """Return the folders of a set in which data files are looked for, with `root` itself."""
    found: list[str] = []
    for folder, subfolders, _ in os.walk(root):
        found.append(folder)
        subfolders[:] = [sub for sub in subfolders if holds_documents(sub)]
        if len(found) >= _FOLDERS:
            break
    return tuple(found)


def is_document(name: str) -> bool:
    """Say whether a file of a set's folder, by its bare name, holds records."""
    return not name.startswith(".") and (name.endswith(".toml") or is_spreadsheet(name))


def holds_documents(folder: str) -> bool:
    """Say whether a folder below a set's, by its bare name, is looked into for records."""
    return folder != _SKIPPED_FOLDER and not folder.startswith(".")
