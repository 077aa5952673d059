"""Views: the story, and the list of each kind."""

from __future__ import annotations

from collections.abc import Iterator

from scale_explorer.data.store.protocol import Store
from scale_explorer.data.store.rows.sets import SetRow
from scale_explorer.models.kinds import Kind

from ..state import STORY, Place, View
from .matching import Wanted
from .offer import Offer
from .ranking import VIEW, graded
from .targets import GoPlace


def views(store: Store, meant: Wanted) -> Iterator[Offer]:
    """Yield the views that were meant, by any of their names."""
    for names, offer in _named_views(store.summary()):
        if (found := graded(offer, meant, names, VIEW)) is not None:
            yield found


def every_view(store: Store) -> list[Offer]:
    """Return the story, then the kinds that have records."""
    return [offer for _, offer in _named_views(store.summary())]


def _named_views(summary: SetRow) -> Iterator[tuple[tuple[str, ...], Offer]]:
    lead = f"{summary.lead:,} lead claims" if summary.lead else summary.title
    yield ("story",), Offer(GoPlace(STORY), "Story", "view", lead, completion="story")
    whole = Offer(
        GoPlace(Place(View.TIMELINE)), "Timeline", "view", "of the whole set", completion="timeline"
    )
    yield ("timeline",), whole
    for kind, count in summary.counts:
        yield (kind.heading, kind.label), list_of(kind, count)


def list_of(kind: Kind, count: int) -> Offer:
    """Return the offer of a kind's list; an empty one says that it is."""
    empty = "" if count else f"There is no {kind.label.lower()} in this data set."
    return Offer(
        GoPlace(Place(View.LIST, kind.value)),
        kind.heading,
        "view",
        empty or f"{count:,} in this data set",
        completion=f"list {kind.plural}",
        why_not=empty,
    )
