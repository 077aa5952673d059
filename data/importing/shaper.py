"""Records turned into rows of the staging tables, by pure functions: any process may do it."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Mapping
from typing import Any

from scale_explorer.models.dates import readable
from scale_explorer.models.evidence import Direction, Directness, Quote, evidence_id
from scale_explorer.models.kinds import ENTITY_KINDS, Kind

from ..folding import folded, folded_name
from ..store.name_order import order_key
from ..store.rows.edges import MEMBER, PARTY
from ..store.tie_types import TIE_NUMBERS
from ..store.weights import ALIAS, NAME, TITLE
from .amounts import amount_of
from .dating import (
    around,
    date_told,
    dates_of,
    first_day,
    last_date,
    moment,
    moments,
    numbered_days,
)
from .headings import NUMBERS
from .manners import Manner
from .schema import FIELD_NUMBERS, SORTS
from .shaped import Cells, Shaped
from .sink import Item

_ENTITIES = frozenset(ENTITY_KINDS)
_COLUMNS = frozenset({
    "type", "measure", "status", "modality", "prefer", "hedge", "subject", "object", "role",
    "start", "end", "period", "value", "unit", "scope", "evidence", "id", "cause",
    "effect", "as_written",
})  # fmt: skip
"""Fields of relationships and figures that have a column of their own."""


class Shaper:
    """Takes records, and hands on the rows that they become."""

    def __init__(self) -> None:
        self._tables: dict[str, list[Cells]] = {}
        self._manners: dict[Cells, int] = {}
        self._used: set[int] = set()

    def add(self, item: Item, seq: int) -> None:
        """Shape a record; raises ValueError where an amount or a date cannot be read."""
        match item.kind:
            case Kind.RELATIONSHIP:
                self._put("claim", self._relationship(seq, item))
            case Kind.FIGURE:
                self._put("claim", self._figure(seq, item))
            case Kind.REASON:
                self._put("claim", self._reason(seq, item))
            case _:
                self._put("named", self._named(seq, item))
        if item.evidence:
            self._put_all("quote", _quotes(seq, item))

    def taken(self) -> Shaped:
        """Return all rows since the last time."""
        tables, self._tables = self._tables, {}
        used, self._used = self._used, set()
        return Shaped(tables, used)

    def _put(self, table: str, cells: Cells) -> None:
        self._tables.setdefault(table, []).append(cells)

    def _put_all(self, table: str, rows: Iterable[Cells]) -> None:
        self._tables.setdefault(table, []).extend(rows)

    # Claims.

    def _relationship(self, seq: int, item: Item) -> Cells:
        fields = item.fields
        start, end = fields.get("start"), fields.get("end")
        history = fields.get("history") or ()
        status = history[-1]["status"] if history else fields.get("status", "")
        first = start or (history[0].get("date") if history else None)
        if first or end:
            self._put_all("dated", moments(seq, start, end, history))
        return (
            seq, item.id, SORTS[Kind.RELATIONSHIP], self._manner(item, fields["type"], status),
            fields["subject"], fields["object"], fields.get("role") or None, None,
            None if start or end else date_told(last_date(history)),
            first_day(first), start, end, len(item.evidence) or None, _rest(fields, history),
            item.file, item.line,
        )  # fmt: skip

    def _figure(self, seq: int, item: Item) -> Cells:
        fields, amount = item.fields, amount_of(item.fields)
        period, status = fields.get("period"), fields.get("status") or "reported"
        dated = period if isinstance(period, str) else None
        days = numbered_days(dated) if dated else (None, None)
        self._put("number", (
            seq, amount.unit or fields.get("unit", ""), amount.value, amount.low, amount.high,
            fields.get("scope"), *days,
        ))  # fmt: skip
        if dated:
            self._put("dated", moment(seq, "period", dated))
        since = first_day(dated) if status != "planned" else None
        return (
            seq, item.id, SORTS[Kind.FIGURE],
            self._manner(item, fields["measure"], status, fields.get("hedge") or amount.hedge),
            fields["subject"], None, fields.get("as_written") or amount.words or None,
            amount.shown or None, None if dated else around(period), since,
            dated, None, len(item.evidence) or None, _rest(fields, ()), item.file, item.line,
        )  # fmt: skip

    def _reason(self, seq: int, item: Item) -> Cells:
        fields = item.fields
        return (
            seq, item.id, SORTS[Kind.REASON], self._manner(item, fields["type"], ""),
            fields["effect"], fields["cause"], fields.get("condition") or None, None, None, None,
            None, None, len(item.evidence) or None, _rest(fields, ()), item.file, item.line,
        )  # fmt: skip

    def _manner(self, item: Item, type_: str, status: str, hedge: str = "exact") -> int:
        fields, evidence = item.fields, item.evidence
        sources = (
            {q["source"] for q in evidence if q.get("direction", _FOR) == _FOR} if evidence else ()
        )
        key = (
            item.kind, type_, status, fields.get("modality", "certain"),
            fields.get("prefer", "normal"), hedge,
            any(q.get("directness") == Directness.INFERRED for q in evidence), min(2, len(sources)),
        )  # fmt: skip
        found = self._manners.get(key)
        if found is None:
            found = self._manners[key] = Manner(*key).number
        self._used.add(found)
        return found

    # Everything with a name or a title of its own.

    def _named(self, seq: int, item: Item) -> Cells:
        fields, kind = item.fields, item.kind
        title = str(fields.get("name") or fields.get("title") or fields.get("text") or item.id)
        title = " ".join(title.split())
        known = [title, *fields.get("aliases", ()), *fields.get("tags", ())]
        plain = folded(title)
        first_letter = order_key(plain)
        words = plain if len(known) == 1 else folded("; ".join(known))
        weight = NAME if kind in _ENTITIES else TITLE
        self._put("piece", (seq, weight, title, plain))
        for alias in fields.get("aliases", ()):
            self._put("piece", (seq, ALIAS, alias, folded(alias)))
        self._put_all("field", _fields_of(seq, fields))
        self._put_all("far", _further(seq, item))
        first, last, dated = dates_of(fields)
        self._put_all("dated", [moment(seq, what, date) for what, date in dated])
        return (
            seq, item.id, SORTS[kind], title, first_letter, words, _detail(item),
            self._standing(item), None, None, first_day(first), first, last,
            len(item.evidence) or None,
            _rest_of_named(fields, title),
            int(item.adds), item.file, item.line,
        )  # fmt: skip

    def _standing(self, item: Item) -> int | None:
        fields = item.fields
        match item.kind:
            case Kind.DEAL:
                history = fields.get("history") or ()
                status = history[-1]["status"] if history else fields.get("status", "")
                return self._manner(item, fields["type"], status)
            case Kind.STATEMENT:
                return self._manner(item, "", fields["stance"])
            case _:
                return None


_FOR = Direction.SUPPORTS


def _quotes(seq: int, item: Item) -> Iterator[Cells]:
    for found in item.evidence:
        quote = Quote.model_construct(
            source=found["source"],
            exact=found["exact"],
            prefix=found.get("prefix", ""),
            suffix=found.get("suffix", ""),
        )
        yield (
            seq, evidence_id(item.id, quote), quote.source, quote.exact, quote.prefix, quote.suffix,
            found.get("start"), found.get("end"), found.get("paragraph"),
            found.get("attribution", ""), str(found.get("direction", _FOR)),
            str(found.get("directness", Directness.STATED)), str(found.get("verdict", "unchecked")),
            json.dumps(list(found.get("mentions", {}).items()), ensure_ascii=False),
            found.get("status", ""),
        )  # fmt: skip


def _fields_of(seq: int, fields: Mapping[str, Any]) -> Iterator[Cells]:
    """Yield what `field:value` finds of a record beside what has a column."""
    if country := fields.get("country"):
        yield seq, FIELD_NUMBERS["country"], folded_name(country)
    for tag in fields.get("tags", ()):
        yield seq, FIELD_NUMBERS["tag"], folded_name(tag)
    numbers: Mapping[str, str | None] = fields.get("identifiers") or {}
    for number in numbers.values():
        if number:
            yield seq, FIELD_NUMBERS["identifier"], folded_name(number)
    if publisher := fields.get("publisher"):
        yield seq, FIELD_NUMBERS["publisher"], folded_name(publisher)


def _further(seq: int, item: Item) -> Iterator[Cells]:
    """Yield whom else a record joins: parties, members, and whom a statement is about."""
    fields = item.fields
    for party in fields.get("parties", ()):
        role = str(party["role"]).replace("_", " ")
        yield seq, TIE_NUMBERS[PARTY], party["entity"], role, None, None
    for member in fields.get("members", ()):
        yield seq, TIE_NUMBERS[MEMBER], member, None, None, None
    if item.kind is Kind.STATEMENT:
        for key in ("holder", "speaker"):
            if who := fields.get(key):
                yield seq, None, who, key, NUMBERS["Says"], NUMBERS["Who"]
        for topic in fields.get("about", ()):
            yield (
                seq,
                None,
                topic["id"],
                topic.get("role", ""),
                NUMBERS["Said about it"],
                NUMBERS["About"],
            )


def _detail(item: Item) -> str | None:
    fields = item.fields
    if item.kind is Kind.SOURCE:
        told = (fields.get("publisher"), readable(fields.get("published") or ""))
        return " · ".join(filter(None, told)) or None
    return fields.get("summary") or fields.get("attribution") or None


def _rest(fields: Mapping[str, Any], history: Any) -> str | None:
    """Return the fields that have no column as JSON; a history of one bare status has one."""
    if fields.keys() <= _COLUMNS:
        return None
    left = {key: value for key, value in fields.items() if value and key not in _COLUMNS}
    if len(history) == 1 and set(history[0]) == {"status"}:
        left.pop("history", None)
    return json.dumps(left, ensure_ascii=False, default=str) if left else None


def _rest_of_named(fields: Mapping[str, Any], title: str) -> str | None:
    """Return what the title does not tell as JSON."""
    left = {
        key: value
        for key, value in fields.items()
        if value and not (key in {"name", "title"} and value == title)
    }
    return json.dumps(left, ensure_ascii=False, default=str) if left else None
