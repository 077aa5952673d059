"""Why, drawn: the chain of reasons of a record, causes left, effects right, the record between."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from scale_explorer.data.exploring.reason_folds import Fold, Shown, shown
from scale_explorer.data.exploring.reasons import Link, Reasons, reasons, with_ways
from scale_explorer.data.query import Filter
from scale_explorer.data.store.protocol import Store
from scale_explorer.data.store.rows.claims import BECAUSE, ClaimRow
from scale_explorer.data.store.rows.lens import Lens
from scale_explorer.data.store.rows.records import Fact, RecordRow
from scale_explorer.models.frozen import replace

from ..no_reasons import no_reasons
from ..reason_filter import counts, is_without, links_with, why_title
from ..scene import Sheet
from ..standing import mark_of, marked
from ..state import PaneView, Place
from ..widgets.rows import Tone
from .reason_parts import Box, Tie
from .reasons_drawing import ReasonsDrawing, arranged

_NO_MATCH = "No link here matches."

_BOX, _LINK = "box:", "link:"
"""What keys begin with; a reason may be a link here and, where others are about it, a box."""


def sheet(store: Store, place: Place, view: PaneView, matching: Filter, lens: Lens) -> Sheet:
    """Return the chain of a record as a drawing, with a row for each box, link and group.

    A filter keeps the links whose words match, and what leads to them from the record.
    """
    record, rows = store.record(place.of, lens), store.why(place.of, lens)
    assert record is not None, "look asks for records that are there"
    whole = reasons(place.of, record.title, rows)
    kept, unread = links_with(rows, matching)
    if len(kept) < len(rows):
        part = reasons(place.of, record.title, with_ways(rows, kept))
    else:
        part = whole
    seen = shown(part, view.unfolded)
    uncaused = is_without(rows, BECAUSE)
    found = {one: store.record(one, lens) for one in seen.reasons.records}
    empty = _NO_MATCH if whole.links else no_reasons(store, place.of, lens)
    return Sheet(
        why_title(record, rows), "", "", (*counts(rows), *_facts(whole, seen)),
        (*_rows(seen, found),), place.of, empty,
        error=unread, drawing=_drawing(seen, found, uncaused=uncaused) if part.links else None,
    )  # fmt: skip


def _facts(whole: Reasons, seen: Shown) -> Iterator[Fact]:
    """Say of the whole chain how much of it is stated, and what of it is not drawn."""
    if whole.links:
        yield Fact("stated", _count(whole.stated, "link"), None)
        dashed = f"{_count(whole.inferred, 'link')}, dashed" if whole.inferred else "none"
        yield Fact("inferred", dashed, None)
    if whole.cut:
        yield Fact("followed", whole.cut, None)
    if seen.hidden:
        yield Fact("folded away", _count(seen.hidden, "record"), None)


def _count(number: int, what: str) -> str:
    return f"{number:,} {what}{'' if number == 1 else 's'}"


_Found = Mapping[str, RecordRow | None]
"""Records by their ids; the chain may name one that is not there."""

# Rows: what the cursor is on, and what Enter follows.


def _rows(seen: Shown, found: _Found) -> Iterator[ClaimRow]:
    for record, title in zip(seen.reasons.records, seen.reasons.titles, strict=True):
        yield _record_row(record, title, found[record])
    for link in seen.reasons.links:
        yield replace(link.row, key=_LINK + link.reason, role=link.words, depth=0)
    yield from map(_fold_row, seen.folds)


def _record_row(record: str, title: str, row: RecordRow | None) -> ClaimRow:
    return ClaimRow(
        key=_BOX + record, section="", claim=record, target=record, label=title, role="",
        amount=row.amount if row else "", when=row.when if row else "",
        state=row.state if row else "", extra="", quotes=row.quotes if row else 0, depth=0,
        flags=row.flags if row else frozenset(),
    )  # fmt: skip


def _fold_row(fold: Fold) -> ClaimRow:
    return ClaimRow(
        key=fold.key, section="", claim=None, target=None, label=_fold_title(fold), role="",
        amount="", when="", state="", extra="", quotes=0, depth=0, flags=frozenset(),
    )  # fmt: skip


# The drawing.


def _drawing(seen: Shown, found: _Found, *, uncaused: bool) -> ReasonsDrawing:
    chain = seen.reasons
    starts = frozenset(chain.starts)
    named = zip(chain.records, chain.titles, strict=True)
    boxes = (_box(record, title, found[record], starts) for record, title in named)
    folds = (Box(fold.key, _fold_title(fold), framed=False) for fold in seen.folds)
    ties = (*map(_tie, chain.links), *(tie for fold in seen.folds for tie in _fold_tie(fold)))
    begun = (_BOX + start for start in chain.starts)
    return arranged((*boxes, *folds), ties, begun, uncaused=uncaused)


def _box(record: str, title: str, row: RecordRow | None, starts: frozenset[str]) -> Box:
    state = row.state if row else ""
    disputed = row is not None and "disputed" in row.flags
    told = (row.amount if row else "", marked(state), "≠ disputed" if disputed else "")
    tone = mark_of(state).tone if state else Tone.DIM
    return Box(_BOX + record, title, tuple(filter(None, told)), tone, heavy=record in starts)


def _tie(link: Link) -> Tie:
    key = _LINK + link.reason
    return Tie(key, _BOX + link.cause, _BOX + link.effect, link.words, link.inferred)


def _fold_tie(fold: Fold) -> Iterator[Tie]:
    if fold.record:
        ends = (fold.key, _BOX + fold.record) if fold.causes else (_BOX + fold.record, fold.key)
        yield Tie(None, *ends)


def _fold_title(fold: Fold) -> str:
    what = ("cause" if fold.causes else "effect") if fold.record else "claim"
    if fold.is_open:
        return f"▾ fold {_count(fold.count, what)}"
    return f"▸ {fold.count:,} more {what}{'' if fold.count == 1 else 's'}"
