"""What decides between two offers of one grade: their kind, and how lately one was there."""

from __future__ import annotations

from collections.abc import Iterable

from scale_explorer.models.frozen import replace
from scale_explorer.models.kinds import Kind

from .matching import GRADE, Grade, Wanted, best_grade, highlights, nearness
from .offer import Offer

WEIGHTS = {
    Kind.COMPANY: 30,
    Kind.PERSON: 29,
    Kind.ORGANIZATION: 28,
    Kind.PUBLIC_BODY: 28,
    Kind.PRODUCT: 27,
    Kind.DEAL: 26,
    Kind.GROUP: 24,
    Kind.FIGURE: 22,
    Kind.SOURCE: 20,
    Kind.RELATIONSHIP: 18,
    Kind.STATEMENT: 16,
    Kind.REASON: 10,
}
"""Names before claims, and claims before links between claims."""

VIEW, COMMAND, PHRASE, THEME, QUOTE = 25, 23, 21, 21, 8
"""What else there is, on the same scale; what cannot be done now weighs nothing."""

NEARNESS = 20
"""What it is worth that all of a name was typed: `goo` is more of Google than of its spend."""

RECENT = 12
"""What the newest of the records that were looked at gains; each older one gains one less."""


def recency(record: str, recent: tuple[str, ...]) -> int:
    """Return what recent use is worth."""
    return max(0, RECENT - recent.index(record)) if record in recent else 0


def ranked(
    offer: Offer, meant: Wanted, best: Grade, weight: int, names: Iterable[str] = ()
) -> Offer:
    """Return an offer with its score, and with what was typed marked in its label."""
    near = max(nearness(meant, text) for text in (offer.label, *names))
    points = best * GRADE + weight + NEARNESS * near
    return replace(offer, score=points, highlights=highlights(meant, offer.label))


def graded(offer: Offer, meant: Wanted, names: tuple[str, ...], weight: int) -> Offer | None:
    """Return an offer ranked by the best of its names, or None when none of them was meant."""
    best = best_grade(meant, names)
    return None if best is None else ranked(offer, meant, best, weight, names)


def best_first(offers: Iterable[Offer]) -> list[Offer]:
    """Sort offers by their scores; equals keep their order."""
    return sorted(offers, key=lambda offer: -offer.score)
