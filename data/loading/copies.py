"""The texts of a set's sources that are on this machine: its own, or the reader's copies."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator
from pathlib import Path
from typing import Literal

from scale_explorer.models.dataset import Dataset
from scale_explorer.models.errors import DataError
from scale_explorer.models.evidence import Source
from scale_explorer.models.frozen import dataclass
from scale_explorer.models.text import clean

from ..finding import Finding, Severity
from .attached import attached
from .decode import decoded
from .files import SetFiles
from .limits import FILE_BYTES, TEXT_CHARACTERS
from .places import Places
from .read import read_inside, read_regular, shown

_TEXTS = (".txt", ".md")


@dataclass(frozen=True, slots=True)
class SourceCopy:
    """A source's text, safe to show; `sha256` is of the file's bytes, in hexadecimal.

    `origin` is `own` for a text inside the set's folder, `attached` for the reader's copy.
    """

    text: str
    sha256: str
    origin: Literal["own", "attached"]
    path: Path


def source_copies(
    dataset: Dataset, files: SetFiles, places: Places
) -> tuple[dict[str, SourceCopy], list[Finding]]:
    """Return the text of each source that has one here, and why others could not be read."""
    copies: dict[str, SourceCopy] = {}
    findings: list[Finding] = []
    room = TEXT_CHARACTERS
    for source in dataset.of(Source):
        try:
            copy = _copy_of(source, dataset, files, room)
            room -= len(copy.text) if copy else 0
        except DataError as error:
            findings.append(_unreadable(source, str(error), places))
        else:
            copies.update({source.id: copy} if copy else {})
    return copies, findings


def _copy_of(source: Source, dataset: Dataset, files: SetFiles, room: int) -> SourceCopy | None:
    """Return a source's text; raises DataError when there is no room left for one."""
    if room > 0:
        return _own(source, files) or _attached(source, dataset, files)
    if source.text is None and attached(dataset.header.id, source.id) is None:
        return None
    limit = f"{TEXT_CHARACTERS:,} characters"
    raise DataError(f"the texts of the sources have more than {limit} together; split the set.")


def _own(source: Source, files: SetFiles) -> SourceCopy | None:
    if source.text is None:
        return None
    for file in files.texts:
        if file.name == source.text:
            return _copy(file.content, "own", file.path)
    raise DataError(next(_reasons(source.text, files), f"the text {source.text} cannot be found."))


def own_copy(root: Path, name: str) -> SourceCopy:
    """Read the text that a source names below a folder; raises DataError."""
    if not name.endswith(_TEXTS):
        raise DataError(_misnamed(name))
    return _copy(read_inside(root, name, FILE_BYTES), "own", root / name)


def _misnamed(name: str) -> str:
    return f"the text {name} must be a .txt or .md file in the data set's folder."


def _reasons(name: str, files: SetFiles) -> Iterator[str]:
    if not name.endswith(_TEXTS):
        yield _misnamed(name)
    yield from (unread.reason for unread in files.unread_texts if unread.name == name)


def _attached(source: Source, dataset: Dataset, files: SetFiles) -> SourceCopy | None:
    name = f"{dataset.header.id}/{source.id}.txt"
    path = attached(dataset.header.id, source.id)
    # Only what the digest covers is used, so that a compiled set always knows when to be renewed.
    if path is None or all(listed.name != name for listed in files.attachments):
        return None
    return _copy(read_regular(path, FILE_BYTES), "attached", path)


def _copy(content: bytes, origin: Literal["own", "attached"], path: Path) -> SourceCopy:
    text = clean(decoded(content, shown(path)), multiline=True)
    return SourceCopy(text, hashlib.sha256(content).hexdigest(), origin, path)


def _unreadable(source: Source, reason: str, places: Places) -> Finding:
    place = places.of(source.id, "text")
    return Finding("unreadable_source_text", Severity.ERROR, reason, source.id, place)
