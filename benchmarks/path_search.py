"""How long it takes to find out how two records are connected.

    python -m benchmarks.path_search [RELATIONSHIPS] [RECORDS]

RELATIONSHIPS (100,000 unless given) join RECORDS (a fifth as many) so that a few have many and most
have few, as companies do: hubs of thousands of ties are among them. Only the tables that the search
reads are made, as compiling so many takes minutes and the search sees nothing of the rest. Asked is
for 300 pairs at random, and for as many of a hub and another record; times are of the processor.
"""

from __future__ import annotations

import argparse
import sqlite3
import sys
from collections.abc import Iterator, Sequence
from contextlib import closing
from itertools import accumulate
from pathlib import Path
from random import Random
from tempfile import TemporaryDirectory
from time import process_time

from scale_explorer.data.store import compile as compiling
from scale_explorer.data.store.connections import Connections
from scale_explorer.data.store.path_rows import EVERY_WAY, Paths
from scale_explorer.data.store.paths import HUB, paths
from scale_explorer.data.store.protocol import never
from scale_explorer.data.store.rows.lens import PLAIN_LENS

RELATIONSHIPS = 100_000
_TYPES = ("customer_of", "owns", "partner_of", "competes_with", "uses")
_PAIRS = 300
_SHARES = (0.5, 0.95, 1.0)


def _pairs(count: int, records: int, chance: Random) -> Iterator[tuple[int, int]]:
    """Yield ties whose ends are the likelier the smaller their number is (Zipf's law)."""
    weights = list(accumulate(1 / (place + 10) ** 0.8 for place in range(records)))
    known = range(1, records + 1)
    near = chance.choices(known, cum_weights=weights, k=count)
    far = chance.choices(known, k=count)
    return ((one, other) for one, other in zip(near, far, strict=True) if one != other)


def make(path: Path, count: int, records: int) -> None:
    """Write the tables that a search reads."""
    chance = Random(7)
    schema = Path(compiling.__file__).with_name("schema.sql").read_text(encoding="utf-8")
    with closing(sqlite3.connect(path)) as file:
        file.executescript("PRAGMA journal_mode = OFF; PRAGMA synchronous = OFF;" + schema)
        width = len(file.execute("SELECT * FROM record").description)
        record = f"INSERT INTO record VALUES ({', '.join('?' * width)})"  # noqa: S608 - fixed
        rest = ("",) * (width - 5)
        rows = (
            (r, f"r{r}", "company", f"Firm {r}", f"Firm {r}", *rest) for r in range(1, records + 1)
        )
        file.executemany(record, rows)
        ties: list[tuple[object, ...]] = []
        claims: list[tuple[object, ...]] = []
        for claim, (near, far) in enumerate(_pairs(count, records, chance), records + 1):
            kind = _TYPES[claim % len(_TYPES)]
            claims.append((claim, f"c{claim}", "relationship", "A tie", "A tie", *rest))
            ties += ((near, kind, 1, claim, far), (far, kind, 0, claim, near))
        file.executemany(record, claims)
        file.executemany("INSERT INTO edge VALUES (?, ?, ?, ?, ?, 'is tied to', '')", ties)
        hubs = "SELECT near, count(*) FROM edge GROUP BY near HAVING count(*) > ?"
        file.execute(f"INSERT INTO hub {hubs}", (HUB,))
        file.commit()


def _times(file: Connections, pairs: Sequence[tuple[int, int]]) -> None:
    found: list[tuple[float, Paths]] = []
    for first, second in pairs:
        start = process_time()
        answer = paths(file, (first, second), EVERY_WAY, PLAIN_LENS, never)
        found.append((process_time() - start, answer))
    times = sorted(time for time, _ in found)
    told = "  ".join(
        f"{share:.0%} {times[int(share * (len(times) - 1))] * 1_000:8.1f} ms" for share in _SHARES
    )
    looked = max(sum(answer.reached) for _, answer in found)
    connected = sum(bool(answer.found) for _, answer in found)
    sys.stdout.write(f"{told}   {connected} connected, {looked:,} records at most\n")


def main() -> None:
    """Print how long searches take: of half of them, of 95 %, and at most."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("relationships", nargs="?", type=int, default=RELATIONSHIPS)
    parser.add_argument("records", nargs="?", type=int)
    asked = parser.parse_args()
    count: int = asked.relationships
    records: int = asked.records or count // 5
    chance = Random(11)
    with TemporaryDirectory() as name:
        path = Path(name) / "ties.sqlite"
        make(path, count, records)
        file = Connections(path)
        (most,) = file.first("SELECT max(ties) FROM hub") or (0,)
        size = path.stat().st_size / 1e6
        sys.stdout.write(f"{count:,} relationships, {records:,} records, {size:.0f} MB,")
        sys.stdout.write(f" a hub of {most:,}\n")
        any_two = [tuple(chance.sample(range(1, records + 1), 2)) for _ in range(_PAIRS)]
        hubs = [(1 + place % 5, chance.randint(10, records)) for place in range(_PAIRS)]
        for title, pairs in (("any two  ", any_two), ("from hubs", hubs)):
            sys.stdout.write(f"{title}  ")
            _times(file, [(one, other) for one, other in pairs if one != other])
        file.close()


if __name__ == "__main__":
    main()
