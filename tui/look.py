"""From a state to what is on the screen: `look` asks the store and answers with a `Scene`.

Pure but for the store's queries, and free of Textual, so it may run on any thread. A part of the
scene whose question is the same as last time is taken over, not asked again.
"""

from __future__ import annotations

from collections.abc import Callable, Hashable
from dataclasses import replace
from itertools import groupby

from scale_explorer.data.exploring.stepping import last_change
from scale_explorer.data.folding import folded_name
from scale_explorer.data.query import EVERYTHING, Field, Filter, FilterError, Quality, Word, parse
from scale_explorer.data.store.lensed import through
from scale_explorer.data.store.protocol import PAGE, Store
from scale_explorer.data.store.rows.claims import ClaimRow
from scale_explorer.data.store.rows.figures import Derivation
from scale_explorer.data.store.rows.lens import PLAIN_LENS, Lens
from scale_explorer.data.store.rows.quotes import EvidenceRow
from scale_explorer.data.store.rows.records import Fact, RecordRow
from scale_explorer.data.store.rows.sources import SourceText
from scale_explorer.data.vocabulary import MOVED, NEW
from scale_explorer.models.kinds import CLAIM_KINDS, Kind

from .passages import Chosen, chosen
from .scene import AnswerT, BrowseRow, Listing, Part, Scene, Sheet, Words
from .state import KIND_ROW, PICTURES, STORY_ROW, Navigation, Pane, PaneView, Place, View, ViewState

_NO_RECORDS = "This data set holds no records yet.\nWrite some into its TOML file."
_UNCITED = "No claim cites it yet.\nPress s to read its text."
NO_REASONS = (
    "No reasons are recorded for it.\n"
    "Press I to write one, or run: scale-explorer new reason"
)  # fmt: skip
"""What a why without links says, listed and drawn."""
_NO_STORY = "This data set tells no story yet.\nPress 1 for its records."
SWITCHED_OFF = "Switched off"
"""The heading of the relationships that one looks without."""
OFF, OFF_ROW = "off", "off:"
MOST_OFF = 20
"""Of those that a page lists; the others stand in the list of all that is switched off."""
CRUMBS = 3
"""Places that the breadcrumb names."""
CRUMB = 24
"""Characters of a place's name in it."""


def look(store: Store, navigation: Navigation, before: Scene | None = None) -> Scene:
    """Return what `navigation` shows; `before` is the scene whose answers may be taken over."""
    state = navigation.now
    browse = _ask(
        before.browse if before else None,
        (*_asked(state, Pane.BROWSE), state.open_kinds, state.browse.cursor),
        lambda: _listing(store, state, before),
    )
    sheet = _ask(
        before.sheet if before else None,
        _asked_of_sheet(state),
        lambda: _sheet(store, state.place, state.focus, state.lens),
    )
    row = _chosen_row(sheet.answer, state.focus.cursor, before)
    claim = row.claim if row else _own_evidence(state.place)
    seen, lens = through(store, state.lens), state.lens
    computed = sheet.answer.derivations.get(row.key) if row else None
    words = _ask(
        before.words if before else None,
        (claim, state.evidence.filter, computed, lens),
        lambda: _words(seen, claim, state.evidence.filter, computed),
    )
    quote = _chosen_quote(words.answer, state.evidence.cursor)
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
    crumbs = _ask(before.crumbs if before else None, places, lambda: _crumbs(store, places))
    change = _ask(before.change if before else None, lens, lambda: last_change(store, lens))
    return Scene(browse, sheet, words, text, citing, crumbs, row, quote, change)


def may_take_long(state: ViewState, before: Scene | None) -> bool:
    """Say whether looking at a state may take longer than anybody should wait for a key.

    Only a search for paths does, and only one whose answer is not in the scene before.
    """
    known = before is not None and before.sheet.question == _asked_of_sheet(state)
    return state.place.view is View.PATH and not known


def _asked_of_sheet(state: ViewState) -> tuple[object, ...]:
    return (*_asked(state, Pane.FOCUS), state.place, state.focus.unfolded)


def _asked(state: ViewState, pane: Pane) -> tuple[object, ...]:
    view = state.of(pane)
    return view.filter, view.pages, state.lens


def _ask(
    before: Part[AnswerT] | None,
    question: Hashable,
    answer: Callable[[], AnswerT],
) -> Part[AnswerT]:
    if before is not None and before.question == question:
        return before
    return Part(question, answer())


def _read_filter(text: str) -> tuple[Filter, str]:
    """Read a filter; one that cannot be read matches everything and says why."""
    try:
        return parse(text, lenient=True), ""
    except FilterError as error:
        return EVERYTHING, str(error)


def _listing(store: Store, state: ViewState, before: Scene | None) -> Listing:
    matching, error = _read_filter(state.browse.filter)
    summary = store.summary()
    rows: list[BrowseRow] = []
    if not matching.terms:
        rows.append(BrowseRow(STORY_ROW, "Story", summary.lead))
    for kind, count in summary.counts:
        rows.extend(_kind_rows(store, kind, count, matching, state))
    listing = tuple(rows)
    keys = tuple(row.key for row in listing)
    old = tuple(row.key for row in before.browse.answer.rows) if before else ()
    if matching.terms:  # the first match is a record, not the heading above it
        found = tuple(row.key for row in listing if row.opened is None)
        old = ()
        keys = keys if state.browse.cursor in keys else found
    return Listing(listing, nearest_key(keys, state.browse.cursor, old), error)


