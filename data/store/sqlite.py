# ruff: noqa: S608 - only fixed text is put together; what users write goes in as parameters
"""The embedded store: a compiled file answers in rows. Nothing here loads Pydantic."""

from __future__ import annotations

import json
import os
import weakref
from collections.abc import Callable, Collection, Sequence
from functools import lru_cache, partial
from types import TracebackType
from typing import TYPE_CHECKING, Self, cast

from scale_explorer.models.errors import DamagedError
from scale_explorer.models.kinds import Kind
from scale_explorer.models.late import Late

from ..matching.ids import bare
from ..query import EVERYTHING, Filter
from . import columns, conditions
from .conditions import (
    RECORDS,
    TYING,
    Condition,
    every,
    matching,
    matching_lines,
    seen,
    seen_lines,
    seen_words,
)
from .connections import DAMAGED, Connections, may_be_damage
from .found import FIRST, Found, sections_among
from .path_rows import EVERY_WAY, Paths, Walk
from .protocol import PAGE, never
from .rows.lens import PLAIN_LENS, Lens
from .rows.order import Order
from .rows.records import Called, Fact, Hit, Portrait, RecordRow
from .rows.sets import News

if TYPE_CHECKING:
    from pathlib import Path

    from .. import finding_json
    from ..finding import Finding
    from . import (
        closest,
        days,
        disputes,
        documents_found,
        events,
        hidden,
        index_format,
        numbers,
        paths,
        places,
        quoted,
        roles,
        search,
        story,
        ties,
        visits,
        why,
    )
    from .rows import dated, figures
    from .rows.claims import ClaimRow
    from .rows.dated import Beginning, DayRow, EventRow
    from .rows.disputed import DisputeRow
    from .rows.edges import DegreeRow, EdgeRow
    from .rows.figures import Derivation, FigureRow
    from .rows.quotes import EvidenceRow, ProofRow
    from .rows.sets import MatchRow, SetRow
    from .rows.sources import SourceText
    from .visits import PrintRow
else:
    closest, days, disputes, documents_found, events, hidden, index_format, numbers = (
        Late(__package__, f".{name}")
        for name in (
            "closest", "days", "disputes", "documents_found", "events", "hidden", "index_format",
            "numbers",
        )
    )  # fmt: skip
    paths, places, quoted, roles, search, story, ties, visits, why = (
        Late(__package__, f".{name}")
        for name in (
            "paths",
            "places",
            "quoted",
            "roles",
            "search",
            "story",
            "ties",
            "visits",
            "why",
        )
    )
    dated, figures = Late(__package__, ".rows.dated"), Late(__package__, ".rows.figures")
    finding_json = Late(__package__, "..finding_json")

UNFINISHED = ".compiling-"
"""What the name of a file begins with until all is in it; the number of its process follows."""

STORY = 0
"""The owner of the story's lines; records count from 1."""
_CALLED = "(SELECT row FROM called WHERE id = :id GROUP BY id HAVING count(*) = 1)"
"""The record that an id means, unless it may mean several."""


_ROWS = 256
"""Ids whose records a store keeps at hand."""
_FILTERS = 2
"""Filters for which it keeps whose names go with them best."""
_WORDS = 16
"""Words of filters for which it keeps who has them: every kind is asked for the same."""


