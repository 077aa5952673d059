"""How fast the app is there and answers, beside an empty Textual app, VisiData, fzf, bare Python.

    python -m benchmarks.start [--size 120x40] [--rounds 11] [--seed 1]

Everything runs in a pseudo-terminal, warm, in rounds whose order is drawn by lot. Printed are
multiples of what the other took in the same round: the median, the quartiles, and the target. A
control measures the same thing twice: a difference that is no larger than its quartiles is noise.
"""

from __future__ import annotations

import argparse
import random
import sys
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path
from tempfile import TemporaryDirectory

from benchmarks.bytes_sent import surroundings
from benchmarks.starting.contenders import contenders
from benchmarks.starting.first_screen import first_screens
from benchmarks.starting.headless import headless
from benchmarks.starting.memory import memory
from benchmarks.starting.ratio import LEAST_ROUNDS, Ratio
from benchmarks.starting.settling import settling
from benchmarks.wire.peers import Peer

SIZE = (120, 40)


def measured(
    size: tuple[int, int] = SIZE, rounds: int = LEAST_ROUNDS, seed: int = 1
) -> tuple[list[Ratio], list[Peer]]:
    """Return all that is measured, and the programs that are not installed here."""
    chance = random.Random(seed)
    with TemporaryDirectory(prefix="start") as name:
        folder = Path(name)
        environment = surroundings(folder, "truecolor")
        peers = list(contenders(folder))
        here = [peer for peer in peers if peer.command]
        ratios = list(_all(here, size, environment, rounds, chance))
    return ratios, [peer for peer in peers if peer.missing]


def _all(
    peers: list[Peer],
    size: tuple[int, int],
    environment: Mapping[str, str],
    rounds: int,
    chance: random.Random,
) -> Iterator[Ratio]:
    yield from first_screens(peers, size, environment, rounds, chance)
    yield from headless(environment, 3 * rounds, chance)
    yield from memory(peers, size, environment, max(3, rounds // 3), chance)
    yield from settling(peers[0], size, environment)


def lines(ratios: Iterable[Ratio]) -> Iterator[str]:
    """Yield the table, as Markdown."""
    yield "| what | beside | median | quartiles | target | rounds |"
    yield "|---|---|---:|---:|---:|---:|"
    for one in ratios:
        most = "" if one.at_most is None else f"≤ {one.at_most:g}{one.unit}"
        mark = "" if one.is_met else " ✕"
        yield (
            f"| {one.what} | {one.beside} | {one.middle:.2f}{one.unit} "
            f"| {one.low:.2f}–{one.high:.2f} | {most}{mark} | {one.rounds} |"
        )


def main() -> int:
    """Print the table; return 1 where a target is missed."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawTextHelpFormatter
    )
    parser.add_argument("--size", default="120x40", help="columns and rows (120x40 unless given)")
    parser.add_argument("--rounds", type=int, default=LEAST_ROUNDS)
    parser.add_argument("--seed", type=int, default=1, help="of the order in each round")
    given = parser.parse_args()
    columns, rows = map(int, given.size.split("x"))
    ratios, missing = measured((columns, rows), given.rounds, given.seed)
    sys.stdout.write(f"{columns} by {rows}, order by lot with seed {given.seed}\n\n")
    sys.stdout.write("\n".join(lines(ratios)) + "\n")
    for peer in missing:
        sys.stdout.write(f"\n{peer.name}: left out, {peer.missing}\n")
    return int(not all(one.is_met for one in ratios))


if __name__ == "__main__":
    sys.exit(main())
