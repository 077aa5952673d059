"""A data set as it was in a revision of a Git repository, read from its objects into memory."""

from __future__ import annotations

import os
from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass, field
from pathlib import Path, PurePosixPath

from scale_explorer.models.errors import DataError

from .attached import attachments
from .files import LOCK_NAME, File, SetFiles, named_datasets, text_names
from .git import Entry, Repository, repository_of
from .limits import FILE_BYTES, FILES, TOTAL_BYTES
from .listing import Unread, holds_documents, is_document, is_spreadsheet
from .read import megabytes, shown

HEAD = "HEAD"
"""The last commit."""


@dataclass(slots=True)
class _Tree:
    """A set's folder in a revision; the bytes that are read are summed up."""

    repository: Repository
    name: str
    label: str
    spent: int = 0
    unread: dict[str, Unread] = field(default_factory=dict[str, Unread])

    def read(self, root: Path, names: Iterable[str]) -> tuple[File, ...]:
        """Read files by their names; one that cannot be is listed in `unread`.

        Raises DataError when they are too large together.
        """
        inside = {name: os.path.normpath(name) for name in names}
        entries = self._entries({path for path in inside.values() if _is_below(path)})
        found = {name: entries.get(path) for name, path in inside.items()}
        objects = (each.object for each in found.values() if each and each.is_regular)
        sizes = self.repository.sizes(objects)
        sound: dict[str, Entry] = {}
        for name, entry in found.items():
            if reason := _why_not(entry, sizes):
                self.unread[name] = Unread(name, f"{shown(name)} of {self.label} {reason}.")
            elif entry is not None:
                sound[name] = entry
                self.spent += sizes[entry.object]
        if self.spent > TOTAL_BYTES:
            raise DataError(f"{self.label} is larger than {megabytes(TOTAL_BYTES)}; split it.")
        wanted = {entry.object: sizes[entry.object] for entry in sound.values()}
        contents = self.repository.contents(wanted) if wanted else {}
        return tuple(File(root / name, name, contents[each.object]) for name, each in sound.items())

    def _entries(self, paths: Collection[str]) -> Mapping[str, Entry]:
        return self.repository.entries(self.name, paths) if paths else {}

    def has(self, path: str) -> bool:
        """Say whether there is such a file."""
        return path in self.repository.entries(self.name, (path,))


def gather_revision(path: Path, revision: str) -> SetFiles:
    """Read the data set at `path`, which may be gone by now, as it was in a revision.

    Its texts and its lock are those of the revision, the reader's own copies those of now. Raises
    UsageError for a revision that is not there, DataError where there is no repository or no set.
    """
    real = Path(os.path.realpath(path))
    home = _nearest_folder(real)
    repository = repository_of(home)
    inside = PurePosixPath(repository.prefix, *real.relative_to(home).parts)
    label = f"{shown(path)}@{shown(revision)}"
    tree = repository.tree(revision, str(inside))
    if tree is not None:
        return _folder(_Tree(repository, tree, label), real)
    above = repository.tree(revision, str(inside.parent))
    around = _Tree(repository, above, label) if above else None
    if around is None or not around.has(real.name):
        raise DataError(f"{label} does not exist: that revision has no such file or folder.")
    return _set_files(around, real.parent, [real.name], f"{real.stem}.{LOCK_NAME}")


def _nearest_folder(path: Path) -> Path:
    return next(each for each in (path, *path.parents) if each.is_dir())


def _folder(tree: _Tree, root: Path) -> SetFiles:
    names = sorted(filter(_is_inside, tree.repository.entries(tree.name)))
    if not names:
        raise DataError(f"{tree.label} holds no TOML file; a data set is a folder of *.toml.")
    if len(names) > FILES:
        raise DataError(f"{tree.label} holds {len(names)} TOML files; at most {FILES} are read.")
    return _set_files(tree, root, names, LOCK_NAME)


def _is_inside(name: str) -> bool:
    path = PurePosixPath(name)
    return is_document(path.name) and all(map(holds_documents, path.parts[:-1]))


def _is_below(path: str) -> bool:
    return not path.startswith(("/", "..")) and "\0" not in path


def _set_files(tree: _Tree, root: Path, names: list[str], lock_name: str) -> SetFiles:
    data = tree.read(root, names)
    documents = tuple(file for file in data if not is_spreadsheet(file.name))
    if not documents:
        raise DataError(" ".join(each.reason for each in tree.unread.values()))
    lock = tree.read(root, [lock_name] if tree.has(lock_name) else [])
    unread, tree.unread = tree.unread, {}
    texts = tree.read(root, text_names(documents))
    return SetFiles(
        root=root,
        label=tree.label,
        documents=documents,
        spreadsheets=tuple(file for file in data if is_spreadsheet(file.name)),
        texts=texts,
        lock=lock[0] if lock else None,
        lock_path=root / lock_name,
        attachments=attachments(named_datasets(documents)),
        unread=tuple(unread.values()),
        unread_texts=tuple(tree.unread.values()),
    )


def _why_not(entry: Entry | None, sizes: Mapping[str, int]) -> str:
    """Say why a file is not read, or nothing."""
    if entry is None:
        return "does not exist"
    if not entry.is_regular:
        return "is a link or a repository of its own, which is not followed"
    if entry.object not in sizes:
        return "is missing from the repository"
    if sizes[entry.object] > FILE_BYTES:
        return f"is larger than {megabytes(FILE_BYTES)}"
    return ""
