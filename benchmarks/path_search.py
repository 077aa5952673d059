"""How long it takes to find out how two records of an index are connected.

    python -m benchmarks.path_search FILE.index [--pairs 300] [--seed 1]

Asked is for pairs of entities drawn at random, and for as many of a hub and another record; times
are of the processor, with those of the same pairs asked once more beside them: what is noise.
"""

from __future__ import annotations

import argparse
import sys
from collections.abc import Sequence
from pathlib import Path
from random import Random
from time import process_time
from typing import cast

from scale_explorer.data.store.connections import Connections
from scale_explorer.data.store.path_rows import EVERY_WAY, Paths
from scale_explorer.data.store.paths import paths
from scale_explorer.data.store.protocol import never
from scale_explorer.data.store.rows.lens import PLAIN_LENS
from scale_explorer.models.kinds import ENTITY_KINDS

_SHARES = (0.5, 0.95, 1.0)
HUBS = 5
"""The largest hubs, from which half of the searches begin."""

Pair = tuple[int, int]


def main() -> None:
    """Print how long searches take: of half of them, of 95 %, and at most."""
    parser = argparse.ArgumentParser(prog="path_search")
    parser.add_argument("index", type=Path)
    parser.add_argument("--pairs", type=int, default=300)
    parser.add_argument("--seed", type=int, default=1)
    asked = parser.parse_args()
    chance = Random(asked.seed)
    file = Connections(asked.index, kept=True)
    rows = _entities(file)
    hubs = cast(
        "list[tuple[int, int]]", file.select("SELECT row, ties FROM hub ORDER BY ties DESC")
    )
    sys.stdout.write(f"{len(rows):,} entities, {len(hubs):,} hubs, {hubs[0][1]:,} ties at most\n")
    any_two = [cast("Pair", tuple(chance.sample(rows, 2))) for _ in range(asked.pairs)]
    from_hubs = [(hubs[place % HUBS][0], chance.choice(rows)) for place in range(asked.pairs)]
    for title, pairs in (("any two  ", any_two), ("from hubs", from_hubs)):
        for again in ("", "  (control)"):
            sys.stdout.write(f"{title}  {_times(file, pairs)}{again}\n")
    file.close()


def _entities(file: Connections) -> range:
    """Return the numbers of all entities, which stand together."""
    sql = "SELECT min(first), max(last) FROM kind WHERE kind IN ({})"
    kinds = ", ".join(f"'{kind.value}'" for kind in ENTITY_KINDS)
    ((first, last),) = cast("list[Pair]", file.select(sql.format(kinds)))
    return range(first, last + 1)


def _times(file: Connections, pairs: Sequence[Pair]) -> str:
    found: list[tuple[float, Paths]] = []
    for first, second in pairs:
        if first != second:
            start = process_time()
            answer = paths(file, (first, second), EVERY_WAY, PLAIN_LENS, never)
            found.append((process_time() - start, answer))
    times = sorted(time for time, _ in found)
    told = "  ".join(
        f"{share:.0%} {times[int(share * (len(times) - 1))] * 1_000:8.1f} ms" for share in _SHARES
    )
    looked = max(sum(answer.reached) for _, answer in found)
    connected = sum(bool(answer.found) for _, answer in found)
    return f"{told}   {connected} connected, {looked:,} records at most"


if __name__ == "__main__":
    main()
