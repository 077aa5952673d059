"""Counts what is asked of a store, whoever asks it and on whatever thread."""

from __future__ import annotations

from collections.abc import Generator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from typing import Any
from unittest.mock import patch

from scale_explorer.data.store.connections import Connections


@dataclass(slots=True)
class Asked:
    """How many queries were asked, and how many rows came of them."""

    queries: int = 0
    rows: int = 0


@contextmanager
def counted() -> Generator[Asked]:
    """Count all that is asked inside."""
    asked = Asked()
    select = Connections.select

    def counting(
        self: Connections, sql: str, values: Mapping[str, object] | None = None
    ) -> list[Any]:
        rows = select(self, sql, values)
        asked.queries += 1
        asked.rows += len(rows)
        return rows

    with patch.object(Connections, "select", counting):
        yield asked
