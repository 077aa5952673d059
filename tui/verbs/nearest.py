"""The passage that a quote was probably meant to be, as verbs show it."""

from __future__ import annotations

from typing import Any

from scale_explorer.data.finding import Nearest

from .drawing.blocks import Marked


def nearest_lines(nearest: Nearest) -> tuple[str | Marked, ...]:
    """Return the quote above what the source has, the words that differ marked in both."""
    told = (f"they differ {nearest.difference}",) if nearest.difference else ()
    return (
        Marked("quote:  ", nearest.wanted, nearest.wanted_spans),
        Marked("closest:", nearest.found, nearest.found_spans),
        *told,
    )


def nearest_object(nearest: Nearest | None) -> dict[str, Any] | None:
    """Return the same as it stands in JSON."""
    if nearest is None:
        return None
    return {
        "quote": nearest.wanted,
        "passage": nearest.found,
        "quote_differs": nearest.wanted_spans,
        "passage_differs": nearest.found_spans,
        "difference": nearest.difference,
    }
