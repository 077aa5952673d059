"""What is read once more, for the lines and rows that come to be wanted when all have been read.

Whether two records have one id, or whether one names what is nowhere, is known in the end. Keeping
the place of every line for that would take memory; another look takes the time of reading only.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator
from contextlib import suppress

from .sources import Again, ChangedError, Meter


def wanted_again(
    again: Again | None, wanted: Collection[int], meter: Meter
) -> Iterator[tuple[int, bytes]]:
    """Yield what begins in these lines; no more of it once it is not as it was read first."""
    if again is None or not wanted:
        return
    last = max(wanted)
    with suppress(ChangedError):
        for number, content in again(meter):
            if number in wanted:
                yield number, content
            if number >= last:
                return
