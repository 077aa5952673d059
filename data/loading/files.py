"""Every byte of a data set, read once: what to parse, and a digest that says whether it changed.

This runs at every start, so nothing here parses, and neither Pydantic nor a TOML reader is loaded.
"""

from __future__ import annotations

import hashlib
import os
import re
import stat
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from functools import cached_property
from pathlib import Path

from scale_explorer.models.errors import DataError

from .attached import Attachment, attached_datasets, attachments
from .limits import FILE_BYTES, FILES, TOTAL_BYTES
from .nearest import nearest
from .read import megabytes, read_inside, read_regular, shown

LOCK_NAME = "lock.json"
_SKIPPED_FOLDER = "sources"
_FOLDERS = 1_000  # a set is a folder of files, not a file system
# A source names its text file in plain quotes; whatever else ends like one does no harm.
_TEXT_NAME = re.compile(rb"""["']([^"'\\\n]{1,200}\.(?:txt|md))["']""")


@dataclass(frozen=True, slots=True)
class File:
    """A file that was read; `name` is its path inside the set's folder."""

    path: Path
    name: str
    content: bytes


@dataclass(frozen=True, slots=True)
class Unread:
    """A file that could not be read, and why, in a sentence."""

    name: str
    reason: str


@dataclass(frozen=True)
class SetFiles:
    """All that a data set's records, findings and verdicts depend on.

    `label` is the path as the user gave it; `texts` are the source texts that the documents name;
    `attachments` are the reader's own copies for sets that the documents name. `unread` lists data
    files and the lock, `unread_texts` names that look like a source text's.
    """

    root: Path
    label: str
    documents: tuple[File, ...]
    texts: tuple[File, ...]
    lock: File | None
    lock_path: Path
    attachments: tuple[Attachment, ...]
    unread: tuple[Unread, ...]
    unread_texts: tuple[Unread, ...]

    @property
    def alone(self) -> bool:
        """Whether the set is one file and not a folder."""
        return self.lock_path.name != LOCK_NAME

    @property
    def real_path(self) -> str:
        """Where the set lies, without links: one set has one, however it was named."""
        return os.path.realpath(self.documents[0].path if self.alone else self.root)

    @property
    def size(self) -> int:
        """The bytes of all files that were read."""
        return _size((*self.documents, *self.texts, *((self.lock,) if self.lock else ())))

    @cached_property
    def digest(self) -> str:
        """A SHA-256 in hexadecimal that changes with anything that loading would see."""
        digest = hashlib.sha256()
        for part in self._parts():
            digest.update(len(part).to_bytes(8, "big"))
            digest.update(part)
        return digest.hexdigest()

    def with_contents(self, contents: Mapping[str, bytes]) -> SetFiles:
        """Return the set with other bytes in some of its documents, and the texts that these name.

        Nothing but texts that no document named before is read. Raises DataError as `gather` does.
        """
        documents = tuple(
            replace(file, content=contents.get(file.name, file.content)) for file in self.documents
        )
        known = {file.name for file in self.texts} | {each.name for each in self.unread_texts}
        changed = tuple(file for file in documents if file.name in contents)
        wanted = [name for name in text_names(changed) if name not in known]
        room = TOTAL_BYTES - _size((*documents, *self.texts))
        texts, unread = _read_all(self.root, wanted[: max(FILES - len(known), 0)], room)
        return replace(
            self,
            documents=documents,
            texts=(*self.texts, *texts),
            unread_texts=(*self.unread_texts, *unread),
        )

    def _parts(self) -> Iterator[bytes]:
        yield self.label.encode()
        for files in (self.documents, self.texts, (self.lock,) if self.lock else ()):
            yield len(files).to_bytes(4, "big")
            for file in files:
                yield os.fsencode(file.name)
                yield file.content
        for listed in (*self.attachments, *self.unread, *self.unread_texts):
            yield repr(listed).encode(errors="surrogatepass")


