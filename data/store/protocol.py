"""What panes and verbs may ask of a store.

Synchronous, and free of any database's types, so that a server database can stand behind it. No
query may cost more when the set grows: pages follow a key or a place, counts are kept. A query with
an unknown id answers None or nothing.
"""

from __future__ import annotations

from collections.abc import Callable, Collection
from typing import TYPE_CHECKING, Protocol

from scale_explorer.models.kinds import Kind

from ..query import EVERYTHING, Filter
from .found import FIRST, Found
from .path_rows import EVERY_WAY, Paths, Walk
from .rows.lens import PLAIN_LENS, Lens
from .rows.order import Order

if TYPE_CHECKING:
    from ..finding import Finding
    from .rows.claims import ClaimRow
    from .rows.dated import Beginning, DayRow, EventRow
    from .rows.disputed import DisputeRow
    from .rows.edges import DegreeRow, EdgeRow
    from .rows.figures import Derivation, FigureRow
    from .rows.quotes import EvidenceRow, ProofRow
    from .rows.records import Called, Hit, Portrait, RecordRow
    from .rows.sets import MatchRow, News, SetRow
    from .rows.sources import SourceText

PAGE = 500
"""Rows in a page unless asked otherwise."""


def never() -> bool:
    """Do not stop what is under way."""
    return False


