"""What the words of a claim prove of it: its number, and each of its parties.

An entity is proved by its name or an alias in one of the claim's quotes, or by the author's
`mentions`, which say what a pronoun or a paraphrase in the words stands for. Another claim is
proved by `mentions` as well, by words that it rests on itself, or by all entities that are its
parties. Who speaks may also be named by a quote's attribution.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, replace
from enum import StrEnum
from functools import cached_property

from scale_explorer.models.claim import Claim
from scale_explorer.models.dataset import Dataset
from scale_explorer.models.entity import Entity
from scale_explorer.models.evidence import Source
from scale_explorer.models.figure import Figure

from ..watch import SILENT, Phase, Watch, over
from .naming import Names, haystack
from .number import NumberProof, number_proof
from .parties import Party, parties
from .quotes import Cited, quotes_of

_DEEPEST = 3  # claims about claims about claims
_COMPARED = 50  # quotes of a claim that are compared with those of another


class Carried(StrEnum):
    """How the words carry a party: by name, by the author's `mentions`, or by words of its own."""

    NAMED = "named"
    MENTIONED = "mentioned"
    QUOTED = "quoted"
    MISSING = "missing"


@dataclass(frozen=True, slots=True)
class PartyProof:
    """A party and how the words carry it; `missing` are the entities that they do not name."""

    field: str
    id: str
    carried: Carried
    missing: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Proof:
    """What the words of a claim prove; `number` is of stated figures only."""

    number: NumberProof | None
    parties: tuple[PartyProof, ...]

    def renamed(self, new_id: Callable[[str], str]) -> Proof:
        """Return the same proof with other ids for its parties."""
        return replace(
            self,
            parties=tuple(
                replace(party, id=new_id(party.id), missing=tuple(map(new_id, party.missing)))
                for party in self.parties
            ),
        )


@dataclass(frozen=True)
class Prover:
    """Proves the claims of one data set."""

    dataset: Dataset
    watch: Watch = SILENT

    @cached_property
    def names(self) -> Names:
        """What entities are called."""
        return Names.of(self.dataset)

    @cached_property
    def proofs(self) -> Mapping[str, Proof]:
        """What the words of each claim prove; those without words and derived ones are absent."""
        return {
            claim.id: self.prove(claim, quotes)
            for claim in over(tuple(self.dataset.claims), Phase.WORDS, self.watch)
            if (quotes := tuple(quotes_of(claim))) and not _is_derived(claim)
        }

    def prove(self, claim: Claim, quotes: tuple[Cited, ...]) -> Proof:
        """Hold a claim against its quotes."""
        number = number_proof(claim, quotes) if isinstance(claim, Figure) else None
        words = _Words(self, quotes)
        return Proof(number, tuple(words.carry(party) for party in parties(claim)))


@dataclass(frozen=True)
class _Words:
    """The quotes of a claim, and what they name."""

    prover: Prover
    quotes: tuple[Cited, ...]

    @cached_property
    def _meant(self) -> frozenset[str]:
        return frozenset(meant for cited in self.quotes for meant in cited.quote.mentions.values())

    def carry(self, party: Party) -> PartyProof:
        """Say how the quotes carry a party."""
        if party.id in self._meant:
            return PartyProof(*party, Carried.MENTIONED)
        if self._quote_words_of(party.id):
            return PartyProof(*party, Carried.QUOTED)
        missing = tuple(dict.fromkeys(self._missing(party.id)))
        carried = Carried.MISSING if missing else Carried.NAMED
        return PartyProof(*party, carried, missing)

    def _missing(self, record_id: str, depth: int = 0) -> Iterator[str]:
        """Yield who must be named for a record to be so, and is not."""
        record = self.prover.dataset.by_id.get(record_id)
        if record_id in self._meant or record is None or isinstance(record, Source):
            return
        if isinstance(record, Entity):
            if not self._names(record_id):
                yield record_id
        elif depth < _DEEPEST:
            for end in self._ends(record_id):
                yield from self._missing(end, depth + 1)

    def _ends(self, claim_id: str) -> list[str]:
        """Return the entities that are a claim's parties; of one without any, the claims."""
        known = self.prover.dataset.by_id
        ends = [party.id for party in parties(known[claim_id])]
        return [end for end in ends if isinstance(known.get(end), Entity)] or ends

    def _names(self, entity_id: str) -> bool:
        named = self.prover.names.named
        return any(
            named(entity_id, words)
            for cited in self.quotes
            for words in (cited.quote.exact, cited.quote.attribution)
        )

    def _quote_words_of(self, record_id: str) -> bool:
        """Say whether a quote is one that another claim rests on, or a part of it."""
        record = self.prover.dataset.by_id.get(record_id)
        if not isinstance(record, Claim):
            return False
        own = [cited.quote for cited, _ in zip(quotes_of(record), range(_COMPARED), strict=False)]
        return any(
            quote.source == cited.quote.source and _overlap(quote.exact, cited.quote.exact)
            for cited in self.quotes[:_COMPARED]
            for quote in own
        )


def _overlap(one: str, other: str) -> bool:
    first, second = haystack(one).text, haystack(other).text
    return first in second or second in first


def _is_derived(claim: Claim) -> bool:
    return isinstance(claim, Figure) and bool(claim.formula)
