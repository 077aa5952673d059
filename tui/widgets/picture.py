"""A picture made of text: spans on lines, some of which hold the cursor, and where arrows lead.

Plain values: what is in a picture is decided by whoever draws it (`tui/pictures/`).
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from enum import StrEnum
from types import MappingProxyType
from typing import Protocol

from rich.cells import cell_len

from scale_explorer.models.frozen import dataclass, field

from .cells import visible
from .lines import Span


class Way(StrEnum):
    """A direction in which the cursor moves."""

    UP = "up"
    DOWN = "down"
    LEFT = "left"
    RIGHT = "right"


@dataclass(frozen=True, slots=True)
class Area:
    """The cells from `left` up to `right` on the lines from `top` up to `bottom`."""

    top: int
    left: int
    bottom: int
    right: int

    def joined(self, other: Area) -> Area:
        """Return the least area that holds both."""
        return Area(
            min(self.top, other.top),
            min(self.left, other.left),
            max(self.bottom, other.bottom),
            max(self.right, other.right),
        )


Moves = Mapping[tuple[str, Way], str]
"""Where an arrow leads from a key."""

NO_MOVES: Moves = MappingProxyType({})


@dataclass(frozen=True, slots=True)
class Picture:
    """Lines of spans; all spans of one key are one thing that the cursor can be on.

    `moves` says where an arrow leads where that is not to the nearest thing that way, such as
    along an edge; `folds` which group it opens or closes instead of leading anywhere, as in a tree.
    `places` are those of all keys, where whoever draws knows them; lines may then be made when they
    are first looked at.
    """

    lines: Sequence[tuple[Span, ...]] = ()
    moves: Moves = field(default_factory=lambda: NO_MOVES)
    folds: Moves = field(default_factory=lambda: NO_MOVES)
    places: Mapping[str, Area] | None = None

    @property
    def text(self) -> str:
        """The picture without tones."""
        lines = ("".join(span.text for span in line).rstrip() for line in self.lines)
        return "\n".join(lines).rstrip("\n")


class Drawing(Protocol):
    """What can be drawn for any room; equal drawings look the same.

    Which keys it has must not depend on the room: what is folded away is for its maker to decide.
    """

    def draw(self, width: int, height: int) -> Picture:
        """Draw it within `width` cells; `height` is what is seen at once, and may be exceeded."""
        ...


def areas(picture: Picture) -> dict[str, Area]:
    """Return where each key stands, in reading order."""
    found = _found(picture) if picture.places is None else picture.places
    return dict(sorted(found.items(), key=lambda item: (item[1].top, item[1].left)))


def _found(picture: Picture) -> dict[str, Area]:
    found: dict[str, Area] = {}
    for key, area in _pieces(picture):
        found[key] = found[key].joined(area) if key in found else area
    return found


def _pieces(picture: Picture) -> Iterator[tuple[str, Area]]:
    for number, line in enumerate(picture.lines):
        cell = 0
        for span in line:
            start, cell = cell, cell + cell_len(visible(span.text))
            if span.key is not None:
                yield span.key, Area(number, start, number + 1, cell)


def led_to(moves: Moves, places: Mapping[str, Area], key: str, way: Way) -> str | None:
    """Return where an arrow leads from a key: as the picture says, else to what is nearest."""
    if (told := moves.get((key, way))) in places:
        return told
    here = places.get(key)
    if here is None:
        return None
    ahead = ((_distance(here, area, way), other) for other, area in places.items())
    return min(((far, other) for far, other in ahead if far is not None), default=(None, None))[1]


_ASIDE = 2
"""How much further a cell to the side counts than one ahead; a line is as high as two cells."""


def _distance(here: Area, there: Area, way: Way) -> int | None:
    """Return how far something is in a direction; None when it is not that way."""
    lines = {Way.UP: here.top - there.bottom, Way.DOWN: there.top - here.bottom}
    cells = {Way.LEFT: here.left - there.right, Way.RIGHT: there.left - here.right}
    ahead = lines.get(way, cells.get(way, 0))
    if ahead < 0:
        return None
    if way in lines:
        return ahead * 2 + _ASIDE * _gap(here.left, here.right, there.left, there.right)
    return ahead + _ASIDE * 2 * _gap(here.top, here.bottom, there.top, there.bottom)


def _gap(start: int, end: int, other_start: int, other_end: int) -> int:
    """Return the cells between two stretches; 0 where they overlap."""
    return max(0, other_start - end + 1, start - other_end + 1)
