"""How long checking takes beside one plain pass over the same text, and whether it is linear.

    python -m benchmarks.checking [CLAIMS]

The plain pass reads the texts of the set's sources and folds every word of them once: whoever looks
for quotes can do no less. An invented set of CLAIMS (98,000 unless given, on 11 MB of text) is made
in a temporary folder, and so are a half and a quarter of it. Twice the size should take twice the
time: the exponent of a step is 1 where that is so, and 2 where it takes four times as long. Times
are of the processor, so that other programs count little.
"""

from __future__ import annotations

import argparse
import os
import sys
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from math import log2
from pathlib import Path
from tempfile import TemporaryDirectory
from time import process_time
from unittest.mock import patch

from benchmarks.grown_set import grow
from scale_explorer.data.checks import run
from scale_explorer.data.checks.catalog import CHECKS, Check
from scale_explorer.data.checks.context import Context
from scale_explorer.data.finding import Finding
from scale_explorer.data.grounding.fold import fold
from scale_explorer.data.grounding.words import words
from scale_explorer.data.opening import seek
from scale_explorer.data.watch import Phase

CLAIMS = 98_000
FLOOR = "plain pass over the text"
CHECKING = (Phase.QUOTES, Phase.WORDS, Phase.CHECKS)
"""The phases that a set could be opened without."""
SMALLEST = 0.05
"""Seconds below which an exponent would tell of the clock and not of the work."""


class Clock:
    """Counts the seconds of every phase and check, as a watch of the work."""

    def __init__(self) -> None:
        self.seconds: defaultdict[str, float] = defaultdict(float)
        self._now = ""
        self._since = process_time()

    def step(self, phase: Phase, done: int, total: int) -> None:
        """Count what passed for the phase before."""
        del done, total
        if phase.value != self._now:
            self.count(phase.value)

    def found(self, finding: Finding) -> None:
        """Count nothing: findings take no time of their own."""

    def count(self, following: str) -> None:
        """Count the time since the last call, and go on to something else."""
        now = process_time()
        self.seconds[self._now] += now - self._since
        self._now, self._since = following, now

    def of(self, check: Check) -> Check:
        """Return a check whose own time is counted under its name."""

        def timed(context: Context) -> Iterator[Finding]:
            found = iter(check(context))
            while True:
                start = process_time()
                finding = next(found, None)
                self.seconds[f"  {check.__name__}"] += process_time() - start
                if finding is None:
                    return
                yield finding

        return timed


def plain_pass(folder: Path) -> float:
    """Read the texts of a set and fold each of their words once; return the seconds."""
    start = process_time()
    for file in folder.glob("*.txt"):
        words(fold(file.read_text(encoding="utf-8")).text)
    return process_time() - start


def measure(claims: int) -> Mapping[str, float]:
    """Grow a set, check and compile it; return the seconds of every step."""
    with TemporaryDirectory() as name:
        folder = Path(name) / "grown"
        folder.mkdir()
        os.environ["XDG_CACHE_HOME"] = os.environ["XDG_DATA_HOME"] = name
        grow(claims, folder)
        floor = min(plain_pass(folder) for _ in range(3))
        clock = Clock()
        with patch.object(run, "CHECKS", tuple(map(clock.of, CHECKS))):
            seek(str(folder)).compile(clock)
        clock.count("")
    return {FLOOR: floor, **{step: clock.seconds[step] for step in _steps(clock.seconds)}}


def _steps(seconds: Iterable[str]) -> Iterator[str]:
    """Yield the steps in the order in which they are taken, the checks below theirs."""
    for phase in Phase:
        yield phase.value
        if phase is Phase.CHECKS:
            yield from (step for step in seconds if step.startswith("  "))


def exponent(quarter: float, full: float) -> str:
    """Return by which power of the size a time grew, over two doublings."""
    return "" if full < SMALLEST or quarter <= 0 else f"{log2(full / quarter) / 2:.2f}"


def main() -> None:
    """Print a line for every step, and checking as a multiple of the plain pass."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("claims", nargs="?", type=int, default=CLAIMS)
    most = parser.parse_args().claims
    sizes = (most // 4, most // 2, most)
    columns = [measure(size) for size in sizes]
    titles = "".join(f"{size:>12,}" for size in sizes)
    sys.stdout.write(f"{'claims':30}{titles}   exponent\n")
    for step in columns[-1]:
        times = [column[step] for column in columns]
        shown = "".join(f"{seconds:10.2f} s" for seconds in times)
        sys.stdout.write(f"{step:30}{shown}{exponent(times[0], times[-1]):>11}\n")
    ratios = [sum(column[phase.value] for phase in CHECKING) / column[FLOOR] for column in columns]
    shown = "".join(f"{ratio:11.1f}×" for ratio in ratios)
    sys.stdout.write(f"{'checking, in plain passes':30}{shown}\n")


if __name__ == "__main__":
    main()
