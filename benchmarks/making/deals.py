"""Invented deals between companies."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from scale_explorer.data.loading.shapes import Table
from scale_explorer.models.kinds import Kind

from . import dating
from .degrees import Ends, entity_id
from .mixing import mixed, spread
from .naming import Names
from .plan import Plan
from .quoting import evidence

_SORTS: Final = {
    "investment": ("{one} takes a stake in {other}", "investor", "target"),
    "acquisition": ("{one} buys {other}", "buyer", "target"),
    "funding_round": ("{one} leads a funding round of {other}", "investor", "target"),
    "supply_contract": ("{one} supplies {other}", "supplier", "customer"),
    "partnership": ("{one} works with {other}", "partner", "partner"),
    "merger": ("{one} merges with {other}", "partner", "partner"),
    "termination": ("{one} ends its contract with {other}", "customer", "supplier"),
}
_DRAWN: Final = spread({
    "investment": 25, "acquisition": 25, "funding_round": 20, "supply_contract": 15,
    "partnership": 8, "merger": 4, "termination": 3,
}, 128)  # fmt: skip
_STATUSES: Final = ("completed", "completed", "announced", "pending", "cancelled", "rumored")


def deals(plan: Plan, names: Names) -> Iterator[Table]:
    """Yield all deals of a plan."""
    ends, salt, more = Ends(plan), plan.salt(500), plan.salt(501)
    for number in range(plan.deals):
        bits = mixed(number, salt)
        one = ends.drawn(Kind.COMPANY, bits)
        other = ends.drawn(Kind.COMPANY, bits >> 32)
        if one == other:
            other = ends.other_than(Kind.COMPANY, other)
        yield _deal(number, (one, other), mixed(number, more), names, plan.quote_number(number))


def _deal(
    number: int, ends: tuple[int, int], bits: int, names: Names, quote: int | None
) -> Table:
    sort = _DRAWN[bits & 127]
    pattern, *roles = _SORTS[sort]
    one, other = (names.of(Kind.COMPANY, end).name for end in ends)
    title = pattern.format(one=one, other=other)
    year = dating.year(bits >> 7)
    status = _STATUSES[(bits >> 20) % len(_STATUSES)]
    parties = zip(ends, roles, strict=True)
    table: Table = {
        "kind": Kind.DEAL.value,
        "id": f"d{number}",
        "type": sort,
        "title": title,
        "parties": [
            {"entity": entity_id(Kind.COMPANY, end), "role": role} for end, role in parties
        ],
        "announced": dating.written(year, bits >> 24),
        "history": [{"status": status}],
    }
    if status == "completed":
        table["completed"] = f"{min(dating.LAST, year + 1)}~"
    if quote is not None:
        table["evidence"] = evidence(quote, title)
    return table