def gather(path: Path) -> SetFiles:
    """Read a data set from one TOML file or a folder of them; raises DataError when there is none.

    A file that cannot be read is listed as such, and does not hide the others.
    """
    folder = _is_folder(path)
    root = path if folder else path.parent
    lock_name = LOCK_NAME if folder else f"{path.stem}.{LOCK_NAME}"
    documents, unread = _folder_documents(path) if folder else (_one_document(path), ())
    texts, unread_texts = _read_all(root, text_names(documents), TOTAL_BYTES - _size(documents))
    lock, unread_lock = _read_all(root, _present(root, lock_name), FILE_BYTES)
    return SetFiles(
        root=root,
        label=shown(path),
        documents=documents,
        texts=texts,
        lock=lock[0] if lock else None,
        lock_path=root / lock_name,
        attachments=attachments(named_datasets(documents)),
        unread=(*unread, *unread_lock),
        unread_texts=unread_texts,
    )


def _is_folder(path: Path) -> bool:
    try:
        return stat.S_ISDIR(path.stat().st_mode)
    except FileNotFoundError as error:
        raise DataError(f"{shown(path)} does not exist.{_nearest_sibling(path)}") from error
    except (OSError, ValueError) as error:
        reason = error.strerror if isinstance(error, OSError) else error
        raise DataError(f"{shown(path)} cannot be opened: {reason}.") from error


def _nearest_sibling(path: Path) -> str:
    try:
        siblings = [sibling.name for sibling in path.parent.iterdir()]
    except OSError:
        return ""
    found = [shown(path.parent / name) for name in nearest(path.name, siblings)]
    return f" Did you mean {' or '.join(found)}?" if found else ""


def _one_document(path: Path) -> tuple[File, ...]:
    return (File(path, path.name, read_regular(path, FILE_BYTES)),)


def _folder_documents(root: Path) -> tuple[tuple[File, ...], tuple[Unread, ...]]:
    closed: list[Unread] = []
    names = sorted(_document_names(root, closed))
    if not names and not closed:
        raise DataError(f"{shown(root)} holds no TOML file; a data set is a folder of *.toml.")
    if len(names) > FILES:
        raise DataError(f"{shown(root)} holds {len(names)} TOML files; at most {FILES} are read.")
    documents, unread = _read_all(root, names, TOTAL_BYTES)
    if not documents:
        raise DataError(" ".join(file.reason for file in (*closed, *unread)))
    return documents, (*closed, *unread)


def _document_names(root: Path, closed: list[Unread]) -> Iterator[str]:
    """Yield the TOML files below `root`; folders that cannot be listed are added to `closed`."""

    def note(error: OSError) -> None:
        name = os.path.relpath(error.filename, root)
        closed.append(Unread(name, f"{shown(error.filename)} cannot be listed: {error.strerror}."))

    for count, (folder, subfolders, names) in enumerate(os.walk(root, onerror=note)):
        if count >= _FOLDERS:
            raise DataError(f"{shown(root)} holds too many folders to be a data set.")
        subfolders[:] = [sub for sub in subfolders if holds_documents(sub)]
        for name in names:
            if is_document(name):
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
    return name.endswith(".toml") and not name.startswith(".")


def holds_documents(folder: str) -> bool:
    """Say whether a folder below a set's, by its bare name, is looked into for records."""
    return folder != _SKIPPED_FOLDER and not folder.startswith(".")


def _read_all(
    root: Path, names: Iterable[str], budget: int
) -> tuple[tuple[File, ...], tuple[Unread, ...]]:
    """Read files below `root`; raises DataError when they exceed `budget` bytes together."""
    files: list[File] = []
    unread: list[Unread] = []
    for name in names:
        try:
            content = read_inside(root, name, FILE_BYTES)
        except DataError as error:
            unread.append(Unread(name, str(error)))
            continue
        files.append(File(root / name, name, content))
        budget -= len(content)
        if budget < 0:
            raise DataError(f"The data set is larger than {megabytes(TOTAL_BYTES)}; split it.")
    return tuple(files), tuple(unread)


def text_names(documents: tuple[File, ...]) -> list[str]:
    """Return the names of text files that the documents mention, sorted."""
    found = {name for file in documents for name in _TEXT_NAME.findall(file.content)}
    return sorted(os.fsdecode(name) for name in found)[:FILES]


def named_datasets(documents: tuple[File, ...]) -> Iterator[str]:
    """Yield the sets with attached copies whose id stands somewhere in the documents."""
    for dataset_id in attached_datasets():
        if any(os.fsencode(dataset_id) in file.content for file in documents):
            yield dataset_id


def _size(files: Iterable[File]) -> int:
    return sum(len(file.content) for file in files)


def _present(root: Path, name: str) -> list[str]:
    return [name] if os.path.lexists(root / name) else []
