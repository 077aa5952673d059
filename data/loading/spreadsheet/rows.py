"""Rows of CSV text (RFC 4180): one that cannot be cut into cells does not hide the others."""

from __future__ import annotations

import csv
from collections.abc import Iterator

from scale_explorer.models.frozen import dataclass

from ..limits import FINDINGS
from .feed import Feed

_MOST_BROKEN = FINDINGS
"""Rows of a file that cannot be cut; each may cost as much as the longest row."""


@dataclass(frozen=True, slots=True)
class Row:
    """The cells of a row and the line that it begins in, from 1; one that is `broken` has none.

    What follows the `last` broken row is left out.
    """

    line: int
    cells: list[str]
    broken: bool = False
    last: bool = False


def plain_text(text: str) -> str:
    """Return text whose lines all end as they do here."""
    return text.replace("\r\n", "\n")


def rows(text: str, delimiter: str, first: int = 1) -> Iterator[Row]:
    """Yield the rows of a text from `plain_text` that begin in or behind line `first`.

    Behind a row that cannot be cut, reading goes on in the next line.
    """
    feed = Feed(text, first)
    for broken in range(1, _MOST_BROKEN + 1):
        reader = csv.reader(feed, delimiter=delimiter, strict=True)
        try:
            for cells in reader:
                yield Row(feed.row, cells)
                feed.next_row()
        except csv.Error:
            yield Row(feed.row, [], broken=True, last=broken == _MOST_BROKEN)
            feed.go_back()
        else:
            return
