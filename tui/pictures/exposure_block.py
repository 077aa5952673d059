"""The counterparties of one side on a page: in columns where there is room, else as cards.

Amounts stand below each other in either. A card has the name and the status on one row, and each
amount on a row below; where one amount is all there is, such as a stake, it stands beside the name
and the status below.
"""

from __future__ import annotations

from collections.abc import Iterable
from functools import lru_cache

from scale_explorer.models.frozen import dataclass, field, replace

from ..standing import mark_of, marked
from ..widgets.rows import Tone
from ..widgets.wrap import breaks
from .placing import NOTHING, Page, Piece, width_of

GAP = 2
"""Blank cells between columns."""
_INDENT = 2
_NAME_ROWS = 2
"""Rows that a name takes at most on a card; a longer one is cut."""
_MOST_NAME = 30
"""Cells that the longest name has at most where all stands in columns."""
_MOST_STATE = 16
_MOST_CARD = 46
"""Cells from a name to the end of the status behind it, so that the eye finds across."""
_LEAST = 21


@dataclass(frozen=True, slots=True)
class Detail:
    """An amount, the time it is of, and what is told beside it: a share, or that it is planned."""

    amount: Piece
    when: str = ""
    beside: Piece = NOTHING


@dataclass(frozen=True, slots=True)
class Entry:
    """A counterparty; without details `note` says why there are none.

    `loose` is a tie that does not stand now, whose line is dashed.
    """

    name: Piece
    state: str = ""
    details: tuple[Detail, ...] = ()
    note: str = ""
    loose: bool = False

    @property
    def status(self) -> Piece:
        """The status as its sign and its words; without a key, so that arrows stop at amounts."""
        return _status(self.state)


@lru_cache(maxsize=256)
def _status(state: str) -> Piece:
    return Piece(marked(state), None, mark_of(state).tone)


@dataclass(frozen=True, slots=True)
class Block:
    """One side: what it is called, what its columns hold, who stands there, or that nobody does.

    `groups` open and close what is folded away.
    """

    heading: str
    caption: str = ""
    entries: tuple[Entry, ...] = ()
    groups: tuple[Piece, ...] = ()
    empty: str = "none recorded"

    @property
    def has_ties(self) -> bool:
        """Whether lines lead to it."""
        return bool(self.entries or self.groups)

    @property
    def most_lines(self) -> int:
        """How many lines lead to it at most."""
        return len(self.entries) + len(self.groups)

    @property
    def least(self) -> int:
        """The cells that it needs to be read."""
        if not self.entries:
            return width_of(self.heading, self.empty)
        details = (detail for entry in self.entries for detail in entry.details)
        widest = max((_INDENT + detail.amount.width + GAP + width_of(detail.when)
                      for detail in details), default=0)  # fmt: skip
        return max(width_of(self.heading), widest, _LEAST)


@dataclass(frozen=True, slots=True)
class _Columns:
    """The widths of the columns behind the name."""

    amount: int
    when: int
    beside: int
    state: int
    note: int = 0

    @property
    def all(self) -> int:
        """The cells that they take together, with the gaps before them."""
        return self.told + sum(width + GAP for width in (self.state,) if width)

    @property
    def is_one_amount(self) -> bool:
        """Whether each has an amount and nothing besides, such as a stake."""
        return bool(self.amount) and not (self.when or self.beside or self.note)

    @property
    def told(self) -> int:
        """The cells of the amounts and what belongs to them, or of the notes in their place."""
        widths = (self.amount, self.when, self.beside)
        note = self.note + GAP if self.note else 0
        return max(note, sum(width + GAP for width in widths if width))


def _columns(entries: Iterable[Entry]) -> _Columns:
    entries = tuple(entries)
    details = [detail for entry in entries for detail in entry.details]
    amount = width_of(*(detail.amount.text for detail in details))
    when = width_of(*(detail.when for detail in details))
    beside = width_of(*(detail.beside.text for detail in details))
    notes = width_of(*(entry.note for entry in entries))
    state = min(_MOST_STATE, width_of(*(entry.status.text for entry in entries)))
    return _Columns(amount, when, beside, state, notes)


