"""A sentence of a source: where it stands, and whether it asserts anything."""

from __future__ import annotations

from scale_explorer.models.frozen import dataclass


@dataclass(frozen=True, slots=True)
class Sentence:
    """Start and end in code points of the source's text; `why` tells why it asserts nothing."""

    start: int
    end: int
    why: str = ""

    @property
    def asserts(self) -> bool:
        """Whether a claim should rest on it."""
        return not self.why
