"""The formats that every verb can answer in."""

from __future__ import annotations

from enum import StrEnum


class Format(StrEnum):
    """`table` is for people; `jsonl` is JSON with an item a line; `sarif` tells findings only.

    `html` and `text` are of what is exported with its words, footnoted; `svg`, `mermaid` and `dot`
    of what is drawn.
    """

    TABLE = "table"
    JSON = "json"
    JSONL = "jsonl"
    CSV = "csv"
    MARKDOWN = "markdown"
    SARIF = "sarif"
    HTML = "html"
    TEXT = "text"
    SVG = "svg"
    MERMAID = "mermaid"
    DOT = "dot"


COMMON = (Format.TABLE, Format.JSON, Format.JSONL, Format.CSV, Format.MARKDOWN)
"""The formats of every verb that answers."""

FINDINGS = (*COMMON, Format.SARIF)
"""The formats of findings."""

DRAWINGS = (*COMMON, Format.SVG, Format.MERMAID, Format.DOT)
"""The formats of what is drawn."""

EXPORTS = (
    Format.MARKDOWN, Format.HTML, Format.TEXT, Format.CSV, Format.JSON,
    Format.SVG, Format.MERMAID, Format.DOT,
)  # fmt: skip
"""The formats of what is exported; the first is the usual one."""
