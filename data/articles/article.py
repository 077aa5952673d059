"""An article: its text, and what its file tells of it."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Iterator, Mapping
from typing import Any

from pydantic import ValidationError

from scale_explorer.models.evidence import Source
from scale_explorer.models.frozen import dataclass, field
from scale_explorer.models.text import clean

from ..loading.shapes import as_list
from .limits import AUTHORS

_LONGEST = 300  # characters of a line of a record
_TOLD = ("publisher", "authors", "published", "url", "language")
_PLACE = {"id": "x", "title": "x"}


@dataclass(frozen=True, slots=True)
class Article:
    """An article as plain text, paragraphs parted by one blank line, safe to show.

    `told` holds what the file tells: `publisher`, `authors`, `published`, `url` and `language`,
    each as a source takes it. The title is never empty.
    """

    text: str
    title: str
    told: Mapping[str, Any] = field(default_factory=dict[str, Any])

    @property
    def content(self) -> bytes:
        """The text as it is written to a file."""
        return self.text.encode()

    @property
    def sha256(self) -> str:
        """The hash of that file, in hexadecimal."""
        return hashlib.sha256(self.content).hexdigest()

    def as_source(self, source: str, text: str) -> dict[str, Any]:
        """Return the table of a source with this id, whose text lies in the file `text`."""
        return {
            "id": source, "title": self.title, **self.told, "sha256": self.sha256, "text": text,
        }  # fmt: skip


def line_of(text: str) -> str:
    """Return text as one safe line of a record: white space tidy, and cut where it is too long."""
    line = " ".join(clean(" ".join(text.split())).split())
    return line if len(line) <= _LONGEST else f"{line[: _LONGEST - 1].rstrip()}…"


def sound(told: Mapping[str, Any]) -> dict[str, Any]:
    """Return what a page tells of itself as far as a source takes it; the rest is left out."""
    return dict(_sound(told))


def _sound(told: Mapping[str, Any]) -> Iterator[tuple[str, Any]]:
    for key in _TOLD:
        value = told.get(key)
        lines = _lines(as_list(value) or [value])[:AUTHORS]
        given = lines if key == "authors" else "".join(lines[:1])
        if given and _fits(key, given):
            yield key, given


def _lines(values: Iterable[Any]) -> list[str]:
    lines = (line_of(each) for each in values if isinstance(each, str))
    return list(dict.fromkeys(line for line in lines if line))


def _fits(key: str, value: Any) -> bool:
    try:
        Source.model_validate({**_PLACE, key: value})
    except ValidationError:
        return False
    return True
