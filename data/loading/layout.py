"""On which lines the tables and keys of a TOML document stand."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Mapping

from scale_explorer.models.frozen import dataclass, field

from .skeleton import skeleton
from .spots import Lines

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

    def lines_of(self, key: str) -> range:
        """Return the lines of a key's value, or of the whole table when it has no such key."""
        first = self.keys.get(key)
        if first is None:
            return range(self.start, self.end)
        later = (line for line in self.keys.values() if line > first)
        return range(first, min(later, default=self.end))


@dataclass(frozen=True, slots=True)
class Layout:
    """A document by line; `tables` is keyed by name and by how many of that name came before."""

    lines: Lines
    tables: Mapping[tuple[str, int], TableLines]


def layout(text: str) -> Layout:
    """Find every table's lines; a table inside a record counts as one of the record's keys."""
    lines = Lines(text)
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
