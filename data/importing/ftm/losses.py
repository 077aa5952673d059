"""What has no place among our records: counted, by schema and property."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from typing import Final

from scale_explorer.models.text import clean

_NAMES: Final = 5_000
"""Names that are told apart; a file that makes up more of them has the rest counted as others."""
_LONGEST: Final = 80
OTHERS: Final = "others"


@dataclass(slots=True)
class Losses:
    """How many values of each property were lost, and how many entities of each schema."""

    counts: Counter[str] = field(default_factory=Counter[str])

    def lose(self, what: str, count: int = 1) -> None:
        """Count what is lost: a schema, or a schema and a property as `Person.height`."""
        name = what if what in self.counts else clean(what)[:_LONGEST]
        known = name in self.counts or len(self.counts) < _NAMES
        self.counts[name if known else OTHERS] += count

    def lose_rest(
        self, schema: str, properties: Mapping[str, list[str]], kept: Iterable[str]
    ) -> None:
        """Count all values of an entity but those of some properties."""
        for name in properties.keys() - kept:
            self.lose(f"{schema}.{name}", len(properties[name]))

    def __iter__(self) -> Iterator[tuple[str, int]]:
        return iter(self.counts.most_common())
