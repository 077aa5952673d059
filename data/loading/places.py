"""Where a record stands in its file; the parser does not say, so it is found when asked."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import field

from scale_explorer.models.frozen import dataclass

from ..finding import Place
from .decode import ParseError, lenient
from .excerpt import place_at
from .layout import TOP, Layout, TableLines, layout
from .spots import Lines, Spot, value_spot, words_spot
from .spreadsheet.columns import CSV, Path
from .spreadsheet.placing import SheetPlaces


@dataclass(frozen=True, slots=True)
class Origin:
    """The table that a record was read from: the `index`-th of its name in its file, from 0.

    In a CSV file that is the row which begins in line `index`, from 1.
    """

    file: str
    table: str
    index: int = 0

    @property
    def in_csv(self) -> bool:
        """Whether the record is a row of a CSV file and not a table of a TOML file."""
        return self.file.endswith(CSV)


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
    _sheets: dict[str, SheetPlaces] = field(default_factory=dict[str, SheetPlaces], repr=False)

    def of(self, record_id: str, key: str = "", words: str = "") -> Place | None:
        """Return where a record stands, or a field of it, or the line in it that holds `words`."""
        origin = self.origins.get(record_id)
        return self.at(origin, key, words) if origin else None

    def at(self, origin: Origin, key: str = "", words: str = "") -> Place:
        """Return where a table stands, as `of` does for a record.

        Meant are the words where they stand, in the value of the key before elsewhere; else the
        value, else the table's header; in a CSV file cells are values, and the id's is the header.
        """
        if origin.in_csv:
            sheet = self.sheet(origin.file)
            spot = sheet.spot(origin.index, key, words)
            return place_at(self.shown[origin.file], sheet.lines[spot.line], spot)
        known = self._layout(origin.file)
        table = known.tables.get((origin.table, origin.index))
        if table is None:  # a list of inline tables has no header
            table, key = known.tables[TOP], origin.table
            if key not in table.keys:
                return Place(self.shown[origin.file])
        spot = _spot(known.lines, table, key, words)
        return place_at(self.shown[origin.file], known.lines[spot.line], spot)

    def in_csv(self, record_id: str) -> bool:
        """Say whether a record is a row of a CSV file."""
        origin = self.origins.get(record_id)
        return origin is not None and origin.in_csv

    def column(self, origin: Origin, path: Path) -> str:
        """Return the name of the column that holds a value of a row's record."""
        return self.sheet(origin.file).column(origin.index, path)

    def sheet(self, file: str) -> SheetPlaces:
        """Return where the cells of a CSV file stand."""
        if file not in self._sheets:
            self._sheets[file] = SheetPlaces.of(lenient(self.documents[file]), file)
        return self._sheets[file]

    def _layout(self, file: str) -> Layout:
        if file not in self._layouts:
            self._layouts[file] = layout(lenient(self.documents[file]))
        return self._layouts[file]


def fault_place(content: bytes, path: str, error: ParseError) -> Place:
    """Return where a file is not written as it should be."""
    if error.line is None:
        return Place(path)
    line = lenient(content).split("\n")[error.line - 1]
    if error.column is None:
        return place_at(path, line, value_spot(line, error.line))
    return place_at(path, line, Spot(error.line, error.column - 1, error.column))


def _spot(lines: Lines, table: TableLines, key: str, words: str) -> Spot:
    searched = (table.lines_of(key), range(table.start, table.end)) if words else ()
    for within in searched:
        if spot := words_spot(lines, within, words):
            return spot
    line = table.keys.get(key, table.start)
    return value_spot(lines[line], line)
