"""One line of the list in the box, and what is known around it."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from scale_explorer.models.frozen import dataclass, field

from ..keys import KeyBinding, shown
from .matching import GRADE, Grade
from .targets import Target


@dataclass(frozen=True, slots=True)
class Offer:
    """Something to go to or to do.

    Without a target, choosing it types its `completion`, which Tab does with any offer. One with
    `why_not` cannot be chosen. `highlights` are code points of the label, `score` sorts.
    """

    target: Target | None
    label: str
    kind_word: str
    detail: str = ""
    keys: str = ""
    score: float = 0
    highlights: tuple[tuple[int, int], ...] = ()
    completion: str = ""
    why_not: str = ""

    @property
    def guessed(self) -> bool:
        """Whether it only comes near what was typed."""
        return 0 < self.score < Grade.ALIKE * GRADE


@dataclass(frozen=True, slots=True)
class Surroundings:
    """What the box knows beside the data set.

    `shown` writes the keys of a binding; `why_not` says, by its id, why it cannot be done now.
    `recent` holds the ids of records that were looked at, newest first; `data` is what was opened,
    as on the command line.
    """

    bindings: tuple[KeyBinding, ...] = ()
    shown: Callable[[str], str] = shown
    why_not: Mapping[str, str] = field(default_factory=dict[str, str])
    recent: tuple[str, ...] = ()
    themes: tuple[str, ...] = ()
    data: tuple[str, ...] = ()
    limit: int = 150
