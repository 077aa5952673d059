"""What Browse shows: the story, every kind, and the records of those that are open."""

from __future__ import annotations

from collections.abc import Iterable
from typing import cast

from scale_explorer.data.store.protocol import Store
from scale_explorer.models.frozen import replace

from .kind_sections import Section, filtered, opened
from .listed import AtHand, Listed, Run
from .scene import BrowseRow, Listing, Part, nearest_key
from .sheets import read_filter
from .state import KIND_ROW, REST_ROW, ViewState


def browsed(store: Store, state: ViewState, before: Part[Listing] | None) -> Part[Listing]:
    """Return the rows of Browse and its cursor; where only that moved, the rows are the same."""
    view = state.browse
    asked = view.filter, view.whole, state.lens, state.open_kinds
    question = asked, view.cursor
    if before is not None and before.question == question:
        return before
    known = _known(before, asked)
    listing = known or _listing(store, state)
    old = before.answer.rows if before else ()
    cursor = _cursor(listing, state, old, anew=_typed(before, state))
    shown = before.answer.cursor if before and _stays(before, state) else None
    if listing.filtered and shown is not None and listing.rows.place_of(shown) is not None:
        cursor = shown  # which is a record where the state's is a heading that was not typed for
    return Part(question, replace(listing, cursor=cursor))


def is_known(state: ViewState, before: Part[Listing]) -> bool:
    """Say whether the rows of a state are those that Browse shows already."""
    view = state.browse
    return _known(before, (view.filter, view.whole, state.lens, state.open_kinds)) is not None


def _known(before: Part[Listing] | None, asked: tuple[object, ...]) -> Listing | None:
    return before.answer if before is not None and _asked(before) == asked else None


def _asked(before: Part[Listing] | None) -> tuple[object, ...] | None:
    """Return what was asked for what is shown; None where that has to be asked again."""
    question: object = before.question if before is not None else None
    if not isinstance(question, tuple):
        return None
    return cast("tuple[tuple[object, ...], object]", question)[0]


def _stays(before: Part[Listing] | None, state: ViewState) -> bool:
    """Say whether nobody moved the cursor or typed since: to open a kind is neither."""
    asked = _asked(before)
    if before is None or asked is None:
        return before is not None
    return asked[0] == state.browse.filter and before.question == (asked, state.browse.cursor)


def _typed(before: Part[Listing] | None, state: ViewState) -> bool:
    asked = _asked(before)
    return asked is not None and asked[0] != state.browse.filter


def _cursor(
    listing: Listing, state: ViewState, old: Listed[BrowseRow] | tuple[()], *, anew: bool
) -> str | None:
    """Return the key of the cursor; of what a filter found `anew`, a record and no heading."""
    cursor, rows = state.browse.cursor, listing.rows
    if not listing.filtered:
        return nearest_key(rows, cursor, old)
    if not rows:
        return None
    heads = cursor is not None and cursor.startswith((KIND_ROW, REST_ROW))
    if cursor and rows.place_of(cursor) is not None and not (heads and anew):
        return cursor
    first, _ = listing.headings[0]
    return rows[first + 1].key


def _listing(store: Store, state: ViewState) -> Listing:
    matching, error = read_filter(state.browse.filter)
    sections: Iterable[Section]
    if matching.terms:
        near, sections = filtered(store, matching, state)
    else:
        near, sections = False, opened(store, state)
    runs: list[Run[BrowseRow]] = []
    headings: list[tuple[int, BrowseRow]] = []
    for section in sections:
        if section.heading is not None:
            headings.append((sum(run.total for run in runs), section.heading))
            runs.append(AtHand((section.heading,)))
        runs.extend(section.runs)
    rows = Listed(*runs)
    return Listing(rows, None, error, tuple(headings), bool(matching.terms), near)
