"""Finding a quote in its source by the selectors of the W3C Web Annotation model.

`exact`, `prefix` and `suffix` (TextQuoteSelector) must all be there, folded as `fold` says; `start`
(TextPositionSelector) tells apart what they leave open. A match never begins or ends inside a word
or a number: "$1" is not in "$14".
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum
from itertools import islice
from typing import TYPE_CHECKING

from .fold import fold
from .paragraphs import Span
from .words import Haystack, words

if TYPE_CHECKING:  # Pydantic is not needed to find words
    from scale_explorer.models.evidence import Quote


class Found(StrEnum):
    """How well the words lead to one place."""

    UNIQUE = "unique"
    AMBIGUOUS = "ambiguous"
    MISSING = "missing"


@dataclass(frozen=True, slots=True)
class Match:
    """Where a quote stands, in code points of the source's text.

    An ambiguous quote is given the first of its places, a missing one none.
    """

    span: Span | None
    verdict: Found


_NOWHERE = Match(None, Found.MISSING)


def find(haystack: Haystack, quote: Quote) -> Match:
    """Find a quote's words; those without a single letter or digit are nowhere."""
    exact = fold(quote.exact).text.strip()
    context = (fold(quote.prefix).text.strip(), fold(quote.suffix).text.strip())
    places = (
        place
        for place in _occurrences(haystack, exact)
        if _stands_between(haystack.text, place, place + len(exact), *context)
    )
    starts = haystack.folded.starts
    spans = [
        (starts[place], starts[place + len(exact)])
        # Two are enough to know that there is more than one, unless a position chooses.
        for place in islice(places, 2 if quote.start is None else None)
    ]
    if not spans:
        return _NOWHERE
    chosen = [span for span in spans if span[0] == quote.start]
    verdict = Found.UNIQUE if chosen or len(spans) == 1 else Found.AMBIGUOUS
    return Match((chosen or spans)[0], verdict)


def _occurrences(haystack: Haystack, exact: str) -> Iterator[int]:
    """Yield where `exact` stands as whole words, looking only where its rarest word does."""
    needles = words(exact)
    if not needles:
        return
    rarest, offset = min(needles, key=lambda word: len(haystack.places(word[0])))
    for place in haystack.places(rarest):
        start = place - offset
        if start < 0 or not haystack.text.startswith(exact, start):
            continue
        if not haystack.splits(start) and not haystack.splits(start + len(exact)):
            yield start


def _stands_between(text: str, start: int, end: int, prefix: str, suffix: str) -> bool:
    """Say whether the context is there; one space may part it from the words."""
    before = text[max(0, start - len(prefix) - 1) : start].rstrip()
    after = text[end : end + len(suffix) + 1].lstrip()
    return before.endswith(prefix) and after.startswith(suffix)
