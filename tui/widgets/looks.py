"""How the parts of lines look: which of the theme's colours each has, and which attributes.

Plain tables, and not component classes of Textual: those are matched with all rules of all
stylesheets, twenty times for each list, which took a tenth of a start.
"""

from __future__ import annotations

from collections.abc import Mapping
from enum import StrEnum
from typing import TypeAlias

from scale_explorer.models.frozen import dataclass


@dataclass(frozen=True, slots=True)
class Part:
    """What is said of a part; what is not said is as around it.

    `color` and `ground` name colours of the theme, or one of Textual's that begin with `ansi_`;
    `share` is how much of the ground covers what is behind it; `attributes` are words of Rich.
    """

    color: str = ""
    ground: str = ""
    share: float = 1.0
    attributes: str = ""


class Look(StrEnum):
    """Whose lines they are: of any view, of the lists of the app, of a source, below a box."""

    LINES = "lines"
    LISTS = "lists"
    SOURCE = "source"
    BOX = "box"


Parts: TypeAlias = Mapping[str, Part]
"""What is said of each part: of the tones, and of what a list draws beside text."""

_LINES: Parts = {
    "strong": Part(attributes="bold"),
    "dim": Part("text-muted"),
    "accent": Part("text-accent"),
    "good": Part("text-success"),
    "warn": Part("text-warning"),
    "bad": Part("text-error"),
    "heading": Part("text-muted", attributes="bold"),
    "quote": Part(attributes="italic"),
    "selected": Part(attributes="reverse"),
    "match": Part(attributes="underline"),
    "cursor": Part(ground="accent", share=0.25),
    "cursor-resting": Part(ground="foreground", share=0.08),
    "marker": Part("accent"),
    "marker-resting": Part("text-muted"),
    "thumb": Part("text-muted"),
    "label": Part("text-accent", attributes="bold reverse"),
}
"""How lines look where nothing more is said; a cursor rests while another pane has the focus."""

_LISTS: Parts = {
    "quote": Part("quote", attributes="bold"),
    "cursor": Part(ground="tint"),
    "cursor-resting": Part(ground="tint-resting"),
    "marker-resting": Part("faint"),
    "thumb": Part("faint"),
}
_OWN: Mapping[Look, Parts] = {
    Look.LINES: {},
    Look.LISTS: _LISTS,
    Look.SOURCE: {**_LISTS, "quote": Part("marked", "mark", attributes="bold")},
    # A list that is moved in from a box above it looks as if it had the keyboard.
    Look.BOX: {**_LISTS, "cursor-resting": Part(ground="tint"), "marker-resting": Part("primary")},
}

_BARE_LINES: Parts = {
    "dim": Part(attributes="dim"),
    "accent": Part(attributes="bold"),
    "thumb": Part(attributes="dim"),
    "cursor": Part("ansi_default", "ansi_default", attributes="reverse not dim"),
    "cursor-resting": Part(ground="ansi_default"),
    "marker": Part(attributes="not reverse"),
    "marker-resting": Part(attributes="dim"),
}
_BARE_OWN: Mapping[Look, Parts] = {
    Look.LINES: {},
    Look.LISTS: {},
    Look.SOURCE: {
        "quote": Part(attributes="bold underline"),
        "match": Part(attributes="underline reverse"),
    },
    Look.BOX: {
        "cursor-resting": Part("ansi_default", attributes="reverse not dim"),
        "marker-resting": Part(attributes="not reverse not dim"),
    },
}
"""Without colours of a theme, attributes tell the same."""

_COVERED: Parts = {"cursor": Part(attributes="not reverse")}
"""Without colours, below a pop-up: there the cursor that counts is the one of the pop-up."""

OWN = "tint"
"""A colour that only themes of ours have: with another, lists look like any lines."""
COLOURS = tuple(
    sorted(
        {
            name
            for parts in (_LINES, *_OWN.values())
            for part in parts.values()
            for name in (part.color, part.ground)
            if name
        }
    )
)
"""The colours of a theme by which parts are told."""


def parts_of(look: Look, *, bare: bool, covered: bool) -> Parts:
    """Return what is said of all parts: `bare` of a theme's colours, `covered` by a pop-up."""
    layers = [_LINES, *([_BARE_LINES] if bare else []), _OWN[look]]
    if bare:
        layers.append(_BARE_OWN[look])
        if covered and look is not Look.LINES:
            layers.append(_COVERED)
    said: dict[str, Part] = {}
    for layer in layers:
        said |= {name: _over(said.get(name, Part()), part) for name, part in layer.items()}
    return said


def _over(below: Part, part: Part) -> Part:
    """Lay what is said of a part over what was said of it before."""
    ground = part if part.ground else below
    return Part(
        part.color or below.color,
        ground.ground,
        ground.share,
        part.attributes or below.attributes,
    )
