"""All records of a synthetic set, in the order in which they are written."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import chain

from scale_explorer.data.loading.shapes import Table

from .deals import deals
from .entities import entities
from .figures import Figures
from .naming import Names
from .plan import Plan
from .quoting import INVENTED, sources
from .relating import Relationships


def header(plan: Plan) -> Table:
    """Return the header of a set, which says that all of it is invented."""
    return {
        "kind": "dataset",
        "id": f"synthetic-{plan.entities}-{plan.seed}",
        "title": f"Synthetic set of {plan.entities:,} entities, seed {plan.seed}",
        "summary": f"{INVENTED} Made by benchmarks/make_set.py.",
    }


def records(plan: Plan) -> Iterator[Table]:
    """Yield header, sources, entities, deals, relationships and figures; none is kept."""
    names = Names(plan)
    ties = Relationships(plan, names)
    return chain(
        [header(plan)],
        sources(plan),
        entities(plan, names),
        deals(plan, names),
        ties,
        Figures(plan, names, ties),
    )
