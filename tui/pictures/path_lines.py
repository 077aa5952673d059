"""Paths as lines: a record, and below it a line for each step, which reads on from the one above.

    Path 2 · 2 steps
      Google
      │ is ending its purchases from  Scale AI  “ 3  ↘ ending
      ┊ has as investor               Meta      “ 1  ┄ inferred  ! weakest: inferred

A rail is solid where a quote states the tie, dotted where none does. Phrases and names of a path
stand in columns; where there is no room, what is behind them goes below, and then the names.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from rich.cells import cell_len

from scale_explorer.models.frozen import dataclass

from ..widgets.cells import clip, visible
from ..widgets.lines import Span
from ..widgets.picture import Picture
from ..widgets.rows import Tone
from ..widgets.wrap import wrap

_GAP = 2
_INDENT = "  "
_RAILS = {True: "│ ", False: "┊ "}
_NARROWEST = 12
"""Cells that a phrase or a name keeps at least."""


@dataclass(frozen=True, slots=True)
class Hop:
    """A line that can hold the cursor: a tie, what it leads to, and what is known of it.

    An `aside` is a further tie between the same two records.
    """

    key: str
    phrase: str
    name: str
    stated: bool
    notes: tuple[tuple[str, Tone], ...] = ()
    aside: bool = False


@dataclass(frozen=True, slots=True)
class Fold:
    """A line that opens or closes what it tells of."""

    key: str
    text: str


@dataclass(frozen=True, slots=True)
class Told:
    """A line that is only read."""

    text: str


@dataclass(frozen=True, slots=True)
class Chain:
    """A path: what is said of it, the record that it starts from, and its lines."""

    title: str
    start: str
    lines: tuple[Hop | Fold | Told, ...]


Row = tuple[Span, ...]


@dataclass(frozen=True, slots=True)
class PathDrawing:
    """Paths one below the other, and under them what can be chosen; `message` if there is none."""

    chains: tuple[Chain, ...]
    choices: tuple[Fold, ...] = ()
    message: str = ""

    def draw(self, width: int, height: int) -> Picture:
        """Draw all paths; what does not fit is lower down."""
        del height
        width = max(width, _NARROWEST * 2)
        rows: list[Row] = []
        for part in self._parts(width):
            rows += [(), *part] if rows else part
        return Picture(tuple(rows))

    def _parts(self, width: int) -> Iterator[list[Row]]:
        if self.message:
            yield list(wrap((Span(self.message),), width))
        for chain in self.chains:
            yield list(_chain(chain, width))
        if self.choices:
            yield [_fold(each, width, "") for each in self.choices]


@dataclass(frozen=True, slots=True)
class _Columns:
    """How wide phrases and names are; of `rows` a step has, the last hold what is behind them."""

    phrase: int
    name: int
    rows: int


def _columns(chain: Chain, width: int) -> _Columns:
    hops = [line for line in chain.lines if isinstance(line, Hop)]
    phrase = max((cell_len(visible(hop.phrase)) for hop in hops), default=0)
    name = max((cell_len(visible(hop.name)) for hop in hops), default=0)
    notes = max((_width(_notes(hop)) for hop in hops), default=0)
    room = width - len(_INDENT) - len(_RAILS[True])
    if phrase + name + notes + 2 * _GAP <= room:
        return _Columns(phrase, name, 1)
    if phrase + name + _GAP <= room:
        return _Columns(phrase, name, 2)
    return _Columns(min(phrase, room), min(name, room - len(_INDENT)), 3)


def _chain(chain: Chain, width: int) -> Iterator[Row]:
    columns = _columns(chain, width)
    if chain.title:
        yield (Span(clip(visible(chain.title), width), Tone.HEADING),)
    start = clip(visible(chain.start), width - len(_INDENT))
    yield (Span(_INDENT), Span(start, Tone.STRONG))
    for line in chain.lines:
        match line:
            case Hop():
                yield from _hop(line, columns, width)
            case Fold():
                yield _fold(line, width, f"{_INDENT}{_RAILS[True]}")
            case Told():
                told = clip(visible(line.text), width - 2 * len(_INDENT))
                yield Span(_INDENT), Span(_RAILS[True], Tone.DIM), Span(told, Tone.DIM)


def _fold(fold: Fold, width: int, before: str) -> Row:
    text = clip(visible(fold.text), width - len(before))
    return (*((Span(before, Tone.DIM),) if before else ()), Span(text, Tone.DIM, fold.key))


def _hop(hop: Hop, columns: _Columns, width: int) -> Iterator[Row]:
    """Yield the rows of a step, each with its key, so that the cursor marks it whole."""
    rail = (Span(_INDENT), Span(_RAILS[hop.stated], Tone.DIM if hop.stated else Tone.WARN))
    phrase = clip(visible(hop.phrase), columns.phrase)
    name = Span(clip(visible(hop.name), columns.name), Tone.STRONG, hop.key)
    said = Span(phrase, Tone.DIM if hop.aside else Tone.PLAIN, hop.key)
    notes = tuple(Span(text, tone, hop.key) for text, tone in _notes(hop))
    if columns.rows == 3:
        yield (*rail, said)
        if hop.name:
            yield (*rail, Span(_INDENT, key=hop.key), name)
    else:
        gap = Span(" " * (columns.phrase - cell_len(phrase) + _GAP), key=hop.key)
        behind = columns.name - cell_len(name.text) + _GAP if columns.rows == 1 and notes else 0
        end = (Span(" " * behind, key=hop.key), *notes) if behind else ()
        yield (*rail, said, gap, name, *end) if hop.name or end else (*rail, said)
    if columns.rows > 1 and notes:
        room = width - 2 * len(_INDENT) - len(_INDENT)
        yield (*rail, Span(_INDENT, key=hop.key), *_fitted(notes, room))


def _notes(hop: Hop) -> tuple[tuple[str, Tone], ...]:
    """Part the notes by a gap."""
    parted: list[tuple[str, Tone]] = []
    for text, tone in hop.notes:
        parted += [(" " * _GAP, Tone.PLAIN)] if parted else []
        parted.append((visible(text), tone))
    return tuple(parted)


def _width(notes: Iterable[tuple[str, Tone]]) -> int:
    return sum(cell_len(text) for text, _ in notes)


def _fitted(notes: Iterable[Span], room: int) -> Iterator[Span]:
    """Yield the notes as far as there is room."""
    for span in notes:
        text = clip(span.text, room)
        if text:
            yield Span(text, span.tone, span.key)
        room -= cell_len(text)
