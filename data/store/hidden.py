# ruff: noqa: S608 - only fixed text is put together; what users write goes in as parameters
"""What of a source's quotes and claims a lens leaves out of its text."""

from __future__ import annotations

from scale_explorer.models.frozen import dataclass, replace

from .conditions import every, seen, seen_words
from .connections import Connections
from .rows.lens import Lens
from .rows.sources import SentenceRow, Stretch


@dataclass(frozen=True, slots=True)
class Hidden:
    """The ids of quotes and claims that are not seen."""

    quotes: frozenset[str] = frozenset()
    claims: frozenset[str] = frozenset()

    def left_of(self, stretch: Stretch) -> Stretch:
        """Return a stretch with the quotes that are seen; words of others are a gap again."""
        if self.quotes.isdisjoint(stretch.evidence):
            return stretch
        left = tuple(each for each in stretch.evidence if each not in self.quotes)
        return replace(stretch, evidence=left)

    def left_in(self, sentence: SentenceRow) -> SentenceRow:
        """Return a sentence with the claims that are seen."""
        if self.claims.isdisjoint(sentence.claims):
            return sentence
        left = tuple(each for each in sentence.claims if each not in self.claims)
        return replace(sentence, claims=left)


def hidden_in(file: Connections, source: int | None, lens: Lens) -> Hidden:
    """Return what a lens leaves out of the source with a number."""
    where = every((seen(lens), seen_words(lens)))
    sql = f"""SELECT e.id, r.id, ({where.sql}) FROM evidence e JOIN record r ON r.row = e.claim
              WHERE e.source = :source"""
    rows = file.select(sql, {**where.values, "source": source})
    quotes = frozenset(str(quote) for quote, _, shown in rows if not shown)
    shown_claims = frozenset(str(claim) for _, claim, shown in rows if shown)
    claims = frozenset(str(claim) for _, claim, _ in rows) - shown_claims
    return Hidden(quotes, claims)
