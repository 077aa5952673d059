"""Invented deals between companies."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Final

from scale_explorer.data.loading.shapes import Table
from scale_explorer.models.kinds import Kind

from . import dating
from .degrees import pools
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
    companies, salt, more = pools(plan)[Kind.COMPANY], plan.salt(500), plan.salt(501)
    for number in range(plan.deals):
        bits = mixed(number, salt)
        one, other = companies.drawn(bits), companies.drawn(bits >> 32)
        if one == other:
            other = companies.other_than(other)
        titles = tuple(names.of(Kind.COMPANY, end).name for end in (one, other))
        deal = _deal(mixed(number, more), (companies.id(one), companies.id(other)), titles)
        quote = plan.quote_number(number)
        found = {} if quote is None else {"evidence": evidence(quote, deal["title"])}
        yield {"kind": "deal", "id": f"d{number}", **deal, **found}


def _deal(bits: int, ends: tuple[str, str], names: Sequence[str]) -> Table:
    sort = _DRAWN[bits & 127]
    pattern, *roles = _SORTS[sort]
    year = dating.year(bits >> 7)
    status = _STATUSES[(bits >> 20) % len(_STATUSES)]
    parties = zip(ends, roles, strict=True)
    table: Table = {
        "type": sort,
        "title": pattern.format(one=names[0], other=names[1]),
        "parties": [{"entity": end, "role": role} for end, role in parties],
        "announced": dating.written(year, bits >> 24),
        "history": [{"status": status}],
    }
    if status == "completed":
        table["completed"] = f"{min(dating.LAST, year + 1)}~"
    return table