@dataclass(slots=True)
class BlockWriter:
    """Puts a block on a page; `anchors` are the rows of ties, and whether each is loose."""

    page: Page
    left: int
    width: int
    row: int
    anchors: dict[int, bool] = field(default_factory=dict[int, bool])

    def write(self, block: Block) -> None:
        """Write heading, entries, and what is folded away."""
        self._head(block)
        if not block.has_ties:
            self._line(0, Piece(block.empty, None, Tone.DIM))
        columns = _columns(block.entries)
        names = width_of(*(entry.name.text for entry in block.entries))
        stateless = replace(columns, state=0)
        in_columns = min(_MOST_NAME, names) <= self.width - columns.all
        is_short = columns.is_one_amount and names <= self.width - stateless.all
        for entry in block.entries:
            self.anchors[self.row] = entry.loose
            if in_columns:
                self._in_columns(entry, columns, min(names, self.width - columns.all))
            elif is_short:
                self._in_columns(entry, stateless, names)
                self._line(_INDENT, entry.status)
            else:
                self._as_card(entry, columns)
        for group in block.groups:
            self.anchors[self.row] = False
            self._wrapped(group)

    def _head(self, block: Block) -> None:
        """Write what the side is called, and what its columns hold beside it or below."""
        caption = Piece(block.caption, None, Tone.DIM)
        offset = self._put(0, Piece(block.heading, None, Tone.HEADING)) + GAP
        if offset + caption.width <= self.width:
            self._put(offset, caption)
        elif caption.text:
            self.row += 1
            self._put(0, caption)
        self.row += 1

    def _put(self, offset: int, piece: Piece, most: int | None = None) -> int:
        room = self.width - offset
        return self.page.put(
            self.row, self.left + offset, piece, room if most is None else min(most, room)
        )

    def _put_right(self, end: int, piece: Piece, most: int) -> None:
        self._put(end - min(piece.width, most), piece, most)

    def _line(self, indent: int, piece: Piece) -> None:
        if piece.text:
            self._put(indent, piece)
            self.row += 1

    def _wrapped(self, piece: Piece, rows: int | None = None) -> None:
        """Write a text over as many rows as it takes, the last of at most `rows` cut."""
        if piece.width <= self.width - _INDENT and "\n" not in piece.text:
            self._line(0, piece)
            return
        places = breaks(piece.text, self.width - _INDENT)
        for number, (start, end) in enumerate(places[:rows]):
            is_cut = rows is not None and number == rows - 1
            text = piece.text[start : None if is_cut else end]
            self._line(_INDENT if number else 0, piece.with_text(text))

    def _in_columns(self, entry: Entry, columns: _Columns, name: int) -> None:
        end = name + columns.all
        self._put(0, entry.name, name)
        self._put(end - columns.state, entry.status, columns.state)
        note = Piece(entry.note, None, Tone.DIM)
        self._put(name + GAP, note, columns.told - GAP)
        for detail in entry.details:
            self._detail(name + GAP, detail, columns)
            self.row += 1
        self.row += not entry.details

    def _detail(self, offset: int, detail: Detail, columns: _Columns) -> None:
        """Write an amount and what belongs to it into its columns."""
        self._put_right(offset + columns.amount, detail.amount, columns.amount)
        offset += columns.amount + GAP if columns.amount else 0
        self._put(offset, _when(detail), columns.when)
        offset += columns.when + GAP if columns.when else 0
        self._put(offset, detail.beside, columns.beside)

    def _as_card(self, entry: Entry, columns: _Columns) -> None:
        status, note = entry.status, Piece(entry.note, None, Tone.DIM)
        end = min(self.width, _MOST_CARD)
        if entry.name.width + (status.width and GAP + status.width) > end:
            self._wrapped(entry.name, _NAME_ROWS)
            self._line(_INDENT, status)
            self._line(_INDENT, note)
        else:
            self._put(0, entry.name)
            self._put_right(end, status, status.width)
            told = self._put_note(end, entry, columns)
            self.row += 1
            self._line(_INDENT, NOTHING if told else note)
        for detail in entry.details:
            self._card_detail(detail, columns)

    def _put_note(self, end: int, entry: Entry, columns: _Columns) -> bool:
        """Write a note before the statuses, if there is room between name and status."""
        note = Piece(entry.note, None, Tone.DIM)
        own = entry.status.width
        for state in (max(columns.state, own), own):
            before = end - (state + GAP if state else 0)
            if note.text and entry.name.width + GAP + note.width <= before:
                self._put_right(before, note, note.width)
                return True
        return False

    def _card_detail(self, detail: Detail, columns: _Columns) -> None:
        """Write an amount on one row, and below it what has no room beside it."""
        room = self.width - _INDENT
        amount = min(columns.amount, room)
        used = amount + (GAP if amount else 0)
        has_when = used + columns.when <= room
        used += columns.when + GAP if has_when and columns.when else 0
        has_beside = has_when and used + detail.beside.width <= room
        shown = _Columns(
            amount, columns.when if has_when else 0, detail.beside.width if has_beside else 0, 0
        )
        self._detail(_INDENT, detail, shown)
        told_when = has_when and bool(detail.when)
        self.row += bool(detail.amount.text or told_when or (has_beside and detail.beside.text))
        self._line(_INDENT, NOTHING if has_when else _when(detail))
        self._line(_INDENT, NOTHING if has_beside else detail.beside)


def _when(detail: Detail) -> Piece:
    return Piece(detail.when, detail.amount.key or detail.beside.key, Tone.DIM)
