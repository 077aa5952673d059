"""The types of ties as numbers: they stand in files millions of times.

Numbered in the order of their names, so that pages by number are pages by name.
"""

from __future__ import annotations

from collections.abc import Collection

from scale_explorer.models.relation_type import RelationType

from .rows.edges import MEMBER, PARTY

TIE_TYPES: tuple[str, ...] = tuple(sorted((*RelationType, MEMBER, PARTY)))
"""Every type of tie; its place is its number."""
TIE_NUMBERS = {name: number for number, name in enumerate(TIE_TYPES)}
"""The number of every type."""


def numbered(names: Collection[str]) -> list[int]:
    """Return the numbers of some types; a name of none stands for a number that nothing has."""
    return sorted({TIE_NUMBERS.get(name, -1) for name in names})
