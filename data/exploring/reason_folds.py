"""Which records of a chain of reasons are drawn, and which are counted instead.

What is near the start comes first, and of many beside each other the first ones: so causes and
effects, and each branch of them, all have something to show.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from heapq import heappop, heappush

from scale_explorer.models.frozen import dataclass

from .layering import Web
from .reasons import Reasons, only

MOST = 40
"""Records that are drawn before any group is opened."""
_BESIDE = 6
"""So many records beside each other count as much as one step further away."""


@dataclass(frozen=True, slots=True)
class Fold:
    """A group of the causes or effects of a record, of which `count` are folded away, or opened.

    Those of no record are starts of the chain.
    """

    key: str
    record: str
    causes: bool
    count: int
    is_open: bool = False


@dataclass(frozen=True, slots=True)
class Shown:
    """What of a chain is drawn, the groups at its edges, and how many records are folded away."""

    reasons: Reasons
    folds: tuple[Fold, ...] = ()
    hidden: int = 0


def shown(whole: Reasons, unfolded: frozenset[str] = frozenset(), most: int = MOST) -> Shown:
    """Fold what is too much to be drawn at once; the keys in `unfolded` open groups."""
    web = whole.web
    kept = set(_nearest(web, most))
    opened = dict(_open(web, kept, unfolded))
    folds = (*_folds(web, kept, opened),)
    return Shown(only(whole, kept), folds, len(whole.records) - len(kept))


def _nearest(web: Web, most: int) -> Iterator[str]:
    """Yield the records that are cheapest to reach; one comes after the one that it hangs from."""
    queue: list[tuple[int, int, str]] = []
    reached: dict[str, None] = {}
    pushed = 0

    def push(records: Iterable[str], cost: int) -> None:
        nonlocal pushed
        for rank, record in enumerate(records):
            pushed += 1
            heappush(queue, (cost + rank // _BESIDE, pushed, record))

    push(web.starts, 0)
    while queue and len(reached) < most:
        cost, _, record = heappop(queue)
        if record not in reached:
            reached[record] = None
            push(web.causes[record], cost + 1)
            push(web.effects[record], cost + 1)
    yield from reached


def _groups(web: Web, record: str) -> Iterator[tuple[str, bool, tuple[str, ...]]]:
    yield f"fold:causes:{record}", True, web.causes[record]
    yield f"fold:effects:{record}", False, web.effects[record]


_STARTS = "fold:starts"


def _open(web: Web, kept: set[str], unfolded: frozenset[str]) -> Iterator[tuple[str, int]]:
    """Keep what opened groups hold, those that stand in others too; yield how many that were."""
    starts = [start for start in web.starts if start not in kept]
    if _STARTS in unfolded and starts:
        kept.update(starts)
        yield _STARTS, len(starts)
    waiting = [record for record in web.nodes if record in kept]
    while waiting:
        record = waiting.pop()
        for key, _, others in _groups(web, record):
            found = [other for other in others if other not in kept]
            if key in unfolded and found:
                kept.update(found)
                waiting += found
                yield key, len(found)


def _folds(web: Web, kept: set[str], opened: dict[str, int]) -> Iterator[Fold]:
    if hidden := sum(start not in kept for start in web.starts):
        yield Fold(_STARTS, "", causes=False, count=hidden)
    elif _STARTS in opened:
        yield Fold(_STARTS, "", causes=False, count=opened[_STARTS], is_open=True)
    for record in web.nodes:
        if record in kept:
            for key, causes, others in _groups(web, record):
                hidden = sum(other not in kept for other in others)
                if key in opened:
                    yield Fold(key, record, causes, opened[key], is_open=True)
                elif hidden:
                    yield Fold(key, record, causes, hidden)
