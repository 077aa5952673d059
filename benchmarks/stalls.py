"""How long the event loop stands still while keys are pressed, and why.

    python -m benchmarks.stalls [SET …] [--rounds 3]

Each SET is what `--data` takes; without any it is the bundled story. A heart beats on the loop,
once a millisecond; where it misses beats, something held the loop. Every step is taken in the app
on every set and, as a control, in a Textual app that does nothing with a key, in an order drawn by
lot. Prints for each step, in milliseconds, the longest gap between two beats, the most processor
time in one but for garbage, the most that went into collecting garbage, and the most that went into
questions to the store on the loop itself: the data's own part. Gaps without processor time are
those of other programs on the machine, or of a key that waits for an answer.
"""

from __future__ import annotations

import argparse
import asyncio
import gc
import os
import random
import tempfile
import threading
from collections import defaultdict
from collections.abc import Callable, Generator, Iterator, Mapping, Sequence
from contextlib import contextmanager, suppress
from dataclasses import dataclass, field
from functools import partial
from statistics import median
from time import perf_counter, thread_time
from typing import Any
from unittest.mock import patch

from textual.app import App

from scale_explorer.data.opening import open_store
from scale_explorer.data.store.connections import Connections
from scale_explorer.tui.app import ExplorerApp
from scale_explorer.tui.launch import Launch
from scale_explorer.tui.prepare import prepare

STEPS: Mapping[str, Sequence[str]] = {
    "move in Browse": ("1", *("down",) * 15),
    "page": ("pagedown",) * 6,
    "to the end and back": ("G", "g", "g"),
    "filter": ("slash", "a", "l", "backspace", "backspace", "s", "o", "l", "escape", "escape"),
    "follow": ("enter", *("down",) * 10),
    "filter a page": ("slash", "a", "n", "escape", "escape"),
    "why and back": ("w", "backspace"),
    "back": ("backspace", "1"),
}
"""What is done, in this order."""
BEAT = 0.001
SIZE = (120, 40)
CONTROL = "nothing"
"""What the app is called that does nothing."""


@dataclass(slots=True)
class Gap:
    """A time in which the loop stood still: milliseconds by the clock, and what they went into."""

    clock: float = 0.0
    processor: float = 0.0
    garbage: float = 0.0
    asking: float = 0.0


@dataclass(slots=True)
class Heart:
    """Beats on an event loop, and notes what was between two beats."""

    gaps: list[Gap] = field(default_factory=list[Gap])
    _garbage: float = 0.0
    _asking: float = 0.0
    _thread: int = 0

    async def beat(self) -> None:
        """Beat until the task is cancelled."""
        self._thread = threading.get_ident()
        while True:
            clock, processor = perf_counter(), thread_time()
            garbage, asking = self._garbage, self._asking
            await asyncio.sleep(BEAT)
            taken = (
                perf_counter() - clock - BEAT,
                thread_time() - processor,
                self._garbage - garbage,
                self._asking - asking,
            )
            self.gaps.append(Gap(*(1_000 * each for each in taken)))

    @contextmanager
    def felt(self) -> Generator[None]:
        """Note garbage that is collected, and what is asked of a store, on this thread."""
        select, begun = Connections.select, 0.0

        def collecting(phase: str, _: Mapping[str, int]) -> None:
            nonlocal begun
            if phase == "start":
                begun = thread_time()
            elif threading.get_ident() == self._thread:
                self._garbage += thread_time() - begun

        def asking(self_: Connections, sql: str, values: Mapping[str, object] | None = None) -> Any:
            start = thread_time()
            try:
                return select(self_, sql, values)
            finally:
                if threading.get_ident() == self._thread:
                    self._asking += thread_time() - start

        gc.callbacks.append(collecting)
        with patch.object(Connections, "select", asking):
            yield
        gc.callbacks.remove(collecting)


async def _walked(app: App[Any]) -> dict[str, Gap]:
    """Take every step in an app; return for each the most of everything that any gap held."""
    # What is loaded by now is never looked at for garbage, as when the program is started.
    gc.collect()
    gc.freeze()
    heart = Heart()
    found: dict[str, Gap] = {}
    with heart.felt():
        async with app.run_test(size=SIZE) as pilot:
            await pilot.pause()
            beating = asyncio.create_task(heart.beat())
            for step, keys in STEPS.items():
                heart.gaps.clear()
                for key in keys:
                    await pilot.press(key)
                    await asyncio.sleep(0.05)
                found[step] = Gap(
                    max(gap.clock for gap in heart.gaps),
                    max(gap.processor - gap.garbage for gap in heart.gaps),
                    max(gap.garbage for gap in heart.gaps),
                    max(gap.asking for gap in heart.gaps),
                )
            beating.cancel()
            with suppress(asyncio.CancelledError):
                await beating
    return found


def _apps(names: Sequence[str]) -> Iterator[tuple[str, Callable[[], dict[str, Gap]]]]:
    yield CONTROL, lambda: asyncio.run(_walked(App()))
    for name in names or ("the story",):
        yield name, partial(_explored, name if names else None)


def _explored(name: str | None) -> dict[str, Gap]:
    with open_store(name) as store:
        app = ExplorerApp(store, prepare(Launch(data=(name,) if name else ()), store))
        return asyncio.run(_walked(app))


def main() -> None:
    """Measure and print."""
    parser = argparse.ArgumentParser(prog="stalls")
    parser.add_argument("sets", nargs="*")
    parser.add_argument("--rounds", type=int, default=3)
    asked = parser.parse_args()
    with tempfile.TemporaryDirectory(prefix="stalls-") as folder:
        os.environ |= {f"XDG_{one}_HOME": folder for one in ("CACHE", "CONFIG", "DATA", "STATE")}
        apps = dict(_apps(asked.sets))
        taken: dict[tuple[str, str], list[Gap]] = defaultdict(list)
        for _ in range(asked.rounds):
            for name in random.sample(list(apps), len(apps)):
                for step, gap in apps[name]().items():
                    taken[step, name].append(gap)
    _tell(taken)


def _tell(taken: Mapping[tuple[str, str], Sequence[Gap]]) -> None:
    print(f"{'':<22}{'':<28}{'longest':>9}{'processor':>11}{'garbage':>9}{'asking':>8}  ms")
    for (step, name), gaps in taken.items():
        told = (median(getattr(gap, one) for gap in gaps) for one in Gap.__dataclass_fields__)
        clock, processor, garbage, asking = told
        print(f"{step:<22}{name[-26:]:<28}{clock:9.1f}{processor:11.1f}{garbage:9.1f}{asking:8.1f}")


if __name__ == "__main__":
    main()
