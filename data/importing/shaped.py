"""What records become on their way into an index: rows of the staging tables."""

from __future__ import annotations

from collections.abc import Mapping
from collections.abc import Set as AbstractSet
from dataclasses import dataclass
from typing import Any

Cells = tuple[Any, ...]


@dataclass(frozen=True, slots=True)
class Shaped:
    """Rows by table, as in `staging.sql`, and the numbers of the manners of their claims."""

    tables: Mapping[str, list[Cells]]
    manners: AbstractSet[int]
