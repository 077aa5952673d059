"""On which lines the tables and keys of a TOML document stand."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass, field

from .skeleton import skeleton

_HEADER = re.compile(r"\s*\[\[?\s*([\w-]+)\s*(?:\.\s*([\w-]+))?")
_KEY = re.compile(r"\s*([\w-]+)\s*[=.]")
TOP: tuple[str, int] = ("", 0)
"""The name of what stands above the first header."""


@dataclass(slots=True)
class TableLines:
    """The line of a table's header, of the next table's, and of each key between, from 1."""

    start: int
    end: int
    keys: dict[str, int] = field(default_factory=dict[str, int])


@dataclass(frozen=True, slots=True)
class Layout:
    """A document by line; `tables` is keyed by name and by how many of that name came before."""

    lines: tuple[str, ...]
    tables: Mapping[tuple[str, int], TableLines]

    def line_with(self, words: str, within: TableLines) -> int | None:
        """Return the first line of a table that holds `words` as they are."""
        inside = range(within.start, min(within.end, len(self.lines) + 1))
        return next((number for number in inside if words in self.lines[number - 1]), None)


def layout(text: str) -> Layout:
    """Find every table's lines; a table inside a record counts as one of the record's keys."""
    lines = tuple(text.split("\n"))
    record = TableLines(1, len(lines) + 1)
    tables = {TOP: record}
    seen: Counter[str] = Counter()
    depth, inside = 0, False
    for number, line in enumerate(skeleton(text).split("\n"), start=1):
        header = _HEADER.match(line) if depth == 0 else None
        if header and header[2] and seen[header[1]]:
            tables[header[1], seen[header[1]] - 1].keys.setdefault(header[2], number)
            inside = True
        elif header:
            record.end = number
            record = TableLines(number, len(lines) + 1)
            tables[header[1], seen[header[1]]] = record
            seen[header[1]] += 1
            inside = False
        elif depth == 0 and not inside and (key := _KEY.match(line)):
            record.keys.setdefault(key[1], number)
        depth = max(0, depth + _opened(line))
    return Layout(lines, tables)


def _opened(line: str) -> int:
    return line.count("[") + line.count("{") - line.count("]") - line.count("}")
