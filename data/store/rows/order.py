"""In which order the lines under each heading of a page stand."""

from __future__ import annotations

from enum import StrEnum


class Order(StrEnum):
    """By the page itself, which is by name; by the first day on which a claim may count; by amount.

    `LARGEST` has the amounts of one unit together, those of the commonest first.
    """

    NAME = "name"
    NEWEST = "newest"
    OLDEST = "oldest"
    LARGEST = "largest"
