"""What was written, counted as it passes by, and told while it lasts."""

from __future__ import annotations

import sys
from collections import Counter
from collections.abc import Iterator
from time import process_time

from scale_explorer.data.loading.shapes import Table

_EVERY = 500_000


class Count:
    """Counts records by kind; tells on standard error how far they are.

    Rates are of the processor's time, so that what else the machine does counts little.
    """

    def __init__(self) -> None:
        self.kinds: Counter[str] = Counter()
        self._started = process_time()

    def over(self, records: Iterator[Table]) -> Iterator[Table]:
        """Yield records as they come."""
        kinds = self.kinds
        for number, record in enumerate(records, 1):
            kinds[record["kind"]] += 1
            if not number % _EVERY:
                sys.stderr.write(f"{number:,} records, {self._rate(number):,.0f} a second\n")
            yield record

    def told(self) -> str:
        """Return what was written, and how fast, by the time of the processor."""
        total = self.kinds.total()
        each = ", ".join(f"{count:,} {kind}" for kind, count in self.kinds.items())
        return f"{total:,} records ({each}), {self._rate(total):,.0f} a second"

    def _rate(self, number: int) -> float:
        return number / max(process_time() - self._started, 1e-9)
