"""On which side of a company its counterparties stand, and the ties that put them there."""

from __future__ import annotations

from collections.abc import Mapping
from enum import StrEnum
from types import MappingProxyType

from scale_explorer.models.frozen import dataclass, field

from ..store.protocol import PAGE, Store
from ..store.rows.edges import EdgeRow
from ..store.rows.lens import Lens

MOST_TIES = 2_000
"""Ties of one record that are looked at; how many more there are is told."""


class Side(StrEnum):
    """Where a counterparty stands, seen from the company in the middle."""

    OWNERS = "owners"
    SUPPLIERS = "suppliers"
    CUSTOMERS = "customers"
    HOLDINGS = "holdings"
    COMPETITORS = "competitors"
    PARTNERS = "partners"


TRADE = frozenset({Side.SUPPLIERS, Side.CUSTOMERS})
"""Sides on which money is paid again and again, so that a time belongs to an amount."""
OWNING = frozenset({Side.OWNERS, Side.HOLDINGS})

_SIDES: Mapping[tuple[str, bool], Side] = MappingProxyType({
    ("owns", False): Side.OWNERS, ("owns", True): Side.HOLDINGS,
    ("invested_in", False): Side.OWNERS, ("invested_in", True): Side.HOLDINGS,
    ("subsidiary_of", True): Side.OWNERS, ("subsidiary_of", False): Side.HOLDINGS,
    ("customer_of", True): Side.SUPPLIERS, ("customer_of", False): Side.CUSTOMERS,
    ("competes_with", True): Side.COMPETITORS, ("competes_with", False): Side.COMPETITORS,
    ("partner_of", True): Side.PARTNERS, ("partner_of", False): Side.PARTNERS,
})  # fmt: skip
"""By the type of a tie, and whether the company is its subject."""

TYPES = frozenset(type_ for type_, _ in _SIDES)
"""The types of relationship that exposure is about."""


def side_of(tie: EdgeRow) -> Side:
    """Return on which side a tie of one of `TYPES` puts its far end."""
    return _SIDES[tie.type, tie.outward]


@dataclass(frozen=True, slots=True)
class Ties:
    """The ties of a record that are looked at.

    Where these are not all, `whole` has how many ties each side has: stored counts, not looked at.
    """

    edges: tuple[EdgeRow, ...]
    whole: Mapping[Side, int] = field(default_factory=dict["Side", int])

    @property
    def left_out(self) -> int:
        """How many ties are not looked at."""
        return max(0, sum(self.whole.values()) - len(self.edges))


def ties_of(store: Store, record: str, lens: Lens) -> Ties:
    """Return the ties of `TYPES` of a record; of too many, as many of each type and direction."""
    found: list[EdgeRow] = []
    while len(found) <= MOST_TIES:
        page = store.edges(record, TYPES, found[-1] if found else None, PAGE, lens)
        found += page
        if len(page) < PAGE:
            break
    if len(found) <= MOST_TIES:
        return Ties(tuple(found))
    counts = {
        (one.type, one.outward): one.count
        for one in store.degrees(record, lens) if one.type in TYPES
    }  # fmt: skip
    whole: dict[Side, int] = {}
    for way, count in counts.items():
        whole[_SIDES[way]] = whole.get(_SIDES[way], 0) + count
    some: list[EdgeRow] = []
    for (type_, outward), share in _shares(counts, MOST_TIES).items():
        types = frozenset({type_})
        some += store.edges(record, types, None, share, lens, outward=outward) if share else ()
    return Ties(tuple(some), whole)


def _shares(counts: Mapping[tuple[str, bool], int], most: int) -> dict[tuple[str, bool], int]:
    """Share out how many are looked at: what the short ones do not need goes to the others."""
    shares: dict[tuple[str, bool], int] = {}
    by_count = sorted(counts, key=lambda way: counts[way])
    for place, way in enumerate(by_count):
        shares[way] = min(counts[way], most // (len(by_count) - place))
        most -= shares[way]
    return {way: shares[way] for way in counts}
