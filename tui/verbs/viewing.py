"""What a view of the app holds, as an answer; and which claims are in it."""

from __future__ import annotations

from collections.abc import Iterator

from scale_explorer.data.query import EVERYTHING, Filter
from scale_explorer.data.store.lensed import through
from scale_explorer.data.store.protocol import PAGE, Store
from scale_explorer.data.store.rows.records import RecordRow
from scale_explorer.models.errors import UsageError
from scale_explorer.models.kinds import CLAIM_KINDS, Kind, kind_from_plural

from ..looking import require_seen
from ..place_names import view_name
from ..state import SET_WIDE, Place, View
from .answer import Answer
from .asking import claims_of, known_record
from .drawn import Asked, drawn_answer, drawn_sheet
from .kinds import known_kind
from .list import Listing
from .looked import looked
from .show import page_of
from .story import Story
from .why import viewed

_ALIASES = {"show": View.RECORD, "page": View.RECORD}
_NOT_VIEWS = {
    "what-if": "What follows is written by `what-if --without ID --format markdown`.",
}


def place_named(store: Store, name: str) -> Place:
    """Return the view that is called so; raises UnknownNameError or UsageError for none."""
    if (kind := kind_from_plural(name)) is not None:
        return Place(View.LIST, kind.value)
    called, colon, of = name.partition(":")
    view = _view_called(called)
    if view is not None and view in SET_WIDE and not of.strip():
        return Place(view)
    if view is not None and not of.strip() and (colon or store.record(name) is None):
        raise _of_what(view, called)
    if view is not None and colon:
        return _place_of(store, view, of)
    if name in _NOT_VIEWS:
        raise UsageError(_NOT_VIEWS[name])
    return Place(View.RECORD, known_record(store, name).id)


def _view_called(name: str) -> View | None:
    found = (view for view in View if view.value == name)
    return _ALIASES.get(name) or next(found, None)


def _of_what(view: View, called: str) -> UsageError:
    """Say how a view is written that is none without what it is of."""
    of = {View.LIST: "deals", View.PATH: "A B"}.get(view, "ID")
    whose = {View.LIST: "a kind", View.PATH: "two records"}.get(view, "a record")
    return UsageError(f"{called} is a view of {whose}: {called}:{of}.")


def _place_of(store: Store, view: View, of: str) -> Place:
    """Return a view of what stands behind its colon: a kind, two ids, or one id or name."""
    if view is View.STORY:
        raise UsageError("The story is that of the whole set: story.")
    if view is View.LIST:
        return Place(view, known_kind(of, "export list").value)
    names = of.replace(":", " ").split() if view is View.PATH else (of,)
    return Place(view, " ".join(known_record(store, each).id for each in names))


def answer_to(store: Store, asked: Asked) -> Answer:
    """Return the answer that holds a view; raises UsageError for a filter it cannot take.

    A record that is not seen through the lens raises HiddenRecordError.
    """
    return looked(_answer_to(store, asked), asked.lens)


def _answer_to(store: Store, asked: Asked) -> Answer:
    seen = through(store, asked.lens)
    match asked.place.view:
        case View.STORY:
            return Story(seen, asked.matching, asked.lens)
        case View.LIST:
            return Listing(seen, Kind(asked.place.of), asked.matching)
        case View.RECORD:
            require_seen(store, asked.place.of, asked.lens)
            return page_of(store, asked.place.of, asked.lens, asked.matching)
        case View.WHY:
            require_seen(store, asked.place.of, asked.lens)
            return viewed(store, asked)
        case _:
            # What is drawn may tell of what is switched off, so it has the store and the lens.
            return drawn_answer(store, asked)


def name_of(store: Store, place: Place) -> str:
    """Return what a view is called."""
    match place.view:
        case View.STORY:
            return store.summary().title
        case View.LIST:
            return Kind(place.of).heading
        case View.RECORD:
            return known_record(store, place.of).title
        case View.WHY | View.DRAWN:
            return f"Why: {known_record(store, place.of).title}"
        case _:
            titles = (known_record(store, record).title for record in place.records)
            return view_name(place.view, " – ".join(titles))


def claims_in(store: Store, asked: Asked) -> Iterator[str]:
    """Yield the claims of a view, which may repeat themselves.

    A claim stands for itself, any other record for the claims on its page.
    """
    place, seen = asked.place, through(store, asked.lens)
    match place.view:
        case View.STORY:
            yield from (row.claim for row in seen.story(asked.matching) if row.claim)
        case View.WHY | View.DRAWN:
            yield from (row.claim for row in viewed(store, asked).rows if row.claim)
        case View.LIST:
            for record in _records(seen, Kind(place.of), asked.matching):
                yield from _claims_under(seen, record, EVERYTHING)
        case View.RECORD:
            yield from _claims_under(seen, known_record(seen, place.of), asked.matching)
        case _:
            sheet = drawn_sheet(store, asked)
            yield from (row.claim for row in sheet.rows if row.claim)


def _claims_under(store: Store, record: RecordRow, matching: Filter) -> Iterator[str]:
    if record.kind in CLAIM_KINDS:
        yield record.id
        return
    for row in claims_of(store, record.id, matching):
        if row.claim and (found := store.record(row.claim)) and found.kind in CLAIM_KINDS:
            yield found.id


def _records(store: Store, kind: Kind, matching: Filter) -> Iterator[RecordRow]:
    after: str | None = None
    while rows := store.records(kind, matching, after=after):
        yield from rows
        if len(rows) < PAGE:
            return
        after = rows[-1].id
