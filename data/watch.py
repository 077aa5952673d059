"""Watching work that takes long: how far it is, what it has found, and a way to stop it."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping
from enum import StrEnum
from typing import Final, Protocol, TypeVar

from scale_explorer.models.frozen import dataclass

from .finding import Finding

EVERY = 64
"""Things that are done between two steps at most: few to wait for, many for what a step costs."""

ItemT = TypeVar("ItemT")


class Phase(StrEnum):
    """What is being done, in words for people, in the order in which it is done."""

    FILES = "Reading files"
    RECORDS = "Reading records"
    QUOTES = "Looking for quotes"
    WORDS = "Checking numbers and names"
    CHECKS = "Checking"
    PAGES = "Writing pages"
    STORING = "Storing pages"
    INDEXES = "Indexing words"
    IMPORTING = "Importing"
    """Of files that are streamed: its steps are bytes."""
    BUILDING = "Building the index"
    """Of what was streamed: its steps are about as long as each other."""
    AGAIN = "Reading lines that are left out"
    """Of files that are streamed once more: its steps are bytes, too."""


_WEIGHTS: Mapping[Phase, int] = {
    Phase.FILES: 2,
    Phase.RECORDS: 18,
    Phase.QUOTES: 8,
    Phase.WORDS: 10,
    Phase.CHECKS: 6,
    Phase.PAGES: 22,
    Phase.STORING: 30,
    Phase.INDEXES: 4,
}
"""How long the phases take in a large set, of a hundred; `benchmarks/checking.py` measures it."""

OPENING: Final = tuple(_WEIGHTS)
"""The phases of opening a set, in order."""


@dataclass(frozen=True, slots=True)
class Progress:
    """How far the work is: so many of so many things in a phase, and the findings so far."""

    phase: Phase = Phase.FILES
    done: int = 0
    total: int = 0
    findings: int = 0

    @property
    def percent(self) -> int:
        """How much of the phase is done, of 100; nothing to do counts as nothing done."""
        return 100 * self.done // self.total if self.total else 0

    @property
    def share(self) -> float:
        """How much of all the work is done, of 1, as far as can be told."""
        before = 0
        for phase, weight in _WEIGHTS.items():
            if phase is self.phase:
                return (before + weight * self.percent / 100) / sum(_WEIGHTS.values())
            before += weight
        return 0.0


class StoppedError(Exception):
    """What a watch raises to stop the work that it watches."""


class Watch(Protocol):
    """Somebody who is told how work goes. Whatever it raises ends the work, and nothing is kept."""

    def step(self, phase: Phase, done: int, total: int) -> None:
        """Hear that so many of so many things are done."""

    def found(self, finding: Finding) -> None:
        """Hear of a finding at once, in the order in which they are found."""


class Silent:
    """Watches nothing."""

    def step(self, phase: Phase, done: int, total: int) -> None:
        """Ignore it."""

    def found(self, finding: Finding) -> None:
        """Ignore it."""


SILENT = Silent()


def over(items: Collection[ItemT], phase: Phase, watch: Watch) -> Iterator[ItemT]:
    """Yield the items, and tell now and then how many of them are done."""
    total = len(items)
    every = min(EVERY, max(1, total // 100))
    for done, item in enumerate(items):
        if done % every == 0:
            watch.step(phase, done, total)
        yield item
    watch.step(phase, total, total)


def told(findings: Iterable[Finding], watch: Watch) -> Iterator[Finding]:
    """Yield the findings, and tell each."""
    for finding in findings:
        watch.found(finding)
        yield finding
