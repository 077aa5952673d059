"""Every byte of a data set, read once: what to parse, and a digest that says whether it changed.

This runs at every start, so nothing here parses, and neither Pydantic nor a TOML reader is loaded.
"""

from __future__ import annotations

import hashlib
import os
import re
import stat
from codecs import BOM_UTF8
from collections.abc import Iterable, Iterator, Mapping
from functools import cached_property
from pathlib import Path

from scale_explorer.models.errors import DataError
from scale_explorer.models.frozen import dataclass, replace

from .attached import Attachment, attached_datasets, attachments
from .databases import why_only_read
from .foreign import refuse_foreign
from .limits import FILE_BYTES, FILES, TOTAL_BYTES
from .listing import Listing, Unread, is_spreadsheet, list_folder
from .nearest import nearest
from .read import (
    megabytes,
    open_regular,
    read_inside,
    read_regular,
    shown,
    told_as_unreadable,
)

LOCK_NAME = "lock.json"
_PEEKED = 4096
"""Bytes at the beginning of a file that tell what it is."""
# A source names its text file in plain quotes; whatever else ends like one does no harm.
_TEXT_NAME = re.compile(rb"""["']([^"'\\\n]{1,200}\.(?:txt|md))["']""")


@dataclass(frozen=True, slots=True)
class File:
    """A file that was read; `name` is its path inside the set's folder."""

    path: Path
    name: str
    content: bytes


@dataclass(frozen=True)
class SetFiles:
    """All that a data set's records, findings and verdicts depend on.

    `label` is the path as the user gave it. `documents` are TOML files, `spreadsheets` CSV files;
    `passed_over` names those that nearly have the name of a CSV file. `texts` are the source texts
    that the documents name, `attachments` the reader's own copies for sets that they name. `unread`
    lists data files and the lock, `unread_texts` names that look like a source text's.
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
    spreadsheets: tuple[File, ...] = ()
    passed_over: tuple[str, ...] = ()

    @property
    def data(self) -> tuple[File, ...]:
        """All files that hold records."""
        return (*self.documents, *self.spreadsheets)

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
        return _size((*self.data, *self.texts, *((self.lock,) if self.lock else ())))

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
        room = TOTAL_BYTES - _size((*documents, *self.spreadsheets, *self.texts))
        texts, unread = _read_all(self.root, wanted[: max(FILES - len(known), 0)], room)
        return replace(
            self,
            documents=documents,
            spreadsheets=tuple(
                replace(file, content=contents.get(file.name, file.content))
                for file in self.spreadsheets
            ),
            texts=(*self.texts, *texts),
            unread_texts=(*self.unread_texts, *unread),
        )

    def _parts(self) -> Iterator[bytes]:
        yield self.label.encode()
        lock = (self.lock,) if self.lock else ()
        for files in (self.documents, self.spreadsheets, self.texts, lock):
            yield len(files).to_bytes(4, "big")
            for file in files:
                yield os.fsencode(file.name)
                yield file.content
        for listed in (*self.attachments, *self.unread, *self.unread_texts, *self.passed_over):
            yield repr(listed).encode(errors="surrogatepass")


def gather(path: Path, *, spreadsheets: bool = True) -> SetFiles:
    """Read a data set from one TOML file or a folder of them; raises DataError when there is none.

    CSV files are read in a folder only, and not at all without `spreadsheets`. A file that cannot
    be read is listed as such, and does not hide the others.
    """
    if why := why_only_read(path):
        raise DataError(f"{why}.")
    folder = _is_folder(path)
    root = path if folder else path.parent
    lock_name = LOCK_NAME if folder else f"{path.stem}.{LOCK_NAME}"
    listing = list_folder(path) if folder else Listing()
    if not spreadsheets:
        listing.data[:] = [name for name in listing.data if not is_spreadsheet(name)]
    data, unread = _read_data(path, listing) if folder else (_one_document(path), ())
    documents = tuple(file for file in data if not is_spreadsheet(file.name))
    texts, unread_texts = _read_all(root, text_names(documents), TOTAL_BYTES - _size(data))
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
        spreadsheets=tuple(file for file in data if is_spreadsheet(file.name)),
        passed_over=tuple(sorted(listing.passed_over)),
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
    if path.suffix == ".csv":
        what = "open its folder, with a TOML file in it that begins with [dataset]"
        told = f"{shown(path)} is no data set, but may be part of one: {what}.\n{_import(path)}"
        raise DataError(told)
    _refuse_other(path)
    return (File(path, path.name, read_regular(path, FILE_BYTES)),)


def _refuse_other(path: Path) -> None:
    """Raise DataError for a file that is no TOML, and may be of any size; say what can be done."""
    if path.suffix == ".toml":
        return
    with open_regular(path) as file, told_as_unreadable(path):
        start = file.read(_PEEKED)
    if not start:
        raise DataError(f"{shown(path)} is empty: it is neither a data set nor an index.")
    refuse_foreign(start, shown(path))
    if start.removeprefix(BOM_UTF8).lstrip().startswith(b"{"):
        raise DataError(f"{shown(path)} holds JSON, which is opened as an index.\n{_import(path)}")


def _import(path: Path) -> str:
    # Loaded here because only what is no data set is told so.
    import shlex  # noqa: PLC0415

    named = shlex.quote(shown(path))
    index = shlex.quote(f"{shown(path.stem)}.index")
    return f"Make an index of it with: scale-explorer import {named} -o {index}"


def _read_data(root: Path, listing: Listing) -> tuple[tuple[File, ...], tuple[Unread, ...]]:
    """Read the data files below `root`; raises DataError when no TOML file can be read."""
    files, unread = _read_all(root, listing.data, TOTAL_BYTES)
    if all(is_spreadsheet(file.name) for file in files):
        raise DataError(" ".join(file.reason for file in (*listing.closed, *unread)))
    return files, (*listing.closed, *unread)


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
