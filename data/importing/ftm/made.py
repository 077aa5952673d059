"""What an entity becomes: tables of records, or word that a part of it is missing."""

from __future__ import annotations

import re
from dataclasses import dataclass
from decimal import Decimal
from typing import Any, Final, NamedTuple

from scale_explorer.models import lengths
from scale_explorer.models.dates import DateError, bounds
from scale_explorer.models.kinds import Kind
from scale_explorer.models.quantity.currency import is_currency

from ...loading.shapes import Table
from .entity import Entity
from .ids import our_id

_NUMBER: Final = re.compile(r"-?[0-9]{1,30}(?:\.[0-9]{1,10})?")
_DAY: Final = 10  # characters of 2025-06-13, behind which a time may stand


class Made(NamedTuple):
    """The table of a record, its id included."""

    kind: Kind
    table: Table


@dataclass(frozen=True, slots=True)
class Lacking:
    """Why nothing can be made of an entity yet; another fragment of it may have what is missing."""

    message: str


def date_of(entity: Entity, *names: str) -> str | None:
    """Return the first value of some properties as a date, without its time of day.

    What is no date stays unused, and so is counted as lost.
    """
    for name in names:
        for value in entity.properties.get(name, ()):
            if known := _date(value):
                entity.used.add(name)
                return known
    return None


def _date(text: str) -> str | None:
    day = text[:_DAY] if text[_DAY : _DAY + 1] in {"T", " "} else text
    try:
        bounds(day)
    except DateError:
        return None
    return day


def money(entity: Entity, name: str = "amount", currency: str = "currency") -> Table:
    """Return the value and unit of an amount of money, or nothing where there is none to read."""
    written = entity.properties.get(name, [""])[0]
    unit = entity.properties.get(currency, [""])[0].strip().upper()
    if not (written and unit):
        return {}
    if not _NUMBER.fullmatch(written.strip()) or not is_currency(unit):
        return {}
    entity.used |= {name, currency}
    # A number alone is exact, as in a TOML file; words such as "EUR 1.5" are rounded ones.
    value = Decimal(written.strip())
    words = entity.original(name, written)[: lengths.LINE]
    return {"value": value, "unit": unit, "as_written": words}


def figure(entity: Entity, subject: str, measure: str, told: Table) -> Made:
    """Return a figure about a record that an entity became."""
    period = date_of(entity, "date", "startDate", "contractDate")
    table: Table = {
        "id": f"{our_id(entity.id)}.{measure}", "subject": subject, "measure": measure, **told
    }  # fmt: skip
    return Made(Kind.FIGURE, table | ({"period": period} if period else {}))


def put(table: Table, **values: Any) -> None:
    """Put values into a table, but for those that say nothing."""
    table.update({key: value for key, value in values.items() if value})


def proofs(entity: Entity) -> list[str]:
    """Return the ids of the sources that an entity names as its proof."""
    return [our_id(each) for each in entity.all("proof")]


def note(entity: Entity) -> str:
    """Return what an edge tells besides, with the sources that it names without their words."""
    told = [*entity.all("summary"), *entity.all("description")]
    if found := proofs(entity):
        told.append(f"Proof: {', '.join(found)}")
    return "\n".join(dict.fromkeys(told))
