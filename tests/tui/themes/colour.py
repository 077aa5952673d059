"""What colours look like to people: contrast, distance, and the usual colour blindnesses."""

from __future__ import annotations

import math
from collections.abc import Callable
from functools import cache

from rich.color import Color as TerminalColour
from rich.color import ColorSystem
from rich.style import Style
from textual.color import Color, rgb_to_lab

Vector = tuple[float, float, float]

VISIONS: dict[str, tuple[Vector, Vector, Vector]] = {
    "usual": ((1, 0, 0), (0, 1, 0), (0, 0, 1)),
    "protanopia": (
        (0.152286, 1.052583, -0.204868),
        (0.114503, 0.786281, 0.099216),
        (-0.003882, -0.048116, 1.051998),
    ),
    "deuteranopia": (
        (0.367322, 0.860646, -0.227968),
        (0.280085, 0.672501, 0.047413),
        (-0.011820, 0.042940, 0.968881),
    ),
    "tritanopia": (
        (1.255528, -0.076749, -0.178779),
        (-0.078411, 0.930809, 0.147602),
        (0.004733, 0.691367, 0.303900),
    ),
}
"""What becomes of linear RGB: Machado, Oliveira and Fernandes, "A Physiologically-based Model for
Simulation of Color Vision Deficiency", 2009, at severity 1.0."""

Shown = Callable[[TerminalColour], Color]


def exactly(colour: TerminalColour) -> Color:
    """Show a colour as it is."""
    assert colour.triplet is not None, f"{colour} is the terminal's own"
    return Color(*colour.triplet)


def of_256(colour: TerminalColour) -> Color:
    """Show the nearest that a terminal of 256 colours has."""
    return Color(*colour.downgrade(ColorSystem.EIGHT_BIT).get_truecolor())


@cache  # a screen repeats a few pairs of colours thousands of times
def text_contrast(style: Style, shown: Shown) -> float:
    """Return the contrast of a style's text and ground, which inversion only exchanges."""
    assert style.color is not None
    assert style.bgcolor is not None
    return contrast(shown(style.color), shown(style.bgcolor))


def contrast(one: Color, other: Color) -> float:
    """Return the contrast ratio of two colours, 1 to 21 (WCAG 2.2)."""
    darker, lighter = sorted((_luminance(one), _luminance(other)))
    return (lighter + 0.05) / (darker + 0.05)


def seen(colour: Color, vision: str) -> Color:
    """Return the colour that it is confused with."""
    light = tuple(map(_linear, colour.rgb))
    mixed = (sum(map(math.prod, zip(row, light, strict=True))) for row in VISIONS[vision])
    red, green, blue = (round(_encoded(min(1, max(0, part)))) for part in mixed)
    return Color(red, green, blue)


def distance(one: Color, other: Color) -> float:
    """Return the distance of two colours in CIE L*a*b* (CIE76); about 2.3 can just be told."""
    return math.dist(rgb_to_lab(one), rgb_to_lab(other))


def _luminance(colour: Color) -> float:
    red, green, blue = map(_linear, colour.rgb)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def _linear(part: int) -> float:
    share = part / 255
    return share / 12.92 if share <= 0.04045 else ((share + 0.055) / 1.055) ** 2.4


def _encoded(light: float) -> float:
    share = 12.92 * light if light <= 0.0031308 else 1.055 * light ** (1 / 2.4) - 0.055
    return share * 255
