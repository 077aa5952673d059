"""A source in reading order: its text cut where quotes and paragraphs begin and end."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import pairwise

from scale_explorer.models.frozen import dataclass

from ..loading.paragraphs import paragraph_at
from .contents import TextLayout
from .rows.sources import Stretch

UNSEEN = TextLayout(0, ())
"""What is known of a source whose text nobody saw."""

MOST_COVERING = 100
"""Quotes that one stretch tells of: text that thousands quote would grow by the square."""

NO_PARAGRAPH = 0
"""The paragraph of a quote from a source that nobody saw."""


@dataclass(frozen=True, slots=True)
class Placed:
    """A quote and where it stands, in code points; unplaced ones stand nowhere."""

    evidence: str
    exact: str
    start: int | None
    end: int | None
    paragraph: int | None


def stretches(layout: TextLayout, quotes: Sequence[Placed]) -> Iterator[Stretch]:
    """Yield a source's text in stretches; without the text, what no quote covers is a gap.

    Words without a place are listed only of a source that nobody saw: anywhere else they would
    look as if they stood in it.
    """
    placed = _in_order(quotes)
    by_id = {quote.evidence: quote for quote in quotes}
    borders = (border for start, end, _ in placed for border in (start, end))
    length = max([layout.length, *(end for _, end, _ in placed)])
    cuts = {0, length, *borders, *(start for start, _ in layout.paragraphs)}
    for start, end, ids in _swept(sorted(cuts), placed):
        covering = [by_id[each] for each in ids]
        text = _words(covering, start, end) if layout.text is None else layout.text[start:end]
        yield Stretch(start, end, paragraph_at(layout.paragraphs, start), text, ids)
    if layout == UNSEEN:
        yield from _unplaced(quotes, length)


def _in_order(quotes: Sequence[Placed]) -> list[tuple[int, int, str]]:
    return sorted(
        (quote.start, quote.end, quote.evidence)
        for quote in quotes
        if quote.start is not None and quote.end is not None and quote.start < quote.end
    )


def _swept(
    cuts: Sequence[int], placed: Sequence[tuple[int, int, str]]
) -> Iterator[tuple[int, int, tuple[str, ...]]]:
    """Yield each run between two cuts with the quotes that cover it, the first of very many."""
    open_quotes: list[tuple[int, str]] = []
    following = 0
    for start, end in pairwise(cuts):
        open_quotes = [quote for quote in open_quotes if quote[0] > start]
        while following < len(placed) and placed[following][0] <= start:
            if len(open_quotes) < MOST_COVERING:
                open_quotes.append((placed[following][1], placed[following][2]))
            following += 1
        yield start, end, tuple(evidence for _, evidence in open_quotes)


def _words(covering: Sequence[Placed], start: int, end: int) -> str | None:
    """Return the words between two places, from a quote whose own length tells where they stand."""
    for quote in covering:
        if quote.start is not None and quote.end == quote.start + len(quote.exact):
            return quote.exact[start - quote.start : end - quote.start]
    # A quote that was matched through a ligature is longer or shorter than its place.
    return next(
        (quote.exact for quote in covering if quote.start == start), "" if covering else None
    )


def _unplaced(quotes: Sequence[Placed], end: int) -> Iterator[Stretch]:
    for quote in quotes:
        if quote.start is None or quote.end is None:
            yield Stretch(end, end, NO_PARAGRAPH, quote.exact, (quote.evidence,))
