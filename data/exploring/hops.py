"""What a step of a path says, and how well words carry it."""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Iterable
from enum import IntEnum

from scale_explorer.models.frozen import dataclass
from scale_explorer.models.kinds import Kind
from scale_explorer.models.relation_type import MEANINGS, RelationType

from ..store.path_rows import Hop
from ..store.protocol import Store
from ..store.rows.edges import MEMBER, PARTY, EdgeRow
from ..store.rows.quotes import EvidenceRow
from .tie_words import object_words

Dated = tuple[tuple[EvidenceRow, ...], tuple[str, ...]]
"""The quotes of a claim, and when the source of each was published."""

Evidence = Callable[[str], Dated]
"""Returns what carries a claim."""

_DAY = re.compile(r"\d{4}(-\d{2}){0,2}")


class Carried(IntEnum):
    """How words carry a tie, from worst to best."""

    UNQUOTED = 0
    DISPUTED = 1
    INFERRED = 2
    STATED = 3


@dataclass(frozen=True, slots=True, order=True)
class Strength:
    """How well a tie is carried; of two, the lesser is the weaker.

    First counts how words carry it: none do, others or a quote of its own speak against it, a
    reader concluded it, a quote states it. Then how many quotes do, and then how new their newest
    source is (`newest` is how its date begins, as ISO 8601; nothing where no date is known).
    """

    carried: Carried
    quotes: int
    newest: str


@dataclass(frozen=True, slots=True)
class Tie:
    """A tie as it is walked: `phrase` reads from the record that is left to the one reached."""

    edge: EdgeRow
    phrase: str
    strength: Strength
    quotes: tuple[EvidenceRow, ...]


@dataclass(frozen=True, slots=True)
class Step:
    """Two records and their ties, the best carried first; `more` are not listed.

    It is as strong as the best of its ties. `because` says what makes it weaker than other steps of
    its path, and is empty where it is none of the weakest.
    """

    near: str
    near_name: str
    far: str
    far_name: str
    far_kind: Kind
    ties: tuple[Tie, ...]
    more: int
    because: str = ""

    @property
    def strength(self) -> Strength:
        """How well the best of its ties is carried."""
        return self.ties[0].strength


def phrase(edge: EdgeRow) -> str:
    """Return how a tie reads from its near end.

    With its direction it reads as it stands, such as `is ending its purchases from`; against it as
    its type reads from the object, such as `has as customer`, and its status says the rest.
    """
    if edge.type == PARTY:
        return _as_party(edge)
    if edge.outward:
        return edge.verb
    return "includes" if edge.type == MEMBER else MEANINGS[RelationType(edge.type)].inverse


def _as_party(edge: EdgeRow) -> str:
    role = "" if edge.role in {"", "other", "party"} else edge.role
    if edge.outward:
        return f"{edge.verb.removesuffix(' in')} as {role} in" if role else edge.verb
    return f"has as {role or 'party'}"


def sentence(step: Step, tie: Tie) -> str:
    """Return a tie of a step as a sentence; the title of a deal in it stands in quotes."""
    near, far = step.near_name, step.far_name
    edge = tie.edge
    if edge.outward:
        return f"{near} {tie.phrase} {object_words(edge.type, far)}"
    return f"{object_words(edge.type, near)} {tie.phrase} {far}"


def read_step(name: str, hop: Hop, evidence: Evidence) -> Step:
    """Read a hop that leaves the record of a name."""
    ties = (_tie(edge, evidence(edge.claim)) for edge in hop.ties)
    best_first = sorted(ties, key=lambda tie: tie.strength, reverse=True)
    first = hop.ties[0]
    return Step(
        near=first.near,
        near_name=name,
        far=first.far,
        far_name=first.far_name,
        far_kind=first.far_kind,
        ties=tuple(best_first),
        more=hop.more,
    )


def _tie(edge: EdgeRow, dated: Dated) -> Tie:
    quotes, dates = dated
    against = "disputed" in edge.flags or any(each.direction == "refutes" for each in quotes)
    backing = [(q, day) for q, day in zip(quotes, dates, strict=True) if q.direction == "supports"]
    stated = [(quote, day) for quote, day in backing if quote.directness == "stated"]
    if not backing:
        carried = Carried.UNQUOTED
    elif against:
        carried = Carried.DISPUTED
    else:
        carried = Carried.STATED if stated else Carried.INFERRED
    counted = stated or backing
    newest = max((day for _, day in counted), default="")
    return Tie(edge, phrase(edge), Strength(carried, len(counted), newest), quotes)


class Reader:
    """Reads what carries claims, each once."""

    def __init__(self, store: Store) -> None:
        self._store = store
        self._claims: dict[str, Dated] = {}
        self._days: dict[str, str] = {}

    def __call__(self, claim: str) -> Dated:
        """Return the quotes of a claim, and when their sources were published."""
        if claim not in self._claims:
            quotes = self._store.evidence(claim)
            self._claims[claim] = quotes, tuple(self._day(each.source) for each in quotes)
        return self._claims[claim]

    def _day(self, source: str) -> str:
        """Return how the date of a source begins: `2025~` is `2025`."""
        if source not in self._days:
            published = json.loads(self._store.document(source) or "{}").get("published") or ""
            found = _DAY.match(published)
            self._days[source] = found[0] if found else ""
        return self._days[source]


_WORDS = {
    Carried.UNQUOTED: "no quote",
    Carried.DISPUTED: "disputed",
    Carried.INFERRED: "inferred",
}


def why_weakest(weakest: Strength, others: Iterable[Strength]) -> str:
    """Say what makes a step weaker than the next weakest of its path; nothing if none is."""
    stronger = [other for other in others if other > weakest]
    if not stronger:
        return ""
    following = min(stronger)
    if following.carried > weakest.carried:
        return _WORDS[weakest.carried]
    if following.quotes > weakest.quotes:
        return f"fewest quotes, {weakest.quotes}"
    return f"oldest source, {weakest.newest}" if weakest.newest else "source without a date"
