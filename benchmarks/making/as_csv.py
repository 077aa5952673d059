"""The three CSV files that a set reads, and a TOML file with its header and sources.

The columns are those of `data/loading/spreadsheet/columns.py`; only what is written here is in the
heading. Deals have no CSV file, so sets are planned without them.
"""

from __future__ import annotations

import csv
from collections.abc import Callable, Iterable, Iterator
from contextlib import ExitStack
from pathlib import Path
from typing import Final

from scale_explorer.data.loading.shapes import Table
from scale_explorer.models.kinds import ENTITY_KINDS, Kind

from .as_jsonl import line
from .writing import whole

_HEAD = "dataset.toml"
_QUOTE: Final = ("source", "quote", "mentions")
ENTITIES: Final = (
    "id", "name", "type", "aliases", "country", "lei", "ticker", "tags", "summary", *_QUOTE,
)  # fmt: skip
RELATIONSHIPS: Final = (
    "id", "subject", "type", "object", "start", "end", "status", "role", *_QUOTE,
)  # fmt: skip
FIGURES: Final = (
    "id", "subject", "measure", "value", "unit", "period", "status", "as_written", *_QUOTE,
)  # fmt: skip


def folder(out: Path) -> Path:
    """Return the folder that the files and texts lie in."""
    return out


def write(records: Iterator[Table], out: Path) -> list[Path]:
    """Write all records into files in a folder and return them."""
    paths = [out / name for name in (_HEAD, "entities.csv", "relationships.csv", "figures.csv")]
    with ExitStack() as stack:
        head, *files = [stack.enter_context(whole(path)) for path in paths]
        entities, ties, figures = (csv.writer(file, lineterminator="\n") for file in files)
        entities.writerow(ENTITIES)
        ties.writerow(RELATIONSHIPS)
        figures.writerow(FIGURES)
        rows: dict[str, Callable[[Table], object]] = {
            **{
                kind.value: lambda table: entities.writerow(_entity(table)) for kind in ENTITY_KINDS
            },
            Kind.RELATIONSHIP.value: lambda table: ties.writerow(_relationship(table)),
            Kind.FIGURE.value: lambda table: figures.writerow(_figure(table)),
            Kind.SOURCE.value: lambda table: head.write(_toml(table, "[[source]]")),
            "dataset": lambda table: head.write(_toml(table, "[dataset]")),
        }
        for record in records:
            rows[record["kind"]](record)
    return paths


def _entity(table: Table) -> Iterable[str]:
    known = table.get("identifiers", {})
    return (
        table["id"], table["name"], table["kind"], _list(table.get("aliases", ())),
        table.get("country", ""), known.get("lei", ""), known.get("ticker", ""),
        _list(table.get("tags", ())), table.get("summary", ""), *_quote(table),
    )  # fmt: skip


def _relationship(table: Table) -> Iterable[str]:
    history = table.get("history")
    return (
        table["id"], table["subject"], table["type"], table["object"], table.get("start", ""),
        table.get("end", ""), history[-1]["status"] if history else "", table.get("role", ""),
        *_quote(table),
    )  # fmt: skip


def _figure(table: Table) -> Iterable[str]:
    return (
        table["id"], table["subject"], table["measure"], table["value"], table.get("unit", ""),
        table.get("period", ""), table.get("status", ""), table.get("as_written", ""),
        *_quote(table),
    )  # fmt: skip


def _quote(table: Table) -> tuple[str, str, str]:
    for quote in table.get("evidence", ()):
        phrases = quote.get("mentions", {}).items()
        told = "; ".join(f"{phrase} = {record}" for phrase, record in phrases)
        return quote["source"], quote["exact"], told
    return "", "", ""


def _list(items: Iterable[str]) -> str:
    """Part items by semicolons; one that holds any cannot stand in a CSV file, and is left out."""
    return "; ".join(item for item in items if ";" not in item)


def _toml(table: Table, heading: str) -> str:
    """Return a table of texts; JSON writes those as TOML does."""
    fields = (f"{key} = {line(value)}\n" for key, value in table.items() if key != "kind")
    return f"{heading}\n{''.join(fields)}\n"
