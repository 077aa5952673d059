"""What could not be taken over: where it stands, why, and as much of it as is kept."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final, TypeAlias

from scale_explorer.models.text import clean

from ..finding import Finding, Place, Severity
from ..loading.complaint import Complaint
from ..loading.decode import lenient
from ..loading.excerpt import place_at
from ..loading.spots import Spot
from .sink import Item

RAW: Final = 10_000
"""Code points of a rejected line that are kept; the file itself has all of it."""


@dataclass(frozen=True, slots=True)
class Rejected:
    """A line or record that is left out; `raw` is its text, safe to show and cut to `RAW`."""

    finding: Finding
    raw: str = ""


Read: TypeAlias = Item | Rejected
"""What a reader yields."""


def rejected_line(  # noqa: PLR0913, PLR0917 - place, content and what is wrong
    path: str, line: int, content: bytes, code: str, complaint: Complaint, record: str | None = None
) -> Rejected:
    """Return what tells that a line of a file is left out, with the words that are at fault."""
    text = lenient(content[: 4 * RAW])
    place = _place(path, line, text, complaint.words)
    finding = Finding(code, Severity.ERROR, complaint.message, record, place, complaint.hint)
    return Rejected(finding, clean(text[:RAW]))


def raw_of(content: bytes) -> str:
    """Return a line as it is kept: safe to show, and cut to `RAW`."""
    return clean(lenient(content[: 4 * RAW])[:RAW])


def _place(path: str, line: int, text: str, words: str) -> Place:
    first = text.split("\n", 1)[0]
    start = first.find(words) if words else -1
    spot = Spot(line, start, start + len(words)) if start >= 0 else Spot(line, 0, 0)
    found = place_at(path, first, spot)
    return found if start >= 0 else Place(path, line, excerpt=found.excerpt)
