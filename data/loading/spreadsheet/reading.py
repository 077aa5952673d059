"""From the cells of a row to the table of a record, as a TOML file would have it."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from typing import Any

from scale_explorer.models.kinds import ENTITY_KINDS, Kind

from ...slug import whole_slug
from ..complaint import Complaint, shortened
from ..nearest import did_you_mean
from ..shapes import Table, as_table
from .columns import Column, Layout, Path, Reads
from .habits import SUSPECT, spoilt
from .heading import Heading

_AROUND = ("before", "after")
_ID = re.compile(r"[a-z0-9]+(?:[-_.][a-z0-9]+)*")


@dataclass(slots=True)
class RowTable:
    """The table of a row, what in it cannot be read, and the filled columns that are not kept.

    `kind` is None when the row does not say which kind of record it is.
    """

    kind: Kind | None
    table: Table = field(default_factory=dict[str, Any])
    complaints: list[Complaint] = field(default_factory=list[Complaint])
    unused: list[str] = field(default_factory=list[str])


def read_row(heading: Heading, cells: Sequence[str]) -> RowTable:
    """Return what a row says; blank cells say nothing, and neither do blanks around a value."""
    table: Table = {key: text for place, key in heading.plain if (text := cells[place].strip())}
    read = RowTable(heading.layout.kind, table)
    for key, text in table.items():
        if text[0] in SUSPECT:
            _refuse_spoilt(key, text, read)
    quotes: dict[int, Table] = {}
    for place, column in heading.others:
        if text := cells[place].strip():
            if text[0] in SUSPECT:
                _refuse_spoilt(column.name, text, read)
            _put(column, _value(column, text, read), table, quotes)
    if read.kind is None:
        _tell_kind(read)
    if quotes:
        _put_quotes(quotes, read, heading.layout)
    if "id" not in read.table and heading.layout.id_parts:
        _make_id(read.table, heading.layout)
    return read


def filled_quotes(heading: Heading, cells: Sequence[str]) -> list[int]:
    """Return the places, from 0, of the quotes that a row has words of."""
    return [
        int(column.path[1])
        for column, cell in zip(heading.columns, cells, strict=False)
        if column is not None and _is_words(column.path) and cell.strip()
    ]


def _is_words(path: Path) -> bool:
    return path[0] == "evidence" and path[-1] == "exact"


def _put(column: Column, value: Any, table: Table, quotes: dict[int, Table]) -> None:
    match column.path:
        case ["evidence", int(number), str(key)]:
            quotes.setdefault(number, {})[key] = value
        case [str(key), str(inner)]:
            table.setdefault(key, {})[inner] = value
        case [str(key), int(), str(inner)]:
            table.setdefault(key, [{}])[0][inner] = value
        case _:
            table[column.name] = value


def _refuse_spoilt(name: str, text: str, read: RowTable) -> None:
    message, hint = spoilt(text)
    if message:
        read.complaints.append(Complaint(name, f"{name}: {message}", hint, text))


def _value(column: Column, text: str, read: RowTable) -> Any:
    match column.reads:
        case Reads.LIST:
            return list(_items(text))
        case Reads.MENTIONS:
            return _mentions(column.name, text, read)
        case Reads.PERIOD:
            side, _, deal = text.partition(" ")
            return {side: deal.strip()} if side in _AROUND and deal else text
        case _:
            return text


def _items(text: str) -> Iterator[str]:
    return filter(None, (item.strip() for item in text.split(";")))


def _mentions(name: str, text: str, read: RowTable) -> Table:
    """Read `the startup = scale-ai; …`; an id holds no equals sign, words may."""
    found: Table = {}
    for item in _items(text):
        words, equals, meant = (part.strip() for part in item.rpartition("="))
        if not (equals and words and meant):
            message = f'{name}: "{shortened(item)}" does not say which words mean which record'
            hint = "write it like: the startup = scale-ai; its rival = openai"
            read.complaints.append(Complaint(name, message, hint, item))
            break
        if found.setdefault(words, meant) != meant:
            message = f'{name}: "{shortened(words)}" cannot mean two records'
            read.complaints.append(Complaint(name, message, "", item))
            break
    return found


def _tell_kind(read: RowTable) -> None:
    """Take the kind of record from the column that says it."""
    said = read.table.pop("type", "")
    if said in ENTITY_KINDS:
        read.kind = Kind(said)
        return
    cannot = f'type cannot be "{shortened(said)}"' if said else "type is missing"
    message = f"{cannot}; it is one of {', '.join(ENTITY_KINDS)}"
    read.complaints.append(Complaint("type", message, did_you_mean(said, ENTITY_KINDS), said))


def _put_quotes(quotes: dict[int, Table], read: RowTable, layout: Layout) -> None:
    """Put the quotes that have words into the table; the first's source does for those without."""
    usual = quotes.get(0, {}).get("source")
    with_words = [quote for _, quote in sorted(quotes.items()) if "exact" in quote]
    if with_words:
        read.table["evidence"] = [
            {"source": usual, **each} if usual else each for each in with_words
        ]
    for number, quote in quotes.items():
        is_usual = number == 0 and bool(with_words)
        if "exact" not in quote:
            keys = (key for key in quote if not (is_usual and key == "source"))
            read.unused += (layout.by_path["evidence", number, key] for key in keys)


def _make_id(table: Table, layout: Layout) -> None:
    parts = (_part(key, table[key]) for key in layout.id_parts if key in table)
    made = ".".join(filter(None, parts))
    if made:
        table["id"] = made


def _part(key: str, value: Any) -> str:
    """Return what a value gives to an id; ids stay as they are."""
    if isinstance(value, str):
        return value if key != "name" and _ID.fullmatch(value) else whole_slug(value)
    return "-".join(f"{side}-{deal}" for side, deal in (as_table(value) or {}).items())
