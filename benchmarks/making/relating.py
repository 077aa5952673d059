"""Invented relationships of every type, in plausible proportions, with hubs."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final, NamedTuple

from scale_explorer.data.loading.shapes import Table
from scale_explorer.models.kinds import Kind
from scale_explorer.models.relation_type import MEANINGS, RelationType

from . import dating
from .degrees import Ends, entity_id
from .mixing import mixed, spread
from .naming import Names
from .plan import Plan
from .quoting import evidence

_T = RelationType
_C, _P, _O, _B, _PRODUCT = (
    Kind.COMPANY, Kind.PERSON, Kind.ORGANIZATION, Kind.PUBLIC_BODY, Kind.PRODUCT,
)  # fmt: skip
_SHAPES: Final[dict[RelationType, tuple[int, tuple[Kind, ...], Kind]]] = {
    _T.OWNS: (10, (_C, _C, _P), _C),
    _T.INVESTED_IN: (8, (_C, _C, _C, _P), _C),
    _T.SUBSIDIARY_OF: (8, (_C,), _C),
    _T.CUSTOMER_OF: (14, (_C,), _C),
    _T.PARTNER_OF: (7, (_C,), _C),
    _T.COMPETES_WITH: (7, (_C,), _C),
    _T.EMPLOYED_BY: (14, (_P,), _C),
    _T.LEADS: (6, (_P,), _C),
    _T.FOUNDED: (3, (_P,), _C),
    _T.REPRESENTS: (2, (_P,), _C),
    _T.MEMBER_OF: (3, (_C,), _O),
    _T.MAKES: (7, (_C,), _PRODUCT),
    _T.USES: (6, (_C,), _PRODUCT),
    _T.REGULATES: (2, (_B,), _C),
    _T.SCRUTINIZES: (1, (_B,), _C),
    _T.RESTRICTS: (1, (_B,), _C),
    _T.RELATED_TO: (2, (_C, _P, _O), _C),
}
"""Of each type its weight, the kinds of its subjects, and that of its objects: hubs need a company
at one end of every type."""
_DRAWN: Final = tuple(
    map(RelationType, spread({each.value: shape[0] for each, shape in _SHAPES.items()}))
)
_ROLES: Final = (
    "chief executive", "chair", "finance director", "head of research", "board member",
    "plant manager", "general counsel", "sales director",
)  # fmt: skip
_WITH_ROLES: Final = frozenset({_T.EMPLOYED_BY, _T.LEADS})
_STATUSES: Final = spread({
    "": 55, "current": 25, "former": 10, "planned": 3, "reducing": 2, "reduced": 1, "ending": 1,
    "under_review": 2, "unknown": 1,
}, 256)  # fmt: skip


class Tie(NamedTuple):
    """Which two entities are tied, and how."""

    type: RelationType
    subject: tuple[Kind, int]
    object: tuple[Kind, int]


class Relationships:
    """The relationships of a plan, each a function of its number."""

    def __init__(self, plan: Plan, names: Names) -> None:
        self._plan, self._names, self._ends = plan, names, Ends(plan)
        self._salt, self._more = plan.salt(300), plan.salt(301)

    def __iter__(self) -> Iterator[Table]:
        for number in range(self._plan.relationships):
            yield self.record(number)

    def tie(self, number: int) -> Tie:
        """Return the ends of a relationship."""
        bits = mixed(number, self._salt)
        kind = _DRAWN[bits & 1023]
        _, subjects, thing = _SHAPES[kind]
        subject = subjects[(bits >> 10) % len(subjects)]
        hub = self._hub(number)
        if hub is not None:
            return self._at_hub(kind, subject, thing, hub)
        one = self._ends.drawn(subject, bits >> 12)
        other = self._ends.drawn(thing, bits >> 32)
        if subject is thing and one == other:
            other = self._ends.other_than(thing, other)
        return Tie(kind, (subject, one), (thing, other))

    def _hub(self, number: int) -> int | None:
        """Return which of the hubs' relationships it is, if any; they are strewn evenly."""
        edges, of = self._plan.hub_edges, self._plan.relationships
        before = number * edges // of
        return before if (number + 1) * edges // of > before else None

    def _at_hub(self, kind: RelationType, subject: Kind, thing: Kind, turn: int) -> Tie:
        """Tie a hub to a neighbour that it has no such relationship with yet."""
        turn, rank = divmod(turn, self._plan.hubs)
        hub = self._ends.ranked(Kind.COMPANY, rank)
        other_kind = subject if thing is Kind.COMPANY else thing
        other = self._ends.ranked(other_kind, turn + self._plan.hubs)
        if other_kind is Kind.COMPANY and other == hub:
            other = self._ends.other_than(other_kind, other)
        ends = (Kind.COMPANY, hub), (other_kind, other)
        return Tie(kind, *(ends[::-1] if thing is Kind.COMPANY else ends))

    def record(self, number: int) -> Table:
        """Return a relationship as a TOML file would have it."""
        tie = self.tie(number)
        bits = mixed(number, self._more)
        table: Table = {
            "kind": Kind.RELATIONSHIP.value,
            "id": f"r{number}",
            "type": tie.type.value,
            "subject": entity_id(*tie.subject),
            "object": entity_id(*tie.object),
        }
        if tie.type in _WITH_ROLES:
            table["role"] = _ROLES[bits & 7]
        self._date(table, bits >> 3)
        quote = self._plan.quote_number(self._plan.deals + number)
        if quote is not None:
            table["evidence"] = evidence(quote, self.sentence(tie, table))
        return table

    @staticmethod
    def _date(table: Table, bits: int) -> None:
        status = _STATUSES[bits & 255]
        year = dating.year(bits >> 8)
        if bits >> 20 & 3 or status == "former":
            table["start"] = dating.written(year, bits >> 22)
        if status == "former":
            end = min(dating.LAST, year + 1 + (bits >> 36) % 9)
            table["end"] = f"{end}" if end > year else f"{end}~"
        if status:
            table["history"] = [{"status": status}]

    def sentence(self, tie: Tie, table: Table) -> str:
        """Return words that carry a relationship."""
        one, other = (self._names.of(*end).name for end in (tie.subject, tie.object))
        role = f" as {table['role']}" if "role" in table else ""
        start = f" since {table['start'][:4]}" if "start" in table else ""
        return f"{one} {MEANINGS[tie.type].phrase} {other}{role}{start}"
