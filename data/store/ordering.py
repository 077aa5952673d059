"""The lines of a page in another order than the page's own, each under its heading."""

from __future__ import annotations

from array import array
from bisect import bisect_right
from collections.abc import Iterable, Iterator, Sequence
from typing import TypeAlias

from .rows.order import Order

Dated: TypeAlias = tuple[int, int, str]
"""The place of a line on its page, how deep it stands, and the day since which it counts."""


def ordered(
    lines: Iterable[Dated], headings: Sequence[tuple[str, int]], order: Order
) -> array[int]:
    """Return the places of lines, which come in the order of the page, in another order.

    A line stays under its heading, and what stands deeper goes with the line that it belongs to.
    What has no day comes last either way; of two lines of one day the first on the page is first.
    """
    firsts = [first for _, first in headings]
    groups = list(_groups(lines))
    if order is not Order.NAME:
        # Sorted twice, as sorting keeps what is equal in its order.
        groups.sort(key=_day, reverse=order is Order.NEWEST)
        groups.sort(key=lambda group: (bisect_right(firsts, group[0][0]), not _day(group)))
    return array("q", [place for group in groups for place, _, _ in group])


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
