"""From a state to what is on the screen: `look` asks the store and answers with a `Scene`.

Pure but for the store's queries, and free of Textual, so it may run on any thread. A part of the
scene whose question is the same as last time is taken over, not asked again.
"""

from __future__ import annotations

from collections.abc import Callable, Hashable

from scale_explorer.data.exploring.stepping import last_change
from scale_explorer.data.store.lensed import through
from scale_explorer.data.store.protocol import Store
from scale_explorer.data.store.rows.claims import ClaimRow
from scale_explorer.data.store.rows.lens import PLAIN_LENS
from scale_explorer.data.store.rows.order import Order
from scale_explorer.data.store.rows.records import RecordRow
from scale_explorer.data.store.rows.sources import SourceText
from scale_explorer.models.kinds import CLAIM_KINDS, Kind

from . import browsing
from .browsing import browsed
from .claim_words import chosen_quote, words_of
from .listed import BLOCK, Listed, is_complete, place_of
from .overtaken import LOOKS, first_look, has_first_look, is_overtaken, show_meanwhile
from .passages import Chosen, chosen
from .place_names import CRUMBS, crumbs
from .scene import AnswerT, Part, Scene, Sheet, nearest_key
from .sheets import read_filter, sheet
from .state import PICTURES, Navigation, Pane, Place, View, ViewState

QUICK = 20_000
"""Rows that are tested, one by one, before anybody could notice."""


