"""Textual's updates of the screen as pieces of lines, before they become escape sequences.

Reads private classes of Textual: `terminal/private.py` lists them.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from rich.segment import Segment
from textual._compositor import ChopsUpdate, CompositorUpdate, LayoutUpdate

Piece = tuple[int, int, Iterable[Segment]]
"""Column, line, and the segments that begin there."""


def pieces_of(update: CompositorUpdate) -> Iterator[Piece]:
    """Return what an update draws; raises TypeError for one of a kind that is not known here."""
    match update:
        case ChopsUpdate():
            return _chops(update)
        case LayoutUpdate():
            return _layout(update)
        case _:
            raise TypeError(f"{type(update).__name__} is no update of a whole screen")


def _layout(update: LayoutUpdate) -> Iterator[Piece]:
    for y, line in enumerate(update.strips, update.region.y):
        x = update.region.x
        for strip in line:
            yield x, y, strip
            x += strip.cell_length


def _chops(update: ChopsUpdate) -> Iterator[Piece]:
    """Return the strips that overlap the spans to be drawn, each cut off where its span ends."""
    for y, start, stop in update.spans:
        for end, (x, strip) in zip(update.chop_ends[y], update.chops[y].items(), strict=False):
            if strip is not None and x <= stop and end > start:
                inside = start <= x < stop and end <= stop
                yield x, y, strip if inside else strip.crop(0, min(end, stop) - x)
