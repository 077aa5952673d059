"""Blocks as Markdown (CommonMark with GitHub's tables); no text of the data becomes markup."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from itertools import pairwise

from scale_explorer.data.finding import Finding

from .blocks import (
    Block,
    Cell,
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
from .marking import shortened
from .paintings import painted

_SPECIAL = re.compile(r"([\\`*_\[\]<>|&#~])")
_ORDINAL_OR_BULLET = re.compile(r"^( *)(\d+(?=[.)])|[-+=](?=\s|=|-|$))", re.MULTILINE)

_BACKTICKS = re.compile(r"`+")


def escaped(text: str) -> str:
    """Return text that reads the same after Markdown is rendered."""
    return _SPECIAL.sub(r"\\\1", text)


_LISTED = (Item, Diagnostic)


def draw(blocks: Iterable[Block]) -> Iterator[str]:
    """Yield the blocks' lines, blocks parted by a blank line."""
    before: Block | None = None
    for block in blocks:
        if before is not None and _parted(before, block):
            yield ""
        yield from _lines(block)
        before = block


def _parted(before: Block, block: Block) -> bool:
    if isinstance(block, Sheet) and block.goes_on:
        return False
    return not (isinstance(before, _LISTED) and isinstance(block, _LISTED))


def _lines(block: Block) -> Iterator[str]:
    match block:
        case Heading(text, level):
            yield f"{'#' * level} {escaped(text)}"
        case Paragraph(text):
            yield _paragraph(text)
        case Facts(pairs):
            yield from (f"- {escaped(label)}: {escaped(value)}" for label, value in pairs)
        case Sheet():
            yield from _table(block)
        case Quotation(words, details):
            yield from (f"> {_paragraph(line)}" for line in words.split("\n"))
            yield ">"
            yield from (f"> — {escaped(detail)}  " for detail in details)
        case Item(text, depth, under):
            yield f"{'  ' * depth}- {_paragraph(text)}"
            yield from (f"{'  ' * depth}  {_beneath(line)}" for line in under)
        case Diagnostic(finding, under):
            yield from _lines(_item(finding, under))
        case Listing(text):
            yield from _fenced(text)
        case Painting(drawing):
            yield from _fenced(painted(drawing).text)


def _fenced(text: str) -> Iterator[str]:
    """Set lines between fences that are longer than any in them."""
    fence = "`" * max(3, *(len(run) + 1 for run in _BACKTICKS.findall(text)), 0)
    yield from (fence, *text.splitlines(), fence)


def _item(finding: Finding, under: tuple[str | Marked, ...]) -> Item:
    """Tell a finding in running text, without the line of its file."""
    place = f"{finding.place.position}: " if finding.place else ""
    text = f"{place}{finding.weight}[{finding.code}]: {finding.message}"
    hint = "" if finding.nearest else finding.hint
    notes = (("hint", hint), ("known", finding.known))
    return Item(text, under=(*(f"{label}: {said}" for label, said in notes if said), *under))


def _beneath(line: str | Marked) -> str:
    """Set a line, its marked words in bold."""
    if isinstance(line, str):
        return _paragraph(line)
    text, spans = shortened(line.text, line.spans)
    borders = [0, *(border for span in spans for border in span), len(text)]
    pieces = [escaped(text[start:end]) for start, end in pairwise(borders)]
    bold = (f"**{piece}**" if place % 2 else piece for place, piece in enumerate(pieces))
    return _paragraph(line.label) + " " + "".join(bold)


def _paragraph(text: str) -> str:
    """Escape running text, also what would make a list or a heading of a line's start."""
    return _ORDINAL_OR_BULLET.sub(_unlisted, escaped(text))


def _unlisted(start: re.Match[str]) -> str:
    blank, sign = start.groups()
    return f"{blank}{sign}\\" if sign.isdigit() else f"{blank}\\{sign}"


def _table(sheet: Sheet) -> Iterator[str]:
    if not sheet.goes_on:
        yield _row(tuple(column.name for column in sheet.columns))
        yield _rule("--:" if column.right else "---" for column in sheet.columns)
    yield from map(_row, sheet.rows)


def _rule(marks: Iterable[str]) -> str:
    return f"| {' | '.join(marks)} |"


def _row(cells: tuple[Cell, ...]) -> str:
    shown = ("" if cell is None else str(cell).replace("\n", " ") for cell in cells)
    return f"| {' | '.join(map(escaped, shown))} |"
