"""Which kinds of claim some words may make, the likeliest first, for whoever chooses one.

Weights are by hand: what stands in the selected words counts, what stands around them only breaks
ties. A quote with an amount is most often cited for the figure, one that ties two names for the
relationship.
"""

from __future__ import annotations

from collections.abc import Iterator

from scale_explorer.models.kinds import CLAIM_KINDS, Kind

from .proposal import KindProposal, Proposals

_ORDER = {kind: number for number, kind in enumerate(CLAIM_KINDS)}


def likely_kinds(found: Proposals) -> tuple[KindProposal, ...]:
    """Return every kind of claim once, the likeliest first, with why."""
    best: dict[Kind, KindProposal] = {}
    for each in _told(found):
        if each.kind not in best or best[each.kind].weight < each.weight:
            best[each.kind] = each
    for kind in CLAIM_KINDS:
        best.setdefault(kind, KindProposal(kind, 0, ""))
    return tuple(sorted(best.values(), key=lambda each: (-each.weight, _ORDER[each.kind])))


def _told(found: Proposals) -> Iterator[KindProposal]:
    for amount in found.within(found.amounts):
        sure = amount.because or amount.unit not in {"1", "%"}
        yield KindProposal(Kind.FIGURE, 90 if sure else 60, amount.words)
    for tie in found.within(found.ties):
        whole = tie.subject is not None and tie.object is not None
        yield KindProposal(Kind.RELATIONSHIP, 70 if whole else 30, tie.words)
    for deal in found.within(found.deals):
        yield KindProposal(Kind.DEAL, 72 if deal.status != "unknown" else 45, deal.words)
    for stance in found.within(found.stances):
        plain = stance.stance == "asserts"
        yield KindProposal(Kind.STATEMENT, 55 if plain else 68, stance.words)
    for reason in found.within(found.reasons):
        doubtful = reason.words.casefold() in {"after", "following"}
        yield KindProposal(Kind.REASON, 50 if doubtful else 75, reason.words)
    for said in found.attributions:
        yield KindProposal(Kind.STATEMENT, 25, said.words)
    yield KindProposal(Kind.STATEMENT, 20, "")
