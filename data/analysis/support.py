"""On how many sources each claim rests: none, one or several, as far as quotes carry it.

A figure that is computed rests on what its inputs rest on, and on nothing when one of them does.
"""

from __future__ import annotations

from collections.abc import Mapping

from scale_explorer.models.claim import Claim
from scale_explorer.models.evidence import Direction
from scale_explorer.models.figure import Figure

from ..grounding.quotes import quotes_of
from .links import Links

NONE = ""
SEVERAL = "*"
"""No id is spelled so."""


def supports(links: Links) -> Mapping[str, str]:
    """Return for every claim the id of the one source that it rests on, or `SEVERAL`, or `NONE`."""
    found = {claim.id: _own(claim) for claim in links.dataset.claims}
    for key in links.derived:  # each behind its inputs
        figure = links.dataset.by_id[key]
        if isinstance(figure, Figure) and figure.formula:
            inputs = [found.get(each, NONE) for each in links.inputs(figure)]
            own = [found[key]] if found[key] else []
            found[key] = NONE if NONE in inputs else _together({*own, *inputs})
    return found


def _own(claim: Claim) -> str:
    """Return on what a claim's own quotes rest, those of its history included."""
    quotes = (cited.quote for cited in quotes_of(claim))
    return _together({each.source for each in quotes if each.direction is Direction.SUPPORTS})


def _together(sources: set[str]) -> str:
    if len(sources) > 1:
        return SEVERAL
    return next(iter(sources), NONE)
