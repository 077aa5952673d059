"""Coverage: a source read the other way, from its sentences to the claims that cite them.

A sentence is covered when a quote that was found overlaps it, and a claim holds the quote, whether
for or against it. Quotes of companies, people and other entities do not count: that a name stands
in a sentence is not yet what it says. Known from the text where that is here, else from the lock.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence

from scale_explorer.models.claim import Claim
from scale_explorer.models.dataset import Dataset
from scale_explorer.models.evidence import Source
from scale_explorer.models.frozen import dataclass

from ..loading.copies import SourceCopy
from ..loading.lock import Lock
from ..loading.paragraphs import Span, paragraph_at, paragraphs
from ..loading.sentence import Sentence
from .asserting import read_sentences
from .ground import Grounded, Verdict, trusted
from .quotes import quotes

MOST_CITING = 100
"""Quotes of one sentence that are looked at: text that thousands quote would grow by the square."""

_FOUND = frozenset({Verdict.HERE, Verdict.LOCKED})
_Quote = tuple[int, int, str]
"""Start and end in code points, and the id of the claim that quotes."""


@dataclass(frozen=True, slots=True)
class CitedSentence:
    """A sentence with its paragraph, counted from 1, and the ids of the claims that cite it."""

    sentence: Sentence
    paragraph: int
    claims: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Coverage:
    """A source's sentences in reading order; `here` says that they were read in its text."""

    source: str
    here: bool
    sentences: tuple[CitedSentence, ...]

    @property
    def asserting(self) -> int:
        """How many sentences assert something."""
        return sum(each.sentence.asserts for each in self.sentences)

    @property
    def uncovered(self) -> tuple[CitedSentence, ...]:
        """The asserting sentences that no claim cites."""
        return tuple(each for each in self.sentences if each.sentence.asserts and not each.claims)

    @property
    def set_apart(self) -> tuple[CitedSentence, ...]:
        """The sentences that assert nothing."""
        return tuple(each for each in self.sentences if not each.sentence.asserts)

    @property
    def covered(self) -> int:
        """How many asserting sentences a claim cites."""
        return self.asserting - len(self.uncovered)

    @property
    def percent(self) -> int:
        """The covered share of the asserting sentences, rounded down; 100 where none asserts."""
        return 100 * self.covered // self.asserting if self.asserting else 100


def coverage(
    dataset: Dataset,
    copies: Mapping[str, SourceCopy],
    lock: Lock | None,
    grounded: Mapping[str, Grounded],
) -> Mapping[str, Coverage]:
    """Return the coverage of every source whose sentences are known; linear in text and quotes."""
    locked = trusted(dataset, lock)
    quoted = _quoted(dataset, grounded)
    found: dict[str, Coverage] = {}
    for source in dataset.of(Source):
        citing = quoted.get(source.id, ())
        if copy := copies.get(source.id):
            known = read_sentences(copy.text, source)
            cited = tuple(cite(known, paragraphs(copy.text), citing))
            found[source.id] = Coverage(source.id, here=True, sentences=cited)
        elif (proof := locked.get(source.id)) and proof.sentences:
            cited = tuple(cite(proof.sentences, proof.paragraphs, citing))
            found[source.id] = Coverage(source.id, here=False, sentences=cited)
    return found


def _quoted(dataset: Dataset, grounded: Mapping[str, Grounded]) -> Mapping[str, Sequence[_Quote]]:
    """Return where claims quote each source."""
    found: dict[str, list[_Quote]] = {}
    for cited in quotes(dataset):
        known = grounded.get(cited.id)
        if not isinstance(cited.record, Claim) or known is None or known.verdict not in _FOUND:
            continue
        if known.start is not None and known.end is not None:
            place = (known.start, known.end, cited.record.id)
            found.setdefault(cited.quote.source, []).append(place)
    return found


def cite(
    sentences: Iterable[Sentence], paragraphs: Sequence[Span], quotes: Iterable[_Quote]
) -> Iterator[CitedSentence]:
    """Go through sentences and quotes side by side, and yield who cites each sentence."""
    waiting = sorted(quotes)
    following = 0
    open_quotes: list[_Quote] = []
    for sentence in sentences:
        open_quotes = [quote for quote in open_quotes if quote[1] > sentence.start]
        while following < len(waiting) and waiting[following][0] < sentence.end:
            if waiting[following][1] > sentence.start and len(open_quotes) < MOST_CITING:
                open_quotes.append(waiting[following])
            following += 1
        claims = tuple(dict.fromkeys(claim for _, _, claim in open_quotes))
        yield CitedSentence(sentence, paragraph_at(paragraphs, sentence.start), claims)