def _kind_rows(
    store: Store,
    kind: Kind,
    count: int,
    matching: Filter,
    state: ViewState,
) -> list[BrowseRow]:
    """Return a kind's heading and, where it is open or filtered, its records."""
    if matching.terms or state.lens != PLAIN_LENS:
        count = store.count(kind, matching, state.lens)
    if not count:
        return []
    opened = bool(matching.terms) or kind.value in state.open_kinds
    rows = [BrowseRow(f"{KIND_ROW}{kind.value}", kind.heading, count, opened)]
    if opened:
        limit = PAGE * state.browse.pages
        found = store.records(kind, matching, limit=limit, lens=state.lens)
        rows += [
            BrowseRow(
                r.id,
                r.short,
                r.claims,
                state=r.state,
                is_new=NEW in r.flags,
                moved=MOVED in r.flags,
            )
            for r in found
        ]
        if count > limit:
            rows.append(BrowseRow(f"more:{kind.value}", f"{count - limit:,} more", 0, more=True))
    return rows


def _sheet(store: Store, place: Place, view: PaneView, lens: Lens) -> Sheet:
    matching, error = _read_filter(view.filter)
    limit = PAGE * view.pages
    match place.view:
        case View.STORY:
            sheet = _story(store, matching, lens)
        case View.LIST:
            sheet = _list(store, Kind(place.of), matching, limit, lens)
        case View.RECORD:
            sheet = _page(store, place.of, matching, limit, lens)
        case View.WHY:
            sheet = _why(store, place.of, matching, lens)
        case _:
            sheet = _drawn(store, place, view, matching, lens)
    return replace(sheet, error=error or sheet.error)


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
    rows = store.story(matching, lens)
    return Sheet(summary.title, "", summary.summary, (), rows, None, empty)


def _list(store: Store, kind: Kind, matching: Filter, limit: int, lens: Lens) -> Sheet:
    records = store.records(kind, matching, limit=limit + 1, lens=lens)
    rows = tuple(_row_of(record) for record in records[:limit])
    name = kind.label.lower()
    empty = f"No {name} matches." if matching.terms else f"There is no {name} in this set."
    return Sheet(kind.heading, "", "", (), rows, None, empty, more=len(records) > limit)


def _row_of(record: RecordRow) -> ClaimRow:
    """Show a record as a row whose evidence is its own and whose other end is its page."""
    return ClaimRow(
        key=record.id, section="", claim=record.id, target=record.id, label=record.title,
        role=record.detail, amount=record.amount, when=record.when, state=record.state, extra="",
        quotes=record.quotes, depth=0, flags=record.flags,
    )  # fmt: skip


def _page(store: Store, record: str, matching: Filter, limit: int, lens: Lens) -> Sheet:
    portrait = store.portrait(record, lens)
    if portrait is None:
        return _missing(store, record, lens)
    rows = store.claims(record, matching, limit=limit + 1, lens=lens)
    empty = "No claim here matches." if matching.terms else _nothing(portrait.record)
    since = "new or changed since your last visit" if NEW in portrait.record.flags else ""
    subtitle = " · ".join(filter(None, (portrait.subtitle, since)))
    off = () if matching.terms else switched_off_rows(store, record, lens)
    return Sheet(
        portrait.record.title, subtitle, portrait.summary,
        (*at_risk(store, record, lens), *portrait.facts), (*rows[:limit], *off),
        record, empty, more=len(rows) > limit,
    )  # fmt: skip


def at_risk(store: Store, record: str, lens: Lens) -> tuple[Fact, ...]:
    """Return what hangs on the relationships of a record that are switched off."""
    if not lens.without:
        return ()
    # Loaded here because computing with ranges costs nothing until it is asked for.
    from .risk_words import risk_facts  # noqa: PLC0415

    return risk_facts(store, record, lens)


def switched_off_rows(store: Store, record: str, lens: Lens) -> tuple[ClaimRow, ...]:
    """Return the relationships of a page that are switched off, to be switched on again."""
    kept = replace(lens, without=frozenset())
    found = (
        next((row for row in _rows_of(store, record, each, kept) if row.claim == each), None)
        for each in sorted(lens.without)[:MOST_OFF]
    )
    return tuple(
        replace(
            row, key=f"{OFF_ROW}{row.claim}", section=SWITCHED_OFF, depth=0, extra="",
            target=None, flags=row.flags | {OFF},
        )
        for row in found
        if row is not None
    )  # fmt: skip


def _rows_of(store: Store, record: str, claim: str, lens: Lens) -> tuple[ClaimRow, ...]:
    return store.claims(record, Filter((Field("id", folded_name(claim)),)), limit=2, lens=lens)