class SQLiteStore:
    """A compiled data set (see `protocol.Store`); threads may ask it at the same time.

    An `index` is a file of imported records, which belongs to the reader and is never removed.

    It closes by itself when nobody holds it any more: where another takes its place, a thread may
    still be asking it.
    """

    def __init__(self, path: Path | str, *, index: bool = False) -> None:
        self._path, self._index = path, index
        self._file = Connections(path, kept=index)
        # The file never changes, and a key asks for the same few records many times over.
        self._row_called = lru_cache(_ROWS)(partial(_row_called, self._file))
        self._having = lru_cache(_WORDS)(partial(_having, self._file))
        self._short: dict[str, tuple[Sequence[int], bool]] = {}
        self._roles: roles.Roles | None = None
        # A first look and the whole one ask for the same.
        self._best = lru_cache(_FILTERS)(partial(_best, self._file, ordered=index))
        self._near = lru_cache(_FILTERS)(partial(_near, self._file, ordered=index))
        weakref.finalize(self, self._file.close)

    @property
    def name(self) -> str:
        """The name of the file; that of a compiled set differs for each state of its files."""
        return os.path.basename(self._path)  # noqa: PTH119 - as it may be text

    def close(self) -> None:
        """Close the file; the store answers no more."""
        self._file.close()

    def __enter__(self) -> Self:
        """Use it until the end of the block."""
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        """Close it; what failed because the file is damaged raises DamagedError in its place."""
        self.close()
        if may_be_damage(error) and self._file.is_damaged():
            raise (
                index_format.damaged(self._path) if self._index else DamagedError(DAMAGED)
            ) from error

    def is_sound(self) -> bool:
        """Say whether the file was finished and is whole; raises DataError when it is none.

        Of an index, what is wrong is raised.
        """
        if self._index:
            index_format.require_index(self._file, self._path)
        return self._meta("summary") is not None and self._file.is_whole()

    def _meta(self, key: str) -> str | None:
        found = self._file.first("SELECT value FROM meta WHERE key = :key", {"key": key})
        return str(found[0]) if found else None

    def summary(self) -> SetRow:
        """Return the set's title, counts and verification."""
        return columns.set_row(json.loads(self._meta("summary") or "{}"))

    def visit(self) -> bytes:
        """Return what a reader sees of the set, for `mark_new` of a later store to compare with."""
        return visits.packed(self._prints())

    def mark_new(self, visit: bytes) -> News | None:
        """Give what is new or changed since a visit the quality `new`; say how much that is.

        No query may be under way. The file itself stays as it is: others may have it open.
        """
        digest = visits.digest_of(visit)
        if digest is None:
            return None
        same = digest == self._meta("prints")
        news, rows = (
            (News(), ()) if same else visits.compared(visits.unpacked(visit), self._prints())
        )
        self._file.mark(rows)
        self._best.cache_clear()  # some filters ask for what is new
        self._near.cache_clear()
        return news

    def _prints(self) -> list[PrintRow]:
        return cast("list[PrintRow]", self._file.select("SELECT row, id, own, named FROM print"))

    def records(
        self,
        kind: Kind,
        matching: Filter = EVERYTHING,
        after: str | None = None,
        limit: int = PAGE,
        lens: Lens = PLAIN_LENS,
    ) -> tuple[RecordRow, ...]:
        """Return a page of records of a kind in the set's order, from behind the id `after`."""
        behind = self._row(after) if after is not None else 0
        if behind is None:
            return ()
        where = every((_of_kind(kind, behind), *_asked(kind, matching, lens)))
        sql = f"{columns.records(lens)} WHERE {where.sql} ORDER BY r.row LIMIT :limit"
        rows = self._file.select(sql, {**where.values, "limit": limit})
        return tuple(columns.record_row(row) for row in rows)

    def listed(
        self,
        kind: Kind,
        matching: Filter = EVERYTHING,
        lens: Lens = PLAIN_LENS,
        most: int | None = FIRST,
        stopped: Callable[[], bool] = never,
    ) -> Found[RecordRow]:
        """Find records of a kind, to be read from any place; their keys are their ids."""
        how_far = places.Search(
            self._file, most, stopped, self._index, self._having,
            partial(self._spelled, stopped), partial(self._told, stopped),
        )  # fmt: skip
        rows, complete = places.listed_rows(kind, matching, lens, how_far)
        return Found(rows, partial(self._records_at, lens), self._row, complete)

    def _spelled(self, stopped: Callable[[], bool], word: str) -> tuple[Sequence[int], bool]:
        """Return who holds a short word, which takes long only once, unless one is stopped."""
        if not self._index:
            return (), False
        found = self._short.get(word)
        if found is None:
            found = places.spelled(self._file, word, stopped)
            if not stopped():
                self._short = {**(self._short if len(self._short) < _WORDS else {}), word: found}
        return found

    def _told(self, stopped: Callable[[], bool], word: str) -> tuple[Sequence[int], bool]:
        """Return who has a word in the role, of an index; elsewhere that is among the letters."""
        if not self._index:
            return (), True
        if self._roles is None:
            self._roles = roles.Roles(self._file)
        return self._roles.having(stopped, word)

    def _records_at(self, lens: Lens, rows: Sequence[int]) -> tuple[RecordRow, ...]:
        return places.read_records(self._file, lens, rows)

    def best(self, matching: Filter, lens: Lens = PLAIN_LENS) -> tuple[Called, ...]:
        """Return the records of each kind that are called by the words of a filter, best first."""
        return self._best(matching, lens)

    def near(self, matching: Filter, lens: Lens = PLAIN_LENS) -> tuple[Called, ...]:
        """Return the records of each kind that are nearly called so, where none is as written.

        In an index claims are called by their ends, which may be two names with a word each.
        """
        kinds = [kind for kind in Kind if not (self._index and kind in places.CALLED_BY_ENDS)]
        if any(self.listed(kind, matching, lens, most=1).total for kind in kinds):
            return ()
        return self._near(matching, lens)

    def lines(
        self,
        record_id: str,
        matching: Filter = EVERYTHING,
        lens: Lens = PLAIN_LENS,
        most: int | None = FIRST,
        stopped: Callable[[], bool] = never,
    ) -> Found[ClaimRow]:
        """Find the claims of a record, to be read from any place."""
        owner = self._row(record_id, lens)
        if owner is None:
            return Found((), lambda _: (), columns.position)
        how_far = places.Search(self._file, most, stopped)
        lines, complete = places.line_places(owner, matching, lens, how_far)
        sections = sections_among(places.headings_of(self._file, owner), lines)
        read = partial(self._lines_at, owner, lens)
        return Found(lines, read, columns.position, complete, sections)

    def lines_in_order(
        self,
        record_id: str,
        order: Order,
        matching: Filter = EVERYTHING,
        lens: Lens = PLAIN_LENS,
    ) -> Found[ClaimRow]:
        """Find the claims of a record in another order than the page's own, all at once."""
        owner = self._row(record_id, lens)
        if owner is None:
            return Found((), lambda _: (), columns.position)
        lines = places.lines_in_order(self._file, owner, matching, lens, order)
        sections = sections_among(places.headings_of(self._file, owner), sorted(lines))
        read = partial(self._lines_at, owner, lens)
        return Found(lines, read, columns.position, sections=sections, ascending=False)

    def _lines_at(self, owner: int, lens: Lens, numbers: Sequence[int]) -> tuple[ClaimRow, ...]:
        return places.read_lines(self._file, owner, lens, numbers)

    def count(self, kind: Kind, matching: Filter = EVERYTHING, lens: Lens = PLAIN_LENS) -> int:
        """Return how many records of a kind match."""
        if matching == EVERYTHING and lens == PLAIN_LENS:
            sql, where = "SELECT last - first + 1 FROM kind WHERE kind = :kind", Condition()
        else:
            where = every((_of_kind(kind, 0), *_asked(kind, matching, lens)))
            sql = f"SELECT count(*) FROM record r WHERE {where.sql}"
        found = self._file.first(sql, {**where.values, "kind": kind.value})
        return cast("int", found[0]) if found else 0

    def record(self, record_id: str, lens: Lens = PLAIN_LENS) -> RecordRow | None:
        """Return one record's line."""
        where = every((Condition(f"r.row = {_CALLED}", {"id": record_id}), seen(lens)))
        found = self._file.first(f"{columns.records(lens)} WHERE {where.sql}", where.values)
        return columns.record_row(found) if found else None

    def days(
        self, after: str = "", limit: int = PAGE, lens: Lens = PLAIN_LENS
    ) -> tuple[DayRow, ...]:
        """Return the days behind `after` at which something changes, oldest first."""
        return days.behind(self._file, after, limit, lens)

    def days_until(
        self, day: str, limit: int = PAGE, lens: Lens = PLAIN_LENS
    ) -> tuple[DayRow, ...]:
        """Return the days up to and with `day` at which something changes, newest first."""
        return days.until(self._file, day, limit, lens)

    def begins(self, record_id: str) -> Beginning | None:
        """Return since when a record counts; None for one that is not there."""
        sql = f"SELECT since, surely FROM record WHERE row = {_CALLED}"
        found = self._file.first(sql, {"id": record_id})
        return dated.Beginning(str(found[0]), str(found[1])) if found else None

    def changes(
        self, day: str, after: str | None = None, limit: int = PAGE, lens: Lens = PLAIN_LENS
    ) -> tuple[RecordRow, ...]:
        """Return a page of what begins to count or changes on a day, as it is from then on."""
        behind = self._row(after) if after is not None else 0
        return () if behind is None else days.changes(self._file, day, behind, limit, lens)

    def fallen(
        self, lens: Lens, after: str | None = None, limit: int = PAGE
    ) -> tuple[RecordRow, ...]:
        """Return a page of what a lens leaves out because of what it switches off."""
        behind = self._row(after) if after is not None else 0
        return () if behind is None else days.fallen(self._file, lens, behind, limit)

    def document(self, record_id: str, lens: Lens = PLAIN_LENS) -> str | None:
        """Return one whole record as JSON text, as `docs/cli.md` describes it."""
        where = every((Condition(f"r.row = {_CALLED}", {"id": record_id}), seen(lens)))
        return next(iter(documents_found.found(self._file, where, lens)), None)

    def documents(
        self, kind: Kind, matching: Filter = EVERYTHING, lens: Lens = PLAIN_LENS
    ) -> tuple[str, ...]:
        """Return every matching record of a kind as JSON text."""
        where = every((_of_kind(kind, 0), *_asked(kind, matching, lens)))
        return tuple(documents_found.found(self._file, where, lens))

    def portrait(self, record_id: str, lens: Lens = PLAIN_LENS) -> Portrait | None:
        """Return the head of a record's page: what it is, and the facts that matter."""
        record = self.record(record_id, lens)
        row = self._row(record_id)
        if record is None or row is None:
            return None
        head = self._file.first("SELECT subtitle, summary FROM head WHERE row = :row", {"row": row})
        subtitle, summary = head or ("", "")
        return Portrait(
            record=record,
            subtitle=str(subtitle),
            summary=str(summary),
            facts=self._facts(row, lens),
        )

    def _facts(self, row: int, lens: Lens) -> tuple[Fact, ...]:
        where = seen(lens)
        disputed = "EXISTS (SELECT 1 FROM dispute d WHERE d.row = f.claim)"
        dated = "" if lens.as_of is None else "AND f.since <= :as_of"
        sql = f"""SELECT f.label, f.value, r.id, {disputed}
                  FROM fact f LEFT JOIN record r ON r.row = f.claim
                  WHERE f.row = :row AND (f.claim IS NULL OR ({where.sql})) {dated}
                  ORDER BY f.position"""
        rows = self._file.select(sql, {**where.values, "row": row})
        facts = tuple(columns.fact(found) for found in rows)
        told = any(fact.label == "status" for fact in facts)
        return facts if told or lens.as_of is None else (*self._status(row, lens), *facts)

    def _status(self, row: int, lens: Lens) -> tuple[Fact, ...]:
        """Return the status that a record with a history had on the day."""
        sql = f"SELECT p.status, r.id FROM record r{columns.joined(lens)} WHERE r.row = :row"
        status, record_id = self._file.first(sql, {"row": row, "as_of": lens.as_of}) or ("", "")
        told = str(status or "").replace("-", " ")
        return (Fact("status", told, str(record_id)),) if told else ()

    def claims(
        self,
        record_id: str,
        matching: Filter = EVERYTHING,
        after: str | None = None,
        limit: int = PAGE,
        lens: Lens = PLAIN_LENS,
    ) -> tuple[ClaimRow, ...]:
        """Return a page of a record's claims, by section, from behind the key `after`."""
        owner = self._row(record_id, lens)
        behind = columns.position(after) if after is not None else -1
        if owner is None or behind is None:
            return ()
        return self._lines(owner, matching, behind, limit, lens)

    def story(self, matching: Filter = EVERYTHING, lens: Lens = PLAIN_LENS) -> tuple[ClaimRow, ...]:
        """Return the lead claims in the order that tells the story."""
        lines = self._lines(STORY, matching, -1, -1, lens)
        whole = not matching.terms and lens == PLAIN_LENS
        return lines if whole else tuple(story.linked(self._file, lines, lens))

    def _lines(
        self, owner: int, wanted: Filter, behind: int, limit: int, lens: Lens
    ) -> tuple[ClaimRow, ...]:
        place = Condition(
            "l.owner = :owner AND l.position > :behind", {"owner": owner, "behind": behind}
        )
        where = every((place, matching_lines(wanted, lens), seen_lines(lens)))
        sql = f"{columns.lines(lens)} WHERE {where.sql} ORDER BY l.position LIMIT :limit"
        rows = self._file.select(sql, {**where.values, "limit": limit})
        return tuple(columns.claim_row(row) for row in rows)

    def why(self, record_id: str, lens: Lens = PLAIN_LENS) -> tuple[ClaimRow, ...]:
        """Return the chain of reasons both ways; an entity's begins at its own claims."""
        row = self._row(record_id, lens)
        return () if row is None else why.chain(self._file, row, lens)

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
        """Return a page of a record's ties, by type and direction, from behind the tie `after`."""
        row = self._row(record_id, lens)
        if row is None:
            return ()
        which = every((ties.of_types(types), ties.directed(outward), ties.behind(after)))
        return ties.edges(self._file, row, which, limit, lens)

    def between(self, record_ids: Collection[str], lens: Lens = PLAIN_LENS) -> tuple[EdgeRow, ...]:
        """Return the ties that join two of some records, each seen from its subject, by type."""
        rows = {row for each in record_ids if (row := self._row(each, lens)) is not None}
        return ties.between(self._file, tuple(rows), PAGE, lens)

    def degrees(self, record_id: str, lens: Lens = PLAIN_LENS) -> tuple[DegreeRow, ...]:
        """Return how many ties of each type and direction a record has."""
        row = self._row(record_id, lens)
        return () if row is None else ties.degrees(self._file, row, lens)

    def paths(
        self,
        first_id: str,
        second_id: str,
        walk: Walk = EVERY_WAY,
        lens: Lens = PLAIN_LENS,
        stopped: Callable[[], bool] = never,
    ) -> Paths:
        """Return the shortest paths between two records."""
        first, second = self._row(first_id), self._row(second_id)
        if first is None or second is None or first == second:
            return Paths(exhausted=True)
        return paths.paths(self._file, (first, second), walk, lens, stopped)

    def figures(self, subject_id: str, lens: Lens = PLAIN_LENS) -> tuple[FigureRow, ...]:
        """Return the figures about a record as numbers, at most `PAGE`, in the set's order."""
        row = self._row(subject_id, lens)
        return () if row is None else numbers.about(self._file, row, lens)

    def figures_on_page(
        self, record_id: str, matching: Filter = EVERYTHING, lens: Lens = PLAIN_LENS
    ) -> tuple[FigureRow, ...]:
        """Return the figures that stand on a record's page, at most `PAGE`, in the set's order."""
        row = self._row(record_id, lens)
        return () if row is None else numbers.on_page(self._file, row, matching, lens)

    def alike(
        self, measure: str, unit: str, matching: Filter = EVERYTHING, lens: Lens = PLAIN_LENS
    ) -> tuple[FigureRow, ...]:
        """Return the figures that measure the same in one unit, at most `PAGE`, in set order."""
        return numbers.alike(self._file, measure, unit, matching, lens)

    def figure(self, figure_id: str, lens: Lens = PLAIN_LENS) -> FigureRow | None:
        """Return one figure as a number."""
        row = self._row(figure_id)
        return None if row is None else numbers.at(self._file, row, lens)

    def bearing(
        self, records: Collection[str], measures: frozenset[str], lens: Lens = PLAIN_LENS
    ) -> tuple[tuple[str, FigureRow], ...]:
        """Return the figures of some measures that bear on records, each beside the record's id."""
        return numbers.bearing(self._file, records, measures, lens)

    def events(
        self,
        record_id: str | None = None,
        matching: Filter = EVERYTHING,
        after: str | None = None,
        limit: int = PAGE,
        lens: Lens = PLAIN_LENS,
    ) -> tuple[EventRow, ...]:
        """Return a page of what is dated, in the order of time, from behind the key `after`."""
        owner = self._row(record_id, lens) if record_id is not None else None
        if owner is None and record_id is not None:
            return ()
        which = every((events.behind(after), conditions.matching(matching, RECORDS, lens)))
        return events.events(self._file, owner, which, limit, lens)

    def undated(
        self,
        record_id: str | None = None,
        matching: Filter = EVERYTHING,
        lens: Lens = PLAIN_LENS,
    ) -> int:
        """Return how many of these claims have no date; reasons, which never have, do not count."""
        owner = self._row(record_id, lens) if record_id is not None else None
        if owner is None and record_id is not None:
            return 0
        which = conditions.matching(matching, RECORDS, lens)
        return events.undated(self._file, owner, which, lens)

    def evidence(self, claim_id: str, lens: Lens = PLAIN_LENS) -> tuple[EvidenceRow, ...]:
        """Return a claim's quotes: its own, then those of its history, newest status first."""
        where = every((Condition("e.claim = :claim", {}), seen_words(lens)))
        sql = f"{columns.EVIDENCE} WHERE {where.sql} ORDER BY e.row"
        rows = self._file.select(sql, {**where.values, "claim": self._row(claim_id, lens)})
        return tuple(columns.evidence_row(row) for row in rows)

    def quoted(self, record_id: str, lens: Lens = PLAIN_LENS) -> int:
        """Return how many quotes stand on the page of an entity or a source."""
        row = self._row(record_id, lens)
        return 0 if row is None else quoted.quoted(self._file, row, lens)

    def disputes(self, record_id: str, lens: Lens = PLAIN_LENS) -> tuple[DisputeRow, ...]:
        """Return what cannot be true beside a claim, or speaks against it; at most 20 disputes."""
        row = self._row(record_id, lens)
        return () if row is None else disputes.disputes(self._file, row, lens)

    def derivation(self, figure_id: str, lens: Lens = PLAIN_LENS) -> Derivation | None:
        """Return how a derived figure came about, or None for a stated one."""
        row = self._row(figure_id, lens)
        found = self._file.first("SELECT json FROM derivation WHERE row = :row", {"row": row})
        if found is None:
            return None
        fields = json.loads(str(found[0]))
        inputs = tuple(figures.InputRow(**each) for each in fields.pop("inputs"))
        return figures.Derivation(**fields, inputs=inputs)

    def source_text(self, source_id: str, lens: Lens = PLAIN_LENS) -> SourceText | None:
        """Return a source in reading order, with its quotes and sentences."""
        row = self._row(source_id, lens)
        head = self._file.first(columns.SOURCE, {"row": row})
        if head is None:
            return None
        behind = "WHERE source = :row ORDER BY position"
        stretches = self._file.select(f"{columns.STRETCHES} {behind}", {"row": row})
        sentences = self._file.select(f"{columns.SENTENCES} {behind}", {"row": row})
        unseen = hidden.Hidden() if lens == PLAIN_LENS else hidden.hidden_in(self._file, row, lens)
        return columns.source_text(
            head,
            tuple(unseen.left_of(columns.stretch(each)) for each in stretches),
            tuple(unseen.left_in(columns.sentence_row(each)) for each in sentences),
        )

    def search(self, text: str, limit: int = 50, lens: Lens = PLAIN_LENS) -> tuple[Hit, ...]:
        """Find records by name, alias, words or quote, best first; small slips are forgiven."""
        known = search.found(self._file, text, limit, lens, ordered=self._index)
        hits = (self._hit(row, snippet, lens) for row, snippet in known)
        return tuple(hit for hit in hits if hit is not None)

    def _hit(self, row: int, snippet: str, lens: Lens) -> Hit | None:
        """Return a record that was found; a title that it has only later is not shown."""
        found = self._record_at(row, lens)
        if found is None:
            return None
        if lens.as_of is None:
            return Hit(found, snippet)
        now = self._record_at(row, PLAIN_LENS)
        return Hit(found, found.title if now and snippet == now.title else snippet)

    def nearest(self, name: str, limit: int = 3, lens: Lens = PLAIN_LENS) -> tuple[str, ...]:
        """Return the ids that `name` may mean in several sets, then those most like it."""
        where = seen(lens)
        sql = (
            f"SELECT r.id FROM handle h JOIN record r USING (row) WHERE h.id = :id AND {where.sql}"
        )
        rows = self._file.select(sql, {**where.values, "id": name.lower()})
        meant = [str(found) for (found,) in rows]
        words = name.replace("-", " ")
        some = max(limit, search.NEAR)
        hits = self.search(words, some, lens) or self.search(bare(words), some, lens)
        alike = search.most_alike(bare(words), hits)
        return tuple(dict.fromkeys((*meant, *(hit.record.id for hit in alike))))[:limit]

    def matches(self) -> tuple[MatchRow, ...]:
        """Return which entities of several sets are the same, surest first; of one set, none."""
        return tuple(columns.match_row(row) for row in self._file.select(columns.MATCHES))

    def findings(self, lens: Lens = PLAIN_LENS) -> tuple[Finding, ...]:
        """Return what the checks found when the set was compiled."""
        return self._findings(Condition(), lens)

    def findings_of(self, record_id: str, lens: Lens = PLAIN_LENS) -> tuple[Finding, ...]:
        """Return what the checks found about one record."""
        return self._findings(Condition("f.record = :id", {"id": record_id}), lens)

    def _findings(self, which: Condition, lens: Lens) -> tuple[Finding, ...]:
        """Return findings; one about a record that could not be read is seen through any lens."""
        there = seen(lens)
        where = every((which, Condition(f"r.row IS NULL OR ({there.sql})", there.values)))
        rows = self._file.select(
            f"{columns.FINDINGS} WHERE {where.sql} ORDER BY position", where.values
        )
        return tuple(finding_json.loaded(str(text)) for (text,) in rows)

    def proofs(self, claim_id: str, lens: Lens = PLAIN_LENS) -> tuple[ProofRow, ...]:
        """Return what the words of a claim prove: its number first, then its parties."""
        sql = f"{columns.PROOFS} WHERE claim = :row ORDER BY position"
        rows = self._file.select(sql, {"row": self._row(claim_id, lens)})
        return tuple(columns.proof_row(row) for row in rows)

    def _row(self, record_id: str, lens: Lens = PLAIN_LENS) -> int | None:
        """Return the number of a record, unless the lens leaves it out."""
        if lens == PLAIN_LENS:
            return self._row_called(record_id)
        where = every((Condition(f"r.row = {_CALLED}", {"id": record_id}), seen(lens)))
        found = self._file.first(f"SELECT r.row FROM record r WHERE {where.sql}", where.values)
        return cast("int", found[0]) if found else None

    def _record_at(self, row: int, lens: Lens) -> RecordRow | None:
        where = every((Condition("r.row = :row", {"row": row}), seen(lens)))
        found = self._file.first(f"{columns.records(lens)} WHERE {where.sql}", where.values)
        return columns.record_row(found) if found else None


