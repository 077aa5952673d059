"""A record in both versions, and the names and verdicts there."""

from __future__ import annotations

from collections.abc import Sequence

from scale_explorer.models.evidence import Quote
from scale_explorer.models.frozen import dataclass
from scale_explorer.models.record import Record

from .quotes import Judged, Side
from .version import Version


@dataclass(frozen=True, slots=True)
class Compared:
    """A record as it was and as it is; `named` is the old one under the ids of now."""

    before: Version
    now: Version
    old: Record
    named: Record
    new: Record

    def sides(
        self, before: tuple[Sequence[Quote], Sequence[Quote]], now: Sequence[Quote]
    ) -> tuple[Side, Side]:
        """Judge the quotes of a field; `before` has them under the ids of then and of now."""
        known = [
            Judged(named, self.before.verdict(self.old, quote))
            for quote, named in zip(*before, strict=True)
        ]
        return Side(self.before.links, known), Side(
            self.now.links, [Judged(quote, self.now.verdict(self.new, quote)) for quote in now]
        )
