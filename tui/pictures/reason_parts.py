"""What a chain of reasons is drawn from: boxes of text, and the links between them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from functools import lru_cache
from itertools import pairwise

from rich.cells import cell_len

from scale_explorer.models.frozen import dataclass

from ..widgets.cells import clip
from ..widgets.picture import Area, Way
from ..widgets.rows import Tone
from ..widgets.wrap import breaks
from .grid import Grid, Pen, Point

MOST_LINES, MOST_NARROW_LINES = 4, 6
"""Lines of a title, and those where they hold less than `NARROW` cells."""
NARROW = 22

CAUSES, EFFECTS = "Because", "What follows"


@dataclass(frozen=True, slots=True)
class Box:
    """A record by its title and what is told of it besides; or a folded group, which has no frame.

    Those that the chain starts at are drawn `heavy`.
    """

    key: str
    title: str
    details: tuple[str, ...] = ()
    tone: Tone = Tone.DIM
    heavy: bool = False
    framed: bool = True

    def lines(self, width: int) -> tuple[tuple[str, Tone], ...]:
        """Return its text in lines of at most `width` cells."""
        return _lines(self, width)

    @property
    def widest(self) -> int:
        """The cells that it would take in one line."""
        return max(cell_len(self.title), cell_len(_DOT.join(self.details)))


@lru_cache(maxsize=1024)
def _lines(box: Box, width: int) -> tuple[tuple[str, Tone], ...]:
    if not box.framed:
        return ((clip(box.title, width), Tone.DIM),)
    tone = Tone.STRONG if box.heavy else Tone.PLAIN
    titles = ((line, tone) for line in wrapped(box.title, width))
    told = joined(box.details, width)
    details = ((line, box.tone) for part in told for line in wrapped(part, width))
    return (*titles, *details)


@dataclass(frozen=True, slots=True)
class Tie:
    """A link from a cause to its effect, by the keys of their boxes; one of a group has no key."""

    key: str | None
    cause: str
    effect: str
    words: str = ""
    inferred: bool = False

    @property
    def pen(self) -> Pen:
        """How it is drawn where it is alone."""
        return Pen(Tone.DIM if self.inferred else Tone.PLAIN, self.key, self.inferred)

    @property
    def shared_pen(self) -> Pen:
        """How it is drawn where others may run along."""
        return Pen(Tone.DIM, None, self.inferred)


def wrapped(text: str, width: int) -> tuple[str, ...]:
    """Break a text into at most `MOST_LINES` lines, the last of which ends in `…` if it is cut."""
    flat = " ".join(text.split())
    rows = breaks(flat, width)
    most = MOST_LINES if width >= NARROW else MOST_NARROW_LINES
    if len(rows) <= most:
        return tuple(flat[start:end] for start, end in rows)
    kept = rows[: most - 1]
    rest = flat[rows[most - 1][0] :]
    return (*(flat[start:end] for start, end in kept), clip(rest, width))


_DOT = " · "


def joined(parts: Iterable[str], width: int) -> Iterator[str]:
    """Yield parts behind each other, as many in a line as it holds."""
    line = ""
    for part in parts:
        longer = f"{line}{_DOT}{part}" if line else part
        if line and cell_len(longer) > width:
            yield line
            longer = part
        line = longer
    if line:
        yield line


def draw_box(grid: Grid, box: Box, area: Area) -> None:
    """Draw a box over an area, frame included."""
    lines = box.lines(area.right - area.left - FRAME)
    if not box.framed:
        grid.write(Point(area.top, area.left + 1), lines[0][0], Pen(Tone.DIM, box.key))
        return
    if box.heavy:
        grid.fill(area, Pen(Tone.PLAIN, box.key))
        _heavy_frame(grid, area, Pen(Tone.ACCENT, box.key))
    else:
        grid.box(area, Pen(Tone.DIM, box.key))
    for number, (text, tone) in enumerate(lines):
        grid.write(Point(area.top + 1 + number, area.left + 2), text, Pen(tone, box.key))


def _heavy_frame(grid: Grid, area: Area, pen: Pen) -> None:
    across = "━" * (area.right - area.left - 2)
    grid.write(Point(area.top, area.left), f"┏{across}┓", pen)
    grid.write(Point(area.bottom - 1, area.left), f"┗{across}┛", pen)
    for row in range(area.top + 1, area.bottom - 1):
        grid.write(Point(row, area.left), "┃", pen)
        grid.write(Point(row, area.right - 1), "┃", pen)


def label(grid: Grid, tie: Tie, at: Point, end: int) -> None:
    """Draw the last stretch of a link, from a cell to the head right before the cell `end`."""
    grid.arrow((at, Point(at.row, end - 1)), tie.pen)
    words(grid, tie, at)


def words(grid: Grid, tie: Tie, at: Point) -> None:
    """Write the words of a link over its line, which begins at a cell."""
    if tie.words:
        grid.write(Point(at.row, at.cell + 1), f" {tie.words} ", tie.pen)


FRAME = 4
"""Cells of a frame with the blanks inside it."""
HEADS = 4
"""Cells that the last stretch of a link takes beside its words."""

Moves = dict[tuple[str, Way], str]


def along(ties: Iterable[Tie], row_of: Mapping[str, int]) -> Moves:
    """Return the moves along links: to the right to effects, to the left to causes.

    `row_of` has the row of each link; from a box one comes to the link of it that is highest.
    """
    moves: Moves = {}
    for tie in sorted(ties, key=lambda tie: row_of.get(tie.key or "", 0)):
        here = tie.key
        if here is None:
            moves.setdefault((tie.cause, Way.RIGHT), tie.effect)
            moves.setdefault((tie.effect, Way.LEFT), tie.cause)
        else:
            moves[here, Way.LEFT], moves[here, Way.RIGHT] = tie.cause, tie.effect
            moves.setdefault((tie.cause, Way.RIGHT), here)
            moves.setdefault((tie.effect, Way.LEFT), here)
    return moves


def up_and_down(keys: Iterable[str]) -> Moves:
    """Return the moves between things that stand below each other."""
    moves: Moves = {}
    for upper, lower in pairwise(keys):
        moves[upper, Way.DOWN], moves[lower, Way.UP] = lower, upper
    return moves
