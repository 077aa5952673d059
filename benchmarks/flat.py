"""What a key costs in a set of twelve records and in one of millions: it should be the same.

    python -m benchmarks.flat SET [SET …] [--rounds 3] [--size 120x40]

Each SET is what `--data` takes; the first is what the others are set against, and is measured twice
a round: the second time is the control, which shows what is noise. Each round starts the app anew
in a pseudo-terminal, in an order drawn by lot, and does the same in each: down and pages in Browse,
its end and beginning, letters of a filter, a record followed, its page, its end, and back. Prints,
for each step, milliseconds from the key to the last byte, processor time and bytes, and all of them
as multiples of the first set.
"""

from __future__ import annotations

import argparse
import os
import random
import sys
import tempfile
from collections import defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from statistics import median

from benchmarks.wire.program import Program

END, HOME = "\x1b[F", "\x1b[H"
STEPS: Mapping[str, tuple[str, ...]] = {
    "to Browse": ("1",),
    "down": ("down",) * 10,
    "page down": ("pagedown",) * 5,
    "end": (END,),
    "beginning": (HOME,),
    "filter letter": ("/", "a", "l", "e"),
    "filter off": ("escape", "escape"),
    "follow": ("down", "down", "enter"),
    "down on a page": ("down",) * 5,
    "end of a page": (END,),
    "back": ("backspace",),
}
"""What is done, in this order; a step's cost is the mean of its keys'."""


@dataclass(frozen=True, slots=True)
class Taken:
    """What a key of a step took: milliseconds until it was shown, of processor, and bytes."""

    shown: float
    processor: float
    sent: float


def main() -> None:
    """Measure and print."""
    parser = argparse.ArgumentParser(prog="flat")
    parser.add_argument("sets", nargs="+")
    parser.add_argument("--rounds", type=int, default=3)
    parser.add_argument("--size", default="120x40")
    asked = parser.parse_args()
    columns, _, rows = asked.size.partition("x")
    first, *others = asked.sets
    names = [first, "control", *others]
    taken: dict[str, dict[str, list[Taken]]] = defaultdict(lambda: defaultdict(list))
    for _ in range(asked.rounds):
        for name in random.sample(names, len(names)):
            data = first if name == "control" else name
            for step, cost in _walked(data, (int(columns), int(rows))):
                taken[step][name].append(cost)
    for name in names[1:]:
        _tell(name, first, taken)


def _walked(data: str, size: tuple[int, int]) -> Iterator[tuple[str, Taken]]:
    with tempfile.TemporaryDirectory(prefix="flat-") as folder:
        places = {f"XDG_{one}_HOME": folder for one in ("CACHE", "CONFIG", "DATA", "STATE")}
        environment = {**os.environ, **places, "TERM": "xterm-256color"}
        command = (str(Path(sys.executable).with_name("scale-explorer")), "--data", data)
        with Program(command, size, environment) as warming:
            warming.first_shown("1 Browse")  # what must be compiled is then
        with Program(command, size, environment) as program:
            start = program.first_shown("1 Browse")
            used = program.processor_seconds
            yield "start", Taken(1_000 * start.seconds, 1_000 * used, start.sent)
            program.idle(2.0)  # what is begun after the first screen has begun by then
            for step, keys in STEPS.items():
                yield step, _pressed(program, keys)
            yield "megabytes", Taken(program.memory[0] / 2**20, program.memory[0] / 2**20, 1)


def _pressed(program: Program, keys: tuple[str, ...]) -> Taken:
    before = program.processor_seconds
    costs = [program.press(key) for key in keys]
    used = 1_000 * (program.processor_seconds - before)
    count = len(keys)
    shown = 1_000 * sum(cost.seconds for cost in costs)
    return Taken(shown / count, used / count, sum(cost.sent for cost in costs) / count)


def _tell(name: str, first: str, taken: Mapping[str, Mapping[str, list[Taken]]]) -> None:
    print(f"\n{name} beside {first}")
    print(f"{'':<18}{'shown ms':>10}{'×':>7}{'processor ms':>14}{'×':>7}{'bytes':>9}{'×':>7}")
    for step, by_name in taken.items():
        here, there = by_name[name], by_name[first]
        cells = [f"{step:<18}"]
        for what, width in (("shown", 10), ("processor", 14), ("sent", 9)):
            ours = median(getattr(each, what) for each in here)
            theirs = median(getattr(each, what) for each in there)
            cells.append(f"{ours:>{width},.1f}{ours / theirs if theirs else 1:>7.2f}")
        print("".join(cells))


if __name__ == "__main__":
    main()
