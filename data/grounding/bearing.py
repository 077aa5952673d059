"""Whether one quote bears on its claim: it names a party, or carries or counters its number."""

from __future__ import annotations

from scale_explorer.models.claim import Claim
from scale_explorer.models.evidence import Direction
from scale_explorer.models.figure import Figure

from .number import readings
from .proof import Carried, Prover
from .quotes import Cited


def bears_on(prover: Prover, claim: Claim, cited: Cited) -> bool:
    """Say whether a quote, taken alone, has to do with a claim."""
    proof = prover.prove(claim, (cited,))
    if proof.number and proof.number.evidence:
        return True
    if any(party.carried is not Carried.MISSING for party in proof.parties):
        return True
    return isinstance(claim, Figure) and _counters(claim, cited)


def _counters(figure: Figure, cited: Cited) -> bool:
    """Say whether a quote that speaks against a figure has a number of its unit to say."""
    against = cited.quote.direction is Direction.REFUTES
    return against and any(str(found.unit) == figure.unit for found in readings(figure, cited))
