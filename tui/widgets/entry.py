"""What a menu offers; apart from it, as a menu loads when one opens."""

from __future__ import annotations

from scale_explorer.models.frozen import dataclass


@dataclass(frozen=True, slots=True)
class Entry:
    """One line of a menu; when `why_not` is given it cannot be chosen, and says why."""

    key: str
    letter: str
    label: str
    hint: str = ""
    why_not: str = ""
