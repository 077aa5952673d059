"""A real set: records made of what others published, and words that say so."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from scale_explorer.data.loading.shapes import Table
from scale_explorer.models.lengths import LINE
from scale_explorer.models.text import clean


@dataclass(frozen=True, slots=True)
class Found:
    """Records, header first; `notice` stands at the head of each text of quotes."""

    records: Iterator[Table]
    notice: str


def header(name: str, title: str, origin: str) -> Table:
    """Return the header of a real set, which names where it comes from."""
    summary = f"Real data, rearranged by a program for measuring. From {origin}."
    return {"kind": "dataset", "id": name, "title": title, "summary": summary}


def source(id_: str, title: str, **more: Any) -> Table:
    """Return a source."""
    return {"kind": "source", "id": id_, "title": title, **more}


def relationship(type_: str, subject: str, thing: str, **more: Any) -> Table:
    """Return a relationship under the id that it would be given in a TOML file."""
    ends = {"type": type_, "subject": subject, "object": thing}
    return {"kind": "relationship", "id": f"{subject}.{type_}.{thing}", **ends, **more}


def line(text: object) -> str:
    """Return foreign text as a name may be: safe, on one line, of no more than the longest.

    None is no text; a number is its digits.
    """
    return "" if text is None else " ".join(clean(str(text)).split())[:LINE].strip()
