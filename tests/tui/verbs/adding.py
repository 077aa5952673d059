"""`new` on a set, for its tests."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from scale_explorer.data.loading.parse import parse
from scale_explorer.tui.cli import main


def new(data: Path, *words: str) -> int:
    """Run `new` on a set; the first words are parted at blanks."""
    first, *rest = words
    return main(["new", *first.split(), *rest, "--data", str(data)])


def tables(data: Path) -> dict[str, Any]:
    """Return the records of a set."""
    return parse((data / "records.toml").read_bytes(), "records.toml")


def contents(data: Path) -> dict[str, bytes]:
    """Return every file of a set."""
    return {each.name: each.read_bytes() for each in data.iterdir()}
