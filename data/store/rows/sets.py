"""Rows of data sets themselves: what is in one, what is new, what several share."""

from __future__ import annotations

from scale_explorer.models.frozen import dataclass
from scale_explorer.models.kinds import Kind


@dataclass(frozen=True, slots=True)
class Verification:
    """How many quotes there are, and how many of them were found in their source's text.

    `here` were checked against text on this machine, `locked` by the set's authors.
    """

    quotes: int
    here: int
    locked: int

    @property
    def unverified(self) -> int:
        """Quotes that nobody has checked, or that were not found."""
        return self.quotes - self.here - self.locked


@dataclass(frozen=True, slots=True)
class SetRow:
    """The data set itself: `counts` holds every kind that has records.

    `qualities` holds every quality of `vocabulary.TRUST`, and how many claims have it.
    """

    id: str
    title: str
    summary: str
    counts: tuple[tuple[Kind, int], ...]
    lead: int
    verification: Verification
    errors: int
    warnings: int
    known: int
    qualities: tuple[tuple[str, int], ...] = ()


@dataclass(frozen=True, slots=True)
class News:
    """How many records were added, changed and removed since somebody saw the set."""

    added: int = 0
    changed: int = 0
    removed: int = 0

    @property
    def is_any(self) -> bool:
        """Whether anything is new."""
        return bool(self.added or self.changed or self.removed)


@dataclass(frozen=True, slots=True)
class MatchRow:
    """Two entities of different sets that are shown as one, or are kept `apart` by the reader.

    `first` and `second` are their ids; a set is told by its title. `reason` is what both share,
    such as `same LEI 5493001KJTIIGC8Y1R12` or `same name`. Where the two were not taken apart
    themselves, it goes on with who was: `same name, but north/elm and south/elm are kept apart`.
    """

    first: str
    second: str
    kind: Kind
    first_name: str
    second_name: str
    first_set: str
    second_set: str
    reason: str
    apart: bool
