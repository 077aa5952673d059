"""How long the box takes to answer a key, beside a bare search of the store for the same text.

    python benchmarks/goto.py [DATA]

The slowest answer, with the look at its first offer, should stay below a frame of 16 ms.
"""

from __future__ import annotations

import sys
from collections.abc import Callable
from contextlib import closing
from time import thread_time

from scale_explorer.data.opening import open_store
from scale_explorer.data.store.protocol import Store
from scale_explorer.tui.goto.offer import Surroundings
from scale_explorer.tui.goto.offers import offers
from scale_explorer.tui.goto.preview import preview
from scale_explorer.tui.goto.records import FOUND
from scale_explorer.tui.keys import BINDINGS

TYPED = (
    "g", "go", "goo", "google", "googel", "s", "scale ai", "cut ties", "zzqx", "w", "zoom", "zom",
    "why ", "why g", "why google", "filter ", "filter is:pl", "filter subject:goo",
    "list de", "list deals status:ann", "quotes meta", "scale-explorer --at google-spend-2024",
)  # fmt: skip
ROUNDS = 15


def milliseconds(work: Callable[[], object]) -> float:
    """Return the shortest processor time of some work, so that other programs do not count."""
    work()
    times: list[float] = []
    for _ in range(ROUNDS):
        start = thread_time()
        work()
        times.append((thread_time() - start) * 1000)
    return min(times)


def measure(store: Store, text: str, around: Surroundings) -> tuple[float, float]:
    """Time the box's answer with a look at its first offer, and a bare search."""

    def answer() -> None:
        if found := offers(store, text, around):
            preview(store, found[0])

    return milliseconds(answer), milliseconds(lambda: store.search(text, FOUND))


def main() -> None:
    """Print a line for each text, and the slowest."""
    with closing(open_store(sys.argv[1] if len(sys.argv) > 1 else None)) as store:
        lead = (row.claim for row in store.story() if row.claim)
        around = Surroundings(BINDINGS, recent=tuple(lead), themes=("dark", "light"))
        times = {text: measure(store, text, around) for text in TYPED}
    sys.stdout.write(f"{'typed':40} {'box':>9} {'search':>9} {'ratio':>7}\n")
    for text, (box, search) in times.items():
        sys.stdout.write(f"{text!r:40} {box:6.2f} ms {search:6.2f} ms {box / search:6.1f}×\n")
    slowest = max(times, key=lambda text: times[text][0])
    sys.stdout.write(f"slowest: {times[slowest][0]:.2f} ms for {slowest!r}; a frame is 16 ms\n")


if __name__ == "__main__":
    main()
