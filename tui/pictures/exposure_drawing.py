"""The drawing of exposure: suppliers left, the company in the middle, customers right.

Owners stand above the company and holdings below it, competitors and partners under all. Where that
is too wide, the sides stand below each other.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from scale_explorer.models.frozen import dataclass

from ..widgets.picture import Picture, Way
from ..widgets.rows import Tone
from ..widgets.wrap import breaks
from .exposure_block import GAP, Block, BlockWriter, Entry
from .placing import Page, Piece, width_of

WIDE = 72
"""Cells from which the sides stand beside each other."""
_LINES = 4
"""Cells between a side and the company, where the lines run."""
_HUB = 26
_LEAST_HUB = 20
"""Cells of the company's box where something stands beside it: at most, and with little room."""
_ROOMY = 84
_SIGNS = " │─╰││╭├─╯─┴╮┤┬┼"
"""The sign of every sum of arms: 1 up, 2 right, 4 down, 8 left."""
_UP, _RIGHT, _DOWN, _LEFT = 1, 2, 4, 8
_STUBS = {False: "─", True: "┄"}


@dataclass(frozen=True, slots=True)
class Hub:
    """The company in the middle, and the figures that shares are of, one a row."""

    name: Piece
    figures: tuple[Piece, ...] = ()


@dataclass(frozen=True, slots=True)
class ExposureDrawing:
    """A company between those it deals with; `aside` are told in running text below."""

    hub: Hub
    owners: Block
    suppliers: Block
    customers: Block
    holdings: Block
    aside: tuple[Block, ...] = ()

    def draw(self, width: int, height: int) -> Picture:
        """Draw it within a width; it takes the rows that it needs.

        The company is among the first `height` rows, which are seen at first.
        """
        page = Page()
        if width >= WIDE:
            row, moves = _beside(self, page, width, height)
        else:
            row, moves = _below(self, page, width), {}
        for block in self.aside:
            row = _running(page, block, row + (block is self.aside[0]), width)
        return page.picture(moves)


Moves = dict[tuple[str, Way], str]


def _beside(drawn: ExposureDrawing, page: Page, width: int, height: int) -> tuple[int, Moves]:
    """Draw the sides beside the company; return the row below all, and where arrows lead."""
    left, middle = _widths(drawn, width)
    start, right = left + _LINES, left + middle + 2 * _LINES
    joins = _LEFT * drawn.suppliers.has_ties | _RIGHT * drawn.customers.has_ties
    bottom, name = _middle(drawn, page, (start, middle), joins, height)
    suppliers = _at_hub(page, drawn.suppliers, (0, left), name)
    customers = _at_hub(page, drawn.customers, (right, width - right), name)
    _lines(page, left, name, suppliers.anchors, _LEFT)
    _lines(page, right - _LINES, name, customers.anchors, _RIGHT)
    return max(bottom, suppliers.row, customers.row), _moves(drawn)


def _at_hub(page: Page, block: Block, place: tuple[int, int], name: int) -> BlockWriter:
    """Write a side, so far down that the row of the company's name is none below its last line."""
    left, width = place
    top = 0
    if block.has_ties and block.most_lines <= name:
        trial = BlockWriter(Page(), left, width, 0)
        trial.write(block)
        top = max(0, name - max(trial.anchors))
    writer = BlockWriter(page, left, width, top)
    writer.write(block)
    return writer


def _tight(block: Block, width: int) -> int:
    """Return the cells that a side takes of a width where it looks the same in them."""
    whole = _written(block, width)
    return whole.width if _written(block, whole.width).is_like(whole) else width


def _written(block: Block, width: int) -> Page:
    page = Page()
    BlockWriter(page, 0, width, 0).write(block)
    return page


