"""What follows when relationships are switched off: what falls away, and who loses what."""

from __future__ import annotations

from collections import Counter

from scale_explorer.models.frozen import dataclass, replace
from scale_explorer.models.kinds import ENTITY_KINDS

from ..store.protocol import PAGE, Store
from ..store.rows.lens import Lens
from ..store.rows.records import RecordRow
from .at_risk import AtRisk, at_risk

MOST_TOUCHED = 50
"""Entities of which is told what they lose; those with most of the relationships come first."""
_BETWEEN = 4
"""Lines of a relationship's page among which its two ends stand."""


@dataclass(frozen=True, slots=True)
class Switched:
    """A relationship that is switched off, and what falls away with it, at most `PAGE` records."""

    record: RecordRow
    ends: tuple[str, ...]
    fallen: tuple[RecordRow, ...]
    more: bool = False


@dataclass(frozen=True, slots=True)
class Touched:
    """An entity with a relationship that is switched off, and what it loses."""

    record: RecordRow
    risk: AtRisk


@dataclass(frozen=True, slots=True)
class WhatIf:
    """What follows: line by line, and for each entity that is touched.

    `missing` are ids that are switched off and not there, as of the lens's day; `untold` counts
    the entities beyond `MOST_TOUCHED`.
    """

    lens: Lens
    switched: tuple[Switched, ...]
    touched: tuple[Touched, ...]
    missing: tuple[str, ...] = ()
    untold: int = 0


def what_if(store: Store, lens: Lens) -> WhatIf:
    """Return what follows from what a lens switches off; `store` is looked at without one."""
    then = replace(lens, without=frozenset())
    found = {each: _switched(store, each, then) for each in sorted(lens.without)}
    switched = tuple(one for one in found.values() if one is not None)
    ends = Counter(end for one in switched for end in one.ends)
    touched = tuple(end for end, _ in ends.most_common())
    return WhatIf(
        lens,
        switched,
        tuple(_touched(store, touched[:MOST_TOUCHED], lens)),
        tuple(each for each, one in found.items() if one is None),
        max(0, len(touched) - MOST_TOUCHED),
    )


def _switched(store: Store, relation: str, then: Lens) -> Switched | None:
    record = store.record(relation, then)
    if record is None:
        return None
    lines = store.claims(relation, limit=_BETWEEN, lens=then)
    ends = dict.fromkeys(line.target for line in lines if line.section == "Between" and line.target)
    off = replace(then, without=frozenset({relation}))
    fallen = tuple(each for each in store.fallen(off, limit=PAGE + 1) if each.id != relation)
    return Switched(record, tuple(ends), fallen[:PAGE], more=len(fallen) > PAGE)


def _touched(store: Store, ends: tuple[str, ...], lens: Lens) -> list[Touched]:
    rows = (store.record(end, lens) for end in ends)
    found = [
        Touched(row, at_risk(store, row.id, lens.without, lens))
        for row in rows
        if row is not None and row.kind in ENTITY_KINDS
    ]
    # Who loses customers is what one asks for first.
    return sorted(found, key=lambda one: -len(one.risk.revenue.parties))
