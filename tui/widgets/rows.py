"""What a row of a list is: plain values, ready to draw, free of any markup."""

from __future__ import annotations

from enum import StrEnum
from typing import Literal, TypeAlias

from scale_explorer.models.frozen import dataclass


class Tone(StrEnum):
    """What a piece of text means; the theme decides how that looks."""

    PLAIN = "plain"
    STRONG = "strong"
    DIM = "dim"
    ACCENT = "accent"
    GOOD = "good"
    WARN = "warn"
    BAD = "bad"
    HEADING = "heading"
    QUOTE = "quote"
    SELECTED = "selected"


Align = Literal["left", "right", "decimal"]
"""Where a cell's text stands in its column; `decimal` lines up the points of its numbers."""

Highlights: TypeAlias = tuple[tuple[int, int], ...]
"""Stretches of a text that show what was looked for, in code points: start and end of each."""

Kind = Literal["item", "heading"]
"""Items stand in columns, headings run over the whole width."""


@dataclass(frozen=True, slots=True)
class Cell:
    """A piece of text in a row.

    A text that spills runs on over the empty cells to its right, and does not widen its column.
    """

    text: str = ""
    tone: Tone = Tone.PLAIN
    align: Align = "left"
    highlights: Highlights = ()
    spills: bool = False


@dataclass(frozen=True, slots=True)
class Column:
    """How wide a column may be, in terminal cells.

    A column is as wide as its content, within min and max. One with flex takes a share of spare
    room, and when room is short it shrinks as far as min. When even that is too wide, the column
    of lowest priority is left out; of equals, the rightmost.
    """

    min: int = 1
    max: int | None = None
    flex: int = 0
    priority: int = 0


@dataclass(frozen=True, slots=True)
class Row:
    """One line of a list; a row without a key cannot hold the cursor."""

    key: str | None
    cells: tuple[Cell, ...] = ()
    depth: int = 0
    kind: Kind = "item"
