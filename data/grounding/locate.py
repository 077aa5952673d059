"""Where the quotes of a data set stand in the texts at hand."""

from __future__ import annotations

from collections.abc import Mapping

from scale_explorer.models.dataset import Dataset

from ..loading.copies import SourceCopy
from ..watch import SILENT, Phase, Watch, over
from .match import Match, find
from .quotes import quotes
from .words import Haystack


def locate(
    dataset: Dataset, copies: Mapping[str, SourceCopy], watch: Watch = SILENT
) -> Mapping[str, Match]:
    """Look for each quote whose source's text is here; the result is keyed by evidence id."""
    haystacks = {source: Haystack.of(copy.text) for source, copy in copies.items()}
    return {
        cited.id: find(haystacks[cited.quote.source], cited.quote)
        for cited in over(tuple(quotes(dataset)), Phase.QUOTES, watch)
        if cited.quote.source in haystacks
    }
