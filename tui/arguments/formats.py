"""The formats that every verb can answer in."""

from __future__ import annotations

from collections.abc import Mapping
from enum import StrEnum
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pathlib import Path


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

ENDINGS: Mapping[str, Format] = {
    ".md": Format.MARKDOWN, ".markdown": Format.MARKDOWN, ".html": Format.HTML,
    ".htm": Format.HTML, ".txt": Format.TEXT, ".csv": Format.CSV, ".json": Format.JSON,
    ".jsonl": Format.JSONL, ".svg": Format.SVG, ".mmd": Format.MERMAID,
    ".mermaid": Format.MERMAID, ".dot": Format.DOT, ".gv": Format.DOT,
}  # fmt: skip
"""The formats of files by the endings of their names."""
KNOWN_ENDINGS = ".md, .html, .txt, .csv, .json, .jsonl, .svg, .mmd or .dot"
"""Those that are told where one has none of these."""


def ending_of(path: Path) -> str:
    """Return the ending of a file's name, in lower case; a name that is nothing else is one."""
    name = path.name.lower()
    return path.suffix.lower() or (name if name.startswith(".") else "")
