"""Where imported records go: what a reader hands on, and what becomes of it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from typing import Any, Protocol

from scale_explorer.models.kinds import Kind


class Outcome(StrEnum):
    """What became of a record."""

    KEPT = "kept"
    MERGED = "merged"
    """The same record was there before, or one that this one adds to."""
    CLASH = "clash"
    """Another record has its id; the first one stays."""


@dataclass(frozen=True, slots=True)
class Item:
    """One sound record on its way into the index.

    `fields` are those of a record in a TOML file (docs/data-format.md) without its id, as plain
    values; ids in them need not be known yet. `evidence` has a quote's fields each, with `verdict`
    where its words were looked for in the source's text. `adds` lets a record of the same id take
    over values that it lacks, as FollowTheMoney's fragments do.
    """

    kind: Kind
    id: str
    fields: Mapping[str, Any]
    evidence: tuple[Mapping[str, Any], ...] = ()
    adds: bool = False


class Sink(Protocol):
    """Takes records one by one, in any order."""

    def add(self, item: Item) -> Outcome:
        """Take a record over; raises OSError or sqlite3.Error when it cannot be written."""
        ...
