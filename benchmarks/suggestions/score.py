"""How much of what a person reads is proposed, and how much of what is proposed a person reads."""

from __future__ import annotations

from collections import Counter
from collections.abc import Hashable, Iterable
from dataclasses import dataclass, field


@dataclass
class Score:
    """Counts of one family; `missed` and `wrong` say in words what they were."""

    name: str
    hits: int = 0
    wanted: int = 0
    proposed: int = 0
    missed: list[str] = field(default_factory=list[str])
    wrong: list[str] = field(default_factory=list[str])

    def compare(self, wanted: Iterable[Hashable], proposed: Iterable[Hashable], where: str) -> None:
        """Count what two lists have in common."""
        these, those = Counter(list(wanted)), Counter(list(proposed))
        self.wanted += these.total()
        self.proposed += those.total()
        self.hits += (these & those).total()
        self.missed += [f"{each} in {where!r}" for each in these - those]
        self.wrong += [f"{each} in {where!r}" for each in those - these]

    def count(self, *, hit: bool, what: str) -> None:
        """Count one thing that should be proposed."""
        self.wanted += 1
        self.hits += hit
        if not hit:
            self.missed.append(what)

    @property
    def recall(self) -> float:
        """The share of what was wanted that is proposed; 1 where nothing was."""
        return self.hits / self.wanted if self.wanted else 1.0

    @property
    def precision(self) -> float:
        """The share of what is proposed that was wanted; 1 where nothing was."""
        return self.hits / self.proposed if self.proposed else 1.0

    def row(self) -> str:
        """Return the counts as a row of a table in Markdown."""
        recall = f"{self.hits} of {self.wanted} ({100 * self.recall:.0f} %)"
        precision = f"{self.hits} of {self.proposed} ({100 * self.precision:.0f} %)"
        return f"| {self.name} | {recall} | {precision if self.proposed else ''} |"
