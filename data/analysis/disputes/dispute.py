"""What a dispute is: two claims that cannot both be true, or one that words speak against."""

from __future__ import annotations

from enum import StrEnum

from scale_explorer.models.claim import Claim
from scale_explorer.models.frozen import dataclass

from ...grounding.quotes import Cited


class DisputeKind(StrEnum):
    """What the two sides differ in; words are quotes for and against one and the same claim."""

    FIGURES = "figures"
    STATUSES = "statuses"
    STATEMENTS = "statements"
    WORDS = "words"


class Leads(StrEnum):
    """Which side a reader should rather believe."""

    FIRST = "first"
    SECOND = "second"
    NEITHER = ""


@dataclass(frozen=True, slots=True)
class Clash:
    """Two claims that cannot both be true, or twice the same one that words speak against.

    `reason` is what the author wrote about it; `alike` says whether both are about one thing, so
    that how they are reported can tell which is to be believed.
    """

    kind: DisputeKind
    first: Claim
    second: Claim
    reason: str = ""
    alike: bool = True


@dataclass(frozen=True, slots=True)
class Side:
    """A claim in a dispute, with the quotes that carry it and those that refute it.

    `refutes` says that this side is not for the claim but against it, and `quotes` with it. `day`
    is when it was told, as an EDTF date, or nothing.
    """

    claim: Claim
    quotes: tuple[Cited, ...]
    against: tuple[Cited, ...] = ()
    refutes: bool = False
    day: str = ""

    @property
    def sources(self) -> frozenset[str]:
        """The ids of the sources whose words carry it."""
        return frozenset(cited.quote.source for cited in self.quotes)


@dataclass(frozen=True, slots=True)
class Leading:
    """Which side leads and why; `settled` says whether the set's author decided it."""

    leads: Leads
    why: str
    settled: bool = False


@dataclass(frozen=True, slots=True)
class Dispute:
    """A clash with all that is shown of it.

    `first` and `second` are ids of claims, one id for words; `first_quote` and `second_quote` the
    evidence ids of the words to compare, or nothing where a side has none. `settled` says whether
    the author decided it or wrote why it stands, in `reason` or otherwise.
    """

    kind: DisputeKind
    first: str
    second: str
    leads: Leads
    why: str
    settled: bool
    first_quote: str | None
    second_quote: str | None
    reason: str = ""