def look(store: Store, navigation: Navigation, before: Scene | None = None) -> Scene:
    """Return what `navigation` shows; `before` is the scene whose answers may be taken over.

    Where rows have to be found among many, those that a first look finds are shown meanwhile; where
    that is less than a window shows, a longer one follows.
    """
    steps = LOOKS if has_first_look() and _looks_for_many(navigation.now, before) else ()
    for seconds in steps:
        with first_look(seconds):
            scene = _look(store, navigation, before)
        lists = scene.browse.answer.rows, scene.sheet.answer.rows
        if all(map(is_complete, lists)):
            return scene
        if is_overtaken():
            break
        show_meanwhile(scene)
        if all(is_complete(rows) or len(rows) >= BLOCK // 2 for rows in lists):
            break
    return _look(store, navigation, before)


def _looks_for_many(state: ViewState, before: Scene | None) -> bool:
    """Say whether rows have to be found that anybody could go through while the rest is found."""
    known = before is not None and browsing.is_known(state, before.browse)
    browses = not known and _tests_each(state, Pane.BROWSE) and not state.browse.whole
    shown = _is_known(state, before)
    lists = not shown and _tests_each(state, Pane.FOCUS) and not state.focus.whole
    return (browses or lists) and (shown or state.place.view in _LISTS)


_LISTS = frozenset({View.STORY, View.LIST, View.RECORD})
"""Views of which a part is worth something."""


def _look(store: Store, navigation: Navigation, before: Scene | None) -> Scene:
    state = navigation.now
    browse = browsed(store, state, before.browse if before else None)
    shown = _ask(
        before.sheet if before else None,
        _asked_of_sheet(state),
        lambda: sheet(store, state.place, state.focus, state.lens),
    )
    row = _chosen_row(shown.answer, _cursor_in(state, before), before)
    claim = row.claim if row else state.place.record  # a page without rows shows its own evidence
    seen, lens = through(store, state.lens), state.lens
    computed = shown.answer.derivations.get(row.key) if row else None
    words = _ask(
        before.words if before else None,
        (claim, state.evidence.filter, computed, lens),
        lambda: words_of(seen, claim, state.evidence.filter, computed),
    )
    quote = chosen_quote(words.answer, state.evidence.cursor)
    behind = next(iter(words.answer.behind.values()), None)
    cited = quote or behind
    source = cited.source if cited else _own_source(seen, state.place)
    text = _ask(before.text if before else None, (source, lens), lambda: _text(seen, source))
    passage = chosen(text.answer, cited, state.source.cursor)
    citing = _ask(
        before.citing if before else None,
        (passage.citing, claim, lens),
        lambda: _citing(seen, passage, claim),
    )
    places = tuple(view.place for view in (*navigation.past[1 - CRUMBS :], state))
    named = _ask(before.crumbs if before else None, places, lambda: crumbs(store, places))
    change = _ask(before.change if before else None, lens, lambda: last_change(store, lens))
    _have_at_hand(browse.answer.rows, browse.answer.cursor)
    return Scene(browse, shown, words, text, citing, named, row, quote, change)


def may_take_long(store: Store, state: ViewState, before: Scene | None) -> bool:
    """Say whether looking at a state may take longer than anybody should wait for a key.

    A search for paths does, and a picture of a hub, unless the answer is in the scene before.
    """
    place = state.place
    if place.view not in PICTURES or _is_known(state, before):
        return False
    return place.view is View.PATH or _has_many(store, place)


def _has_many(store: Store, place: Place) -> bool:
    """Say whether a picture is made of more than is looked through at once."""
    if not place.of:
        return store.listed(Kind.RELATIONSHIP).total > QUICK
    return store.lines(place.of).total > QUICK


def tests_many(store: Store, state: ViewState, before: Scene | None) -> bool:
    """Say whether what a state shows is not in the scene before, and has to be found among many."""
    return _sheet_tests_many(store, state, before) or _browse_tests_many(store, state, before)


def _is_known(state: ViewState, before: Scene | None) -> bool:
    return before is not None and before.sheet.question == _asked_of_sheet(state)


def _sheet_tests_many(store: Store, state: ViewState, before: Scene | None) -> bool:
    if _is_known(state, before) or not _tests_each(state, Pane.FOCUS):
        return False
    match state.place.view:
        case View.LIST:
            return store.listed(Kind(state.place.of)).total > QUICK
        case View.RECORD:
            return store.lines(state.place.of).total > QUICK
        case _:
            return False


def _browse_tests_many(store: Store, state: ViewState, before: Scene | None) -> bool:
    if before is not None and browsing.is_known(state, before.browse):
        return False
    many = sum(count for _, count in store.summary().counts) > QUICK
    return many and _tests_each(state, Pane.BROWSE)


def _tests_each(state: ViewState, pane: Pane) -> bool:
    """Say whether some rows may be left out, or moved, so that each has to be looked at."""
    if state.of(pane).order is not Order.NAME:
        return True
    return state.lens != PLAIN_LENS or bool(read_filter(state.of(pane).filter)[0].terms)


def _asked_of_sheet(state: ViewState) -> tuple[object, ...]:
    view = state.focus
    return view.filter, view.whole, state.lens, state.place, view.unfolded, view.order


def _ask(
    before: Part[AnswerT] | None,
    question: Hashable,
    answer: Callable[[], AnswerT],
) -> Part[AnswerT]:
    if before is not None and before.question == question:
        return before
    return Part(question, answer())


def _cursor_in(state: ViewState, before: Scene | None) -> str | None:
    """Return the key of the cursor, or of the row that stood in when its own had gone already."""
    cursor = state.focus.cursor
    if cursor is None or before is None or before.row is None:
        return cursor
    asked = before.sheet.question
    of_this = isinstance(asked, tuple) and state.place in asked
    gone = place_of(before.sheet.answer.rows, cursor) is None
    return before.row.key if of_this and gone else cursor


def _chosen_row(shown: Sheet, cursor: str | None, before: Scene | None) -> ClaimRow | None:
    old = before.sheet.answer.rows if before else ()
    key = nearest_key(shown.rows, cursor, old)
    place = place_of(shown.rows, key)
    _have_at_hand(shown.rows, key)
    return None if place is None else shown.rows[place]


def _have_at_hand(rows: object, key: str | None) -> None:
    """Read what a pane will show, here, where nobody waits for it."""
    if isinstance(rows, Listed) and key is not None and (place := rows.place_of(key)) is not None:
        rows.read_around(place)


def _own_source(store: Store, place: Place) -> str | None:
    """On a source's page its text stays in sight even where no quote is chosen."""
    record = store.record(place.record) if place.record else None
    return record.id if record and record.kind is Kind.SOURCE else None


def _text(store: Store, source: str | None) -> SourceText | None:
    return store.source_text(source) if source else None


def _citing(store: Store, passage: Chosen, claim: str | None) -> tuple[RecordRow, ...]:
    """Return what quotes a passage: the chosen claim, other claims, then who is only named."""
    found = (store.record(record) for record in passage.citing)
    known = (record for record in found if record is not None)
    return tuple(sorted(known, key=lambda one: (one.id != claim, one.kind not in CLAIM_KINDS)))
