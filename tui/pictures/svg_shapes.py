"""Signs that are drawn and not written: lines, arrow heads and blocks, which no font can break.

What a line looks like is read from its name in Unicode, so all box-drawing signs but diagonals are
covered.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator
from functools import cache
from itertools import chain

from scale_explorer.models.frozen import dataclass

CELL = 8.4
"""Width of a cell in units of the picture, at which a font of 14 stands."""
LINE = 18
"""Height of a line; what is drawn in one cell joins up with what is drawn below it."""
_X, _Y = CELL / 2, LINE / 2
_BEND = 4
_HEAD = 4
_SIDES = {"VERTICAL": ("UP", "DOWN"), "HORIZONTAL": ("LEFT", "RIGHT")}
ACROSS = f"m0 {_Y:g}h{CELL:g}"
"""The path from side to side; several in a row are one line."""
_STRAIGHT = {
    frozenset({"LEFT", "RIGHT"}): ACROSS,
    frozenset({"UP", "DOWN"}): f"m{_X:g} 0v{LINE}",
    frozenset({"LEFT"}): f"m0 {_Y:g}h{_X:g}",
    frozenset({"RIGHT"}): f"m{_X:g} {_Y:g}h{_X:g}",
    frozenset({"UP"}): f"m{_X:g} 0v{_Y:g}",
    frozenset({"DOWN"}): f"m{_X:g} {_Y:g}v{_Y:g}",
}
_ARCS = {
    ("UP", "RIGHT"): (1, -1), ("DOWN", "RIGHT"): (1, 1),
    ("UP", "LEFT"): (-1, -1), ("DOWN", "LEFT"): (-1, 1),
}  # fmt: skip
"""Whether a bend goes right or left, and down or up."""
_HEADS = {
    "►": f"m0 {_Y - _HEAD:g}l{CELL:g} {_HEAD}l-{CELL:g} {_HEAD}z",
    "◄": f"m{CELL:g} {_Y - _HEAD:g}l-{CELL:g} {_HEAD}l{CELL:g} {_HEAD}z",
    "▲": f"m{_X - _HEAD:g} {_Y + _HEAD:g}l{_HEAD} -{2 * _HEAD}l{_HEAD} {2 * _HEAD}z",
    "▼": f"m{_X - _HEAD:g} {_Y - _HEAD:g}l{_HEAD} {2 * _HEAD}l{_HEAD} -{2 * _HEAD}z",
}
_SHADES = {"░": 0.25, "▒": 0.5, "▓": 0.75, "█": 1}
_INSET = 1 / 6
"""The part of a line left free above and below a bar, so that bars below each other stay apart."""
_DOT = "●"
_RADIUS = 3.2
_BLOCKS = 0x2580
_EIGHTHS = 8


@dataclass(frozen=True, slots=True)
class Shape:
    """A path (https://www.w3.org/TR/SVG11/paths.html), relative to the upper left of its cell.

    It is drawn as a line, which may be `dashed` or `heavy`, or else `filled`; a `shade` of 1 is
    opaque.
    """

    path: str
    filled: bool = False
    dashed: bool = False
    heavy: bool = False
    shade: float = 1


@cache
def shapes_of(sign: str) -> tuple[Shape, ...]:
    """Return what a sign is drawn as; nothing for one that is written."""
    if sign in _HEADS:
        return (Shape(_HEADS[sign], filled=True),)
    if sign in _SHADES:
        bar = _part(0, _INSET, 1, 1 - 2 * _INSET)
        return (Shape(bar, filled=True, shade=_SHADES[sign]),)
    if "\u2580" <= sign <= "\u2590":
        return (Shape(_block(ord(sign) - _BLOCKS), filled=True),)
    if "\u2500" <= sign <= "\u257f":
        return tuple(_lines(unicodedata.name(sign).removeprefix("BOX DRAWINGS ")))
    return ()


def shapes_at(text: str, place: int) -> tuple[Shape, ...]:
    """Return what the sign at a place in a text is drawn as: a dot on a bar stands on the bar."""
    sign = text[place]
    if sign != _DOT:
        return shapes_of(sign)
    beside = {text[place - 1] if place else "", text[place + 1 : place + 2]}
    if beside.isdisjoint(_SHADES):
        return ()
    return (*(shapes_of(_MAYBE) if _MAYBE in beside else ()), _dot())


_MAYBE = "░"


@cache
def _dot() -> Shape:
    across = 2 * _RADIUS
    left = f"m{_X - _RADIUS:g} {_Y:g}"
    round_ = f"a{_RADIUS:g} {_RADIUS:g} 0 1 0 {{0:g}} 0".format
    return Shape(f"{left}{round_(across)}{round_(-across)}z", filled=True)


def _block(place: int) -> str:
    """Return a block by its place: the upper half, lower eighths, left eighths, the right half."""
    if place == 0:
        return _part(0, 0, 1, 0.5)
    if place <= _EIGHTHS:
        return _part(0, 1 - place / _EIGHTHS, 1, place / _EIGHTHS)
    if place < 2 * _EIGHTHS:
        return _part(0, 0, (2 * _EIGHTHS - place) / _EIGHTHS, 1)
    return _part(0.5, 0, 0.5, 1)


def _part(left: float, top: float, width: float, height: float) -> str:
    """Return a part of a cell, whose sides are 1."""
    across, down = width * CELL, height * LINE
    return f"m{left * CELL:g} {top * LINE:g}h{across:g}v{down:g}h-{across:g}z"


def _lines(name: str) -> Iterator[Shape]:
    """Yield the lines that a name tells, such as `VERTICAL HEAVY AND RIGHT LIGHT`."""
    dashed = "DASH" in name
    for count in ("DOUBLE", "TRIPLE", "QUADRUPLE"):
        name = name.replace(f"{count} DASH ", "")
    weight, _, rest = name.partition(" ")
    if rest.startswith("ARC "):
        yield Shape(_arc(rest.removeprefix("ARC ")))
        return
    arms = tuple(_arms(rest if weight in {"LIGHT", "HEAVY", "DOUBLE"} else name, weight))
    for heavy in (False, True):
        sides = [side for side, is_heavy in arms if is_heavy is heavy]
        for path in _paths(sides):
            yield Shape(path, dashed=dashed, heavy=heavy)


def _arms(name: str, usual: str) -> Iterator[tuple[str, bool]]:
    """Yield the sides that lines lead to, and whether they are heavy; double ones count as such."""
    for part in name.split(" AND "):
        words = part.split()
        weight = next((word for word in words if word in {"LIGHT", "HEAVY"}), usual)
        sides = chain.from_iterable(_SIDES.get(word, (word,)) for word in words)
        for side in sides:
            if side in {"UP", "DOWN", "LEFT", "RIGHT"}:
                yield side, weight not in {"LIGHT", "SINGLE"}


def _paths(sides: list[str]) -> Iterator[str]:
    """Yield as few lines as lead to some sides."""
    for pair in (("LEFT", "RIGHT"), ("UP", "DOWN")):
        present = frozenset(pair).intersection(sides)
        if present:
            yield _STRAIGHT[present]


def _arc(name: str) -> str:
    first, _, second = name.partition(" AND ")
    right, down = _ARCS[first, second]
    start = f"m{_X:g} {0 if down < 0 else LINE}v{-down * (_Y - _BEND):g}"
    bend = f"q0 {-down * _BEND} {right * (_X - 0.2):g} {-down * _BEND}"
    return f"{start}{bend}h{right * 0.2:g}"
