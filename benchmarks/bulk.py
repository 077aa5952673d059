"""How long relationships take to load from CSV beside the same ones from TOML.

    python -m benchmarks.bulk [ROWS]

ROWS relationships (99,000 unless given), each with its quote, are written both ways into temporary
folders, spread over files that may be read, and loaded into records; the least of five times
counts. Times are of the processor, so that other programs count little.
"""

from __future__ import annotations

import argparse
import csv
import gc
import sys
from collections.abc import Iterator, Sequence
from pathlib import Path
from tempfile import TemporaryDirectory
from time import process_time

from scale_explorer.data.loading.files import gather
from scale_explorer.data.loading.load import load

ROWS = 99_000
_A_FILE = 25_000
_COLUMNS = ("id", "type", "subject", "object", "start", "source", "quote")
_HEAD = '[dataset]\nid = "bulk"\ntitle = "Bulk"\n\n[[source]]\nid = "page"\ntitle = "Page"\n'


def _rows(count: int) -> Iterator[tuple[str, ...]]:
    for number in range(count):
        year, other = f"{1900 + number % 120}", number % 991
        words = f"Firm {number} has bought flour, timber and salt from Firm {other} since {year}"
        yield (f"c{number}", "customer_of", f"f{number}", f"f{other}", year, "page", words)


def _write_csv(rows: Sequence[tuple[str, ...]], folder: Path, number: int) -> None:
    with (folder / f"{number}-relationships.csv").open("w", encoding="utf-8", newline="") as file:
        csv.writer(file).writerows([_COLUMNS, *rows])


def _write_toml(rows: Sequence[tuple[str, ...]], folder: Path, number: int) -> None:
    (folder / f"{number}.toml").write_text("".join(map(_table, rows)), encoding="utf-8")


def _table(row: tuple[str, ...]) -> str:
    *fields, source, words = row
    pairs = "".join(f'{key} = "{cell}"\n' for key, cell in zip(_COLUMNS, fields, strict=False))
    quote = f'evidence = [{{ source = "{source}", exact = "{words}" }}]'
    return f"[[relationship]]\n{pairs}{quote}\n"


_WRITERS = {"TOML": _write_toml, "CSV": _write_csv}


def _seconds(folder: Path, count: int) -> float:
    gc.collect()
    start = process_time()
    loaded = load(gather(folder))
    seconds = process_time() - start
    if loaded.findings or len(loaded.dataset.records) != count + 1:
        raise SystemExit(f"{folder.name} was not read whole: {loaded.findings[:1]}")
    return seconds


def main() -> None:
    """Print both times and their ratio."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("rows", nargs="?", type=int, default=ROWS)
    count = parser.parse_args().rows
    with TemporaryDirectory() as name:
        folders = {kind: Path(name) / kind for kind in _WRITERS}
        rows = tuple(_rows(count))
        for kind, folder in folders.items():
            folder.mkdir()
            (folder / "dataset.toml").write_text(_HEAD, encoding="utf-8")
            for first in range(0, count, _A_FILE):
                _WRITERS[kind](rows[first : first + _A_FILE], folder, first)
        # In turn, so that whatever else the machine does concerns both.
        turns = [{kind: _seconds(folders[kind], count) for kind in folders} for _ in range(5)]
    times = {kind: min(turn[kind] for turn in turns) for kind in folders}
    for kind, seconds in times.items():
        sys.stdout.write(f"{count:,} relationships from {kind:5}{seconds:8.2f} s\n")
    sys.stdout.write(f"CSV takes {times['CSV'] / times['TOML']:.2f} of the time of TOML\n")


if __name__ == "__main__":
    main()
