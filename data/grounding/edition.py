"""Whether a text is the one that the authors of the set had before them."""

from __future__ import annotations

from collections.abc import Mapping
from enum import StrEnum

from scale_explorer.models.dataset import Dataset
from scale_explorer.models.evidence import Source

from ..loading.copies import SourceCopy
from ..loading.lock import Lock


class Edition(StrEnum):
    """Same: the text that the set names. Different: another. Unknown: the set names none."""

    SAME = "same"
    DIFFERENT = "different"
    UNKNOWN = "unknown"


def named_edition(source: Source, lock: Lock | None) -> str | None:
    """Return the hash of the text that a set names: by the source's `sha256`, or else its lock."""
    locked = lock.sources.get(source.id) if lock else None
    return source.sha256 or (locked.sha256 if locked else None)


def edition(source: Source, lock: Lock | None, copy: SourceCopy) -> Edition:
    """Return which edition of a source a text is."""
    named = named_edition(source, lock)
    if named is None:
        return Edition.UNKNOWN
    return Edition.SAME if named == copy.sha256 else Edition.DIFFERENT


def editions(
    dataset: Dataset, copies: Mapping[str, SourceCopy], lock: Lock | None
) -> Mapping[str, Edition]:
    """Return which edition each text at hand is, by source."""
    return {
        source.id: edition(source, lock, copies[source.id])
        for source in dataset.of(Source)
        if source.id in copies
    }


def holds_positions(copy: SourceCopy, known: Edition) -> bool:
    """Say whether the positions that the set gives can be meant for a text.

    They are for the authors' own text. In a reader's copy they lead to the right place only where
    it is the same; in any other they could lead to a wrong one and nobody would see it.
    """
    return copy.origin == "own" or known is Edition.SAME


def is_readers_own(copy: SourceCopy, known: Edition) -> bool:
    """Say whether a text is a reader's copy of another edition than the authors'.

    What such a copy lacks is no mistake of the set.
    """
    return copy.origin == "attached" and known is Edition.DIFFERENT
