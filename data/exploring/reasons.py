"""The chain of reasons of a record as a graph: the trees that a store tells, with each record once.

Links lead from cause to effect, and their words read that way too, so that a link says the same
from whichever of its ends it was come by.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence

from scale_explorer.models.frozen import dataclass, replace

from ..store.rows.claims import BECAUSE, MOST_LINKS, MOST_STEPS, ClaimRow
from .layering import Web

ALONG = {
    "because": "so",
    "sped up by": "speeds up",
    "made possible by": "makes possible",
    "despite": "yet",
}
"""What stands between a cause and its effect, for what stands between the effect and its cause."""


@dataclass(frozen=True, slots=True)
class Link:
    """A reason: the ids of its two ends, the words between them, and its row in the chain."""

    reason: str
    cause: str
    effect: str
    words: str
    inferred: bool
    row: ClaimRow


@dataclass(frozen=True, slots=True)
class Reasons:
    """Records by their ids in the order in which they are met, and the links between them.

    `starts` are where the chain begins: the record that was asked about, else its own claims.
    `titles` name the records, in their order. `cut` says in half a sentence where more may follow
    than the store tells, or nothing.
    """

    starts: tuple[str, ...] = ()
    records: tuple[str, ...] = ()
    titles: tuple[str, ...] = ()
    links: tuple[Link, ...] = ()
    cut: str = ""

    @property
    def web(self) -> Web:
        """The records and who is tied to whom."""
        edges = ((link.cause, link.effect) for link in self.links)
        return Web(self.starts, self.records, tuple(dict.fromkeys(edges)))

    @property
    def stated(self) -> int:
        """How many links the text states."""
        return sum(not link.inferred for link in self.links)

    @property
    def inferred(self) -> int:
        """How many links a reader concluded."""
        return len(self.links) - self.stated


def reasons(record: str, title: str, rows: Sequence[ClaimRow]) -> Reasons:
    """Make a graph of the rows that `Store.why` returns of a record."""
    reading = _Reading(record, title)
    for row in rows:
        reading.take(row)
    return Reasons(
        tuple(reading.starts),
        tuple(reading.titles),
        tuple(reading.titles.values()),
        tuple(reading.links.values()),
        _cut(rows),
    )


def _cut(rows: Sequence[ClaimRow]) -> str:
    each_way = Counter(row.section for row in rows)
    if max(each_way.values(), default=0) >= MOST_LINKS:
        return f"the first {MOST_LINKS} links each way"
    deepest = max((row.depth for row in rows), default=0)
    return f"up to {MOST_STEPS} steps" if deepest >= MOST_STEPS else ""


class _Reading:
    """Reads rows in their order; `path` holds the records above the next one, by depth."""

    def __init__(self, record: str, title: str) -> None:
        self._record, self._title = record, title
        self._section = ""
        self._path: list[str] = []
        self.starts: dict[str, None] = {}
        self.titles: dict[str, str] = {}
        self.links: dict[str, Link] = {}

    def take(self, row: ClaimRow) -> None:
        if row.section != self._section:
            self._section, self._path = row.section, [self._record]
        if not row.depth:
            self._path = [row.claim or ""]
            self._start(row.claim or "", row.label)
            return
        if row.depth == 1 and self._path[0] == self._record:
            self._start(self._record, self._title)
        near, far = self._path[row.depth - 1], row.target or ""
        self._path[row.depth :] = [far]
        self.titles.setdefault(far, row.label)
        self._link(row, near, far)

    def _start(self, record: str, title: str) -> None:
        self.starts[record] = None
        self.titles.setdefault(record, title)

    def _link(self, row: ClaimRow, near: str, far: str) -> None:
        cause, effect = (far, near) if row.section == BECAUSE else (near, far)
        link = Link(
            row.claim or "", cause, effect, ALONG.get(row.role, row.role),
            "inferred" in row.flags, row,
        )  # fmt: skip
        self.links.setdefault(link.reason, link)


def with_ways(rows: Sequence[ClaimRow], kept: Iterable[ClaimRow]) -> tuple[ClaimRow, ...]:
    """Return rows that are kept, and those above them: what leads there from the record."""
    wanted = {row.key for row in kept if row.depth}
    found = [*_upwards(rows, wanted)]
    return tuple(reversed(found))


def _upwards(rows: Sequence[ClaimRow], wanted: set[str]) -> Iterator[ClaimRow]:
    """Yield from the last row to the first what is wanted or stands above such a row."""
    section, above = "", 0
    for row in reversed(rows):
        if row.section != section:
            section, above = row.section, 0
        if row.key in wanted or row.depth < above:
            yield row
            above = row.depth


def only(whole: Reasons, records: Iterable[str]) -> Reasons:
    """Return what is left of a graph when only some records are kept."""
    kept = set(records)
    named = [pair for pair in zip(whole.records, whole.titles, strict=True) if pair[0] in kept]
    return replace(
        whole,
        starts=tuple(start for start in whole.starts if start in kept),
        records=tuple(record for record, _ in named),
        titles=tuple(title for _, title in named),
        links=tuple(link for link in whole.links if {link.cause, link.effect} <= kept),
    )
