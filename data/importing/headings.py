"""In which section of a page a claim stands: all headings, numbered in reading order."""

from __future__ import annotations

from scale_explorer.models.relation_type import MEANINGS, RelationType

from ..analysis.entity_page import SECTIONS
from ..store.rows.edges import MEMBER, PARTY
from ..store.tie_types import TIE_NUMBERS

HEADINGS = ("Between", "Who", "Parties", "About", *SECTIONS)
"""Every heading; its place is its number. Those of claims' own pages come first."""
NUMBERS = {title: number for number, title in enumerate(HEADINGS)}
"""The number of every heading."""


def of_ties() -> list[tuple[int, int, int]]:
    """Return type, direction and heading of every way in which a tie stands on an entity's page."""
    found = [
        (TIE_NUMBERS[type_], outward, NUMBERS[_heading(type_, outward=bool(outward))])
        for type_ in RelationType
        for outward in (0, 1)
    ]
    parties = [
        (TIE_NUMBERS[PARTY], 1, NUMBERS["Deals"]),
        (TIE_NUMBERS[PARTY], 0, NUMBERS["Parties"]),
    ]
    members = [
        (TIE_NUMBERS[MEMBER], 1, NUMBERS["Groups"]),
        (TIE_NUMBERS[MEMBER], 0, NUMBERS["Members"]),
    ]
    return found + parties + members


def _heading(type_: RelationType, *, outward: bool) -> str:
    meaning = MEANINGS[type_]
    return meaning.heading if outward else meaning.inverse_heading
