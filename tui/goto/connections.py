"""Paths between two records that are named one after the other: `path google scale ai`."""

from __future__ import annotations

from collections.abc import Iterator

from scale_explorer.data.store.protocol import Store
from scale_explorer.models.frozen import replace
from scale_explorer.models.kinds import TIED_KINDS

from ..state import Place, View
from .matching import GRADE, Grade
from .offer import Offer
from .ranking import best_first
from .records import records
from .targets import GoPlace, GoRecord

_BETWEEN = frozenset({"to", "and", "with", "–", "—", "-", "→", ","})
"""Words that may stand between the names."""
_MOST_WORDS = 8
_EACH = 4
"""Records that a name may mean."""


def connections(store: Store, before: str, text: str, recent: tuple[str, ...]) -> list[Offer]:
    """Offer paths between two records; while only one is named, those that it may be."""
    words = text.split()[:_MOST_WORDS]
    found = [
        offer
        for cut in range(1, len(words))
        for offer in _paths(store, before, words[:cut], words[cut:], recent)
    ]
    if found:
        return best_first(_once(found))
    ends = best_first(_ends(store, text, recent)) if words else []
    told = "one end; type on for the other"
    return [
        replace(each, target=None, detail=told, completion=f"{before}{each.completion} ")
        for each in ends
    ]


def _paths(
    store: Store, before: str, first: list[str], second: list[str], recent: tuple[str, ...]
) -> Iterator[Offer]:
    """Yield the paths between what the words before a cut and those behind it name."""
    while second and second[0] in _BETWEEN:
        second = second[1:]
    if not second:
        return
    ones = _best(store, " ".join(first), recent)
    others = _best(store, " ".join(second), recent) if ones else []
    for one in ones:
        for other in others:
            if one.completion != other.completion:
                yield _offer(before, one, other)


def _best(store: Store, name: str, recent: tuple[str, ...]) -> list[Offer]:
    """Return the records that a name surely means, with none that only comes near it."""
    found = best_first(_ends(store, name, recent))
    return [each for each in found if each.score >= Grade.WORDS * GRADE][:_EACH]


def _ends(store: Store, name: str, recent: tuple[str, ...]) -> Iterator[Offer]:
    kinds = {kind.label.lower() for kind in TIED_KINDS}
    for offer in records(store, name, recent, quotes=False):
        if isinstance(offer.target, GoRecord) and offer.kind_word in kinds:
            yield offer


def _offer(before: str, one: Offer, other: Offer) -> Offer:
    ends = f"{one.completion} {other.completion}"
    return Offer(
        GoPlace(Place(View.PATH, ends)),
        f"{one.label} – {other.label}",
        "path",
        "how they are connected",
        score=min(one.score, other.score) + (one.score + other.score) / GRADE,
        completion=f"{before}{ends}",
    )


def _once(found: list[Offer]) -> list[Offer]:
    """Keep of offers that lead to the same place the best."""
    best = {offer.target: offer for offer in sorted(found, key=lambda offer: offer.score)}
    return list(best.values())
