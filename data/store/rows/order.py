"""In which order the lines under each heading of a page stand."""

from __future__ import annotations

from enum import StrEnum


class Order(StrEnum):
    """By the page itself, which is by name; or by the first day on which a claim may count."""

    NAME = "name"
    NEWEST = "newest"
    OLDEST = "oldest"
