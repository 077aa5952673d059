"""Words of a source that were selected."""

from __future__ import annotations

from scale_explorer.models.frozen import dataclass


@dataclass(frozen=True, slots=True)
class Words:
    """Words and where they stand: places count code points of the source's text."""

    source: str
    exact: str
    start: int
    end: int
