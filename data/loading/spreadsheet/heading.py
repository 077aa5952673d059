"""The heading of a CSV file: how its cells are parted, and which column each is."""

from __future__ import annotations

import io
import re
from collections.abc import Iterable, Iterator
from functools import cached_property
from itertools import islice

from scale_explorer.models.frozen import dataclass
from scale_explorer.models.text import clean

from ..complaint import shortened
from ..decode import ParseError
from ..limits import COLUMNS
from ..nearest import did_you_mean, nearest
from .columns import Column, Layout, Path, plain_name
from .rows import Row, rows

_DELIMITERS = (",", ";", "\t")
_EMPTY = re.compile(r'[\s,;"]*')
_TOLD = re.compile(r'"?sep=[,;\t]"?[,;\t]*', re.IGNORECASE)
"""What some spreadsheets write above the heading."""


@dataclass(frozen=True)
class Heading:
    """The row that names the columns; `line` is where it begins, `below` the line behind it.

    `names` are as they are written. `columns` are by place, and None where nothing is read.
    """

    layout: Layout
    delimiter: str
    line: int
    below: int
    names: tuple[str, ...]
    columns: tuple[Column | None, ...]

    @cached_property
    def places(self) -> dict[str, int]:
        """The place of each column that is read, by its name."""
        return {each.name: place for place, each in self._read()}

    @cached_property
    def nameless(self) -> tuple[int, ...]:
        """The places of columns that have no name."""
        return tuple(place for place, name in enumerate(self.names) if not name.strip())

    @cached_property
    def plain(self) -> tuple[tuple[int, str], ...]:
        """The places of columns whose text is the value of a field, with the field."""
        return tuple((place, each.name) for place, each in self._read() if each.is_plain)

    @cached_property
    def others(self) -> tuple[tuple[int, Column], ...]:
        """All other columns that are read, with their places."""
        return tuple((place, each) for place, each in self._read() if not each.is_plain)

    def _read(self) -> Iterator[tuple[int, Column]]:
        return ((place, each) for place, each in enumerate(self.columns) if each)

    def under(self, key: str) -> Iterator[str]:
        """Yield the columns that hold a field of a record, or the one of that name."""
        for column in filter(None, self.columns):
            if key in {column.name, column.path[0]}:
                yield column.name

    def column(self, path: Path) -> str:
        """Return the name of the column for a value; of what stands in none, the field's."""
        while path not in self.layout.by_path and len(path) > 1:
            path = path[:-1]
        return self.layout.by_path.get(path, str(path[0]) if path else "")


@dataclass(frozen=True, slots=True)
class Misnamed:
    """A cell of the heading under which nothing is read, by its place."""

    place: int
    message: str
    hint: str = ""
    is_second: bool = False


def read_heading(text: str, layout: Layout, name: str) -> Heading:
    """Find the heading of a text from `plain_text`; raises ParseError when it has none."""
    first = _first_line(text)
    found = [(_first_row(text, each, first), each) for each in _DELIMITERS]
    row, delimiter = max(found, key=lambda pair: _known(pair[0].cells, layout))
    if len(row.cells) > COLUMNS:
        raise ParseError(name, f"its heading has more than {COLUMNS:,} columns", row.line)
    if not _known(row.cells, layout):
        raise ParseError(name, _headless(text, row, layout), row.line)
    columns = _columns(row.cells, layout)
    below = row.line + 1 + sum(cell.count("\n") for cell in row.cells)
    return Heading(layout, delimiter, row.line, below, tuple(row.cells), columns)


def require_columns(heading: Heading, name: str) -> None:
    """Raise ParseError when a column is missing without which no row can be read."""
    lacking = list(heading.layout.lacking(frozenset(heading.places)))
    if lacking:
        many = "columns" if len(lacking) > 1 else "column"
        strange = (heading.names[each.place] for each in misnamed(heading))
        near = nearest(lacking[0], strange, limit=1)
        like = "".join(f" ({_shown(name)} is none)" for name in near)
        reason = f"lacks the {many} {', '.join(lacking)}{like}, so that no row can be read"
        raise ParseError(name, f"the heading {reason}", heading.line)


def misnamed(heading: Heading) -> Iterator[Misnamed]:
    """Tell of columns that are not read: unknown, or there twice."""
    for place, name in enumerate(heading.names):
        if heading.columns[place] or not name.strip():
            continue
        if plain_name(name) in heading.places:
            message = f"the column {_shown(name)} is there twice; this one is not read"
            yield Misnamed(place, message, is_second=True)
        else:
            message = f"{heading.layout.file} has no column {_shown(name)}; it is not read"
            hint = did_you_mean(plain_name(name), heading.layout.by_name)
            yield Misnamed(place, message, hint)


def _shown(name: str) -> str:
    return clean(shortened(name.strip()))


def _first_line(text: str) -> int:
    """Return the first line that is neither empty nor tells of the delimiter."""
    for number, line in enumerate(io.StringIO(text, newline="\n"), start=1):
        if not (_EMPTY.fullmatch(line) or _TOLD.fullmatch(line.rstrip("\n"))):
            return number
    return 1


def _first_row(text: str, delimiter: str, first: int) -> Row:
    return next(rows(text, delimiter, first), Row(first, []))


def _known(names: Iterable[str], layout: Layout) -> int:
    return sum(plain_name(name) in layout.by_name for name in islice(names, COLUMNS))


def _columns(names: Iterable[str], layout: Layout) -> tuple[Column | None, ...]:
    unseen = dict(layout.by_name)
    return tuple(unseen.pop(plain_name(name), None) for name in names)


def _headless(text: str, row: Row, layout: Layout) -> str:
    """Say why the first row is no heading."""
    if "\0" in text:
        return "this is not UTF-8: it has zero bytes; save it as “CSV UTF-8”"
    if "\r" in text and "\n" not in text:
        return "its lines end as on old Macs; save it as “CSV UTF-8”"
    names = [each.name for each in layout.columns if each.must or each.name in layout.one_of[:1]]
    begin = f"the first row must name columns, such as {','.join(names)}"
    return begin if row.cells else f"it holds no row; {begin}"
