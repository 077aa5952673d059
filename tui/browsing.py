"""What Browse shows: the story, every kind, and the records of those that are open."""

from __future__ import annotations

from collections.abc import Iterator
from typing import cast

from scale_explorer.data.query import Filter
from scale_explorer.data.store.found import Found
from scale_explorer.data.store.protocol import Store
from scale_explorer.data.store.rows.lens import PLAIN_LENS
from scale_explorer.data.store.rows.records import RecordRow
from scale_explorer.data.vocabulary import NEW
from scale_explorer.models.frozen import replace
from scale_explorer.models.kinds import Kind

from .day_marks import signs_of
from .listed import AtHand, Listed, Made, Run
from .overtaken import is_overtaken
from .scene import BrowseRow, Listing, Part, nearest_key
from .sheets import most_of, read_filter
from .state import KIND_ROW, STORY_ROW, ViewState

MORE = "more:"
"""What the key of a row begins with that stands for more of a kind; the kind follows."""


def browsed(store: Store, state: ViewState, before: Part[Listing] | None) -> Part[Listing]:
    """Return the rows of Browse and its cursor; where only that moved, the rows are the same."""
    view = state.browse
    asked = view.filter, view.whole, state.lens, state.open_kinds
    question = asked, view.cursor
    if before is not None and before.question == question:
        return before
    listing = _known(before, asked) or _listing(store, state)
    old = before.answer.rows if before else ()
    return Part(question, replace(listing, cursor=_cursor(listing, state, old)))


def is_known(state: ViewState, before: Part[Listing]) -> bool:
    """Say whether the rows of a state are those that Browse shows already."""
    view = state.browse
    return _known(before, (view.filter, view.whole, state.lens, state.open_kinds)) is not None


def _known(before: Part[Listing] | None, asked: tuple[object, ...]) -> Listing | None:
    if before is None:
        return None
    question: object = before.question
    if not isinstance(question, tuple):
        return None
    return before.answer if cast("tuple[object, ...]", question)[0] == asked else None


def _cursor(listing: Listing, state: ViewState, old: Listed[BrowseRow] | tuple[()]) -> str | None:
    """Return the key of the cursor; of what a filter found, the first record and no heading."""
    cursor, rows = state.browse.cursor, listing.rows
    if not listing.filtered:
        return nearest_key(rows, cursor, old)
    if not rows:
        return None
    return cursor if cursor and rows.place_of(cursor) is not None else rows[1].key


def _listing(store: Store, state: ViewState) -> Listing:
    matching, error = read_filter(state.browse.filter)
    summary = store.summary()
    runs: list[Run[BrowseRow]] = []
    headings: list[tuple[int, BrowseRow]] = []
    if not matching.terms:
        runs.append(AtHand((BrowseRow(STORY_ROW, "Story", summary.lead),)))
    for kind, count in summary.counts:
        of_kind = tuple(_kind_runs(store, kind, count, matching, state))
        if of_kind:
            headings.append((sum(run.total for run in runs), of_kind[0].page(0, 1)[0]))
        runs.extend(of_kind)
    return Listing(Listed(*runs), None, error, tuple(headings), bool(matching.terms))


def _kind_runs(
    store: Store, kind: Kind, count: int, matching: Filter, state: ViewState
) -> Iterator[Run[BrowseRow]]:
    """Yield a kind's heading and, where it is open or filtered, its records."""
    opened = bool(matching.terms) or kind.value in state.open_kinds
    found: Found[RecordRow] | None = None
    if opened or state.lens != PLAIN_LENS:
        found = store.listed(kind, matching, state.lens, most_of(state.browse), is_overtaken)
        count = found.total
    complete = found is None or found.complete
    if not count and complete:
        return
    heading = BrowseRow(f"{KIND_ROW}{kind.value}", kind.heading, count, opened, counted=complete)
    yield AtHand((heading,))
    if opened and found is not None:
        yield Made(found, _row_of)
        if not complete:
            yield AtHand((BrowseRow(f"{MORE}{kind.value}", "more", 0, more=True),), complete=False)


def _row_of(record: RecordRow) -> BrowseRow:
    return BrowseRow(
        record.id, record.short, record.claims, state=record.state, is_new=NEW in record.flags,
        day_signs=signs_of(record.flags),
    )  # fmt: skip
