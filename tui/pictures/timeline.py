"""The timeline: what is dated, a line each, on one axis.

├╌╌╌┤   on some day in between, of dates that are approximate; ├───┤ of others
████    for all of that time; ▒▒▒▒ computed; ░░░░ planned or estimated
●       in this one cell
├──→    from then on; ←──┤ before then; ← → beyond the axis
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from itertools import groupby

from rich.cells import cell_len

from scale_explorer.data.exploring.timeline import Moment, Timeline, Track, timeline
from scale_explorer.data.query import Filter
from scale_explorer.data.store.protocol import Store
from scale_explorer.data.store.rows.claims import ClaimRow
from scale_explorer.data.store.rows.lens import Lens
from scale_explorer.models.frozen import dataclass, replace
from scale_explorer.models.kinds import Kind

from ..scene import Sheet
from ..state import PaneView, Place
from ..widgets.cells import clip, visible
from ..widgets.lines import Span
from ..widgets.picture import Picture
from ..widgets.rows import Tone
from .axis import Axis, axis
from .timeline_bars import bar, mark, over, status_signs

MOST = 12
"""Tracks of a kind that are shown before its fold is opened."""
_LEAST_BARS = 20
"""Cells below which bars would say too little: then dates are only words."""
_LONGEST_WHEN = 20
_FOLD = "fold:"
_TRACK = "track:"


@dataclass(frozen=True, slots=True)
class TimelineDrawing:
    """A timeline to draw, with the kinds that are unfolded and the day it is looked at from."""

    told: Timeline
    unfolded: frozenset[str] = frozenset()
    day: str | None = None

    def draw(self, width: int, height: int) -> Picture:
        """Draw it; it may be higher than the window."""
        del height
        return Picture(tuple(_lines(self, _Columns.of(self.told, width))))


@dataclass(frozen=True, slots=True)
class _Columns:
    """How wide label, date and bars are; `axis` is None where bars find no room."""

    label: int
    when: int
    axis: Axis | None

    @classmethod
    def of(cls, told: Timeline, width: int) -> _Columns:
        longest = max((cell_len(moment.when) for moment in told.moments), default=0)
        when = min(longest, _LONGEST_WHEN)
        bars = max(_LEAST_BARS, width * 2 // 5)
        label = width - when - bars - 2
        if label < _LEAST_BARS:
            return cls(max(1, width - when - 1), when, None)
        days = (day for one in told.moments for day in (one.first, one.last) if day)
        return cls(label, when, axis(days, bars))


def sheet(store: Store, place: Place, view: PaneView, matching: Filter, lens: Lens) -> Sheet:
    """Return the timeline of a record, or of the whole set."""
    record = place.record
    portrait = store.portrait(record, lens) if record else None
    of = portrait.record.title if portrait else store.summary().title
    told = timeline(store, record, matching, lens)
    drawing = TimelineDrawing(told, view.unfolded, lens.as_of)
    rows = tuple(_rows(told, view.unfolded))
    return Sheet(
        f"Timeline: {of}", _counted(told), "", (), rows, record, _nothing(told, matching),
        drawing=drawing if rows else None,
    )  # fmt: skip


def _counted(told: Timeline) -> str:
    """Say how much is dated, and how much is not."""
    events = sum(1 for _ in told.moments)
    counted = f"{events:,}{'+' if told.further else ''} dated"
    undated = f"{told.undated:,} without a date" if told.undated else ""
    return " · ".join(filter(None, (counted, undated, _unseen(told))))


def _unseen(told: Timeline) -> str:
    """Say what of all that changed last cannot be seen here."""
    if not told.unseen:
        return ""
    if not told.none_seen:
        return f"{told.unseen:,} more changed without a date"
    undated = "which has no date" if told.unseen == 1 else "none of them dated"
    return f"{told.unseen:,} changed, {undated}"


def _nothing(told: Timeline, matching: Filter) -> str:
    if matching.terms:
        unseen = f" {_unseen(told)}." if told.unseen else ""
        return f"Nothing dated matches.{unseen}"
    if told.undated:
        return f"None of its {told.undated:,} claims has a date."
    return "Nothing here has a date."


def folded(told: Timeline, unfolded: frozenset[str]) -> Iterator[tuple[Kind, list[Track], int]]:
    """Yield each kind with the tracks that are shown of it, and how many are not."""
    for kind, group in groupby(told.tracks, key=lambda track: track.kind):
        tracks = list(group)
        shown = tracks if f"{_FOLD}{kind}" in unfolded else tracks[:MOST]
        yield kind, shown, len(tracks) - len(shown)


def _rows(told: Timeline, unfolded: frozenset[str]) -> Iterator[ClaimRow]:
    for kind, tracks, more in folded(told, unfolded):
        for track in tracks:
            if len(track.moments) > 1:
                whole = _row(kind, f"{_TRACK}{track.claim}", track, track.moments[-1])
                yield replace(whole, flags=track.flags)
            for moment in track.moments:
                yield _row(kind, moment.event.key, track, moment)
        if more or f"{_FOLD}{kind}" in unfolded:
            yield replace(_EMPTY, key=f"{_FOLD}{kind}", section=kind.heading)


_EMPTY = ClaimRow("", "", None, None, "", "", "", "", "", "", 0, 0, frozenset())


def _row(kind: Kind, key: str, track: Track, moment: Moment) -> ClaimRow:
    event = moment.event
    return ClaimRow(
        key, kind.heading, track.claim, track.claim, track.title, "", track.amount, moment.when,
        moment.told, "", event.quotes, 0, event.flags,
    )  # fmt: skip


# Lines.


def _lines(drawing: TimelineDrawing, columns: _Columns) -> Iterator[tuple[Span, ...]]:
    first = True
    for kind, tracks, more in folded(drawing.told, drawing.unfolded):
        if not first:
            yield ()
        first = False
        yield _heading(kind, columns, drawing.day)
        for track in tracks:
            yield from _track(track, columns, drawing.day)
        if more or f"{_FOLD}{kind}" in drawing.unfolded:
            yield _fold(kind, more, columns)
    if drawing.told.further:
        yield ()
        yield (Span("… more than is shown; a filter narrows it", Tone.DIM),)


def _heading(kind: Kind, columns: _Columns, day: str | None) -> tuple[Span, ...]:
    """Head a section, with the axis beside it, so that it is never far."""
    label = Span(_padded(kind.heading, columns.label + columns.when + 2), Tone.HEADING)
    if columns.axis is None:
        return (label,)
    cells = [" "] * columns.axis.cells
    for tick in columns.axis.ticks():
        cells[tick.cell : tick.cell + len(tick.label)] = tick.label
    if day and columns.axis.holds(date.fromisoformat(day)):
        cell = columns.axis.cell(date.fromisoformat(day))
        cells[cell] = "▼" if cells[cell] == " " else cells[cell]
    return label, Span("".join(cells), Tone.DIM)


def _fold(kind: Kind, more: int, columns: _Columns) -> tuple[Span, ...]:
    said = f"… {more:,} more {kind.heading.lower()}" if more else "… fold them again"
    return (Span(_padded(f" {said}", columns.label), Tone.DIM, f"{_FOLD}{kind}"),)


def _track(track: Track, columns: _Columns, day: str | None) -> Iterator[tuple[Span, ...]]:
    """Draw a claim: on one line, or its changes beneath it."""
    if len(track.moments) == 1:
        (moment,) = track.moments
        label = _beside(*_named(track, moment), columns.label, track.role)
        yield _line(label, Tone.PLAIN, moment, columns, day)
        return
    yield _history(track, columns, day)
    for moment in track.moments:
        led = mark(moment)
        label = _padded(f"   {led.sign} {moment.told}", columns.label)
        yield _line(label, led.tone, moment, columns, day)


def _history(track: Track, columns: _Columns, day: str | None) -> tuple[Span, ...]:
    """Name a claim that changed, beside how it surely stood between its changes."""
    key = f"{_TRACK}{track.claim}"
    told = _beside(f" {track.title}", (track.amount,), columns.label, track.role)
    label = Span(told, Tone.PLAIN, key)
    if columns.axis is None:
        return (label,)
    gap = Span(" " * (columns.when + 2), Tone.DIM, key)
    return label, gap, *over(status_signs(track, columns.axis), key, columns.axis, day)


def _named(track: Track, moment: Moment) -> tuple[str, tuple[str, ...]]:
    """Name a claim with the mark of how it stands, and say that and its amount, or less of it."""
    if not moment.told or track.kind in {Kind.SOURCE, Kind.STATEMENT}:
        return f" {track.title}", (track.amount,)
    told = "" if track.kind is Kind.FIGURE else moment.told
    said = " · ".join(filter(None, (told, track.amount)))
    return f" {mark(moment).sign} {track.title}", (said, track.amount, told)


def _line(
    label: str, tone: Tone, moment: Moment, columns: _Columns, day: str | None
) -> tuple[Span, ...]:
    key = moment.event.key
    when = Span(" " + _padded(moment.when, columns.when), Tone.DIM, key)
    if columns.axis is None:
        return Span(label, tone, key), when
    return Span(label, tone, key), when, Span(" ", Tone.DIM, key), *bar(moment, columns.axis, day)


def _beside(label: str, said: tuple[str, ...], width: int, role: str) -> str:
    """Set the first of several sayings that leaves a label half the room at the right of it.

    What the label has room for besides is the role.
    """
    found = next((one for one in said if one and cell_len(one) <= width // 2), "")
    told = f"{label} · {role}" if role else label
    if cell_len(visible(told)) <= width - (cell_len(found) + 1 if found else 0):
        label = told
    if not found:
        return _padded(label, width)
    return _padded(label, width - cell_len(found) - 1) + f" {found}"


def _padded(text: str, width: int) -> str:
    shown = clip(visible(text), width)
    return shown + " " * (width - cell_len(shown))
