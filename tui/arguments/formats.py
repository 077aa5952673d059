"""The formats that every verb can answer in."""

from __future__ import annotations

from enum import StrEnum


class Format(StrEnum):
    """`table` is for people; `jsonl` is JSON with an item a line; `sarif` tells findings only."""

    TABLE = "table"
    JSON = "json"
    JSONL = "jsonl"
    CSV = "csv"
    MARKDOWN = "markdown"
    SARIF = "sarif"


COMMON = tuple(form for form in Format if form is not Format.SARIF)
"""The formats of every verb."""
