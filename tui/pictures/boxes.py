"""Boxes that hold names: what stands in them, how wide they are, and how they are drawn.

A box stands for one type and direction of ties, and has a line for each of them.
"""

from __future__ import annotations

from functools import lru_cache

from rich.cells import cell_len

from scale_explorer.models.frozen import dataclass

from ..standing import mark_of
from ..widgets.cells import clip, cut, visible
from ..widgets.picture import Area
from ..widgets.rows import Tone
from .grid import Grid, Pen, Point

WIDEST = 44
"""Cells that a box takes at most, its frame included."""
NARROWEST = 22
_FRAME = 4
"""Cells of a line in a box that its sides and the blanks beside them take."""
_GAP = 2


@dataclass(frozen=True, slots=True)
class Entry:
    """A line of a box: one tie, or with `folds` what opens and closes the rest of the group.

    The `verb` reads from the tie's subject to its object. A `dashed` tie was inferred.
    """

    key: str
    name: str
    verb: str = ""
    amount: str = ""
    state: str = ""
    dashed: bool = False
    folds: bool = False

    @property
    def detail(self) -> str:
        """What stands beside the name: the amount, the status, or both."""
        state = f"{mark_of(self.state).sign} {self.state}" if self.state else ""
        return "  ".join(filter(None, (self.amount, state)))

    @property
    def tone(self) -> Tone:
        """How the detail looks."""
        return mark_of(self.state).tone if self.state else Tone.STRONG

    @property
    def width(self) -> int:
        """The cells that it takes in one line."""
        name = cell_len(visible(self.name))
        return name + (_GAP + cell_len(self.detail) if self.detail else 0)


@dataclass(frozen=True, slots=True)
class Group:
    """The ties of one type and direction; `count` of them there are, shown or not.

    The `heading` says what its entries are, the `phrase` how their type reads.
    """

    heading: str
    phrase: str
    outward: bool
    count: int
    entries: tuple[Entry, ...]

    def height(self, width: int) -> int:
        """Return the lines that its box takes when it is `width` cells wide."""
        return sum(len(_lines(entry, width - _FRAME)) for entry in self.entries) + 2

    def title(self, *, verbs: bool) -> str:
        """Say in the frame what the entries are, or how they are tied where no line says it."""
        count = f" ({self.count:,})" if self.count > 1 else ""
        if verbs:
            return f"{self.heading}{count}"
        found = {entry.verb for entry in self.entries if not entry.folds}
        return f"{found.pop() if len(found) == 1 else self.phrase}{count}"

    def width(self, *, verbs: bool) -> int:
        """Return the cells that its box needs to hold everything whole, within bounds."""
        inside = max((entry.width for entry in self.entries), default=0)
        wanted = max(inside + _FRAME, cell_len(self.title(verbs=verbs)) + _FRAME + 1)
        return min(WIDEST, max(NARROWEST, wanted))


def draw_group(grid: Grid, group: Group, area: Area, *, verbs: bool) -> dict[str, int]:
    """Draw the box of a group with its entries; return the row at which each begins."""
    grid.box(area, Pen(Tone.DIM))
    title = Point(area.top, area.left + 2)
    room = area.right - area.left - _FRAME
    grid.write(title, f" {group.title(verbs=verbs)} ", Pen(Tone.HEADING), room)
    rows: dict[str, int] = {}
    row = area.top + 1
    for entry in group.entries:
        rows[entry.key] = row
        row += _draw_entry(grid, entry, row, area)
    return rows


def _draw_entry(grid: Grid, entry: Entry, row: int, box: Area) -> int:
    """Draw an entry between the sides of its box; return how many lines it took."""
    lines = _lines(entry, box.right - box.left - _FRAME)
    grid.fill(Area(row, box.left + 1, row + len(lines), box.right - 1), Pen(key=entry.key))
    pen = Pen(Tone.DIM if entry.folds else Tone.PLAIN, entry.key)
    for place, (name, detail, tone) in enumerate(lines):
        grid.write(Point(row + place, box.left + 2), name, pen)
        end = Point(row + place, box.right - 2 - cell_len(detail))
        grid.write(end, detail, Pen(tone, entry.key))
    return len(lines)


_Line = tuple[str, str, Tone]
"""A name or a part of it, and what stands beside it at the right in a tone."""


@lru_cache(maxsize=4096)
def _lines(entry: Entry, room: int) -> tuple[_Line, ...]:
    """Set an entry in one line, or in as many as its name and its details need.

    A name has two lines at most; what does not fit into them is cut.
    """
    name, detail = visible(entry.name), entry.detail
    if entry.width <= room:
        return ((name, detail, entry.tone),)
    first, rest = _broken(name, room)
    plain = (first, "", Tone.PLAIN)
    beside = room - cell_len(detail) - _GAP
    if cell_len(rest) <= beside:
        return plain, (rest, detail, entry.tone)
    second = (plain, (clip(rest, room), "", Tone.PLAIN)) if rest else (plain,)
    return (*second, ("", clip(detail, room), entry.tone)) if detail else second


def _broken(name: str, room: int) -> tuple[str, str]:
    """Break a name where its first line ends: between words, if one of them fits."""
    if cell_len(name) <= room:
        return name, ""
    end = cut(name, room)
    at_blank = name.rfind(" ", 1, end + 1)
    end = at_blank if at_blank > 0 else end
    return name[:end].rstrip(), name[end:].lstrip()
