"""Quotes for and against a claim, and which two of them show best what is disputed."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from functools import lru_cache
from itertools import chain, product

from scale_explorer.models.claim import Claim
from scale_explorer.models.dataset import Dataset
from scale_explorer.models.dates import bounds
from scale_explorer.models.deal import Deal
from scale_explorer.models.evidence import Direction, Source
from scale_explorer.models.figure import Figure
from scale_explorer.models.frozen import replace
from scale_explorer.models.quantity.reading import find_amounts
from scale_explorer.models.relationship import Relationship
from scale_explorer.models.statement import Statement

from ...grounding.differing import likeness
from ...grounding.quotes import Cited, quotes_of
from ..wording import standing
from .dispute import Clash, DisputeKind, Side

COMPARED = 4
"""Quotes of a side that are held against those of the other."""


def side_of(dataset: Dataset, claim: Claim) -> Side:
    """Return a claim with the words that carry it as it stands now, and those against it."""
    quotes = tuple(quotes_of(claim))
    against = tuple(each for each in quotes if each.quote.direction is Direction.REFUTES)
    now = (each for each in quotes if each.status in {"", standing(claim)})
    carrying = tuple(each for each in now if each not in against)
    said = claim.date if isinstance(claim, Statement) else None
    return Side(claim, carrying, against, day=said or _latest(dataset, carrying))


def sides_of(dataset: Dataset, clash: Clash) -> tuple[Side, Side]:
    """Return both sides of a clash; of one claim, the words for it and the words against it."""
    first = side_of(dataset, clash.first)
    if clash.kind is not DisputeKind.WORDS:
        return first, side_of(dataset, clash.second)
    day = _latest(dataset, first.against)
    return replace(first, against=()), Side(clash.first, first.against, refutes=True, day=day)


def _latest(dataset: Dataset, quotes: Iterable[Cited]) -> str:
    """Return when the latest of the quotes' sources came out; nothing where it is not told."""
    sources = (dataset.by_id.get(cited.quote.source) for cited in quotes)
    days = (source.published for source in sources if isinstance(source, Source))
    return max((day for day in days if day), key=lambda day: bounds(day).first or "", default="")


def refuted_claims(dataset: Dataset, clashes: Iterable[Clash]) -> Iterator[Clash]:
    """Yield the claims that words speak against.

    What the source of the other side of a clash says against a claim is the same dispute, and not
    told twice.
    """
    refuted = {claim.id: claim for claim in dataset.claims if _is_refuted(claim)}
    told: dict[str, set[str]] = {key: set() for key in refuted}
    for clash in clashes:
        for one, other in ((clash.first, clash.second), (clash.second, clash.first)):
            if one.id in told:
                told[one.id] |= side_of(dataset, other).sources
    for key, claim in refuted.items():
        against = side_of(dataset, claim).against
        if any(each.quote.source not in told[key] for each in against):
            yield Clash(DisputeKind.WORDS, claim, claim)


def _is_refuted(claim: Claim) -> bool:
    changes = claim.history if isinstance(claim, Relationship | Deal) else ()
    evidence = chain(claim.evidence, *(change.evidence for change in changes))
    return any(quote.direction is Direction.REFUTES for quote in evidence)


def compared(first: Side, second: Side) -> tuple[Cited | None, Cited | None]:
    """Return the words of either side that are most alike and yet differ, so that it is seen how.

    Of figures, words with an amount come first. A side without words has none to compare.
    """
    ours, theirs = _telling(first), _telling(second)
    if len(ours) * len(theirs) < 2:  # nothing to choose from
        return next(iter(ours), None), next(iter(theirs), None)
    return max(product(ours, theirs), key=_how_telling)


def _how_telling(pair: tuple[Cited, Cited]) -> float:
    """Return how alike two quotes are, from 0 to 1; the very same words tell no difference."""
    one, other = (cited.quote.exact for cited in pair)
    return 0 if one == other else likeness(one, other)


def _telling(side: Side) -> Sequence[Cited]:
    if isinstance(side.claim, Figure) and len(side.quotes) > 1:
        amounts = [each for each in side.quotes if _has_amount(each.quote.exact)]
        return (amounts or side.quotes)[:COMPARED]
    return side.quotes[:COMPARED]


@lru_cache(maxsize=4096)
def _has_amount(words: str) -> bool:
    """Say whether words hold an amount; a claim may stand in several disputes."""
    return bool(find_amounts(words))
