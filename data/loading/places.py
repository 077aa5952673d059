"""Where a record stands in its file; the parser does not say, so it is found when asked."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from ..finding import Place
from .layout import TOP, Layout, layout


@dataclass(frozen=True, slots=True)
class Origin:
    """The table that a record was read from: the `index`-th of its name in its file, from 0."""

    file: str
    table: str
    index: int = 0


@dataclass(frozen=True)
class Places:
    """Files and lines of records; a file is scanned when the first place in it is wanted.

    `documents` holds each file's bytes under its name, `shown` how it is called in messages, and
    `origins` the table of each record under its id.
    """

    documents: Mapping[str, bytes]
    shown: Mapping[str, str]
    origins: Mapping[str, Origin] = field(default_factory=dict[str, Origin])
    _layouts: dict[str, Layout] = field(default_factory=dict[str, Layout], repr=False)

    def of(self, record_id: str, key: str = "", words: str = "") -> Place | None:
        """Return where a record stands, or a field of it, or the line in it that holds `words`."""
        origin = self.origins.get(record_id)
        return self.at(origin, key, words) if origin else None

    def at(self, origin: Origin, key: str = "", words: str = "") -> Place:
        """Return where a table stands, as `of` does for a record."""
        known = self._layout(origin.file)
        path = self.shown[origin.file]
        table = known.tables.get((origin.table, origin.index))
        if table is None:  # a list of inline tables has no header
            return Place(path, known.tables[TOP].keys.get(origin.table))
        line = table.keys.get(key, table.start)
        # Words over several lines are found by their first.
        wanted = words.split("\n", 1)[0]
        return Place(path, known.line_with(wanted, table) or line if wanted else line)

    def _layout(self, file: str) -> Layout:
        if file not in self._layouts:
            self._layouts[file] = layout(self.documents[file].decode("utf-8-sig", "replace"))
        return self._layouts[file]
