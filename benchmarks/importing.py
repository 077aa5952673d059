"""How fast records become an index, beside a bare script that copies the same rows.

    python -m benchmarks.importing RECORDS.jsonl [--again 3]

The bare script does nothing but insert rows that another process has computed, table by table, and
build the same indexes: what no import can do without. Prints the rates, their ratio, what the file
takes a relationship, and the memory that the import took at most.
"""

from __future__ import annotations

import argparse
import json
import resource
import sqlite3
import subprocess
import sys
import tempfile
import time
from pathlib import Path
from statistics import median

from scale_explorer.data.importing.schema import schema

_SEARCH = {
    "piece_words": "INSERT INTO piece_words (rowid, folded) SELECT piece, folded FROM piece",
    "piece_letters": "INSERT INTO piece_letters (rowid, folded) SELECT piece, folded FROM piece",
    "record_letters": "INSERT INTO record_letters (rowid, words)"
    " SELECT row, words FROM item WHERE words IS NOT NULL",
}
"""The search indexes, which are filled from other tables."""


def main() -> None:
    """Measure and print."""
    parser = argparse.ArgumentParser(prog="importing", description=__doc__)
    parser.add_argument("records", type=Path)
    parser.add_argument("--again", type=int, default=1, help="how often to measure each")
    asked = parser.parse_args()
    with tempfile.TemporaryDirectory(prefix="importing-") as folder:
        made, copied = Path(folder) / "made.index", Path(folder) / "copied.index"
        ours: list[float] = []
        bare: list[float] = []
        for _ in range(asked.again):
            ours.append(_imported(asked.records, made))
            bare.append(_copied(made, copied))
        _tell(made, copied, median(ours), median(bare))


def _imported(records: Path, target: Path) -> float:
    """Return the seconds that the verb takes, in a process of its own."""
    target.unlink(missing_ok=True)
    start = time.perf_counter()
    program = Path(sys.executable).with_name("scale-explorer")
    command = [str(program), "import", str(records)]
    subprocess.run([*command, "-o", str(target)], check=True, stdout=subprocess.DEVNULL)  # noqa: S603
    return time.perf_counter() - start


def _copied(source: Path, target: Path) -> float:
    """Return the seconds that a bare script takes for the same rows and indexes."""
    target.unlink(missing_ok=True)
    start = time.perf_counter()
    old = sqlite3.connect(source)
    new = sqlite3.connect(target, isolation_level=None)
    new.executescript("PRAGMA journal_mode = OFF; PRAGMA synchronous = OFF")
    new.execute("PRAGMA cache_size = -131072")
    new.executescript(schema())
    new.execute("BEGIN")
    for (table,) in old.execute("SELECT name FROM sqlite_schema WHERE type = 'table'").fetchall():
        if not table.startswith(tuple(_SEARCH)) and not table.startswith("sqlite_"):
            _copy(old, new, table)
    for statement in _SEARCH.values():
        new.execute(statement)
    indexes = "SELECT sql FROM sqlite_schema WHERE type = 'index' AND sql IS NOT NULL"
    for (statement,) in old.execute(indexes).fetchall():
        new.execute(statement)
    new.execute("COMMIT")
    new.close()
    old.close()
    return time.perf_counter() - start


def _copy(old: sqlite3.Connection, new: sqlite3.Connection, table: str) -> None:
    rows = old.execute(f"SELECT * FROM {table}")  # noqa: S608 - a name that the schema has
    marks = ", ".join("?" * len(rows.description))
    new.executemany(f"INSERT OR REPLACE INTO {table} VALUES ({marks})", rows)  # noqa: S608 - as above


def _tell(made: Path, copied: Path, ours: float, bare: float) -> None:
    counts = json.loads(
        sqlite3.connect(made).execute("SELECT value FROM meta WHERE key = 'summary'").fetchone()[0]
    )["counts"]
    records, ties = sum(count for _, count in counts), dict(counts).get("relationship", 0)
    memory = resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss / 1024
    size = made.stat().st_size
    print(f"{records:,} records, {ties:,} relationships")
    print(f"import       {ours:8.1f} s  {records / ours:10,.0f} records a second")
    print(f"bare script  {bare:8.1f} s  {records / bare:10,.0f} records a second")
    print(f"ratio        {bare / ours:8.2f}    of the rate of the bare script (target 0.50)")
    print(f"disk         {size / max(ties, 1):8.0f}    bytes a relationship, the whole file")
    print(f"             {copied.stat().st_size / max(ties, 1):8.0f}    in the bare script's file")
    print(f"memory       {memory:8.0f}    MB at most while importing")


if __name__ == "__main__":
    main()
