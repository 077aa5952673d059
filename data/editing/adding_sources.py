"""Articles added to a set that is there: their texts beside it, their tables in its files."""

from __future__ import annotations

import os
from collections.abc import Iterable, Iterator
from pathlib import Path

from scale_explorer.models.errors import UsageError
from scale_explorer.models.frozen import dataclass
from scale_explorer.models.kinds import Kind

from ..loading.load import load
from ..loading.writable import COPY, why_not_writable
from .drafts import TEXTS, Draft, Given, drafts
from .edits.sources import AddSources, unsaid
from .manuscript import Manuscript
from .new_files import new_files
from .revision import Revision
from .saving import carry_out, manuscript_at


@dataclass(frozen=True, slots=True)
class Added:
    """The sources that were added, the change of the set's files, and where it lies.

    `said` counts the quotes into which the name of the source was written that they left unsaid.
    """

    drafts: tuple[Draft, ...]
    revision: Revision
    root: Path
    said: int


def add_sources(path: Path, given: Iterable[Given]) -> Added:
    """Add articles to the set at a path, all of them or none.

    Raises UsageError for a set that is not to be written to and an article that the set has, and
    DataError when something cannot be read or written; then all is as before.
    """
    refuse_unwritable(path)
    base = manuscript_at(path)
    root = base.files.root
    new = drafts(given, lambda name: _is_taken(base, name), _known(base))
    said = sum(1 for _ in unsaid(base))
    with new_files(root, ((each.text, each.given.article.content) for each in new)):
        revision = carry_out(AddSources([each.table for each in new]), base)
    return Added(new, revision, root, said)


def refuse_unwritable(path: Path) -> None:
    """Raise UsageError for a set that is not to be written to, such as one of the program's."""
    if why := why_not_writable(path):
        raise UsageError(f"{why}; {COPY}")


def _is_taken(base: Manuscript, name: str) -> bool:
    return name in base.by_id or os.path.lexists(base.files.root / TEXTS / f"{name}.txt")


def _known(base: Manuscript) -> dict[str, str]:
    """Return the sources that the set has, by the hashes of their texts."""
    return {sha256: source for source, sha256 in _hashes(base)}


def _hashes(base: Manuscript) -> Iterator[tuple[str, str]]:
    loaded = load(base.files, whatever=True)
    for source, copy in loaded.copies.items():
        yield source, copy.sha256
    for entry in base.entries(Kind.SOURCE):
        sha256 = entry.table.get("sha256")
        if isinstance(sha256, str):
            yield base.id_of(entry), sha256
