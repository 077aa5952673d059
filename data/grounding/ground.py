"""What is known of each quote: found here, found by the set's authors, or not."""

from __future__ import annotations

from collections.abc import Mapping
from enum import StrEnum

from scale_explorer.models.dataset import Dataset
from scale_explorer.models.evidence import Source
from scale_explorer.models.frozen import dataclass

from ..loading.copies import SourceCopy
from ..loading.lock import Lock, LockedSource
from ..loading.paragraphs import Span, paragraph_at, paragraphs
from ..watch import SILENT, Watch
from .edition import editions, holds_positions, is_readers_own
from .locate import locate
from .match import Found, Match
from .quotes import Cited, quotes


class Verdict(StrEnum):
    """What is known of a quote.

    Here: found in the text on this machine. Locked: found by the set's authors, as their lock says.
    Locked elsewhere: the same, but not in the reader's copy, which is another edition. Ambiguous:
    found in several places. Missing: not in the text. Unchecked: no text and no lock.
    """

    HERE = "here"
    LOCKED = "locked"
    LOCKED_ELSEWHERE = "locked_elsewhere"
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
_MISSING = Grounded(None, None, None, Verdict.MISSING)


def ground(
    dataset: Dataset,
    copies: Mapping[str, SourceCopy],
    lock: Lock | None,
    watch: Watch = SILENT,
) -> Mapping[str, Grounded]:
    """Return what is known of every quote, by evidence id.

    A text that is here decides. Only where a reader's copy of another edition lacks the words does
    the authors' lock keep its say: it is proof of their text, and the copy none against it.
    """
    known = editions(dataset, copies, lock)
    positioned = {each for each, copy in copies.items() if holds_positions(copy, known[each])}
    matches = locate(dataset, copies, positioned, watch)
    spans = {source: paragraphs(copy.text) for source, copy in copies.items()}
    proven = trusted(dataset, lock)
    grounded: dict[str, Grounded] = {}
    for cited in quotes(dataset):
        source = cited.quote.source
        locked = _locked(cited, proven.get(source))
        match = matches.get(cited.id)
        if match is None:
            grounded[cited.id] = locked
        elif match.span is None and is_readers_own(copies[source], known[source]):
            grounded[cited.id] = _not_found(locked)
        else:
            grounded[cited.id] = judged(match, spans[source])
    return grounded


def trusted(dataset: Dataset, lock: Lock | None) -> Mapping[str, LockedSource]:
    """Return what was locked of the very text that the set names by its hash, if it names one."""
    if lock is None:
        return {}
    named = {source.id: source.sha256 for source in dataset.of(Source) if source.sha256}
    return {
        source: locked
        for source, locked in lock.sources.items()
        if named.get(source, locked.sha256) == locked.sha256
    }


def judged(match: Match, spans: tuple[Span, ...]) -> Grounded:
    """Return what a text says of a quote that was looked for in it, by the text's paragraphs."""
    if match.span is None:
        return _MISSING
    alone = match.verdict is Found.UNIQUE
    verdict = Verdict.HERE if alone else Verdict.AMBIGUOUS
    return Grounded(*match.span, paragraph_at(spans, match.span[0]), verdict)


def _not_found(locked: Grounded) -> Grounded:
    """Return what is known of words that a reader's copy lacks; it has no place for them."""
    proved = locked.verdict is Verdict.LOCKED
    return Grounded(None, None, None, Verdict.LOCKED_ELSEWHERE) if proved else _MISSING


def _locked(cited: Cited, source: LockedSource | None) -> Grounded:
    span = source.quotes.get(cited.id) if source else None
    if source is None or span is None:
        return UNCHECKED
    return Grounded(*span, paragraph_at(source.paragraphs, span[0]), Verdict.LOCKED)
