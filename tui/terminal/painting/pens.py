"""Pens: how a cell is drawn, and the shortest codes that get from one to the next.

The codes are SGR (ECMA-48 8.3.117; true colours as xterm reads them).
"""

from __future__ import annotations

from functools import lru_cache

from rich.color import Color, ColorSystem
from rich.style import Style

_ATTRIBUTES = (
    ("bold", 1, 22), ("dim", 2, 22), ("italic", 3, 23), ("underline", 4, 24), ("blink", 5, 25),
    ("blink2", 6, 25), ("reverse", 7, 27), ("conceal", 8, 28), ("strike", 9, 29),
    ("underline2", 21, 24), ("frame", 51, 54), ("encircle", 52, 54), ("overline", 53, 55),
)  # fmt: skip
"""Rich's name of each attribute, and the codes that switch it on and off."""
_ON_A_BLANK = frozenset(
    {"underline", "reverse", "strike", "underline2", "frame", "encircle", "overline"}
)
"""Attributes that one sees where no letter stands."""

Attributes = frozenset[int]
"""The codes of the attributes that are on."""

_VISIBLE_ON_BLANK: Attributes = frozenset(on for name, on, _ in _ATTRIBUTES if name in _ON_A_BLANK)
_OFF = {on: off for _, on, off in _ATTRIBUTES}


class Pen:
    """Colours as SGR codes, empty for the terminal's own, and attributes.

    Without a `foreground` (None) the pen draws blanks: no letter shows what colour that is. Each is
    made once, and so told from others by what object it is: thousands are compared for a key.
    """

    __slots__ = ("attributes", "background", "foreground")

    def __init__(self, foreground: str | None, background: str, attributes: Attributes) -> None:
        self.foreground = foreground
        self.background = background
        self.attributes = attributes

    @property
    def for_blanks(self) -> Pen:
        """The pen for a blank cell: it leaves open what nobody sees."""
        hidden = not self.attributes & _VISIBLE_ON_BLANK
        return _pen(None, self.background) if hidden else self


@lru_cache(4096)
def _pen(foreground: str | None, background: str, attributes: Attributes = frozenset()) -> Pen:
    return Pen(foreground, background, attributes)


PLAIN = _pen("", "")
"""How a terminal draws after a reset."""


@lru_cache(4096)
def pens_of(style: Style | None, colours: ColorSystem | None) -> tuple[Pen, Pen]:
    """Return the pens of a style for letters and for blanks; with no `colours` only attributes."""
    if style is None:
        return PLAIN, PLAIN.for_blanks
    attributes = frozenset(on for name, on, _ in _ATTRIBUTES if getattr(style, name))
    foreground = _codes(style.color, colours, foreground=True)
    pen = _pen(foreground, _codes(style.bgcolor, colours, foreground=False), attributes)
    return pen, pen.for_blanks


def _codes(colour: Color | None, colours: ColorSystem | None, *, foreground: bool) -> str:
    if colour is None or colours is None or colour.is_default:
        return ""
    return ";".join(colour.downgrade(colours).get_ansi_codes(foreground))


@lru_cache(8192)
def step(now: Pen, wanted: Pen) -> tuple[str, Pen]:
    """Return the shortest way from the pen in hand to a wanted one, and what is then in hand."""
    pen = _in_hand(now, wanted)
    if pen is now:
        return "", now
    changed = _codes_between(now, pen)
    afresh = ["", *_codes_between(PLAIN, pen)]  # an empty code resets
    shorter = min(";".join(changed), ";".join(afresh), key=len)
    return f"\x1b[{shorter}m", pen


def _in_hand(now: Pen, wanted: Pen) -> Pen:
    """Settle what a pen for blanks leaves open: it stays as it is."""
    if wanted.foreground is not None:
        return wanted
    return _pen(now.foreground, wanted.background, now.attributes - _VISIBLE_ON_BLANK)


def _codes_between(now: Pen, pen: Pen) -> list[str]:
    off = {_OFF[code] for code in now.attributes - pen.attributes}
    left = {code for code in now.attributes if _OFF[code] not in off}
    codes = [*sorted(off), *sorted(pen.attributes - left)]
    colours = [
        code or default
        for code, before, default in (
            (pen.foreground or "", now.foreground or "", "39"),
            (pen.background, now.background, "49"),
        )
        if code != before
    ]
    return [*map(str, codes), *colours]
