"""A sink that keeps all that it is given."""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Callable, Iterable, Mapping
from contextlib import nullcontext
from pathlib import Path
from typing import Any

from scale_explorer.data.importing.rejected import Read, Rejected
from scale_explorer.data.importing.shaped import Shaped
from scale_explorer.data.importing.sink import Item, Placing, Refused, Written


class Gathering:
    """Keeps items, and refuses those that it was told to."""

    def __init__(self, refusing: Iterable[Refused] = ()) -> None:
        self.items: list[Item] = []
        self.finished = False
        self._refusing = tuple(refusing)

    def add(self, item: Item) -> None:
        self.items.append(item)

    def reserve(self, count: int) -> int:
        raise AssertionError(f"no crew hands over {count} shaped records here")

    def take(self, shaped: Shaped) -> None:
        raise AssertionError(f"no crew hands over {shaped} here")

    def finish(self, refused: Callable[[Refused], None], placing: Placing = nullcontext) -> Written:
        for each in self._refusing:
            refused(each)
        with placing():
            self.finished = True
        counts = Counter(item.kind for item in self.items)
        return Written(counts, 0, len(self._refusing))


def sorted_out(read: Iterable[Read]) -> tuple[list[Item], list[Rejected]]:
    """Return the items and what was rejected."""
    items: list[Item] = []
    rejected: list[Rejected] = []
    for each in read:
        if isinstance(each, Item):
            items.append(each)
        else:
            rejected.append(each)
    return items, rejected


def json_lines(tables: Iterable[Mapping[str, Any]]) -> bytes:
    """Return objects as JSON lines."""
    return b"".join(json.dumps(each, ensure_ascii=False).encode() + b"\n" for each in tables)


def written(path: Path, *tables: Mapping[str, Any]) -> Path:
    """Write objects as JSON lines."""
    path.write_bytes(json_lines(tables))
    return path
