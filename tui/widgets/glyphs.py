"""The few signs that lists draw themselves, of one cell each."""

from __future__ import annotations

MARKER = "▌"
"""Stands left of the line that holds the cursor."""

ELLIPSIS = "…"
"""Stands where a text was cut."""

THUMB = "▐"
"""Stands at the right edge, where the window is in more lines than fit."""
