"""What goes into the lock of a data set: where quotes and sentences stand in the texts at hand."""

from __future__ import annotations

from collections.abc import Mapping

from scale_explorer.models.dataset import Dataset
from scale_explorer.models.evidence import Source

from ..loading.copies import SourceCopy
from ..loading.lock import Lock, LockedSource
from ..loading.paragraphs import Span, paragraphs
from ..watch import SILENT, Watch
from .asserting import read_sentences
from .edition import Edition, editions
from .locate import locate
from .match import Found
from .quotes import quotes


def make_lock(
    dataset: Dataset,
    copies: Mapping[str, SourceCopy],
    date: str,
    before: Lock | None = None,
    watch: Watch = SILENT,
) -> Lock:
    """Check the quotes against the texts at hand and note those that stand in one place.

    The positions in the set say nothing of a copy that is another edition than was locked `before`.
    """
    known = editions(dataset, copies, before)
    matches = locate(
        dataset,
        copies,
        {
            source
            for source, copy in copies.items()
            if copy.origin == "own" or known[source] is not Edition.DIFFERENT
        },
        watch,
    )
    found: dict[str, dict[str, Span]] = {source: {} for source in copies}
    for cited in quotes(dataset):
        match = matches.get(cited.id)
        if match and match.span and match.verdict is Found.UNIQUE:
            found[cited.quote.source][cited.id] = match.span
    sources = {source.id: source for source in dataset.of(Source)}
    return Lock(
        {key: _locked(sources[key], copy, date, found[key]) for key, copy in copies.items()}
    )


def _locked(source: Source, copy: SourceCopy, date: str, found: Mapping[str, Span]) -> LockedSource:
    return LockedSource(
        sha256=copy.sha256,
        length=len(copy.text),
        date=date,
        paragraphs=paragraphs(copy.text),
        quotes=found,
        sentences=read_sentences(copy.text, source),
    )
