"""Pictures as text for people, in the few colours that findings have too."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import TYPE_CHECKING

from ...diagnostic import Drawn, Piece, Role
from ...widgets.rows import Tone

if TYPE_CHECKING:
    from ...widgets.picture import Drawing, Picture

WIDTH, HEIGHT = 118, 38
"""Columns and rows that a picture has where nothing says how much room there is."""

_ROLES: Mapping[Tone, Role] = {
    Tone.STRONG: Role.MESSAGE,
    Tone.HEADING: Role.MESSAGE,
    Tone.DIM: Role.FRAME,
    Tone.ACCENT: Role.NOTE,
    Tone.WARN: Role.WARNING,
    Tone.BAD: Role.ERROR,
}


def painted(drawing: Drawing, width: int | None = None) -> Picture:
    """Return a picture as it stands in text of a width."""
    return drawing.draw(width or WIDTH, HEIGHT)


def painted_lines(drawing: Drawing, width: int | None) -> Iterator[Drawn]:
    """Yield the lines of a picture in roles."""
    for line in painted(drawing, width).lines:
        yield tuple(Piece(span.text, _ROLES.get(span.tone, Role.PLAIN)) for span in line)
