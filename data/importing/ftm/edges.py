"""Edges of FollowTheMoney as relationships of ours, with the figures that stand on them."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import islice, product
from typing import Final

from scale_explorer.models import lengths
from scale_explorer.models.kinds import Kind
from scale_explorer.models.relation_type import RelationType
from scale_explorer.models.relationship import RelationStatus

from ...loading.shapes import Table
from ..amount_words import amount
from .entity import Entity
from .ids import our_id
from .made import Lacking, Made, date_of, figure, money, note, put
from .schemata import EDGES, Edge

_MOST: Final = 100
"""Pairs of ends of one edge that become relationships."""
_STATUSES: Final = frozenset(RelationStatus)
_BARE: Final = re.compile(r"[0-9]+(?:\.[0-9]+)?")
_MONEY: Final = {"Payment": "spend", "ContractAward": "spend"}


def edge(entity: Entity) -> list[Made] | Lacking:
    """Return a relationship for each pair of its ends."""
    told = EDGES[entity.schema]
    ends = entity.all(told.subject), entity.all(told.object)
    for name, values in zip((told.subject, told.object), ends, strict=True):
        if not values:
            return Lacking(f"{entity.schema} has no {name}")
    type_, role, is_reversed = _meaning(entity, told)
    common: Table = {"type": type_.value}
    put(
        common,
        role=role,
        start=date_of(entity, "startDate", "date"),
        end=date_of(entity, "endDate"),
        history=_history(entity),
        note=note(entity),
    )
    made = [
        Made(Kind.RELATIONSHIP, {"id": _numbered(entity, number), **_ends(pair, is_reversed),
                                 **common})
        for number, pair in enumerate(islice(product(*ends), _MOST))
    ]  # fmt: skip
    return [*made, *_figures(entity, made[0].table["id"])]


def _ends(pair: tuple[str, str], is_reversed: bool) -> Table:  # noqa: FBT001 - a plain fact
    subject, other = pair[::-1] if is_reversed else pair
    return {"subject": our_id(subject), "object": our_id(other)}


def _numbered(entity: Entity, number: int) -> str:
    return our_id(entity.id) if not number else f"{our_id(entity.id)}-{number + 1}"


def _meaning(entity: Entity, told: Edge) -> tuple[RelationType, str, bool]:
    """Return the type that an edge means, the role that is left to tell, and which way it reads."""
    role = entity.one(*told.says)
    plain = role.strip().lower().replace(" ", "_")
    for word in (plain, plain.replace("_", "-")):
        if word in told.by_role:
            return told.by_role[word], "", False
        if word in told.reversed:
            return told.reversed[word], "", True
    return told.type, (role or told.role)[: lengths.LINE], False


def _history(entity: Entity) -> list[Table]:
    """Return the status as a history, where it is one of ours."""
    value = entity.properties.get("status", [""])[0].strip().lower().replace(" ", "_")
    if value not in _STATUSES:
        return []
    entity.used.add("status")
    return [{"status": value}]


def _figures(entity: Entity, record: str) -> Iterator[Made]:
    if stake := _percentage(entity):
        yield figure(entity, record, "stake", stake)
    if worth := money(entity, "sharesValue", "sharesCurrency"):
        yield figure(entity, record, "valuation", worth)
    if entity.schema in _MONEY and (spent := money(entity)):
        yield figure(entity, record, _MONEY[entity.schema], spent)


def _percentage(entity: Entity) -> Table:
    """Return a share in percent, or nothing where there is none to read."""
    written = entity.properties.get("percentage", [""])[0].strip()
    if not written:
        return {}
    words = f"{written}%" if _BARE.fullmatch(written) else written
    try:
        read = amount(words)
    except ValueError:
        return {}
    if read.unit != "%":
        return {}
    entity.used.add("percentage")
    original = entity.original("percentage", written)
    return {"value": words, "as_written": original[: lengths.LINE]}
