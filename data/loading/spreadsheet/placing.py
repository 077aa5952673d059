"""Which part of a CSV file is meant: words in a cell, or else the cell, or else the row."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from itertools import chain

from ..decode import ParseError
from ..spots import TRIED, Lines, Spot, is_whole
from .cells import Cell, Fault, cells, fault
from .columns import Path, layout_of
from .habits import advice
from .heading import Heading, read_heading
from .reading import filled_quotes
from .rows import plain_text

_OPEN = "the quote mark that opens here is not closed"
_CLOSED_EARLY = "the cell goes on behind the quote mark that closes it"
_CLOSE = 'write a quote mark inside a cell twice (""), and one at either end of the cell'


@dataclass(frozen=True)
class SheetPlaces:
    """A CSV file by line and cell; a row is cut when a place in it is wanted.

    Without a `heading` only whole lines can be meant.
    """

    lines: Lines
    heading: Heading | None
    _cut: dict[int, tuple[Cell, ...]] = field(
        default_factory=dict[int, tuple[Cell, ...]], repr=False
    )

    @classmethod
    def of(cls, text: str, file: str) -> SheetPlaces:
        """Return the places of a file's text."""
        plain = plain_text(text)
        try:
            return cls(Lines(plain), read_heading(plain, layout_of(file), file))
        except ParseError:
            return cls(Lines(plain), None)

    def spot(self, line: int, key: str = "", words: str = "") -> Spot:
        """Return the place of words in a row, first in the cells of a field or column `key`.

        Else the first filled cell of those is meant, else their first; without any the id's cell,
        else the row's first line. A number as `key` is the place of a cell, from 0. In a row that
        cannot be cut, what keeps it from that is meant.
        """
        if key.isdigit():
            return self.cell_at(line, int(key))
        if uncut := self._fault(line):
            return self.lines.spot(uncut.place, uncut.place + 1)
        under = tuple(self._under(line, key))
        for searched in (under, self._cells(line)) if words else ():
            if found := self._words_in(searched, words):
                return found
        filled = (cell for cell in under if cell.start < cell.end)
        meant = next(chain(filled, under), None) or self._id_cell(line)
        return self._stripped(meant) if meant else Spot(line, 0, len(self.lines[line]))

    def why_uncut(self, line: int) -> tuple[str, str]:
        """Say why a row cannot be cut into cells, and what to do."""
        if found := self._fault(line):
            return _OPEN if found.is_open else _CLOSED_EARLY, _CLOSE
        if "\r" in self.lines[line]:
            return "a carriage return stands in it outside quote marks", "take it away"
        return "a cell of it is too long", "split the cell"

    def hint(self, line: int, key: str) -> str:
        """Say what to do with what stands in a column and cannot be read, or nothing."""
        column = self.heading.layout.by_name.get(key) if self.heading else None
        cell = self.text(line, key)
        if column and cell:
            return advice(column.reads, cell)
        return "none can be made of the name: give one" if key == "id" else ""

    def cell_at(self, line: int, place: int) -> Spot:
        """Return the cell at a place of a row, from 0; behind its last cell, its end."""
        row = self._cells(line)
        if place < len(row):
            return self._stripped(row[place])
        end = row[-1].end + row[-1].quoted
        return self.lines.spot(end, end)

    def text(self, line: int, key: str) -> str:
        """Return what stands in a row in the column `key`, or the first that is filled of a field.

        It is empty where nothing does.
        """
        values = (cell.value(self.lines.text).strip() for cell in self._under(line, key))
        return next(filter(None, values), "")

    def cell(self, line: int, path: Path) -> Cell | None:
        """Return the cell that a value of the row's record stands in, if it has one."""
        name = self.column(line, path)
        return next(self._under(line, name), None) if name else None

    def column(self, line: int, path: Path) -> str:
        """Return the name of the column that a value of the row's record stands in."""
        if self.heading is None:
            return ""
        match path:
            case ["evidence", int(number), *rest]:
                values = [cell.value(self.lines.text) for cell in self._cells(line)]
                filled = filled_quotes(self.heading, values)
                place = filled[number] if number < len(filled) else number
                return self.heading.column(("evidence", place, *(rest or ("exact",))))
            case _:
                return self.heading.column(path)

    def _under(self, line: int, key: str) -> Iterator[Cell]:
        if self.heading is None or not key:
            return
        row = self._cells(line)
        for name in self.heading.under(key):
            place = self.heading.places[name]
            if place < len(row):
                yield row[place]

    def _id_cell(self, line: int) -> Cell | None:
        found = (cell for cell in self._under(line, "id") if cell.start < cell.end)
        return next(found, None)

    def _cells(self, line: int) -> tuple[Cell, ...]:
        if line not in self._cut:
            self._cut.clear()  # what is asked for next is mostly of the same row
            self._cut[line] = cells(self.lines.text, self.lines.start(line), self._delimiter)
        return self._cut[line]

    def _fault(self, line: int) -> Fault | None:
        return fault(self.lines.text, self.lines.start(line), self._delimiter)

    @property
    def _delimiter(self) -> str:
        return self.heading.delimiter if self.heading else ","

    def _words_in(self, searched: tuple[Cell, ...], words: str) -> Spot | None:
        """Return the first cell that says just these words, or else where they stand in one."""
        for cell in searched:
            if cell.value(self.lines.text).strip() == words:
                return self._stripped(cell)
        places = (self._words(cell, words) for cell in searched)
        return next(filter(None, places), None)

    def _words(self, cell: Cell, words: str) -> Spot | None:
        """Return where words stand in a cell: whole words before parts of some."""
        text, form = self.lines.text, cell.written(words.split("\n", 1)[0])
        part: Spot | None = None
        start = text.find(form, cell.start, cell.end) if form else -1
        for _ in range(TRIED):
            if start < 0:
                break
            end = start + len(form)
            if is_whole(text, start, end):
                return self.lines.spot(start, end)
            part = part or self.lines.spot(start, end)
            start = text.find(form, end, cell.end)
        return part

    def _stripped(self, cell: Cell) -> Spot:
        """Return the first line of a cell that says something, without blanks around it."""
        text = self.lines.text[cell.start : cell.end]
        start = cell.start + len(text) - len(text.lstrip())
        told = text.strip().split("\n", 1)[0].rstrip()
        return self.lines.spot(start, start + len(told)) if told else self._empty(cell)

    def _empty(self, cell: Cell) -> Spot:
        return self.lines.spot(cell.start, cell.start)
