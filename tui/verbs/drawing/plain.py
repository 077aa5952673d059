"""Blocks as text for people: aligned columns, no frames, bold headings."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from rich.cells import cell_len

from .blocks import Block, Facts, Heading, Item, Marked, Paragraph, Quotation, Sheet
from .cells import fitted
from .lines import GAP, INDENT, Line, text_lines
from .marking import marked_lines
from .tables import table_lines


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
    return not (isinstance(before, Item) and isinstance(block, Item))


def _lines(block: Block, width: int | None) -> Iterator[Line]:
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
            for detail in details:
                yield from text_lines(detail, INDENT, width)
        case Item(text, depth, under):
            yield from text_lines(text, INDENT * depth, width)
            for line in under:
                yield from _beneath(line, INDENT * (depth + 1), width)


def _beneath(line: str | Marked, lead: str, width: int | None) -> Iterator[Line]:
    if isinstance(line, Marked):
        return marked_lines(line, lead, width)
    return text_lines(line, lead, width)
