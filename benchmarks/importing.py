"""How fast records become an index, beside a bare script that copies the same rows.

    python -m benchmarks.importing RECORDS.jsonl [--again 3]

The bare script does nothing but insert rows that another process has computed, table by table, and
build the same indexes: what no import can do without. Prints the rates, their ratio, what the file
takes a relationship, and the memory that the import and the processes that it starts took at most,
taken together.
"""

from __future__ import annotations

import argparse
import json
import sqlite3
import subprocess
import sys
import tempfile
import time
from pathlib import Path
from statistics import median

import psutil

from scale_explorer.data.importing.schema import schema

_EVERY = 0.2
"""Seconds between two looks at the memory."""
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
        ours: list[tuple[float, int]] = []
        bare: list[float] = []
        for _ in range(asked.again):
            ours.append(_imported(asked.records, made))
            bare.append(_copied(made, copied))
        seconds, memory = median(each for each, _ in ours), max(most for _, most in ours)
        _tell(made, copied, seconds, median(bare))
        print(f"memory       {memory / 1024**2:8.0f}    MB at most while importing, all processes")


def _imported(records: Path, target: Path) -> tuple[float, int]:
    """Return the seconds and the bytes of memory that the verb takes, in a process of its own."""
    target.unlink(missing_ok=True)
    start = time.perf_counter()
    program = Path(sys.executable).with_name("scale-explorer")
    command = [str(program), "import", str(records)]
    command += ["-o", str(target)]
    most = 0
    with subprocess.Popen(command, stdout=subprocess.DEVNULL) as running:  # noqa: S603 - ours
        while running.poll() is None:
            most = max(most, _resident(running.pid))
            time.sleep(_EVERY)
    if running.returncode:
        raise SystemExit(running.returncode)
    return time.perf_counter() - start, most


def _resident(pid: int) -> int:
    """Return the bytes in memory of a process and of all that it started."""
    try:
        own = psutil.Process(pid)
        return sum(each.memory_info().rss for each in (own, *own.children(recursive=True)))
    except psutil.Error:  # one of them has just ended
        return 0


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
    size = made.stat().st_size
    print(f"{records:,} records, {ties:,} relationships")
    print(f"import       {ours:8.1f} s  {records / ours:10,.0f} records a second")
    print(f"bare script  {bare:8.1f} s  {records / bare:10,.0f} records a second")
    print(f"ratio        {bare / ours:8.2f}    of the rate of the bare script (target 0.50)")
    print(f"disk         {size / max(ties, 1):8.0f}    bytes a relationship, the whole file")
    print(f"             {copied.stat().st_size / max(ties, 1):8.0f}    in the bare script's file")


if __name__ == "__main__":
    main()
