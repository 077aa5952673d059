"""Events and contracts of FollowTheMoney as deals of ours, awards as who is whose customer."""

from __future__ import annotations

from collections import OrderedDict
from collections.abc import Iterable, Iterator
from typing import Final

from scale_explorer.models.deal import DealStatus, DealType
from scale_explorer.models.kinds import Kind

from ...loading.shapes import Table
from .entity import Entity
from .ids import our_id
from .made import Lacking, Made, date_of, figure, money, note, put

_PARTIES: Final = 200
_TYPES: Final = frozenset(DealType)
_STATUSES: Final = frozenset(DealStatus)
_REMEMBERED: Final = 200_000
"""Contracts whose buyer is remembered for awards that follow, the latest of them."""


def event(entity: Entity) -> list[Made] | Lacking:
    """Return an event as a deal between those who are involved."""
    title = entity.one("name") or entity.caption
    involved = [*entity.all("involved"), *entity.all("organizer")]
    if not title.strip():
        return Lacking("Event has no name")
    if not involved:
        return Lacking("Event has nobody involved")
    words = [each.lower().replace(" ", "_") for each in entity.properties.get("keywords", ())]
    type_ = next((each for each in words if each in _TYPES), DealType.OTHER.value)
    if words[:2] == [type_]:
        entity.used.add("keywords")
    parties = [{"entity": our_id(each), "role": "other"} for each in dict.fromkeys(involved)]
    table: Table = {
        "id": our_id(entity.id), "type": type_, "title": title, "parties": parties[:_PARTIES]
    }  # fmt: skip
    put(
        table,
        announced=date_of(entity, "startDate", "date"),
        completed=date_of(entity, "endDate"),
        note=note(entity),
    )
    price = money(entity)
    return [
        Made(Kind.DEAL, table),
        *([figure(entity, table["id"], "price", price)] if price else ()),
    ]


class Contracts:
    """Contracts as deals; remembers who buys, as awards name nothing but the contract."""

    def __init__(self) -> None:
        self._buyers: OrderedDict[str, tuple[str, ...]] = OrderedDict()

    def contract(self, entity: Entity) -> list[Made] | Lacking:
        """Return a contract as a deal of the authority that buys."""
        title = entity.one("title", "name") or entity.caption
        buyers = entity.all("authority")
        if not buyers:
            return Lacking("Contract has no authority")
        self._buyers[entity.id] = tuple(buyers)
        while len(self._buyers) > _REMEMBERED:
            self._buyers.popitem(last=False)
        record = our_id(entity.id)
        parties = [{"entity": our_id(each), "role": "customer"} for each in buyers]
        table: Table = {
            "id": record, "type": DealType.SUPPLY_CONTRACT.value, "title": title or entity.id,
            "parties": parties[:_PARTIES],
        }  # fmt: skip
        put(
            table,
            announced=date_of(entity, "contractDate"),
            terms=entity.one("summary", "description"),
            history=_history(entity),
        )
        price = money(entity)
        return [
            Made(Kind.DEAL, table),
            *([figure(entity, record, "price", price)] if price else ()),
        ]

    def award(self, entity: Entity) -> list[Made] | Lacking:
        """Return an award as the buyer being a customer of the supplier, under the contract."""
        suppliers = entity.properties.get("supplier", ())
        contracts = entity.properties.get("contract", ())
        if not (suppliers and contracts):
            return Lacking("ContractAward has no supplier or no contract")
        buyers = self._buyers.get(contracts[0])
        if buyers is None:
            return Lacking("the contract of this award stands nowhere before it")
        entity.used |= {"supplier", "contract"}
        made = list(_customers(entity, our_id(contracts[0]), buyers, suppliers))
        if spent := money(entity):
            made.append(figure(entity, made[0].table["id"], "spend", spent))
        return made


def _customers(
    entity: Entity, deal: str, buyers: Iterable[str], suppliers: Iterable[str]
) -> Iterator[Made]:
    common: Table = {"type": "customer_of", "deal": deal}
    put(
        common,
        role=entity.one("role"),
        start=date_of(entity, "date", "startDate"),
        end=date_of(entity, "endDate"),
        note=note(entity),
    )
    pairs = [(buyer, supplier) for buyer in buyers for supplier in suppliers]
    for number, (buyer, supplier) in enumerate(pairs[:_PARTIES]):
        record = our_id(entity.id) if not number else f"{our_id(entity.id)}-{number + 1}"
        ends = {"subject": our_id(buyer), "object": our_id(supplier)}
        yield Made(Kind.RELATIONSHIP, {"id": record, **ends, **common})


def _history(entity: Entity) -> list[Table]:
    if entity.properties.get("cancelled", [""])[0].lower() in {"true", "1", "yes"}:
        entity.used.add("cancelled")
        return [{"status": DealStatus.CANCELLED.value}]
    value = entity.properties.get("status", [""])[0].strip().lower()
    if value not in _STATUSES:
        return []
    entity.used.add("status")
    return [{"status": value}]
