"""What Focus shows of each place."""

from __future__ import annotations

from scale_explorer.data.query import EVERYTHING, Filter, FilterError, parse
from scale_explorer.data.store.found import FIRST, Found
from scale_explorer.data.store.protocol import Store
from scale_explorer.data.store.rows.claims import ClaimRow
from scale_explorer.data.store.rows.lens import Lens
from scale_explorer.data.store.rows.order import Order
from scale_explorer.data.store.rows.records import RecordRow, SectionRow
from scale_explorer.data.vocabulary import NEW
from scale_explorer.models.frozen import replace
from scale_explorer.models.kinds import Kind

from .day_marks import told_of
from .listed import BLOCK, AtHand, Listed, Made
from .no_reasons import no_reasons
from .not_yet import not_yet
from .overtaken import is_first_look, is_overtaken
from .reason_filter import counts, links_with, why_title
from .scene import Sheet
from .state import PaneView, Place, View
from .switched_off import SWITCHED_OFF, at_risk, switched_off_rows

_NO_RECORDS = "This data set holds no records yet.\nWrite some into its TOML file."
_UNCITED = "No claim cites it yet.\nPress s to read its text."
_QUOTED = "Press s to read what claims quote of it."
_NO_STORY = "This data set tells no story yet.\nPress 1 for its records."


def read_filter(text: str) -> tuple[Filter, str]:
    """Read a filter; one that cannot be read matches everything and says why."""
    try:
        return parse(text, lenient=True), ""
    except FilterError as error:
        return EVERYTHING, str(error)


def most_of(view: PaneView) -> int | None:
    """Return how many matches to look for: at first no more than a window shows."""
    if view.whole:
        return None
    return min(BLOCK, FIRST) if is_first_look() else FIRST


def sheet(store: Store, place: Place, view: PaneView, lens: Lens) -> Sheet:
    """Return what Focus shows of a place."""
    matching, error = read_filter(view.filter)
    most = most_of(view)
    match place.view:
        case View.STORY:
            made = _story(store, matching, lens)
        case View.LIST:
            made = _list(store, Kind(place.of), matching, most, lens)
        case View.RECORD:
            made = _page(store, place.of, matching, view, lens)
        case View.WHY:
            made = _why(store, place.of, matching, lens)
        case _:
            made = _drawn(store, place, view, matching, lens)
    return replace(made, error=error or made.error)


def _drawn(store: Store, place: Place, view: PaneView, matching: Filter, lens: Lens) -> Sheet:
    """Return a view that is drawn; of a record that is not there, what says so."""
    missing = next((one for one in place.records if store.record(one, lens) is None), None)
    if missing is not None:
        return _missing(store, missing, lens)
    # Loaded here because drawing costs nothing until it is asked for.
    from .pictures.opening import drawn  # noqa: PLC0415

    return drawn(store, place, view, matching, lens)


def _story(store: Store, matching: Filter, lens: Lens) -> Sheet:
    summary = store.summary()
    filtered = bool(matching.terms)
    without = _NO_STORY if summary.counts else _NO_RECORDS
    empty = "No line of the story matches." if filtered else without
    rows = store.story(matching, lens)  # as short as somebody has told it
    return Sheet(summary.title, "", summary.summary, (), rows, None, empty)


def _list(store: Store, kind: Kind, matching: Filter, most: int | None, lens: Lens) -> Sheet:
    found = store.listed(kind, matching, lens, most, is_overtaken)
    name = kind.label.lower()
    empty = f"No {name} matches." if matching.terms else f"There is no {name} in this set."
    return Sheet(kind.heading, "", "", (), Listed(Made(found, _row_of)), None, empty, sections=())


def _row_of(record: RecordRow) -> ClaimRow:
    """Show a record as a row whose evidence is its own and whose other end is its page."""
    return ClaimRow(
        key=record.id, section="", claim=record.id, target=record.id, label=record.title,
        role=record.detail, amount=record.amount, when=record.when, state=record.state, extra="",
        quotes=record.quotes, depth=0, flags=record.flags,
    )  # fmt: skip


def _page(store: Store, record: str, matching: Filter, view: PaneView, lens: Lens) -> Sheet:
    portrait = store.portrait(record, lens)
    if portrait is None:
        return _missing(store, record, lens)
    found = _lines(store, record, matching, view, lens)
    empty = "No claim here matches." if matching.terms else _nothing(store, portrait.record, lens)
    since = "new or changed since your last visit" if NEW in portrait.record.flags else ""
    of_day = told_of(portrait.record.flags)
    subtitle = " · ".join(filter(None, (portrait.subtitle, since, of_day)))
    off = () if matching.terms else switched_off_rows(store, record, lens)
    return Sheet(
        portrait.record.title, subtitle, portrait.summary,
        (*at_risk(store, record, lens), *portrait.facts), Listed(found, AtHand(off)),
        record, empty, sections=_with_off(found, off), order=view.order,
    )  # fmt: skip


def _lines(
    store: Store, record: str, matching: Filter, view: PaneView, lens: Lens
) -> Found[ClaimRow]:
    if view.order is not Order.NAME:
        return store.lines_in_order(record, view.order, matching, lens)
    return store.lines(record, matching, lens, most_of(view), is_overtaken)


def _with_off(found: Found[ClaimRow], off: tuple[ClaimRow, ...]) -> tuple[SectionRow, ...]:
    return (*found.sections, SectionRow(SWITCHED_OFF, found.total)) if off else found.sections


def _nothing(store: Store, record: RecordRow, lens: Lens) -> str:
    """Say what it means that no claim is about a record."""
    if record.kind is not Kind.SOURCE:
        return "Nothing more is said of it."
    text = store.source_text(record.id, lens)
    return _QUOTED if text and any(each.evidence for each in text.stretches) else _UNCITED


def _why(store: Store, record: str, matching: Filter, lens: Lens) -> Sheet:
    portrait = store.portrait(record, lens)
    if portrait is None:
        return _missing(store, record, lens)
    links = store.why(record, lens)
    rows, unread = links_with(links, matching)
    empty = "No link here matches." if links else no_reasons(store, record, lens)
    return Sheet(
        why_title(portrait.record, links), portrait.subtitle, portrait.summary, (*counts(links),),
        rows, record, empty, error=unread,
    )  # fmt: skip


def _missing(store: Store, record: str, lens: Lens) -> Sheet:
    """Say that a record is not there; one that only the lens hides, why."""
    known = store.record(record)
    if known is None:
        empty = f"Nothing in this data set has the id {record}."
        return Sheet(record, "", "", (), (), record, empty)
    return Sheet(known.title, "", "", (), (), record, _why_hidden(store, record, lens))


def _why_hidden(store: Store, record: str, lens: Lens) -> str:
    if record in lens.without:
        return "This relationship is switched off."
    if store.record(record, replace(lens, without=frozenset())) is not None:
        return "It rests on a relationship that is switched off."
    return not_yet(store, record, lens)
