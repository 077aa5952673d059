"""The headings of a page: how much stands under each, and which one a row stands under."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise

from scale_explorer.data.store.rows.order import Order
from scale_explorer.data.store.rows.records import SectionRow

from .listed import is_complete
from .scene import Sheet

ORDER_WORDS = {
    Order.NAME: "by name",
    Order.NEWEST: "newest first",
    Order.OLDEST: "oldest first",
    Order.LARGEST: "largest first",
}
COUNTED = 10
"""Lines under a heading that are counted there: fewer one sees at a glance."""


def counted_titles(sheet: Sheet) -> tuple[str, ...]:
    """Return the headings of a sheet, the long ones of a page with how many rows are under them."""
    if sheet.record is None:
        return tuple(each.title for each in sheet.headings)
    return tuple(_counted(sheet))


def _counted(sheet: Sheet) -> Iterator[str]:
    ends = [*(each.first for each in sheet.headings), len(sheet.rows)]
    open_end = "" if is_complete(sheet.rows) else "+"
    for heading, (first, end) in zip(sheet.headings, pairwise(ends), strict=True):
        more = open_end if end == ends[-1] else ""
        # Lines and not claims are counted: what a claim is sized by stands on lines beneath it.
        count = f"  {end - first:,}{more} lines" if end - first >= COUNTED else ""
        yield f"{heading.title}{count}" if heading.title else ""


def heading_over(sheet: Sheet, place: int) -> SectionRow | None:
    """Return the heading that the row at a place stands under, if any."""
    over = [each for each in sheet.headings if each.first <= place and each.title]
    return over[-1] if over else None


def row_under_next(sheet: Sheet, place: int, delta: int) -> int | None:
    """Return the first row under the next heading, or of the one that a row is in or before."""
    firsts = [each.first for each in sheet.headings]
    if delta > 0:
        return next((first for first in firsts if first > place), None)
    return next((first for first in reversed(firsts) if first < place), None)
