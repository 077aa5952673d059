"""A chain of reasons as a drawing: from left to right where it fits, else from top to bottom."""

from __future__ import annotations

from collections.abc import Iterable
from functools import lru_cache

from scale_explorer.data.exploring.layering import Layers, Web, downwards, has_circle, layers
from scale_explorer.models.frozen import dataclass

from ..widgets.picture import Picture
from .reason_parts import Box, Tie
from .reasons_across import Across
from .reasons_down import Down


@dataclass(frozen=True, slots=True)
class ReasonsDrawing:
    """Boxes and links with their places among each other, whatever room there is.

    A chain that goes in a circle has no `layers`, and is drawn downwards. `start` is the key of the
    record that was asked about, where it is the only start; it is `uncaused` where no cause of it
    is known, which is said in its place.
    """

    boxes: tuple[Box, ...]
    ties: tuple[Tie, ...]
    order: tuple[str, ...]
    layers: Layers | None
    start: str | None
    uncaused: bool = False

    def draw(self, width: int, height: int) -> Picture:
        """Draw it within `width` cells, as high as it comes to be."""
        del height
        return _drawn(self, width)


@lru_cache(maxsize=8)
def _drawn(what: ReasonsDrawing, width: int) -> Picture:
    """Draw once for each width that is being tried; answering an arrow key draws nothing."""
    boxes = {box.key: box for box in what.boxes}
    across = None
    if what.layers is not None:
        across = Across(boxes, what.layers, what.ties, what.start, what.uncaused).draw(width)
    return across or Down(boxes, what.order, what.ties, what.start, what.uncaused).draw(width)


def arranged(
    boxes: Iterable[Box], ties: Iterable[Tie], starts: Iterable[str], *, uncaused: bool = False
) -> ReasonsDrawing:
    """Find the places of boxes and links; `starts` are the keys from which all is seen."""
    known, links, begun = tuple(boxes), tuple(ties), tuple(starts)
    edges = dict.fromkeys((tie.cause, tie.effect) for tie in links)
    web = Web(begun, tuple(box.key for box in known), tuple(edges))
    return ReasonsDrawing(
        known,
        links,
        downwards(web),
        None if has_circle(web) else layers(web),
        begun[0] if len(begun) == 1 else None,
        uncaused,
    )
