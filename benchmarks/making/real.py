"""The real sets by name."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Final

from . import devices, gleif, indices
from .found import Found

REAL: Final[Mapping[str, Callable[[Path], Found]]] = {
    "gleif": gleif.found,
    "indices": indices.found,
    "devices": devices.found,
}
"""What fetches each into a cache folder and reads it; each raises FetchError."""


def real_set(name: str, cache: Path) -> Found:
    """Return a real set; raises FetchError when its data cannot be had."""
    return REAL[name](cache)
