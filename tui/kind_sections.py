"""The parts of Browse: a heading for each kind, and its records beneath it.

Under a filter those that are called so stand first; where they are of several kinds, all else that
is found of these has a heading of its own further down, unless that is only a few. A first look
shows nothing beneath what may still grow, so that no row moves from where one sees it.
"""

from __future__ import annotations

from collections.abc import Container, Iterator, Mapping, Sequence

from scale_explorer.data.query import Filter
from scale_explorer.data.store.found import Found, without
from scale_explorer.data.store.protocol import Store, never
from scale_explorer.data.store.rows.lens import PLAIN_LENS
from scale_explorer.data.store.rows.records import Called, RecordRow
from scale_explorer.data.vocabulary import NEW
from scale_explorer.models.frozen import dataclass
from scale_explorer.models.kinds import ENTITY_KINDS, Kind

from .day_marks import signs_of
from .listed import AtHand, Made, Run
from .overtaken import is_first_look, is_overtaken
from .scene import BrowseRow
from .sheets import most_of
from .state import KIND_ROW, REST_ROW, STORY_ROW, ViewState

MORE = "more:"
"""What the key of a row begins with that stands for more of a kind; the kind follows."""
FEW = 20
"""Records of a kind that are found before anybody could stop, and are not parted by a filter."""
_CLIPPED = 40
"""Letters of a filter that are told where nothing has them."""

Runs = tuple[Run[BrowseRow], ...]


@dataclass(frozen=True, slots=True)
class Section:
    """The heading of a kind, if there is one, and the rows beneath it."""

    heading: BrowseRow | None
    runs: Runs


def opened(store: Store, state: ViewState) -> Iterator[Section]:
    """Yield the story, and every kind with its records where it is open."""
    summary = store.summary()
    yield Section(None, (AtHand((BrowseRow(STORY_ROW, "Story", summary.lead),)),))
    for kind, count in summary.counts:
        is_open = kind.value in state.open_kinds
        if not is_open and state.lens == PLAIN_LENS:
            yield Section(_heading(kind, count, opened=False), ())
            continue
        found = _listed(store, kind, Filter(), state)
        if found.total or not found.complete:
            heading = _heading(kind, found.total, opened=is_open, counted=found.complete)
            yield Section(heading, tuple(_runs(kind, found)) if is_open else ())


def filtered(store: Store, matching: Filter, state: ViewState) -> tuple[bool, list[Section]]:
    """Return what a filter finds: first who is called so, then all else.

    Where that is nothing, say so, and return whose names are near, and what may still be found.
    """
    called = store.best(matching, state.lens)
    best = {each.kind: each for each in called}
    first = [each for each in called if each.first]
    whole = _kept_whole(store, first)
    found = _found(store, matching, state, whole)
    rest = {kind: _Rest(kind, best.get(kind), each) for kind, each in found}
    sections = [_first(each, rest.get(each.kind), whole=each.kind in whole) for each in first]
    nobody = not called and _is_nobody(store, rest)
    close = list(_near(store, matching, state)) if nobody else []
    sections += close
    sections += [each.section() for kind, each in rest.items() if kind not in whole and each]
    return bool(close), sections


def _kept_whole(store: Store, first: Sequence[Called]) -> frozenset[Kind]:
    """Return the kinds that stand first with all that is found of them.

    That is the only one whose best stand first, and those of which there are few at all.
    """
    few = {kind for kind, count in store.summary().counts if count <= FEW}
    return frozenset(each.kind for each in first if len(first) == 1 or each.kind in few)


def _found(
    store: Store, matching: Filter, state: ViewState, whole: Container[Kind]
) -> Iterator[tuple[Kind, Found[RecordRow]]]:
    """Find records kind by kind; a first look ends with the first kind of which there is more."""
    kinds = [kind for kind, _ in store.summary().counts]
    for kind in sorted(kinds, key=lambda each: each not in whole):
        found = _listed(store, kind, matching, state)
        yield kind, found
        if is_first_look() and not found.complete:
            return


class _Rest:
    """What a filter finds of a kind but for those that stand before all others."""

    def __init__(self, kind: Kind, called: Called | None, found: Found[RecordRow]) -> None:
        self._kind, self._called = kind, called
        self.then = called.then if called else ()
        best = (*called.first, *called.then) if called else ()
        self.found = without(found, (row.id for row in best)) if best else found

    @property
    def total(self) -> int:
        return len(self.then) + self.found.total

    def __bool__(self) -> bool:
        """Whether there is any, or may be."""
        return bool(self.total) or not self.found.complete

    def runs(self) -> Runs:
        return (AtHand(tuple(map(_row_of, self.then))), *_runs(self._kind, self.found))

    def section(self) -> Section:
        """Head it as what it is: more of what stands further up, or all of its kind."""
        kind = self._kind
        if self._called and self._called.first:
            more = BrowseRow(f"{REST_ROW}{kind}", f"More {kind.heading.lower()}", 0, opened=True)
            return Section(more, self.runs())
        return Section(_heading(kind, self.total, counted=self.found.complete), self.runs())


def _first(called: Called, rest: _Rest | None, *, whole: bool) -> Section:
    """Head who is called so with how many there are; of a kind that is `whole`, all follow."""
    total = len(called.first) + (rest.total if rest else 0)
    counted = rest is not None and rest.found.complete
    heading = _heading(called.kind, total, counted=counted)
    named = AtHand(tuple(map(_row_of, called.first)))
    return Section(heading, (named, *(rest.runs() if whole and rest else ())))


def _is_nobody(store: Store, rest: Mapping[Kind, _Rest]) -> bool:
    """Say whether everybody was looked at, and nobody is called so."""
    kinds = [kind for kind, _ in store.summary().counts if kind in ENTITY_KINDS]
    known = [rest[kind].found for kind in kinds if kind in rest]
    return len(known) == len(kinds) and all(one.complete and not one.total for one in known)


def _near(store: Store, matching: Filter, state: ViewState) -> Iterator[Section]:
    close = store.near(matching, state.lens)
    if not close:
        return
    words = " ".join(matching.words)
    told = words if len(words) <= _CLIPPED else f"{words[: _CLIPPED - 1]}…"
    yield Section(None, (AtHand((_note(f"No name has “{told}”;"), _note("near it:"))),))
    for each in close:
        rows = tuple(map(_row_of, each.first))
        yield Section(_heading(each.kind, len(rows)), (AtHand(rows),))


def _note(text: str) -> BrowseRow:
    return BrowseRow(f"note:{text}", text, 0, note=True)


def _listed(store: Store, kind: Kind, matching: Filter, state: ViewState) -> Found[RecordRow]:
    few = dict(store.summary().counts).get(kind, 0) <= FEW
    stopped = never if few else is_overtaken
    return store.listed(kind, matching, state.lens, most_of(state.browse), stopped)


def _heading(kind: Kind, count: int, *, opened: bool = True, counted: bool = True) -> BrowseRow:
    return BrowseRow(f"{KIND_ROW}{kind.value}", kind.heading, count, opened, counted=counted)


def _runs(kind: Kind, found: Found[RecordRow]) -> Iterator[Run[BrowseRow]]:
    yield Made(found, _row_of)
    if not found.complete:
        yield AtHand((BrowseRow(f"{MORE}{kind.value}", "more", 0, more=True),), complete=False)


def _row_of(record: RecordRow) -> BrowseRow:
    return BrowseRow(
        record.id, record.short, record.claims, state=record.state, is_new=NEW in record.flags,
        day_signs=signs_of(record.flags),
    )  # fmt: skip
