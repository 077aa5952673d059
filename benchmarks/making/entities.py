"""Invented companies, people, products, organizations and public bodies."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from scale_explorer.data.loading.shapes import Table
from scale_explorer.models.kinds import Kind

from .degrees import Pool, pools
from .mixing import mixed
from .naming import Names
from .plan import Plan

_SECTORS: Final = (
    "energy", "transport", "food", "machines", "software", "finance", "chemicals", "textiles",
    "media", "health", "construction", "mining", "retail", "telecoms", "insurance", "paper",
)  # fmt: skip
_LETTERS: Final = "ABCDEFGHIJKLMNOPQRSTUVWXYZ"


def entities(plan: Plan, names: Names) -> Iterator[Table]:
    """Yield all entities, kind by kind."""
    for place, pool in enumerate(pools(plan).values()):
        salt = plan.salt(200 + place)
        for number in range(pool.count):
            yield _entity(pool, number, mixed(number, salt), names)


def _entity(pool: Pool, number: int, bits: int, names: Names) -> Table:
    named = names.made(pool.kind, number)
    table: Table = {"kind": pool.kind.value, "id": pool.id(number), "name": named.name}
    if named.aliases:
        table["aliases"] = list(named.aliases)
    if pool.kind is not Kind.PRODUCT:
        table["country"] = named.culture.countries[bits % len(named.culture.countries)]
    if pool.kind is Kind.COMPANY:
        _register(table, number, bits >> 16)
    return table


def _register(table: Table, number: int, bits: int) -> None:
    """Give a company what registers have: an LEI for one in three, a ticker for one in sixteen."""
    known = {}
    if bits % 3 == 0:
        known["lei"] = _lei(number)
    if bits & 0xF0 == 0:
        known["ticker"] = _ticker(number)
    if known:
        table["identifiers"] = known
    table["tags"] = [_SECTORS[bits >> 8 & 15]]


def _lei(number: int) -> str:
    """Return an LEI with sound check digits (ISO 17442) of issuer 0000, which is none."""
    return f"{number:018}{98 - number * 100 % 97:02}"


def _ticker(number: int) -> str:
    letters = ""
    number += len(_LETTERS) ** 2
    while number:
        number, place = divmod(number, len(_LETTERS))
        letters += _LETTERS[place]
    return f"XSYN:{letters}"
