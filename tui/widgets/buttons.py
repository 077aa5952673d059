"""The buttons of a mouse, by the numbers that Textual gives them."""

from __future__ import annotations

LEFT = 1
"""What selects and drags."""
