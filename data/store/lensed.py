"""A store seen through a lens by whoever asks it, so that nobody can forget to pass it on."""

from __future__ import annotations

from collections.abc import Callable, Collection
from typing import TYPE_CHECKING

from scale_explorer.models.kinds import Kind

from ..query import EVERYTHING, Filter
from .found import FIRST, Found
from .path_rows import EVERY_WAY, Paths, Walk
from .protocol import PAGE, Store, never
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


def through(store: Store, lens: Lens) -> Store:
    """Return a store that answers as `store` does through a lens, whatever it is asked."""
    return store if lens == PLAIN_LENS else Lensed(store, lens)


class Lensed:
    """A store behind a lens (see `protocol.Store`); a lens that it is asked with comes on top."""

    def __init__(self, store: Store, lens: Lens) -> None:
        self._store = store
        self._lens = lens

    def _with(self, lens: Lens) -> Lens:
        """Return both lenses as one: the earlier day, and all that either switches off."""
        days = [day for day in (self._lens.as_of, lens.as_of) if day is not None]
        return Lens(min(days, default=None), self._lens.without | lens.without)

    def summary(self) -> SetRow:
        """Return the set's title, counts and verification, which no lens changes."""
        return self._store.summary()

    def visit(self) -> bytes:
        """Return what a reader sees of the set, for `mark_new` of a later store."""
        return self._store.visit()

    def mark_new(self, visit: bytes) -> News | None:
        """Give what is new or changed since a visit the quality `new`."""
        return self._store.mark_new(visit)

    def records(
        self,
        kind: Kind,
        matching: Filter = EVERYTHING,
        after: str | None = None,
        limit: int = PAGE,
        lens: Lens = PLAIN_LENS,
    ) -> tuple[RecordRow, ...]:
        """Return a page of records of a kind."""
        return self._store.records(kind, matching, after, limit, self._with(lens))

    def listed(
        self,
        kind: Kind,
        matching: Filter = EVERYTHING,
        lens: Lens = PLAIN_LENS,
        most: int | None = FIRST,
        stopped: Callable[[], bool] = never,
    ) -> Found[RecordRow]:
        """Find records of a kind, to be read from any place."""
        return self._store.listed(kind, matching, self._with(lens), most, stopped)

    def best(self, matching: Filter, lens: Lens = PLAIN_LENS) -> tuple[Called, ...]:
        """Return the records of each kind that are called by the words of a filter."""
        return self._store.best(matching, self._with(lens))

    def near(self, matching: Filter, lens: Lens = PLAIN_LENS) -> tuple[Called, ...]:
        """Return the records of each kind that are nearly called so."""
        return self._store.near(matching, self._with(lens))

    def lines(
        self,
        record_id: str,
        matching: Filter = EVERYTHING,
        lens: Lens = PLAIN_LENS,
        most: int | None = FIRST,
        stopped: Callable[[], bool] = never,
    ) -> Found[ClaimRow]:
        """Find the claims of a record, to be read from any place."""
        return self._store.lines(record_id, matching, self._with(lens), most, stopped)

    def lines_in_order(
        self,
        record_id: str,
        order: Order,
        matching: Filter = EVERYTHING,
        lens: Lens = PLAIN_LENS,
    ) -> Found[ClaimRow]:
        """Find the claims of a record in another order than the page's own, all at once."""
        return self._store.lines_in_order(record_id, order, matching, self._with(lens))

    def count(self, kind: Kind, matching: Filter = EVERYTHING, lens: Lens = PLAIN_LENS) -> int:
        """Return how many records of a kind match."""
        return self._store.count(kind, matching, self._with(lens))

    def record(self, record_id: str, lens: Lens = PLAIN_LENS) -> RecordRow | None:
        """Return one record's line."""
        return self._store.record(record_id, self._with(lens))

    def days(
        self, after: str = "", limit: int = PAGE, lens: Lens = PLAIN_LENS
    ) -> tuple[DayRow, ...]:
        """Return the days behind `after` at which something changes."""
        return self._store.days(after, limit, self._with(lens))

    def days_until(
        self, day: str, limit: int = PAGE, lens: Lens = PLAIN_LENS
    ) -> tuple[DayRow, ...]:
        """Return the days up to and with `day` at which something changes."""
        return self._store.days_until(day, limit, self._with(lens))

    def begins(self, record_id: str) -> Beginning | None:
        """Return since when a record counts, which no lens changes."""
        return self._store.begins(record_id)

    def changes(
        self, day: str, after: str | None = None, limit: int = PAGE, lens: Lens = PLAIN_LENS
    ) -> tuple[RecordRow, ...]:
        """Return a page of what begins to count or changes on a day."""
        return self._store.changes(day, after, limit, self._with(lens))

    def fallen(
        self, lens: Lens, after: str | None = None, limit: int = PAGE
    ) -> tuple[RecordRow, ...]:
        """Return a page of what the lenses leave out because of what they switch off."""
        return self._store.fallen(self._with(lens), after, limit)

    def document(self, record_id: str, lens: Lens = PLAIN_LENS) -> str | None:
        """Return one whole record as JSON text."""
        return self._store.document(record_id, self._with(lens))

    def documents(
        self, kind: Kind, matching: Filter = EVERYTHING, lens: Lens = PLAIN_LENS
    ) -> tuple[str, ...]:
        """Return every matching record of a kind as JSON text."""
        return self._store.documents(kind, matching, self._with(lens))

    def portrait(self, record_id: str, lens: Lens = PLAIN_LENS) -> Portrait | None:
        """Return the head of a record's page."""
        return self._store.portrait(record_id, self._with(lens))

    def claims(
        self,
        record_id: str,
        matching: Filter = EVERYTHING,
        after: str | None = None,
        limit: int = PAGE,
        lens: Lens = PLAIN_LENS,
    ) -> tuple[ClaimRow, ...]:
        """Return a page of a record's claims."""
        return self._store.claims(record_id, matching, after, limit, self._with(lens))

    def story(self, matching: Filter = EVERYTHING, lens: Lens = PLAIN_LENS) -> tuple[ClaimRow, ...]:
        """Return the lead claims."""
        return self._store.story(matching, self._with(lens))

    def why(self, record_id: str, lens: Lens = PLAIN_LENS) -> tuple[ClaimRow, ...]:
        """Return the chain of reasons both ways."""
        return self._store.why(record_id, self._with(lens))

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
        """Return a page of a record's ties."""
        lens = self._with(lens)
        return self._store.edges(record_id, types, after, limit, lens, outward=outward)

    def between(self, record_ids: Collection[str], lens: Lens = PLAIN_LENS) -> tuple[EdgeRow, ...]:
        """Return the ties that join two of some records."""
        return self._store.between(record_ids, self._with(lens))

    def degrees(self, record_id: str, lens: Lens = PLAIN_LENS) -> tuple[DegreeRow, ...]:
        """Return how many ties of each type and direction a record has."""
        return self._store.degrees(record_id, self._with(lens))

    def paths(
        self,
        first_id: str,
        second_id: str,
        walk: Walk = EVERY_WAY,
        lens: Lens = PLAIN_LENS,
        stopped: Callable[[], bool] = never,
    ) -> Paths:
        """Return the shortest paths between two records."""
        return self._store.paths(first_id, second_id, walk, self._with(lens), stopped)

    def figures(self, subject_id: str, lens: Lens = PLAIN_LENS) -> tuple[FigureRow, ...]:
        """Return the figures about a record as numbers."""
        return self._store.figures(subject_id, self._with(lens))

    def figures_on_page(
        self, record_id: str, matching: Filter = EVERYTHING, lens: Lens = PLAIN_LENS
    ) -> tuple[FigureRow, ...]:
        """Return the figures that stand on a record's page."""
        return self._store.figures_on_page(record_id, matching, self._with(lens))

    def alike(
        self, measure: str, unit: str, matching: Filter = EVERYTHING, lens: Lens = PLAIN_LENS
    ) -> tuple[FigureRow, ...]:
        """Return the figures that measure the same in one unit."""
        return self._store.alike(measure, unit, matching, self._with(lens))

    def figure(self, figure_id: str, lens: Lens = PLAIN_LENS) -> FigureRow | None:
        """Return one figure as a number."""
        return self._store.figure(figure_id, self._with(lens))

    def bearing(
        self, records: Collection[str], measures: frozenset[str], lens: Lens = PLAIN_LENS
    ) -> tuple[tuple[str, FigureRow], ...]:
        """Return the figures of some measures that bear on records."""
        return self._store.bearing(records, measures, self._with(lens))

    def events(
        self,
        record_id: str | None = None,
        matching: Filter = EVERYTHING,
        after: str | None = None,
        limit: int = PAGE,
        lens: Lens = PLAIN_LENS,
    ) -> tuple[EventRow, ...]:
        """Return a page of what is dated."""
        return self._store.events(record_id, matching, after, limit, self._with(lens))

    def undated(
        self,
        record_id: str | None = None,
        matching: Filter = EVERYTHING,
        lens: Lens = PLAIN_LENS,
    ) -> int:
        """Return how many of these claims have no date."""
        return self._store.undated(record_id, matching, self._with(lens))

    def evidence(self, claim_id: str, lens: Lens = PLAIN_LENS) -> tuple[EvidenceRow, ...]:
        """Return a claim's quotes."""
        return self._store.evidence(claim_id, self._with(lens))

    def quoted(self, record_id: str, lens: Lens = PLAIN_LENS) -> int:
        """Return how many quotes stand on a page."""
        return self._store.quoted(record_id, self._with(lens))

    def disputes(self, record_id: str, lens: Lens = PLAIN_LENS) -> tuple[DisputeRow, ...]:
        """Return what cannot be true beside a claim."""
        return self._store.disputes(record_id, self._with(lens))

    def derivation(self, figure_id: str, lens: Lens = PLAIN_LENS) -> Derivation | None:
        """Return how a derived figure came about."""
        return self._store.derivation(figure_id, self._with(lens))

    def source_text(self, source_id: str, lens: Lens = PLAIN_LENS) -> SourceText | None:
        """Return a source in reading order."""
        return self._store.source_text(source_id, self._with(lens))

    def search(self, text: str, limit: int = 50, lens: Lens = PLAIN_LENS) -> tuple[Hit, ...]:
        """Find records by name, alias, words or quote."""
        return self._store.search(text, limit, self._with(lens))

    def nearest(self, name: str, limit: int = 3, lens: Lens = PLAIN_LENS) -> tuple[str, ...]:
        """Return the ids that look most like `name`."""
        return self._store.nearest(name, limit, self._with(lens))

    def matches(self) -> tuple[MatchRow, ...]:
        """Return which entities of several sets are the same, which no lens changes."""
        return self._store.matches()

    def findings(self, lens: Lens = PLAIN_LENS) -> tuple[Finding, ...]:
        """Return what the checks found."""
        return self._store.findings(self._with(lens))

    def findings_of(self, record_id: str, lens: Lens = PLAIN_LENS) -> tuple[Finding, ...]:
        """Return what the checks found about one record."""
        return self._store.findings_of(record_id, self._with(lens))

    def proofs(self, claim_id: str, lens: Lens = PLAIN_LENS) -> tuple[ProofRow, ...]:
        """Return what the words of a claim prove."""
        return self._store.proofs(claim_id, self._with(lens))