class Store(Protocol):
    """A checked data set that answers in rows."""

    def summary(self) -> SetRow:
        """Return the set's title, counts and verification."""
        ...

    def visit(self) -> bytes:
        """Return what a reader sees of the set, for `mark_new` of a later store to compare with.

        What the bytes mean is the store's own; there are a few a record.
        """
        ...

    def mark_new(self, visit: bytes) -> News | None:
        """Give what is new or changed since a visit the quality `new`; say how much that is.

        It is called before others ask, and takes the place of what was marked before. None, and
        nothing is marked, when the bytes are none of this store's.
        """
        ...

    def records(
        self,
        kind: Kind,
        matching: Filter = EVERYTHING,
        after: str | None = None,
        limit: int = PAGE,
        lens: Lens = PLAIN_LENS,
    ) -> tuple[RecordRow, ...]:
        """Return a page of records of a kind in the set's order, from behind the id `after`."""
        ...

    def listed(
        self,
        kind: Kind,
        matching: Filter = EVERYTHING,
        lens: Lens = PLAIN_LENS,
        most: int | None = FIRST,
        stopped: Callable[[], bool] = never,
    ) -> Found[RecordRow]:
        """Find records of a kind, to be read from any place; their keys are their ids.

        Where a filter or a lens leaves some out, one stops looking behind `most` of them, unless
        that is None, and when `stopped`, which is asked now and then, says so.
        """
        ...

    def best(self, matching: Filter, lens: Lens = PLAIN_LENS) -> tuple[Called, ...]:
        """Return the records of each kind that are called by the words of a filter, best first.

        They match it, and `listed` finds them too. The kind that has the best comes first.
        """
        ...

    def near(self, matching: Filter, lens: Lens = PLAIN_LENS) -> tuple[Called, ...]:
        """Return the records of each kind that are nearly called so.

        There are none where anything matches as it is written, but for claims whose text is no more
        than the names of what they are about.
        """
        ...

    def lines(
        self,
        record_id: str,
        matching: Filter = EVERYTHING,
        lens: Lens = PLAIN_LENS,
        most: int | None = FIRST,
        stopped: Callable[[], bool] = never,
    ) -> Found[ClaimRow]:
        """Find the claims of a record, as `listed` does; a key tells a place on the page."""
        ...

    def lines_in_order(
        self,
        record_id: str,
        order: Order,
        matching: Filter = EVERYTHING,
        lens: Lens = PLAIN_LENS,
    ) -> Found[ClaimRow]:
        """Find the claims of a record in another order than the page's own, all at once."""
        ...

    def count(self, kind: Kind, matching: Filter = EVERYTHING, lens: Lens = PLAIN_LENS) -> int:
        """Return how many records of a kind match."""
        ...

    def record(self, record_id: str, lens: Lens = PLAIN_LENS) -> RecordRow | None:
        """Return one record's line."""
        ...

    def days(
        self, after: str = "", limit: int = PAGE, lens: Lens = PLAIN_LENS
    ) -> tuple[DayRow, ...]:
        """Return the days behind `after` at which something changes, oldest first.

        The lens's own day does not matter; what is switched off does not count.
        """
        ...

    def days_until(
        self, day: str, limit: int = PAGE, lens: Lens = PLAIN_LENS
    ) -> tuple[DayRow, ...]:
        """Return the days up to and with `day` at which something changes, newest first."""
        ...

    def begins(self, record_id: str) -> Beginning | None:
        """Return since when a record counts; None for one that is not there."""
        ...

    def changes(
        self, day: str, after: str | None = None, limit: int = PAGE, lens: Lens = PLAIN_LENS
    ) -> tuple[RecordRow, ...]:
        """Return a page of what begins to count or changes on a day, as it is from then on."""
        ...

    def fallen(
        self, lens: Lens, after: str | None = None, limit: int = PAGE
    ) -> tuple[RecordRow, ...]:
        """Return a page of what a lens leaves out because of what it switches off."""
        ...

    def document(self, record_id: str, lens: Lens = PLAIN_LENS) -> str | None:
        """Return one whole record as JSON text, as `docs/cli.md` describes it.

        As of a day it has no later statuses, with their words, and no end that lies ahead.
        """
        ...

    def documents(
        self, kind: Kind, matching: Filter = EVERYTHING, lens: Lens = PLAIN_LENS
    ) -> tuple[str, ...]:
        """Return every matching record of a kind as JSON text."""
        ...

    def portrait(self, record_id: str, lens: Lens = PLAIN_LENS) -> Portrait | None:
        """Return the head of a record's page: what it is, and the facts that matter."""
        ...

    def claims(
        self,
        record_id: str,
        matching: Filter = EVERYTHING,
        after: str | None = None,
        limit: int = PAGE,
        lens: Lens = PLAIN_LENS,
    ) -> tuple[ClaimRow, ...]:
        """Return a page of a record's claims, by section, from behind the key `after`."""
        ...

    def story(self, matching: Filter = EVERYTHING, lens: Lens = PLAIN_LENS) -> tuple[ClaimRow, ...]:
        """Return the lead claims in the order that tells the story."""
        ...

    def why(self, record_id: str, lens: Lens = PLAIN_LENS) -> tuple[ClaimRow, ...]:
        """Return the chain of reasons both ways; `depth` counts steps, `target` is the far end.

        An entity's chain begins at its own claims, which stand at depth 0.
        """
        ...

    def edges(  # noqa: PLR0913 - what narrows a page is told by its name
        self,
        record_id: str,
        types: frozenset[str] = frozenset(),
        after: EdgeRow | None = None,
        limit: int = PAGE,
        lens: Lens = PLAIN_LENS,
        *,
        outward: bool | None = None,
    ) -> tuple[EdgeRow, ...]:
        """Return a page of a record's ties, by type and direction, from behind the tie `after`.

        Without `types` those of every type are returned, without `outward` those of either
        direction.
        """
        ...

    def between(self, record_ids: Collection[str], lens: Lens = PLAIN_LENS) -> tuple[EdgeRow, ...]:
        """Return the ties that join two of some records, each seen from its subject, by type.

        At most `PAGE` ties. The cost grows with the square of the records: ask for a screenful.
        """
        ...

    def degrees(self, record_id: str, lens: Lens = PLAIN_LENS) -> tuple[DegreeRow, ...]:
        """Return how many ties of each type and direction a record has."""
        ...

    def paths(
        self,
        first_id: str,
        second_id: str,
        walk: Walk = EVERY_WAY,
        lens: Lens = PLAIN_LENS,
        stopped: Callable[[], bool] = never,
    ) -> Paths:
        """Return the shortest paths between two records.

        `stopped` is asked now and then, and ends the search by saying so. Between a record and
        itself, and from an unknown one, there is none.
        """
        ...

    def figures(self, subject_id: str, lens: Lens = PLAIN_LENS) -> tuple[FigureRow, ...]:
        """Return the figures about a record as numbers, at most `PAGE`, in the set's order."""
        ...

    def figures_on_page(
        self, record_id: str, matching: Filter = EVERYTHING, lens: Lens = PLAIN_LENS
    ) -> tuple[FigureRow, ...]:
        """Return the figures that stand on a record's page, at most `PAGE`, in the set's order."""
        ...

    def alike(
        self, measure: str, unit: str, matching: Filter = EVERYTHING, lens: Lens = PLAIN_LENS
    ) -> tuple[FigureRow, ...]:
        """Return the figures that measure the same in one unit, at most `PAGE`, in set order."""
        ...

    def figure(self, figure_id: str, lens: Lens = PLAIN_LENS) -> FigureRow | None:
        """Return one figure as a number."""
        ...

    def bearing(
        self, records: Collection[str], measures: frozenset[str], lens: Lens = PLAIN_LENS
    ) -> tuple[tuple[str, FigureRow], ...]:
        """Return the figures of some measures that bear on records, each beside the record's id.

        They are those about the record and, of a relationship of owning, about the deal that
        brought it about, of one of buying, about its contract of supply; in the order of records
        and of the set, at most twenty pages.
        """
        ...

    def events(
        self,
        record_id: str | None = None,
        matching: Filter = EVERYTHING,
        after: str | None = None,
        limit: int = PAGE,
        lens: Lens = PLAIN_LENS,
    ) -> tuple[EventRow, ...]:
        """Return a page of what is dated, in the order of time, from behind the key `after`.

        A filter is put to the claims. Of a record it is what stands on its page, and its own;
        without one, of the whole set.
        """
        ...

    def undated(
        self,
        record_id: str | None = None,
        matching: Filter = EVERYTHING,
        lens: Lens = PLAIN_LENS,
    ) -> int:
        """Return how many of these claims have no date; reasons, which never have, do not count."""
        ...

    def evidence(self, claim_id: str, lens: Lens = PLAIN_LENS) -> tuple[EvidenceRow, ...]:
        """Return a claim's quotes in the order that helps a reader.

        Those of the claim itself come first, as its author lists them; then those of the status
        that it has now; then those of earlier statuses, newest first.
        """
        ...

    def quoted(self, record_id: str, lens: Lens = PLAIN_LENS) -> int:
        """Return how many quotes stand on the page of an entity or a source.

        They are its own and those of its claims; of a source only what is quoted from it.
        """
        ...

    def disputes(self, record_id: str, lens: Lens = PLAIN_LENS) -> tuple[DisputeRow, ...]:
        """Return what cannot be true beside a claim, or speaks against it; at most 20 disputes."""
        ...

    def derivation(self, figure_id: str, lens: Lens = PLAIN_LENS) -> Derivation | None:
        """Return how a derived figure came about, or None for a stated one."""
        ...

    def source_text(self, source_id: str, lens: Lens = PLAIN_LENS) -> SourceText | None:
        """Return a source in reading order, with its quotes and sentences."""
        ...

    def search(self, text: str, limit: int = 50, lens: Lens = PLAIN_LENS) -> tuple[Hit, ...]:
        """Find records by name, alias, words or quote, best first; small slips are forgiven."""
        ...

    def nearest(self, name: str, limit: int = 3, lens: Lens = PLAIN_LENS) -> tuple[str, ...]:
        """Return the ids that look most like `name`, best first."""
        ...

    def matches(self) -> tuple[MatchRow, ...]:
        """Return which entities of several sets are the same, surest first; of one set, none."""
        ...

    def findings(self, lens: Lens = PLAIN_LENS) -> tuple[Finding, ...]:
        """Return what the checks found when the set was compiled."""
        ...

    def findings_of(self, record_id: str, lens: Lens = PLAIN_LENS) -> tuple[Finding, ...]:
        """Return what the checks found about one record."""
        ...

    def proofs(self, claim_id: str, lens: Lens = PLAIN_LENS) -> tuple[ProofRow, ...]:
        """Return what the words of a claim prove: its number first, then its parties."""
        ...
