"""What is done in a program while it is watched, and what that may cost at most."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import cycle, islice
from statistics import mean, median

from .program import Cost, Program

AT_REST = "a move at rest"
HELD = "a move while the key is held"
HELD_MEAN = "the same, mean"
SCROLLING = "the same, over a whole list"
FOLLOW = "follow a relationship"
START = "start to rest"
IDLE = "idle for 10 s"
BACK = "go back"
PAGE = "page down and up"
TAB = "tab to the next pane"
HELP = "the help"
GO_TO = "the go-to box"
FILTER = "begin a filter"
LETTER = "a letter of a filter"
TARGETS = {
    START: 15_000, HELD: 1_000, HELD_MEAN: 1_000, SCROLLING: 1_000, AT_REST: 3_000,
    FOLLOW: 6_000, BACK: 6_000, PAGE: 3_000, TAB: 4_000, FILTER: 3_000, LETTER: 1_500, IDLE: 0,
    **{f"{does} {box}": 8_000 for does in ("open", "close") for box in (HELP, GO_TO)},
}  # fmt: skip
"""Bytes that each may cost at 80 by 24 in truecolour with all panes linked."""

RATE = 30
"""Key presses a second of a held key."""
HELD_SECONDS = 2.0
ROWS = 6
"""Rows by which a held key moves before it turns round: so many stand in the smallest window."""
IDLE_SECONDS = 10.0
MOVES = ("down",) * 4 + ("up",) + ("down",) * 3 + ("up",) * 2


@dataclass(frozen=True, slots=True)
class Measured:
    """What one action cost: medians over several times, and the seconds of the processor."""

    action: str
    sent: float
    cells: float = 0
    seconds: float = 0
    processor: float | None = None

    @property
    def per_cell(self) -> float:
        """Bytes for each changed cell, which nothing can do without."""
        return self.sent / self.cells if self.cells else 0.0


def medians(action: str, costs: Sequence[Cost]) -> Measured:
    """Take the medians of what an action cost at several times."""
    return Measured(
        action,
        median(cost.sent for cost in costs),
        median(cost.cells for cost in costs),
        median(cost.seconds for cost in costs),
    )


def moving(program: Program) -> Iterator[Measured]:
    """Move in a list in every way; the cursor is on the first row."""
    yield medians(AT_REST, [program.press(key) for key in MOVES])
    program.press(*["up"] * len(MOVES))
    yield from _held(program, ("down",) * ROWS + ("up",) * ROWS, (HELD, HELD_MEAN))
    yield medians(PAGE, [program.press(k) for k in ("pagedown", "pageup") * 2])


def scrolling(program: Program) -> Iterator[Measured]:
    """Hold a key in a list that is longer than its window."""
    yield from _held(program, ("down",) * 30 + ("up",) * 30, (SCROLLING,))


def _held(program: Program, keys: Sequence[str], names: Sequence[str]) -> Iterator[Measured]:
    count = int(RATE * HELD_SECONDS)
    used = program.processor_seconds
    costs = program.hold(list(islice(cycle(keys), count)), 1 / RATE)
    used = (program.processor_seconds - used) / count
    middle = medians(names[0], costs)
    yield Measured(names[0], middle.sent, middle.cells, middle.seconds, used)
    for name in names[1:]:
        yield Measured(name, mean(c.sent for c in costs), mean(c.cells for c in costs))
    program.rest()


def travelling(program: Program) -> Iterator[Measured]:
    """Follow claims and go back, type a filter, open pop-ups and go through the panes."""
    there: list[Cost] = []
    back: list[Cost] = []
    for _ in range(4):
        there.append(program.press("enter"))
        back.append(program.press("backspace"))
        program.press("down")
    yield medians(FOLLOW, there)
    yield medians(BACK, back)
    yield medians(TAB, [program.press("tab") for _ in range(8)])
    yield from _popped_up(program, HELP, "?")
    yield from _popped_up(program, GO_TO, ":")
    yield medians(FILTER, [program.press("/")])
    yield medians(LETTER, [program.press(letter) for letter in "goog"])
    program.press("escape")
    sent, share = program.idle(IDLE_SECONDS)
    yield Measured(IDLE, sent, processor=share * IDLE_SECONDS)


def _popped_up(program: Program, name: str, key: str) -> Iterator[Measured]:
    opened: list[Cost] = []
    closed: list[Cost] = []
    for _ in range(3):
        opened.append(program.press(key))
        closed.append(program.press("escape"))
    yield medians(f"open {name}", opened)
    yield medians(f"close {name}", closed)
