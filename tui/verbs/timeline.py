"""`timeline [ID]`: what happened when, of a record or of the whole set."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import cached_property

from scale_explorer.data.exploring.timeline import Moment, Timeline, Track, timeline
from scale_explorer.data.query import parse
from scale_explorer.data.store.protocol import Store
from scale_explorer.data.store.rows.lens import PLAIN_LENS, Lens
from scale_explorer.models.errors import UsageError
from scale_explorer.models.frozen import dataclass

from ..day_marks import marks
from ..exits import FINE, FOUND
from ..state import Place, View
from .asking import known_record
from .drawing.blocks import Column, Sheet, id_column
from .drawing.gantt import gantt
from .drawing.marked_rows import with_marks
from .drawn import Asked, PlacedAnswer
from .json_text import json_text

_COLUMNS = (
    Column("kind"),
    Column("title", least=32),
    Column("amount", right=True),
    Column("what"),
    Column("when"),
    Column("first"),
    Column("last"),
    Column("edtf"),
    id_column(),
)


@dataclass(frozen=True)
class Times(PlacedAnswer):
    """What is dated, on an axis for people and as days for programs."""

    @cached_property
    def told(self) -> Timeline:
        """What is dated."""
        asked = self.asked
        return timeline(self.store, asked.place.record, asked.matching, asked.lens)

    def sheet(self) -> Sheet:
        """Return a row an event."""
        rows = tuple(_cells(track, moment) for track, moment in self._events())
        return with_marks(Sheet(_COLUMNS, rows), self._flags(), self.asked.lens)

    def items(self) -> Iterator[str]:
        """Yield an object an event."""
        objects = (_object(track, moment) for track, moment in self._events())
        lens = self.asked.lens
        return (
            json_text(told | marks(flags, lens))
            for told, flags in zip(objects, self._flags(), strict=True)
        )

    def _flags(self) -> Iterator[frozenset[str]]:
        return (moment.event.flags for _, moment in self._events())

    def as_mermaid(self) -> Iterator[str]:
        """Yield a Gantt diagram, where Mermaid can draw it."""
        return gantt(self.name, self.told)

    def as_dot(self) -> Iterator[str]:
        """Refuse: time has no graph."""
        raise UsageError("A timeline is no graph; svg, mermaid and markdown show it.")

    def status(self) -> int:
        """Return whether anything is dated."""
        return FINE if self.told.tracks else FOUND

    def narration(self) -> str:
        """Say that nothing is."""
        return "" if self.told.tracks else self.seen.empty

    def _events(self) -> Iterator[tuple[Track, Moment]]:
        return ((track, moment) for track in self.told.tracks for moment in track.moments)


def run(
    store: Store,
    record: str | None = None,
    words: Sequence[str] = (),
    lens: Lens = PLAIN_LENS,
) -> Times:
    """Tell what happened when."""
    known = known_record(store, record).id if record else ""
    return viewed(store, Asked(Place(View.TIMELINE, known), parse(" ".join(words)), lens))


def viewed(store: Store, asked: Asked) -> Times:
    """Return the timeline that the app shows; all of it, with nothing folded away."""
    return Times(store, asked)


def _cells(track: Track, moment: Moment) -> tuple[str, ...]:
    return (
        track.kind.value, track.title, track.amount, moment.told, moment.when, moment.first,
        moment.last, moment.event.edtf, track.claim,
    )  # fmt: skip


def _object(track: Track, moment: Moment) -> dict[str, object]:
    event = moment.event
    return {
        "record": track.claim,
        "kind": track.kind.value,
        "title": track.title,
        "amount": track.amount,
        "what": moment.told or event.what,
        "when": moment.when,
        "edtf": event.edtf or None,
        "first": moment.first or None,
        "last": moment.last or None,
        "lasts": moment.lasts,
        "approximate": moment.fuzzy,
        "date_of_source": event.of_source,
        "before": event.anchor if event.side == "before" else None,
        "after": event.anchor if event.side == "after" else None,
    }