def _row_called(file: Connections, record_id: str) -> int | None:
    found = file.first(f"SELECT {_CALLED}", {"id": record_id})
    return cast("int | None", found[0]) if found else None


def _best(file: Connections, wanted: Filter, lens: Lens, *, ordered: bool) -> tuple[Called, ...]:
    return _called(file, closest.best(file, wanted, lens, ordered=ordered), lens)


def _near(file: Connections, wanted: Filter, lens: Lens, *, ordered: bool) -> tuple[Called, ...]:
    return _called(file, closest.near(file, wanted, lens, ordered=ordered), lens)


def _called(file: Connections, groups: Sequence[closest.Group], lens: Lens) -> tuple[Called, ...]:
    rows = sorted(row for group in groups for row in (*group.first, *group.then))
    records = dict(zip(rows, places.read_records(file, lens, rows), strict=True))
    return tuple(
        Called(
            group.kind,
            tuple(records[row] for row in group.first),
            tuple(records[row] for row in group.then),
        )
        for group in groups
    )


def _having(file: Connections, text: str) -> tuple[Sequence[int], bool]:
    return places.having(file, text)


def _of_kind(kind: Kind, behind: int) -> Condition:
    """Return the condition that a row is of a kind, and behind a row; a range, so that it seeks."""
    bounds = "SELECT {} FROM kind WHERE kind = :kind"
    return Condition(
        f"r.row >= ({bounds.format('first')}) AND r.row <= ({bounds.format('last')})"
        " AND r.row > :behind",
        {"kind": kind.value, "behind": behind},
    )


def _asked(kind: Kind, wanted: Filter, lens: Lens) -> tuple[Condition, Condition]:
    side = TYING if kind in places.CALLED_BY_ENDS else RECORDS
    return matching(wanted, side, lens), seen(lens)
