"""The columns of each CSV file, and where in a record's table the value of each goes.

They follow the bulk columns of LittleSis where those have one meaning. Terms of quotes are those of
the W3C selectors, but that `quote` stands for `exact`.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from enum import StrEnum
from functools import cached_property
from typing import Final, TypeAlias

from scale_explorer.models.frozen import dataclass, replace
from scale_explorer.models.kinds import Kind

Path: TypeAlias = tuple[int | str, ...]
"""What leads to a value in a record's table: keys, and places in lists from 0."""

CSV: Final = ".csv"
"""How the name of a CSV file ends."""
QUOTES: Final = 20
"""Quotes of one row."""
_UNLIKE_NAMES = re.compile(r"[\s_-]+")


class Reads(StrEnum):
    """What a cell holds: text, an id, a date, items parted by `;`, phrases with ids, a period."""

    TEXT = "text"
    ID = "id"
    DATE = "date"
    LIST = "list"
    MENTIONS = "mentions"
    PERIOD = "period"


@dataclass(frozen=True, slots=True)
class Column:
    """A column by its name in the heading; a record needs what `must` be filled in."""

    name: str
    path: Path
    what: str
    reads: Reads = Reads.TEXT
    must: bool = False

    @property
    def is_plain(self) -> bool:
        """Whether the text of a cell is the value of the field that the column is called by."""
        return self.path == (self.name,) and self.reads in {Reads.TEXT, Reads.ID, Reads.DATE}


@dataclass(frozen=True)
class Layout:
    """The columns of the file `name.csv`; `kind` is None where a column tells it.

    `one_of` are columns of which the heading must have one. `id_parts` are those that an id is made
    of when none is given; that of a relationship is made as in TOML files.
    """

    name: str
    kind: Kind | None
    columns: tuple[Column, ...]
    one_of: tuple[str, ...] = ()
    id_parts: tuple[str, ...] = ()

    @property
    def file(self) -> str:
        """What the file is called."""
        return f"{self.name}{CSV}"

    @cached_property
    def by_name(self) -> Mapping[str, Column]:
        """All columns under their names, with those of further quotes: `quote_2` and so on."""
        numbered = (_numbered(each, number) for number in range(2, QUOTES + 1) for each in QUOTE)
        return {each.name: each for each in (*self.columns, *QUOTE, *numbered)}

    @cached_property
    def by_path(self) -> Mapping[Path, str]:
        """The name of the column that holds a value."""
        return {each.path: each.name for each in self.by_name.values()}

    def lacking(self, names: frozenset[str]) -> Iterator[str]:
        """Yield the columns without which no row is read; of several that would do, the first."""
        yield from (each.name for each in self.columns if each.must and each.name not in names)
        if self.one_of and not names.intersection(self.one_of):
            yield self.one_of[0]


def plain_name(text: str) -> str:
    """Return a name of a column as the tables have it: `Period as written` is period_as_written."""
    return _UNLIKE_NAMES.sub("_", text.strip().lower())


def _numbered(column: Column, number: int) -> Column:
    path = ("evidence", number - 1, *column.path[2:])
    return replace(column, name=f"{column.name}_{number}", path=path)


def _plain(name: str, what: str, reads: Reads = Reads.TEXT, *, must: bool = False) -> Column:
    return Column(name, (name,), what, reads, must)


def _of_quote(name: str, what: str, reads: Reads = Reads.TEXT, key: str = "") -> Column:
    return Column(name, ("evidence", 0, key or name), what, reads)


QUOTE: Final = (
    _of_quote("source", "id of the source; may be left out when the set has only one",
              Reads.ID),
    _of_quote("quote", "the words of the source, verbatim", key="exact"),
    _of_quote("prefix", "words right before, to tell apart a quote that occurs twice"),
    _of_quote("suffix", "words right after"),
    _of_quote("attribution", "who said it, as the source puts it"),
    _of_quote("mentions", "what words of the quote stand for: `the startup = scale-ai; …`",
              Reads.MENTIONS),
    _of_quote("direction", "`supports` (usual) or `refutes`"),
    _of_quote("directness", "`stated` (usual) or `inferred`"),
)  # fmt: skip
"""The columns of a quote; those of the second have `_2` behind their names, and so on."""

