"""What a comparison answers with: plain values, ready to show."""

from __future__ import annotations

from enum import StrEnum

from scale_explorer.models.frozen import dataclass
from scale_explorer.models.kinds import Kind


class What(StrEnum):
    """What became of a record, or `set` for what is of no single record."""

    SET = "set"
    ADDED = "added"
    REMOVED = "removed"
    RENAMED = "renamed"
    CHANGED = "changed"


@dataclass(frozen=True, slots=True)
class Detail:
    """One thing that differs, as words; `before` and `after` are whole, the words may be cut.

    `field` is the field of the record in its file, or `verdict`, `finding`, `computed` or `kind`.
    """

    field: str
    words: str
    before: str = ""
    after: str = ""


@dataclass(frozen=True, slots=True)
class Change:
    """A record that differs, under its id now, or the one it had when it is gone.

    `was` is the id before of a renamed one; `title` says it as a sentence, as its page does.
    """

    what: What
    kind: Kind | None
    id: str
    title: str
    details: tuple[Detail, ...] = ()
    was: str = ""

    @property
    def words(self) -> str:
        """All of it in one line."""
        told = "; ".join(detail.words for detail in self.details)
        return ": ".join(filter(None, (self.title, told)))


@dataclass(frozen=True, slots=True)
class Comparison:
    """All changes: of the set, then records added, removed, renamed and changed, by kind."""

    changes: tuple[Change, ...] = ()

    def of(self, what: What) -> tuple[Change, ...]:
        """Return the changes of one sort."""
        return tuple(change for change in self.changes if change.what is what)
