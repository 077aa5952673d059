"""Invented relationships of every type, in plausible proportions, with hubs."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final, NamedTuple

from scale_explorer.data.loading.shapes import Table
from scale_explorer.models.kinds import Kind
from scale_explorer.models.relation_type import MEANINGS, RelationType

from . import dating
from .degrees import Pool, pools
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
_ROLES: Final = (
    "chief executive", "chair", "finance director", "head of research", "board member",
    "plant manager", "general counsel", "sales director",
)  # fmt: skip
_WITH_ROLES: Final = frozenset({_T.EMPLOYED_BY, _T.LEADS})
_STATUSES: Final = spread({
    "": 55, "current": 25, "former": 10, "planned": 3, "reducing": 2, "reduced": 1, "ending": 1,
    "under_review": 2, "unknown": 1,
}, 256)  # fmt: skip


class Sort(NamedTuple):
    """What is the same of all relationships of a type; texts, as enums are slow to compare."""

    type: str
    phrase: str
    subjects: tuple[Pool, ...]
    objects: Pool
    has_role: bool


class Tie(NamedTuple):
    """Which two entities are tied, and how; ends are numbers in pools."""

    sort: Sort
    subjects: Pool
    subject: int
    object: int


class Relationships:
    """The relationships of a plan, each a function of its number."""

    def __init__(self, plan: Plan, names: Names) -> None:
        self._plan, self._names = plan, names
        self._pools = pools(plan)
        self._hubs = self._pools[_C]
        self._salt, self._more = plan.salt(300), plan.salt(301)
        sorts = {type_.value: self._sort(type_) for type_ in _SHAPES}
        weights = {type_.value: weight for type_, (weight, _, _) in _SHAPES.items()}
        self._drawn = tuple(sorts[name] for name in spread(weights))

    def __iter__(self) -> Iterator[Table]:
        return map(self.record, range(self._plan.relationships))

    def _sort(self, type_: RelationType) -> Sort:
        _, subjects, thing = _SHAPES[type_]
        return Sort(
            type_.value,
            MEANINGS[type_].phrase,
            tuple(self._pools[kind] for kind in subjects),
            self._pools[thing],
            type_ in _WITH_ROLES,
        )

    def tie(self, number: int) -> Tie:
        """Return the ends of a relationship."""
        bits = mixed(number, self._salt)
        sort = self._drawn[bits & 1023]
        subjects = sort.subjects[(bits >> 10) % len(sort.subjects)]
        hub = self._hub(number)
        if hub is not None:
            return self._at_hub(sort, subjects, hub)
        one, other = subjects.drawn(bits >> 12), sort.objects.drawn(bits >> 32)
        if one == other and subjects is sort.objects:
            other = subjects.other_than(other)
        return Tie(sort, subjects, one, other)

    def _hub(self, number: int) -> int | None:
        """Return which of the hubs' relationships it is, if any; they are strewn evenly."""
        edges, of = self._plan.hub_edges, self._plan.relationships
        before = number * edges // of
        return before if (number + 1) * edges // of > before else None

    def _at_hub(self, sort: Sort, subjects: Pool, turn: int) -> Tie:
        """Tie a hub to its neighbours in turn, so that many of them are its only once."""
        turn, rank = divmod(turn, self._plan.hubs)
        hub = self._hubs.ranked(rank)
        is_object = sort.objects is self._hubs
        others = subjects if is_object else sort.objects
        other = others.ranked(turn + self._plan.hubs)
        if other == hub and others is self._hubs:
            other = others.other_than(other)
        return Tie(sort, subjects, *((other, hub) if is_object else (hub, other)))

    def record(self, number: int) -> Table:
        """Return a relationship as a TOML file would have it."""
        tie = self.tie(number)
        sort, subjects, subject, thing = tie
        bits = mixed(number, self._more)
        table: Table = {
            "kind": "relationship",
            "id": f"r{number}",
            "type": sort.type,
            "subject": subjects.id(subject),
            "object": sort.objects.id(thing),
        }
        if sort.has_role:
            table["role"] = _ROLES[bits & 7]
        _date(table, bits >> 3)
        quote = self._plan.quote_number(self._plan.deals + number)
        if quote is not None:
            table["evidence"] = evidence(quote, self._sentence(tie, table))
        return table

    def names(self, tie: Tie) -> tuple[str, str]:
        """Return what the two ends are called."""
        subject = self._names.of(tie.subjects.kind, tie.subject)
        return subject.name, self._names.of(tie.sort.objects.kind, tie.object).name

    def _sentence(self, tie: Tie, table: Table) -> str:
        one, other = self.names(tie)
        role = f" as {table['role']}" if "role" in table else ""
        start = f" since {table['start'][:4]}" if "start" in table else ""
        return f"{one} {tie.sort.phrase} {other}{role}{start}"


def _date(table: Table, bits: int) -> None:
    """Give a relationship a start, an end and a status, or some of them."""
    status = _STATUSES[bits & 255]
    year = dating.year(bits >> 8)
    if bits & 0x30_0000 or status == "former":
        table["start"] = dating.written(year, bits >> 22)
    if status == "former":
        end = min(dating.LAST, year + 1 + (bits >> 36) % 9)
        table["end"] = f"{end}" if end > year else f"{end}~"
    if status:
        table["history"] = [{"status": status}]
