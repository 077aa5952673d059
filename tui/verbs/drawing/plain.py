"""Blocks as text for people: aligned columns, no frames, bold headings."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING

from .blocks import (
    Block,
    Diagnostic,
    Facts,
    Heading,
    Item,
    Listing,
    Marked,
    Painting,
    Paragraph,
    Quotation,
    Sheet,
)
from .cells import cell_len, fitted
from .lines import GAP, INDENT, Line, text_lines
from .tables import table_lines

if TYPE_CHECKING:
    from ...diagnostic import Drawn


def draw(blocks: Iterable[Block], width: int | None) -> Iterator[Line]:
    """Yield the lines of the blocks in `width` cells; without a width nothing is cut or wrapped."""
    before: Block | None = None
    for block in blocks:
        if before is not None and _parted(before, block):
            yield Line("")
        yield from _lines(block, width)
        before = block


def _parted(before: Block, block: Block) -> bool:
    """Headings stand close to what they head, and items to each other."""
    if isinstance(before, Heading):
        return isinstance(block, Quotation)
    if isinstance(block, Sheet) and block.goes_on:
        return False
    return not (isinstance(before, Item) and isinstance(block, Item))


def _lines(block: Block, width: int | None) -> Iterator[Line]:  # noqa: C901 - a case each
    match block:
        case Heading(text):
            yield Line(text, bold=True)
        case Paragraph(text):
            yield from text_lines(text, "", width)
        case Facts(pairs):
            longest = max(cell_len(label) for label, _ in pairs)
            for label, value in pairs:
                yield from text_lines(value, fitted(label, longest) + GAP, width)
        case Sheet():
            yield from table_lines(block, width)
        case Quotation(words, details):
            yield from text_lines(f"“{words}”", "", width)
            yield from _beneath(details, INDENT, width)
        case Item(text, depth, under):
            yield from text_lines(text, INDENT * depth, width)
            yield from _beneath(under, INDENT * (depth + 1), width)
        case Diagnostic(finding, under):
            # Loaded here, as what follows, because most answers have nothing of the kind.
            from ...diagnostic import drawn  # noqa: PLC0415

            yield from map(_painted, drawn(finding, width))
            yield from _beneath(under, INDENT, width)
        case Listing(text):
            yield from map(Line, text.splitlines())
        case Painting(drawing):
            from .paintings import painted_lines  # noqa: PLC0415

            yield from map(_painted, painted_lines(drawing, width))


def _beneath(lines: Iterable[str | Marked], lead: str, width: int | None) -> Iterator[Line]:
    for line in lines:
        if isinstance(line, Marked):
            # Loaded here because most answers mark nothing.
            from .marking import marked_lines  # noqa: PLC0415

            yield from marked_lines(line, lead, width)
        else:
            yield from text_lines(line, lead, width)


def _painted(pieces: Drawn) -> Line:
    return Line("".join(piece.text for piece in pieces), pieces=pieces)
