"""Where the quotes of a data set stand in the texts at hand."""

from __future__ import annotations

from collections.abc import Container, Mapping
from typing import TypeAlias

from scale_explorer.models.dataset import Dataset
from scale_explorer.models.evidence import Quote

from ..loading.copies import SourceCopy
from ..watch import SILENT, Phase, Watch, over
from .match import Match, find
from .quotes import quotes
from .words import Haystack

_Asked: TypeAlias = tuple[str, str, str, str, int | None, int | None]


def locate(
    dataset: Dataset,
    copies: Mapping[str, SourceCopy],
    positioned: Container[str],
    watch: Watch = SILENT,
) -> Mapping[str, Match]:
    """Look for each quote whose source's text is here; the result is keyed by evidence id.

    The positions of quotes count for the texts of the sources in `positioned`.
    """
    haystacks = {source: Haystack.of(copy.text) for source, copy in copies.items()}
    seen: dict[_Asked, Match] = {}

    def found(quote: Quote) -> Match:
        """Look for a quote once, however many claims rest on it."""
        source = quote.source
        asked = source, quote.exact, quote.prefix, quote.suffix, quote.start, quote.end
        if asked not in seen:
            seen[asked] = find(haystacks[source], quote, by_position=source in positioned)
        return seen[asked]

    return {
        cited.id: found(cited.quote)
        for cited in over(tuple(quotes(dataset)), Phase.QUOTES, watch)
        if cited.quote.source in haystacks
    }
