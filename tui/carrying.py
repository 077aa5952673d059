"""From one state of the data to the next: where one was, is shown in the newer state.

Ids stay what they are, but the rows of a page are counted, so that a cursor is carried to the row
that says the same, or else to the nearest that is still there. No Textual; it may take a while.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from functools import cache, partial

from scale_explorer.data.store.protocol import PAGE, Store
from scale_explorer.data.store.rows.claims import ClaimRow
from scale_explorer.data.store.rows.quotes import EvidenceRow
from scale_explorer.models.frozen import replace

from .listed import place_of
from .look import look
from .memory.fitting import home, is_there
from .passages import still_there
from .scene import BrowseRow, Scene, outdated
from .state import Browse, Navigation, Pane, Place, View, ViewState, update
from .state.navigation import Change, Changes


def carried(
    navigation: Navigation, old: Store, new: Store, listed: Sequence[BrowseRow] = ()
) -> Navigation:
    """Return where one is, was, and could go, in the newer of two states of the data.

    Views of records that have gone are left out. In place of the present one comes, where one went
    along Browse, in which the rows `listed` stood, the page of the nearest record; else the last
    view that is still there, or what the set opens on.
    """
    carry = _Carrier(old, new)
    past = carry.all(navigation.past)
    beside = _beside(navigation.now, new, listed)
    if is_there(navigation.now.place, new):
        now = carry.view(navigation.now)
    elif beside is not None:
        now = beside
    elif past:
        now, past = past[-1].laid_out_as(navigation.now), past[:-1]
    else:
        now = home(new, navigation.now)
    changes = navigation.changes
    return Navigation(
        now=now,
        past=past,
        future=carry.all(navigation.future),
        changes=Changes(carry.changes(changes.past), carry.changes(changes.future)),
        marks=tuple((k, carry.view(v)) for k, v in navigation.marks if is_there(v.place, new)),
        end=navigation.end if navigation.end and new.record(navigation.end) else None,
    )


def _beside(now: ViewState, new: Store, listed: Sequence[BrowseRow]) -> ViewState | None:
    """Return the view of the record nearest to the one of the cursor in Browse, if there is any."""
    cursor = now.browse.cursor
    place = place_of(listed, cursor)
    if cursor is None or cursor != now.place.of or place is None:
        return None
    below, above = listed[place : place + PAGE], listed[max(0, place - PAGE) : place]
    near = (row.key for row in (*below, *reversed(above)) if new.record(row.key))
    found = next(near, None)
    return None if found is None else update(Navigation(now), Browse(found)).now


def seen_anew(navigation: Navigation, store: Store, before: Scene) -> tuple[Navigation, Scene]:
    """Look at a state of the data in which `before` is outdated.

    A cursor whose row has gone is put to the row that is shown in its stead.
    """
    scene = look(store, navigation, outdated(before))
    now = navigation.now
    listing = before.browse.answer
    if place_of(listing.rows, now.browse.cursor) is not None:
        now = now.with_cursor(Pane.BROWSE, scene.browse.answer.cursor)
    quotes = scene.words.answer.quotes
    if now.evidence.cursor is not None and before.quote is not None and quotes:
        near = _quote_near(before.words.answer.quotes, before.quote, quotes)
        same = now.evidence.cursor in {quote.id for quote in (*quotes, *scene.words.answer.others)}
        now = now if same else now.with_cursor(Pane.EVIDENCE, near.id)
    now = now.with_cursor(Pane.SOURCE, still_there(scene.text.answer, now.source.cursor))
    settled = navigation if now == navigation.now else replace(navigation, now=now)
    return settled, look(store, settled, scene)


def _quote_near(
    old: Sequence[EvidenceRow], quote: EvidenceRow, new: Sequence[EvidenceRow]
) -> EvidenceRow:
    place = old.index(quote) if quote in old else 0
    return new[min(place, len(new) - 1)]


class _Carrier:
    """Carries views; each page is asked for once."""

    def __init__(self, old: Store, new: Store) -> None:
        self._old, self._new = old, new
        self._old_rows = cache(partial(_rows, old))
        self._new_rows = cache(partial(_rows, new))

    def all(self, views: Iterable[ViewState]) -> tuple[ViewState, ...]:
        return tuple(self.view(each) for each in views if is_there(each.place, self._new))

    def changes(self, changes: Iterable[Change]) -> tuple[Change, ...]:
        return tuple(
            Change(self.view(each.before), self.view(each.after))
            for each in changes
            if is_there(each.before.place, self._new) and is_there(each.after.place, self._new)
        )

    def view(self, view: ViewState) -> ViewState:
        """Carry the cursor of a page; a list's is an id, as those of the other panes are."""
        cursor = view.focus.cursor
        if cursor is None or view.place.view not in {View.STORY, View.RECORD, View.WHY}:
            return view
        block = (self._old_place(view.place, cursor) or 0) // PAGE
        moved = _row_near(
            self._old_rows(view.place, block), cursor, self._new_rows(view.place, block)
        )
        if moved == cursor:
            return view
        return view.with_cursor(Pane.FOCUS, moved)

    def _old_place(self, place: Place, cursor: str) -> int | None:
        return self._old.lines(place.of).index(cursor) if place.view is View.RECORD else None


def _rows(store: Store, place: Place, block: int) -> tuple[ClaimRow, ...]:
    """Return the rows of a page around a block of it; nobody looks for a row further away."""
    match place.view:
        case View.STORY:
            return store.story()
        case View.RECORD:
            return store.lines(place.of).page((block - 1) * PAGE, (block + 2) * PAGE)
        case View.WHY:
            return store.why(place.of)
        case _:
            return ()


def _row_near(old: Sequence[ClaimRow], cursor: str, new: Sequence[ClaimRow]) -> str | None:
    """Return the key of the row that says the same, or of the nearest below or above it."""
    place = next((place for place, row in enumerate(old) if row.key == cursor), None)
    if place is None:
        return cursor
    same = {_what(row): row.key for row in reversed(new)}
    akin = {row.claim: row.key for row in reversed(new)}
    ways = (*old[place:], *reversed(old[:place]))
    return next((key for row in ways if (key := same.get(_what(row)) or akin.get(row.claim))), None)


def _what(row: ClaimRow) -> tuple[str | None, str, str | None, int]:
    return row.claim, row.section, row.target, row.depth
