"""How many records of what a synthetic set has, and where among the numbers each kind lies."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property
from typing import Final

from scale_explorer.models.kinds import Kind

from .mixing import mixed

SHARES: Final = {
    Kind.COMPANY: 60,
    Kind.PERSON: 25,
    Kind.PRODUCT: 12,
    Kind.ORGANIZATION: 2,
    Kind.PUBLIC_BODY: 1,
}
"""Of a hundred entities so many are of each kind."""
LETTERS: Final = {
    Kind.COMPANY: "c",
    Kind.PERSON: "p",
    Kind.PRODUCT: "t",
    Kind.ORGANIZATION: "o",
    Kind.PUBLIC_BODY: "b",
}
"""What ids of each kind begin with; then comes the number of the entity among its kind."""

HUB: Final = 100_000
"""Relationships of each hub, where the set is large enough: hubs take a quarter of all at most."""
QUOTES_A_SOURCE: Final = 500
SOURCES_WITH_TEXTS: Final = 100
"""Up to so many sources have their texts written beside the set."""


@dataclass(frozen=True)
class Plan:
    """The size and shape of a set; the same plan always makes the same set.

    `quotes` is the share of claims that rest on a quote, from 0 to 1; `hub` how many relationships
    each of `hubs` companies has.
    """

    entities: int
    relationships: int
    figures: int
    deals: int = 0
    seed: int = 1
    quotes: float = 0.05
    hub: int = HUB
    hubs: int = 1

    def __post_init__(self) -> None:
        if self.entities < 10:
            raise ValueError("a set has at least 10 entities, so that every kind occurs")
        if not 0 <= self.quotes <= 1:
            raise ValueError("the share of quotes is from 0 to 1")
        if min(self.relationships, self.figures, self.deals, self.hub, self.hubs) < 0:
            raise ValueError("counts are not negative")

    @cached_property
    def counts(self) -> dict[Kind, int]:
        """Entities of each kind; companies take what the others leave."""
        rest: dict[Kind, int] = {
            kind: max(1, self.entities * share // 100)
            for kind, share in SHARES.items()
            if kind is not Kind.COMPANY
        }
        return {Kind.COMPANY: self.entities - sum(rest.values()), **rest}

    @cached_property
    def hub_edges(self) -> int:
        """Relationships that end at a hub."""
        return min(self.hub * self.hubs, self.relationships // 4)

    @property
    def claims(self) -> int:
        """Claims of all kinds."""
        return self.deals + self.relationships + self.figures

    @property
    def quoted(self) -> int:
        """Claims that rest on a quote."""
        return int(self.claims * self.quotes)

    @property
    def sources(self) -> int:
        """Sources of the set; one at least, which says that all is invented."""
        return max(1, -(-self.quoted // QUOTES_A_SOURCE))

    @property
    def has_texts(self) -> bool:
        """Whether the texts of the sources are written."""
        return self.quoted > 0 and self.sources <= SOURCES_WITH_TEXTS

    def salt(self, stream: int) -> int:
        """Return what sets one stream of chance apart from the others."""
        return mixed(stream, self.seed)

    def quote_number(self, claim: int) -> int | None:
        """Return which quote, from 0, a claim rests on, if on any; claims count from 0."""
        before, after = int(claim * self.quotes), int((claim + 1) * self.quotes)
        return before if after > before else None
