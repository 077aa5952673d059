"""What holds for every data set: the theme, how the panes are laid out, what was typed."""

from __future__ import annotations

from scale_explorer.models.frozen import dataclass, field

from ..state import Layout, Layouts, Pane, Width, Zoom
from .values import fields, items, one_of, text, texts, whole

MOST_LINES = 100
LONGEST_LINE = 500
_LONGEST_NAME = 100
_MOST_CELLS = 500
"""Cells by which an edge can be moved; no screen is wider."""


@dataclass(frozen=True, slots=True)
class Preferences:
    """The theme that was chosen in the app, the layouts, and lines of the go-to box, newest first.

    Whether there is still a theme of that name is for the app to see.
    """

    theme: str | None = None
    layouts: Layouts = field(default_factory=Layouts)
    typed: tuple[str, ...] = ()


def preferences_to_json(preferences: Preferences) -> dict[str, object]:
    """Return what `preferences_from_json` reads."""
    layouts = {width.value: _layout_to_json(preferences.layouts.at(width)) for width in Width}
    return {
        "theme": preferences.theme,
        "layouts": layouts,
        "typed": list(preferences.typed[:MOST_LINES]),
    }


def preferences_from_json(found: dict[str, object]) -> Preferences:
    """Read preferences; what is missing or makes no sense is as usual."""
    layouts = fields(found.get("layouts"))
    return Preferences(
        theme=text(found.get("theme"), _LONGEST_NAME),
        layouts=Layouts(**{width.value: _layout(layouts.get(width.value)) for width in Width}),
        typed=texts(found.get("typed"), MOST_LINES, LONGEST_LINE),
    )


def _layout_to_json(layout: Layout) -> dict[str, object]:
    return {
        "zoom": layout.zoom.value,
        "browse": layout.browse,
        "claims": layout.claims,
        "evidence": layout.evidence,
        "hidden": sorted(layout.hidden),
    }


def _layout(value: object) -> Layout:
    found = fields(value)
    hidden = (one_of(Pane, item) for item in items(found.get("hidden"))[: len(Pane)])
    return Layout(
        zoom=one_of(Zoom, found.get("zoom")) or Zoom.NORMAL,
        browse=_cells(found.get("browse")),
        claims=_cells(found.get("claims")),
        evidence=_cells(found.get("evidence")),
        hidden=frozenset(pane for pane in hidden if pane),
    )


def _cells(value: object) -> int:
    return whole(value, -_MOST_CELLS, _MOST_CELLS) or 0
