"""What happened when: of a record or of a whole set, claim by claim, dates as fuzzy as they are."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import groupby

from scale_explorer.models.dates import is_fuzzy, readable
from scale_explorer.models.frozen import dataclass, replace
from scale_explorer.models.kinds import Kind

from ..query import Filter, Quality
from ..store.protocol import Store
from ..store.rows.dated import EventRow
from ..store.rows.lens import Lens
from ..vocabulary import AS_OF, MAYBE, MOVED
from .stepping import last_change
from .tie_words import subject_word

MOST = 2_000
"""Events that are shown; more are counted."""

_ORDER = (
    Kind.DEAL, Kind.RELATIONSHIP, Kind.FIGURE, Kind.STATEMENT, Kind.SOURCE,
)  # fmt: skip
"""The order of the sections; each is headed by its kind."""


@dataclass(frozen=True, slots=True)
class Moment:
    """An event on a line of its own.

    `told` is what happened, such as `announced` or `under review`; `when` reads as people write it.
    `first` and `last` are days (ISO 8601), empty at an open end. What `lasts` held for all of that
    time, anything else happened on some day in it. A `fuzzy` one is approximate or uncertain.
    """

    event: EventRow
    told: str
    when: str
    first: str
    last: str
    lasts: bool
    fuzzy: bool


@dataclass(frozen=True, slots=True)
class Track:
    """A claim, and what is dated of it, in the order of time.

    `role` says what the subject of a relationship is to its object, such as `customer`. `flags` are
    the qualities of the claim; of several moments each has those of its own day.
    """

    claim: str
    kind: Kind
    title: str
    amount: str
    moments: tuple[Moment, ...]
    flags: frozenset[str] = frozenset()
    role: str = ""


@dataclass(frozen=True, slots=True)
class Timeline:
    """Tracks by kind and then by when they begin; `undated` claims have no date.

    `further` says that there are more events than are shown. `unseen` claims changed on the last
    day up to the one looked at and have no date; `none_seen` says that no other did.
    """

    tracks: tuple[Track, ...]
    undated: int
    further: bool = False
    unseen: int = 0
    none_seen: bool = False

    @property
    def moments(self) -> Iterator[Moment]:
        """Yield every moment, track by track."""
        return (moment for track in self.tracks for moment in track.moments)


def timeline(store: Store, record: str | None, matching: Filter, lens: Lens) -> Timeline:
    """Return what is dated of a record, or of the whole set, as far as it matches."""
    rows: list[EventRow] = []
    after: str | None = None
    while len(rows) <= MOST and (page := store.events(record, matching, after, lens=lens)):
        rows += page
        after = page[-1].key
    change = last_change(store, lens)
    days = _Days(lens.as_of, change.day if change else "")
    tracks = _tracks(rows[:MOST], days)
    told = Timeline(tracks, store.undated(record, matching, lens), len(rows) > MOST)
    if not change or not (unseen := store.undated(record, _CHANGED, lens)):
        return told
    none_seen = not store.events(record, _CHANGED, limit=1, lens=lens)
    return replace(told, unseen=unseen, none_seen=none_seen)


_CHANGED = Filter((Quality(MOVED),))


@dataclass(frozen=True, slots=True)
class _Days:
    """The day looked at, if any, and the last one up to it at which something changed."""

    as_of: str | None
    changed: str


def _tracks(rows: Iterable[EventRow], days: _Days) -> tuple[Track, ...]:
    """Gather events by claim; each track stands where its first event does."""
    by_claim: dict[str, list[EventRow]] = {}
    for row in rows:
        by_claim.setdefault(row.claim, []).append(row)
    tracks = (_track(events, days) for events in by_claim.values())
    return tuple(sorted(tracks, key=lambda track: _ORDER.index(track.kind)))


def _track(events: list[EventRow], days: _Days) -> Track:
    first = events[0]
    name = first.short if first.kind in {Kind.RELATIONSHIP, Kind.FIGURE} else first.title
    moments = tuple(_moments(events))
    if len(moments) > 1 and days.as_of is not None:
        moments = tuple(_of_its_day(moment, days.as_of, days.changed) for moment in moments)
    role = subject_word(first.type) if first.kind is Kind.RELATIONSHIP else ""
    return Track(first.claim, first.kind, name, first.amount, moments, first.flags, role)


def _of_its_day(moment: Moment, as_of: str, changed: str) -> Moment:
    """Return one of several moments of a claim with what the day looked at does to it alone."""
    moved = {MOVED} if moment.first == changed else set[str]()
    maybe = {MAYBE} if moment.first <= as_of < (moment.last or _NEVER) else set[str]()
    flags = moment.event.flags.difference(AS_OF) | moved | maybe
    return replace(moment, event=replace(moment.event, flags=flags))


_NEVER = "9999-12-31"


def _moments(events: Iterable[EventRow]) -> Iterator[Moment]:
    """Turn events into moments; what is told of the same time is told on one line."""
    for _, group in groupby(events, key=_time):
        same = tuple(group)
        told = dict.fromkeys(word for word in map(_word, same) if word)
        yield replace(_moment(same[0]), told=" · ".join(told))


def _time(event: EventRow) -> tuple[object, ...]:
    return event.edtf, event.first, event.last, event.anchor, event.side


def _moment(event: EventRow) -> Moment:
    lasts = event.what == "period" and not event.side
    fuzzy = is_fuzzy(event.edtf) or event.of_source
    return Moment(event, "", when(event), event.first, event.last, lasts, fuzzy)


def when(event: EventRow) -> str:
    """Return when something was, as people write it."""
    if event.side:
        return f"{event.side} the deal"
    told = readable(event.edtf)
    return f"{told} (source)" if event.of_source else told


def _word(event: EventRow) -> str:
    """Say what happened, in a word; what a figure's number is, its track says."""
    if event.what == "period":
        return "" if event.status == "reported" else event.status
    told = event.status if event.what == "status" else event.what
    return told.replace("_", " ")