def _nothing(record: RecordRow) -> str:
    """Say what it means that no claim is about a record."""
    return _UNCITED if record.kind is Kind.SOURCE else "Nothing more is said of it."


def _why(store: Store, record: str, matching: Filter, lens: Lens) -> Sheet:
    portrait = store.portrait(record, lens)
    if portrait is None:
        return _missing(store, record, lens)
    rows, unread = links_with(store.why(record, lens), matching)
    empty = "No link here matches." if matching.terms else NO_REASONS
    return Sheet(
        f"Why: {portrait.record.title}", portrait.subtitle, portrait.summary, (), rows, record,
        empty, error=unread,
    )  # fmt: skip


def links_with(rows: tuple[ClaimRow, ...], matching: Filter) -> tuple[tuple[ClaimRow, ...], str]:
    """Keep the links of a chain with the words and qualities; say where a filter asks for more.

    It is no query, so fields cannot be asked.
    """
    terms = [term for term in matching.terms if isinstance(term, Word | Quality)]
    if len(terms) < len(matching.terms):
        return rows, "In a chain of reasons a filter takes words and is:…, such as is:inferred."
    found = (row for row in rows if all(_has(row, term) for term in terms))
    return tuple(found), ""


def _has(row: ClaimRow, term: Word | Quality) -> bool:
    if isinstance(term, Quality):
        return (term.name in row.flags) is not term.negated
    told = f"{row.role} {row.label} {row.amount}".casefold()
    return (term.text.casefold() in told) is not term.negated


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
    return "It does not count yet as of the day looked at."


def _chosen_row(sheet: Sheet, cursor: str | None, before: Scene | None) -> ClaimRow | None:
    keys = tuple(row.key for row in sheet.rows)
    old = tuple(row.key for row in before.sheet.answer.rows) if before else ()
    key = nearest_key(keys, cursor, old)
    return next((row for row in sheet.rows if row.key == key), None)


def nearest_key(
    keys: tuple[str, ...],
    cursor: str | None,
    old: tuple[str, ...],
) -> str | None:
    """Return the cursor's key, or what stands where it stood when it has vanished."""
    if cursor in keys or not keys:
        return cursor if keys else None
    place = old.index(cursor) if cursor in old else 0
    return keys[min(place, len(keys) - 1)]


def _own_evidence(place: Place) -> str | None:
    """Name the record whose own evidence a page without rows shows."""
    return place.record


def _words(store: Store, claim: str | None, text: str, computed: Derivation | None = None) -> Words:
    if claim is None:
        return Words(None, "", (), None, {})
    quotes = tuple(_with_names(store, quote) for quote in store.evidence(claim))
    wanted = text.casefold().split()
    matching = tuple(
        quote for quote in quotes if all(word in quote.exact.casefold() for word in wanted)
    )
    row = store.record(claim)
    portrait = store.portrait(claim) if row and row.kind in CLAIM_KINDS else None
    note = portrait.summary if portrait else ""
    derivation = computed or store.derivation(claim)
    inputs = derivation.inputs if derivation else ()
    behind = {each.id: quotes[0] for each in inputs if (quotes := store.evidence(each.id))}
    disputes = () if wanted else store.disputes(claim)
    return Words(
        row, note, matching, derivation, behind,
        store.proofs(claim), store.findings_of(claim), disputes,
    )  # fmt: skip


def _with_names(store: Store, quote: EvidenceRow) -> EvidenceRow:
    """Say by name, not by id, whom the quote's pronouns and paraphrases mean."""
    found = ((words, store.record(meant), meant) for words, meant in quote.mentions)
    named = tuple((words, row.short if row else meant) for words, row, meant in found)
    return replace(quote, mentions=named)


def _chosen_quote(words: Words, cursor: str | None) -> EvidenceRow | None:
    chosen = (quote for quote in (*words.quotes, *words.others) if quote.id == cursor)
    return next(chosen, words.quotes[0] if words.quotes else None)


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


def _crumbs(store: Store, places: tuple[Place, ...]) -> tuple[str, ...]:
    named = (_crumb(store, place) for place in places)
    return tuple(name for name, _ in groupby(named))


def _crumb(store: Store, place: Place) -> str:
    name = _place_name(store, place)
    return name if len(name) <= CRUMB else f"{name[: CRUMB - 1]}…"


def _place_name(store: Store, place: Place) -> str:
    if place.view is View.STORY:
        return "Story"
    if place.view is View.LIST:
        return Kind(place.of).heading
    if place.view in PICTURES:  # the pane is called after what it is of
        return "Why, drawn" if place.view is View.DRAWN else place.view.value.capitalize()
    return view_name(place.view, " – ".join(_short(store, record) for record in place.records))


def view_name(view: View, of: str) -> str:
    """Return what a view of something is called, such as `exposure of Scale AI`."""
    if view is View.RECORD:
        return of
    if not of:
        return view.value.capitalize()
    return f"why {of}" if view in {View.WHY, View.DRAWN} else f"{view.value.capitalize()}: {of}"


def _short(store: Store, record_id: str) -> str:
    record = store.record(record_id)
    return record.short if record else record_id
