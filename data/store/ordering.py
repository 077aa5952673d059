"""The lines of a page in another order than the page's own, each under its heading."""

from __future__ import annotations

from array import array
from bisect import bisect_right
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from types import MappingProxyType
from typing import TypeAlias

from .rows.order import Order

Dated: TypeAlias = tuple[int, int, str]
"""The place of a line on its page, how deep it stands, and the day since which it counts."""


Size: TypeAlias = tuple[str, float]
"""The unit of the amount that a line tells, and how much it is."""
_NONE: Mapping[int, Size] = MappingProxyType({})


def ordered(
    lines: Iterable[Dated],
    headings: Sequence[tuple[str, int]],
    order: Order,
    sizes: Mapping[int, Size] = _NONE,
) -> array[int]:
    """Return the places of lines, which come in the order of the page, in another order.

    A line stays under its heading, and what stands deeper goes with the line that it belongs to.
    What has no day, or no amount among `sizes`, comes last either way; of lines that are equal the
    first on the page is first.
    """
    firsts = [first for _, first in headings]
    groups = list(_groups(lines))
    if order is Order.LARGEST:
        rank = _BySize(sizes, firsts)
        groups.sort(key=lambda group: (bisect_right(firsts, group[0][0]), *rank(group)))
    elif order is not Order.NAME:
        # Sorted twice, as sorting keeps what is equal in its order.
        groups.sort(key=_day, reverse=order is Order.NEWEST)
        groups.sort(key=lambda group: (bisect_right(firsts, group[0][0]), not _day(group)))
    return array("q", [place for group in groups for place, _, _ in group])


class _BySize:
    """Ranks lines by their amount, or else by the largest of the lines beneath them."""

    def __init__(self, sizes: Mapping[int, Size], firsts: Sequence[int]) -> None:
        self._sizes, self._firsts = sizes, firsts
        self._common = Counter(
            (bisect_right(firsts, place), unit) for place, (unit, _) in sizes.items()
        )

    def __call__(self, group: Sequence[Dated]) -> tuple[int, str, float]:
        heading = bisect_right(self._firsts, group[0][0])
        own, *beneath = (self._sizes.get(place) for place, _, _ in group)
        told = [own] if own else [size for size in beneath if size]
        ranks = ((-self._common[heading, unit], unit, -size) for unit, size in told)
        return min(ranks, default=(1, "", 0.0))


def _groups(lines: Iterable[Dated]) -> Iterator[list[Dated]]:
    """Yield each line together with those beneath it."""
    group: list[Dated] = []
    for line in lines:
        if group and line[1] <= group[0][1]:
            yield group
            group = []
        group.append(line)
    if group:
        yield group


def _day(group: Sequence[Dated]) -> str:
    return group[0][2]
