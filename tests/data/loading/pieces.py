"""Pieces of data sets, and what is told of them."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from pathlib import Path

from scale_explorer.data.loading.load import Loaded

Load = Callable[[Mapping[str, str | bytes]], Loaded]
Write = Callable[[Mapping[str, str | bytes]], Path]

HEAD = '[dataset]\nid = "mill"\ntitle = "The mill"\n'
SOURCE = '[[source]]\nid = "news"\ntitle = "News"\n'
BIRCH = '[[company]]\nid = "birch"\nname = "Birch"\n'


def told(loaded: Loaded) -> list[tuple[str, str]]:
    return [(finding.code, str(finding.place).rsplit("/", 1)[-1]) for finding in loaded.findings]


def only(loaded: Loaded) -> str:
    """Return the message and hint of the one finding."""
    (finding,) = loaded.findings
    return f"{finding.message} | {finding.hint}"
