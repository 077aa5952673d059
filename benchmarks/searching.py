"""How soon a name is found while it is typed, and whether it stands on the first screen.

    python -m benchmarks.searching RECORDS.index [--names 1000] [--seed 1] [--filter]

Names are drawn at random from the file. Each is asked for as somebody would who types it: by its
first two thirds, and on while more names begin so than a screen holds; by what stands in it from
the second letter to the last but one; and whole with one slip (a letter too many, too few, wrong,
or two that changed places) anywhere, the first two letters included. Prints how many were on the
first screen of 30, the milliseconds of processor time that a query takes, and beside it those of
the same queries asked once more: what is noise.

With `--filter` it is the filter of Browse that is typed into, and its first look that is measured:
what is seen in the next frame, while the rest is looked for, and where that is nothing yet, what is
seen after it. Single letters and pairs of them are typed, too; what begins so cannot all be on one
screen.
"""

from __future__ import annotations

import argparse
import random
import sqlite3
import time
from collections.abc import Callable, Sequence
from functools import partial
from itertools import islice
from pathlib import Path
from statistics import quantiles

from scale_explorer.data.folding import folded
from scale_explorer.data.opening import open_store
from scale_explorer.data.store.connections import Connections
from scale_explorer.data.store.name_order import beginning
from scale_explorer.data.store.protocol import Store
from scale_explorer.tui.browsing import browsed
from scale_explorer.tui.overtaken import FIRST_LOOK, first_look
from scale_explorer.tui.state import PaneView, ViewState

SCREEN = 30
"""Rows of the go-to box that one sees at once on a large terminal."""
LONGEST = 5
"""Letters of the longest word of a name that is drawn, at least: others are found by beginnings."""

Sample = tuple[str, str]
"""The id of a record, and its name."""


def main() -> None:
    """Measure and print."""
    parser = argparse.ArgumentParser(prog="searching")
    parser.add_argument("index", type=Path)
    parser.add_argument("--names", type=int, default=1_000)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--filter", action="store_true")
    asked = parser.parse_args()
    chance = random.Random(asked.seed)
    names = _names(asked.index, asked.names, chance)
    order = Connections(asked.index, kept=True)
    ways: dict[str, Callable[[str], str]] = {
        "prefix": lambda name: _telling(order, name),
        "substring": lambda name: name[1:-1],
        "slip": lambda name: slipped(name, chance),
    }
    print("way         on the first screen     p50 ms    p95 ms    max ms   control p95")
    with open_store(str(asked.index)) as store:
        look = partial(_filtered if asked.filter else _searched, store)
        if asked.filter:
            ways |= {"a letter": lambda name: name[:1], "two letters": lambda name: name[:2]}
        for way, typed in ways.items():
            _tell(look, way, [(key, name, typed(name)) for key, name in names])


def _searched(store: Store, typed: str) -> list[Sample]:
    return [(hit.record.id, hit.record.title) for hit in store.search(typed, SCREEN)]


def _filtered(store: Store, typed: str) -> list[Sample]:
    """Return the rows that are seen first, with headings, as the filter of Browse is typed."""
    state = ViewState(browse=PaneView(filter=typed))
    with first_look(FIRST_LOOK):
        listing = browsed(store, state, None).answer
    if not any(row.count for _, row in listing.headings):
        listing = browsed(store, state, None).answer
    return [(row.key, row.label) for row in islice(listing.rows, SCREEN)]


def _telling(order: Connections, name: str) -> str:
    """Return the shortest beginning with which the name fits on the first screen."""
    for length in range(max(4, len(name) * 2 // 3), len(name)):
        begin = name[:length]
        if len(list(beginning(order, folded(begin), SCREEN))) < SCREEN:
            return begin
    return name


def slipped(name: str, chance: random.Random) -> str:
    """Return a name with one slip of the finger in it."""
    letters = [place for place, letter in enumerate(name) if letter.isalnum()]
    place = chance.choice(letters)
    other = chance.choice("abcdefghijklmnopqrstuvwxyz")
    before, here, after = name[:place], name[place], name[place + 1 :]
    match chance.choice(["insert", "delete", "replace", "swap"]):
        case "insert":
            return f"{before}{other}{here}{after}"
        case "delete":
            return f"{before}{after}"
        case "replace":
            return f"{before}{other}{after}"
        case _:
            return f"{before}{after[:1]}{here}{after[1:]}"


def _names(index: Path, count: int, chance: random.Random) -> list[Sample]:
    """Draw entities, each with its whole name."""
    with sqlite3.connect(f"{index.absolute().as_uri()}?mode=ro", uri=True) as file:
        (last,) = file.execute("SELECT max(last) FROM kind WHERE kind = 'product'").fetchone()
        drawn = [chance.randint(1, last) for _ in range(2 * count)]
        sql = "SELECT id, title FROM item WHERE row = ?"
        found: list[Sample] = [file.execute(sql, (row,)).fetchone() for row in drawn]
    file.close()
    return [(key, name) for key, name in found if max(map(len, name.split())) >= LONGEST][:count]


def _tell(
    look: Callable[[str], list[Sample]], way: str, queries: Sequence[tuple[str, str, str]]
) -> None:
    taken: list[float] = []
    control: list[float] = []
    there = 0
    for key, name, typed in queries:
        start = time.thread_time()
        seen = look(typed)
        taken.append(1_000 * (time.thread_time() - start))
        # Another record of the very same name is as good as the one that was drawn.
        there += any(known == key or title == name for known, title in seen)
        start = time.thread_time()
        look(typed)
        control.append(1_000 * (time.thread_time() - start))
    spread = quantiles(taken, n=20)
    share = f"{there:,} of {len(queries):,} ({there / len(queries):.1%})"
    print(
        f"{way:<11} {share:<22} {spread[9]:8.1f}  {spread[18]:8.1f}  {max(taken):8.1f}"
        f"  {quantiles(control, n=20)[18]:8.1f}"
    )


if __name__ == "__main__":
    main()
