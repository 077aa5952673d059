"""The lens that every question of a store is asked through."""

from __future__ import annotations

from scale_explorer.models.frozen import dataclass


@dataclass(frozen=True, slots=True)
class Lens:
    """How to look: as known on a day (ISO 8601), and with which relationships switched off."""

    as_of: str | None = None
    without: frozenset[str] = frozenset()


PLAIN_LENS = Lens()
