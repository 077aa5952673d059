"""What is known of each quote: found here, found by the set's authors, or not."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum

from scale_explorer.models.dataset import Dataset
from scale_explorer.models.evidence import Source

from ..loading.copies import SourceCopy
from ..loading.lock import Lock, LockedSource
from ..loading.paragraphs import Span, paragraph_at, paragraphs
from ..watch import SILENT, Watch
from .locate import locate
from .match import Found, Match
from .quotes import Cited, quotes


class Verdict(StrEnum):
    """What is known of a quote.

    Here: found in the text on this machine. Locked: found by the set's authors, as their lock says.
    Ambiguous: found in several places. Missing: not in the text. Unchecked: no text and no lock.
    """

    HERE = "here"
    LOCKED = "locked"
    AMBIGUOUS = "ambiguous"
    MISSING = "missing"
    UNCHECKED = "unchecked"


@dataclass(frozen=True, slots=True)
class Grounded:
    """Where a quote stands, in code points of the source's text; paragraphs count from 1."""

    start: int | None
    end: int | None
    paragraph: int | None
    verdict: Verdict


UNCHECKED = Grounded(None, None, None, Verdict.UNCHECKED)


def ground(
    dataset: Dataset,
    copies: Mapping[str, SourceCopy],
    lock: Lock | None,
    watch: Watch = SILENT,
) -> Mapping[str, Grounded]:
    """Return what is known of every quote, by evidence id; a text that is here decides."""
    matches = locate(dataset, copies, watch)
    spans = {source: paragraphs(copy.text) for source, copy in copies.items()}
    trusted = _trusted(dataset, lock)
    return {
        cited.id: _found(matches[cited.id], spans[cited.quote.source])
        if cited.id in matches
        else _locked(cited, trusted.get(cited.quote.source))
        for cited in quotes(dataset)
    }


def _trusted(dataset: Dataset, lock: Lock | None) -> Mapping[str, LockedSource]:
    """Return what was locked of the very text that the set names by its hash, if it names one."""
    if lock is None:
        return {}
    named = {source.id: source.sha256 for source in dataset.of(Source) if source.sha256}
    return {
        source: locked
        for source, locked in lock.sources.items()
        if named.get(source, locked.sha256) == locked.sha256
    }


def _found(match: Match, spans: tuple[Span, ...]) -> Grounded:
    if match.span is None:
        return Grounded(None, None, None, Verdict.MISSING)
    paragraph = paragraph_at(spans, match.span[0])
    alone = match.verdict is Found.UNIQUE
    return Grounded(*match.span, paragraph, Verdict.HERE if alone else Verdict.AMBIGUOUS)


def _locked(cited: Cited, source: LockedSource | None) -> Grounded:
    span = source.quotes.get(cited.id) if source else None
    if source is None or span is None:
        return UNCHECKED
    return Grounded(*span, paragraph_at(source.paragraphs, span[0]), Verdict.LOCKED)
