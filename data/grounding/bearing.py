"""Which quotes have to do with their claim: they name a party, or carry or counter its number."""

from __future__ import annotations

from collections.abc import Iterable

from scale_explorer.models.claim import Claim
from scale_explorer.models.evidence import Direction
from scale_explorer.models.figure import Figure

from .number import number_proof, readings
from .proof import PartyProof
from .quotes import Cited


def bearing_on(
    claim: Claim, quotes: tuple[Cited, ...], parties: Iterable[PartyProof]
) -> frozenset[int]:
    """Return the quotes, by their places, that bear on a claim each by itself.

    A quote of a figure does so with the number, or with a party that no number stands beside.
    """
    numbers = _with_number(claim, quotes)
    named = (party.by for party in parties if not party.by & numbers)
    return numbers.union(*named)


def _with_number(claim: Claim, quotes: tuple[Cited, ...]) -> frozenset[int]:
    """Return the quotes that carry a figure's number, or speak against it with another."""
    if not isinstance(claim, Figure):
        return frozenset()
    return frozenset(place for place, cited in enumerate(quotes) if _has_number(claim, cited))


def _has_number(figure: Figure, cited: Cited) -> bool:
    if cited.quote.direction is Direction.REFUTES:
        return any(str(found.unit) == figure.unit for found in readings(figure, cited))
    number = number_proof(figure, (cited,))
    return number is not None and number.evidence is not None
