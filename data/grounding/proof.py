"""What the words of a claim prove of it: its number, and each of its parties.

An entity is proved by its name or an alias in one of the claim's quotes, or by the author's
`mentions`, which say what a pronoun or a paraphrase in the words stands for. Another claim is
proved by `mentions` as well, by words that it rests on itself, or by all entities that are its
parties. Who speaks may also be named by a quote's attribution.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from enum import StrEnum
from functools import cached_property
from itertools import chain, islice

from scale_explorer.models.claim import Claim
from scale_explorer.models.dataset import Dataset
from scale_explorer.models.entity import Entity
from scale_explorer.models.evidence import Quote, Source
from scale_explorer.models.figure import Figure
from scale_explorer.models.frozen import dataclass, replace

from ..watch import SILENT, Phase, Watch, over
from .fold import fold
from .naming import Names, Text, holds
from .number import NumberProof, number_proof
from .parties import Party, parties
from .quotes import Cited, quotes_of

_DEEPEST = 3  # claims about claims about claims
_COMPARED = 20  # quotes of a claim that are compared with those of another


class Carried(StrEnum):
    """How the words carry a party: by name, by the author's `mentions`, or by words of its own."""

    NAMED = "named"
    MENTIONED = "mentioned"
    QUOTED = "quoted"
    MISSING = "missing"


@dataclass(frozen=True, slots=True)
class PartyProof:
    """A party and how the words carry it; `missing` are the entities that they do not name.

    `by` are the quotes, by their places in the claim's list, that carry it by themselves.
    """

    field: str
    id: str
    carried: Carried
    missing: tuple[str, ...] = ()
    by: frozenset[int] = frozenset()


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
        words = _Words(self, quotes)
        number = number_proof(claim, quotes) if isinstance(claim, Figure) else None
        return Proof(number, tuple(words.carry(party) for party in parties(claim)))


@dataclass(frozen=True)
class _Words:
    """The quotes of a claim, by their places in its list, and what they name."""

    prover: Prover
    quotes: tuple[Cited, ...]

    def carry(self, party: Party) -> PartyProof:
        """Say how the quotes carry a party."""
        by = self._by(party.id)
        if self._meaning.get(party.id):
            return PartyProof(*party, Carried.MENTIONED, by=by)
        if self._sharing(party.id):
            return PartyProof(*party, Carried.QUOTED, by=by)
        missing = tuple(dict.fromkeys(self._missing(party.id)))
        carried = Carried.MISSING if missing else Carried.NAMED
        return PartyProof(*party, carried, missing, by)

    def _by(self, record_id: str, depth: int = 0) -> frozenset[int]:
        """Return the quotes that carry a record each by itself.

        A claim about one entity is not carried by that name alone, which may stand for anything.
        """
        found = self._meaning.get(record_id, frozenset()) | self._sharing(record_id)
        record = self.prover.dataset.by_id.get(record_id)
        if isinstance(record, Entity):
            return found | self._naming(record_id)
        ends = self._ends(record_id) if isinstance(record, Claim) and depth < _DEEPEST else []
        alone = [self._by(end, depth + 1) for end in ends]
        together = frozenset[int].intersection(*alone) if len(alone) > 1 else frozenset[int]()
        return found | together

    def _missing(self, record_id: str, depth: int = 0) -> Iterator[str]:
        """Yield who must be named for a record to be so, and is not."""
        record = self.prover.dataset.by_id.get(record_id)
        if self._meaning.get(record_id) or record is None or isinstance(record, Source):
            return
        if isinstance(record, Entity):
            if not self._naming(record_id):
                yield record_id
        elif (ends := self._ends(record_id)) and depth < _DEEPEST:
            for end in ends:
                yield from self._missing(end, depth + 1)
        else:
            yield record_id  # nobody could be named for it

    def _ends(self, claim_id: str) -> list[str]:
        """Return the entities that are a claim's parties; of one without any, the claims."""
        known = self.prover.dataset.by_id
        ends = [party.id for party in parties(known[claim_id])]
        return [end for end in ends if isinstance(known.get(end), Entity)] or ends

    @cached_property
    def _meaning(self) -> Mapping[str, frozenset[int]]:
        """Which quotes mean a record by their `mentions`."""
        meant: dict[str, frozenset[int]] = {}
        for place, cited in enumerate(self.quotes):
            for record in cited.quote.mentions.values():
                meant[record] = meant.get(record, frozenset()) | {place}
        return meant

    @cached_property
    def _text(self) -> Text:
        """Each quote's words, and behind them who said them."""
        quotes = (cited.quote for cited in self.quotes)
        return Text(tuple(chain.from_iterable((one.exact, one.attribution) for one in quotes)))

    def _naming(self, entity_id: str) -> frozenset[int]:
        if entity_id not in self._named:
            pieces = self.prover.names.naming(entity_id, self._text)
            self._named[entity_id] = frozenset(piece // 2 for piece in pieces)
        return self._named[entity_id]

    @cached_property
    def _named(self) -> dict[str, frozenset[int]]:
        return {}

    def _sharing(self, record_id: str) -> frozenset[int]:
        """Return the quotes whose words another claim rests on as well, or a part of them."""
        record = self.prover.dataset.by_id.get(record_id)
        if not isinstance(record, Claim):
            return frozenset()
        own = [cited.quote for cited in islice(quotes_of(record), _COMPARED)]
        return frozenset(
            place
            for place, cited in enumerate(self.quotes[:_COMPARED])
            if any(_overlap(cited.quote, other) for other in own)
        )


def _overlap(one: Quote, other: Quote) -> bool:
    """Say whether one of two quotes of one source holds the other."""
    if one.source != other.source:
        return False
    shorter, longer = sorted((fold(one.exact).text, fold(other.exact).text), key=len)
    return shorter in longer and holds(longer, shorter)


def _is_derived(claim: Claim) -> bool:
    return isinstance(claim, Figure) and bool(claim.formula)
