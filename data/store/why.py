# ruff: noqa: S608 - only fixed text is put together; what users write goes in as parameters
"""The chain of reasons from a record, both ways."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any, cast

from scale_explorer.models.frozen import dataclass, replace

from . import columns
from .conditions import every, seen
from .connections import Connections
from .rows.claims import BECAUSE, FOLLOWS, MOST_LINKS, MOST_STEPS, ClaimRow
from .rows.lens import Lens


@dataclass(frozen=True, slots=True)
class _Way:
    """A direction: from effects to causes or back."""

    section: str
    near: str
    far: str
    phrase: str


_TO_CAUSES = _Way(BECAUSE, "effect", "cause", "causing")
_TO_EFFECTS = _Way(FOLLOWS, "cause", "effect", "following")


def chain(file: Connections, row: int, lens: Lens) -> tuple[ClaimRow, ...]:
    """Return what led to a record and what it led to, each link under the one it explains.

    An entity's chain begins at its own claims, a relationship's also at its deal, a figure's at
    what it is about: these stand at depth 0, links at depth 1.
    A link is followed once, so that circles end, and at most `MOST_STEPS` steps far.
    """
    walk = _Walk(file, lens)
    for way in (_TO_CAUSES, _TO_EFFECTS):
        walk.most = len(walk.rows) + MOST_LINKS  # many causes leave the effects their room
        walk.follow(way, row, 1)
        for claim in walk.roots(row):
            walk.under(way, claim)
    return tuple(replace(found, key=columns.key(i)) for i, found in enumerate(walk.rows))


class _Walk:
    """Collects links depth first; `rows` grows as it goes, up to `most`."""

    def __init__(self, file: Connections, lens: Lens) -> None:
        self._file = file
        self._lens = lens
        self._seen: set[tuple[str, str]] = set()
        self.rows: list[ClaimRow] = []
        self.most = 0

    def roots(self, owner: int) -> list[int]:
        """Return the claims, beside the record itself, at which its why begins."""
        sql = "SELECT claim FROM root WHERE owner = :owner ORDER BY claim LIMIT :limit"
        found = self._file.select(sql, {"owner": owner, "limit": MOST_LINKS})
        return [cast("int", claim) for (claim,) in found]

    def under(self, way: _Way, claim: int) -> None:
        """Add a claim and, one step deeper, its links; nothing when it has none this way."""
        place = len(self.rows)
        heading = tuple(self._heading(way, claim))
        if heading:
            self.follow(way, claim, 1)
        if len(self.rows) > place:
            self.rows[place:place] = heading

    def _heading(self, way: _Way, claim: int) -> Iterator[ClaimRow]:
        where = seen(self._lens)
        sql = f"{columns.records(self._lens)} WHERE r.row = :row AND {where.sql}"
        found = self._file.first(sql, {**where.values, "row": claim})
        if found is not None:
            record = columns.record_row(found)
            yield ClaimRow(
                key="", section=way.section, claim=record.id, target=None, label=record.title,
                role="", amount=record.amount, when=record.when, state=record.state, extra="",
                quotes=record.quotes, depth=0, flags=record.flags,
            )  # fmt: skip

    def follow(self, way: _Way, row: int, depth: int) -> None:
        """Add the links from a record, and under each those that follow from its far end."""
        if depth > MOST_STEPS:
            return
        for link, far in list(self._links(way, row, depth)):
            if (way.section, link.claim or "") in self._seen or len(self.rows) >= self.most:
                continue
            self._seen.add((way.section, link.claim or ""))
            self.rows.append(link)
            self.follow(way, far, depth + 1)

    def _links(self, way: _Way, row: int, depth: int) -> Iterator[tuple[ClaimRow, int]]:
        where = every((seen(self._lens), seen(self._lens, "t.row", "t.since")))
        sql = f"""{_links_sql(way, self._lens)} WHERE l.{way.near} = :row AND {where.sql}
                  ORDER BY l.row LIMIT :limit"""
        values = {**where.values, "row": row, "limit": MOST_LINKS}
        for found in self._file.select(sql, values):
            far, claim, target, label, role, state, quotes, flags = cast("tuple[Any, ...]", found)
            yield ClaimRow(
                key="", section=way.section, claim=claim, target=target, label=label, role=role,
                amount="", when="", state=state, extra="", quotes=quotes, depth=depth,
                flags=frozenset(flags.split()),
            ), far  # fmt: skip


def _links_sql(way: _Way, lens: Lens) -> str:
    return f"""SELECT l.{way.far}, r.id, t.id, {columns.far_title(lens)}, l.{way.phrase}, r.state,
                      r.quotes, {columns.flags("r.flags", lens)}
               FROM reason l JOIN record r ON r.row = l.row JOIN record t ON t.row = l.{way.far}"""
