"""Lines that are read once more, for those that come to be wanted when all have been read.

Whether two records have one id, or whether one names what is nowhere, is known in the end. Keeping
the place of every line for that would take memory; another look takes the time of reading only.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator
from contextlib import suppress
from pathlib import Path

from scale_explorer.models.errors import DataError

from ..loading.read import open_regular, told_as_unreadable
from .lines import lines


def lines_again(path: Path | None, wanted: Collection[int]) -> Iterator[tuple[int, bytes]]:
    """Yield the lines of a file that have these numbers; none where it cannot be read again."""
    if path is None or not wanted:
        return
    last = max(wanted)
    with suppress(DataError), open_regular(path) as file, told_as_unreadable(path):
        for number, line in lines(file, lambda _count: None):
            if number in wanted:
                yield number, line
            if number == last:
                return
