"""On which side of a company its counterparties stand, and the ties that put them there."""

from __future__ import annotations

from collections.abc import Mapping
from enum import StrEnum
from types import MappingProxyType

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


def ties_of(store: Store, record: str, lens: Lens) -> tuple[tuple[EdgeRow, ...], int]:
    """Return the ties of `TYPES` of a record, at most `MOST_TIES`, and how many more there are."""
    found: list[EdgeRow] = []
    while len(found) < MOST_TIES:
        page = store.edges(record, TYPES, found[-1] if found else None, PAGE, lens)
        found += page
        if len(page) < PAGE:
            return tuple(found[:MOST_TIES]), max(0, len(found) - MOST_TIES)
    counts = (one.count for one in store.degrees(record, lens) if one.type in TYPES)
    return tuple(found[:MOST_TIES]), sum(counts) - MOST_TIES
