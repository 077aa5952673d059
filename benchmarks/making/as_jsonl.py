"""JSON lines of our records: one object a line, its `kind` first, then the fields of a TOML table.

    {"kind": "dataset", "id": "…", "title": "…", "summary": "…"}
    {"kind": "relationship", "id": "r1", "type": "owns", "subject": "c1", "object": "c2",
     "start": "2019", "history": [{"status": "current"}],
     "evidence": [{"source": "s0", "exact": "…"}]}

(each on one line). `kind` is the name of the table in a TOML file; the header is the kind
`dataset` and comes first.
"""

from __future__ import annotations

from collections.abc import Iterator
from json import JSONEncoder
from pathlib import Path

from scale_explorer.data.loading.shapes import Table

from .writing import place, whole

NAME = "records.jsonl"
line = JSONEncoder(ensure_ascii=False, separators=(",", ":"), check_circular=False).encode


def folder(out: Path) -> Path:
    """Return the folder that texts lie in."""
    return place(out, NAME, (".jsonl", ".ndjson")).parent


def write(records: Iterator[Table], out: Path) -> list[Path]:
    """Write all records into one file and return it."""
    path = place(out, NAME, (".jsonl", ".ndjson"))
    with whole(path) as file:
        file.writelines(f"{line(record)}\n" for record in records)
    return [path]