_CLAIM = (
    _plain("modality", "`certain` (usual), `likely`, `possible` or `conditional`"),
    _plain("condition", "what a conditional claim hangs on"),
    _plain("prefer", "`preferred`, `normal` (usual) or `deprecated`"),
    _plain("note", "your words"),
)

ENTITIES: Final = Layout(
    "entities",
    None,
    (
        _plain("type", "`company`, `person`, `product`, `organization`, `public_body` or `group`",
               must=True),
        _plain("id", "made of the name when left out: `Scale AI` is scale-ai", Reads.ID),
        _plain("name", "what it is called", must=True),
        _plain("aliases", "other names, parted by `;`", Reads.LIST),
        _plain("country", "ISO 3166, such as `US`"),
        _plain("summary", "your words"),
        _plain("tags", "parted by `;`", Reads.LIST),
        Column("lei", ("identifiers", "lei"), "ISO 17442"),
        Column("ticker", ("identifiers", "ticker"), "such as `NASDAQ:META`"),
        Column("cik", ("identifiers", "cik"), "of the SEC"),
        Column("wikidata", ("identifiers", "wikidata"), "such as `Q380`"),
        _plain("unnamed", "`true` for somebody whom the source does not name"),
        _plain("members", "of a group: ids, parted by `;`", Reads.LIST),
        _plain("part_of", "of a group: an id", Reads.ID),
        _plain("extent", "of a group: `some`, `most` or `all`"),
    ),
    id_parts=("name",),
)  # fmt: skip

RELATIONSHIPS: Final = Layout(
    "relationships",
    Kind.RELATIONSHIP,
    (
        _plain("id", "`subject.type.object` when left out", Reads.ID),
        _plain("type", "such as `customer_of`", must=True),
        _plain("subject", "id of the one that the type is said of", Reads.ID, must=True),
        _plain("object", "id of the other one", Reads.ID, must=True),
        _plain("role", "such as `chief executive`"),
        _plain("start", "a date (EDTF)", Reads.DATE),
        _plain("end", "a date (EDTF)", Reads.DATE),
        Column("status", ("history", 0, "status"), "the status now, such as `current`"),
        Column("status_date", ("history", 0, "date"), "since when", Reads.DATE),
        _plain("deal", "id of a deal", Reads.ID),
        *_CLAIM,
    ),
)

FIGURES: Final = Layout(
    "figures",
    Kind.FIGURE,
    (
        _plain("id", "`subject.measure.scope.period`, of those that are given, when left out",
               Reads.ID),
        _plain("subject", "id of what it is about", Reads.ID, must=True),
        _plain("measure", "such as `revenue`", must=True),
        _plain("value", "as the source words it: `about $150 million`; or else a formula"),
        _plain("unit", "where the value does not say it"),
        _plain("scope", "id of a group or part", Reads.ID),
        _plain("relative_to", "id of a figure or deal", Reads.ID),
        _plain("period", "a date (EDTF), or `before` or `after` and the id of a deal",
               Reads.PERIOD),
        _plain("period_as_written", "the words of the source"),
        _plain("status", "`reported` (usual), `planned` or `estimated`"),
        _plain("hedge", "where the value does not say it"),
        _plain("as_written", "the words of the source, where the value does not have them"),
        _plain("formula", "such as `{spend} / {revenue}`"),
        *_CLAIM,
    ),
    one_of=("value", "formula"),
    id_parts=("subject", "measure", "scope", "period"),
)  # fmt: skip

LAYOUTS: Final = (ENTITIES, RELATIONSHIPS, FIGURES)


def layout_of(file: str) -> Layout:
    """Return the columns of a file that `is_spreadsheet` by its name."""
    return next(each for each in LAYOUTS if file.endswith(each.file))
