"""Where the quotes of a data set stand in the texts at hand."""

from __future__ import annotations

from collections.abc import Container, Mapping

from scale_explorer.models.dataset import Dataset

from ..loading.copies import SourceCopy
from .match import Match, find
from .quotes import quotes
from .words import Haystack


def locate(
    dataset: Dataset, copies: Mapping[str, SourceCopy], positioned: Container[str]
) -> Mapping[str, Match]:
    """Look for each quote whose source's text is here; the result is keyed by evidence id.

    The positions of quotes count for the texts of the sources in `positioned`.
    """
    haystacks = {source: Haystack.of(copy.text) for source, copy in copies.items()}
    return {
        cited.id: find(haystacks[source], cited.quote, by_position=source in positioned)
        for cited in quotes(dataset)
        if (source := cited.quote.source) in haystacks
    }