def _widths(drawn: ExposureDrawing, width: int) -> tuple[int, int]:
    """Return the cells of the suppliers and of the company; customers have the rest."""
    most = _HUB if width >= _ROOMY else _LEAST_HUB
    needed = _hub_width(drawn.hub), *(b.least for b in (drawn.owners, drawn.holdings) if b.entries)
    middle = min(most, max(needed))
    room = width - middle - 2 * _LINES
    suppliers, customers = drawn.suppliers, drawn.customers
    if not suppliers.entries:
        return min(suppliers.least, room // 2), middle
    if not customers.entries:
        return _tight(suppliers, max(room - customers.least, room // 2)), middle
    shared = room * suppliers.least // (suppliers.least + customers.least)
    return _tight(suppliers, shared), middle


def _hub_width(hub: Hub) -> int:
    return width_of(hub.name.text, *(piece.text for piece in hub.figures)) + 4


def _middle(
    drawn: ExposureDrawing, page: Page, place: tuple[int, int], joins: int, height: int
) -> tuple[int, int]:
    """Draw owners, company and holdings; return the row below, and that of the company's name.

    Owners of whom there are too many for the company to be seen as well stand below it.
    """
    left, width = place
    owners, holdings = drawn.owners, drawn.holdings
    fits = _rows_of(owners, width) + 1 + _box_height(drawn.hub, width) <= height
    row = 0
    if owners.entries and fits:
        row = _block(page, owners, 0, width, left)
        page.put(row, left + width // 2, Piece("│", None, Tone.DIM), 1)
        row, joins = row + 1, joins | _UP
    blocks = [block for block in ((holdings,) if fits else (owners, holdings)) if block.entries]
    bottom = _box(page, drawn.hub, (row, left, width), joins | _DOWN * bool(blocks))
    for number, block in enumerate(blocks):
        if not number:
            page.put(bottom, left + width // 2, Piece("│", None, Tone.DIM), 1)
        bottom = _block(page, block, bottom + 1, width, left)
    return bottom, row + 1


def _rows_of(block: Block, width: int) -> int:
    return _block(Page(), block, 0, width)


def _box_height(hub: Hub, width: int) -> int:
    return len(tuple(_box_rows(hub, width - 4))) + 2


def _box(page: Page, hub: Hub, place: tuple[int, int, int], joins: int) -> int:
    """Draw the company's box with the arms that `joins` says; return the row below it."""
    row, left, width = place
    key, inner = hub.name.key, width - 2

    def edge(first: str, joint: str, last: str) -> Piece:
        before = "─" * (width // 2 - 1)
        return Piece(
            f"{first}{before}{joint}{'─' * (inner - len(before) - 1)}{last}", key, Tone.ACCENT
        )

    page.put(row, left, edge("╭", "┴" if joins & _UP else "─", "╮"), width)
    for number, piece in enumerate(_box_rows(hub, inner - 2)):
        sides = ("┤" if joins & _LEFT else "│", "├" if joins & _RIGHT else "│")
        first, last = sides if not number else ("│", "│")
        row += 1
        page.put(row, left, Piece(f"{first} ", key, Tone.ACCENT), 2)
        used = page.put(row, left + 2, piece, inner - 2)
        page.put(row, left + 2 + used, Piece(" " * (inner - 1 - used), piece.key), inner)
        page.put(row, left + width - 1, Piece(last, key, Tone.ACCENT), 1)
    page.put(row + 1, left, edge("╰", "┬" if joins & _DOWN else "─", "╯"), width)
    return row + 2


def _box_rows(hub: Hub, width: int) -> Iterator[Piece]:
    for piece in (hub.name, *hub.figures):
        for start, end in breaks(piece.text, width):
            yield piece.with_text(piece.text[start:end])


def _lines(page: Page, left: int, name: int, anchors: Mapping[int, bool], side: int) -> None:
    """Draw the lines from the company to each counterparty; that of a loose tie is dashed."""
    if not anchors:
        return
    top, bottom = min(name, *anchors), max(name, *anchors)

    def at(row: int) -> Piece:
        hub_arm = (_LEFT | _RIGHT) ^ side if row == name else 0
        own_arm = side if row in anchors else 0
        spine = _SIGNS[hub_arm | own_arm | _UP * (row > top) | _DOWN * (row < bottom)]
        link = "─" if row == name else " "
        stub = _STUBS[anchors[row]] if row in anchors else " "
        text = f" {stub}{spine}{link}" if side == _LEFT else f"{link}{spine}{stub} "
        return Piece(text, None, Tone.DIM)

    page.put_down(range(top, bottom + 1), left, at)


def _moves(drawn: ExposureDrawing) -> Moves:
    """Lead arrows from the company to the first of each side, and back from every customer."""
    hub = drawn.hub.name.key or ""
    suppliers, customers = (
        [entry.name.key for entry in block.entries if entry.name.key]
        for block in (drawn.suppliers, drawn.customers)
    )
    moves: Moves = {(key, Way.LEFT): hub for key in customers}
    for way, keys in ((Way.LEFT, suppliers), (Way.RIGHT, customers)):
        if keys:
            moves[hub, way] = keys[0]
    return moves


def _below(drawn: ExposureDrawing, page: Page, width: int) -> int:
    """Draw all below each other: the company, then those sides first that most is known of."""
    hub = min(width, max(_hub_width(drawn.hub), _LEAST_HUB))
    row = _box(page, drawn.hub, (0, 0, hub), 0)
    sides = (drawn.customers, drawn.suppliers, drawn.owners, drawn.holdings)
    for block in sorted(sides, key=_amounts, reverse=True):
        if block.entries:
            row = _block(page, block, row + 1, width)
    return row


def _amounts(block: Block) -> int:
    """Return how many numbers a side has."""
    return sum(len(entry.details) for entry in block.entries)


def _block(page: Page, block: Block, row: int, width: int, left: int = 0) -> int:
    writer = BlockWriter(page, left, width, row)
    writer.write(block)
    return writer.row


def _running(page: Page, block: Block, row: int, width: int) -> int:
    """Write those of a side one behind the other; return the row below."""
    heading = Piece(block.heading, None, Tone.HEADING)
    indent = min(page.put(row, 0, heading, width) + GAP, width // 3)
    if heading.width + GAP > indent:
        row += 1
    cell = indent
    for number, pieces in enumerate(_flowing(block)):
        wide = sum(piece.width + 1 for piece in pieces) - 1
        if number and cell + 3 + wide > width:
            row, cell = row + 1, indent
        elif number:
            cell += page.put(row, cell, Piece(" · ", None, Tone.DIM), 3)
        for piece in pieces:
            if cell > indent and cell + piece.width > width:
                row, cell = row + 1, indent
            cell += page.put(row, cell, piece, width - cell) + 1
        cell -= 1
    return row + 1


def _flowing(block: Block) -> Iterator[tuple[Piece, ...]]:
    for entry in block.entries:
        yield tuple(_pieces(entry))
    for group in block.groups:
        yield (group,)


def _pieces(entry: Entry) -> Iterator[Piece]:
    yield entry.name
    for detail in entry.details:
        yield detail.amount
        if said := " ".join(filter(None, (detail.when, detail.beside.text))):
            yield Piece(said, detail.beside.key or detail.amount.key, Tone.DIM)
    if entry.state:
        yield entry.status
