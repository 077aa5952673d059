"""Rows of what is dated: days at which something changes, and events."""

from __future__ import annotations

from scale_explorer.models.frozen import dataclass
from scale_explorer.models.kinds import Kind


@dataclass(frozen=True, slots=True)
class Beginning:
    """The first day (ISO 8601) on which something may count, and the first on which it surely does.

    Both are empty for what always counts.
    """

    first: str
    surely: str


@dataclass(frozen=True, slots=True)
class DayRow:
    """A day (ISO 8601) at which so many records begin to count, and so many others change."""

    day: str
    added: int
    changed: int

    @property
    def count(self) -> int:
        """How many records that is."""
        return self.added + self.changed


@dataclass(frozen=True, slots=True)
class EventRow:
    """Something that happened, or held, at a time, and the claim that it is of.

    `key` grows in the order of time. `what` is announced, completed, start, end, status, period,
    said or published; `status` is the code of what it became, or of the figure. `edtf` is the date
    as written; `first` and `last` are the days (ISO 8601) that it spans, empty where that end is
    open. `of_source` says that the date is its source's, for want of its own; `anchor` is the id of
    the deal before or after which (`side`) it was. `type` is that of a relationship or deal.
    """

    key: str
    claim: str
    kind: Kind
    title: str
    short: str
    amount: str
    what: str
    status: str
    edtf: str
    first: str
    last: str
    of_source: bool
    anchor: str | None
    side: str
    quotes: int
    flags: frozenset[str]
    type: str = ""
