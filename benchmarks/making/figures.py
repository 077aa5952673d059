"""Invented figures: revenues, stakes, prices and the like, worded as in the press."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final, NamedTuple

from scale_explorer.data.loading.shapes import Table
from scale_explorer.models.figure import Measure
from scale_explorer.models.kinds import Kind
from scale_explorer.models.relation_type import RelationType

from . import amounts, dating
from .degrees import pools
from .mixing import mixed, spread
from .naming import Names
from .plan import Plan
from .quoting import evidence
from .relating import Relationships


class Sort(NamedTuple):
    """Of a measure: its weight, its wordings, and a sentence about an entity of a kind."""

    weight: int
    patterns: tuple[str, ...]
    sentence: str
    kind: Kind = Kind.COMPANY


_M = Measure
_SORTS: Final = {
    _M.REVENUE: Sort(36, amounts.MONEY, "{name} had revenue of {words} in {year}"),
    _M.PROFIT: Sort(10, amounts.MONEY, "{name} made a profit of {words} in {year}"),
    _M.VALUATION: Sort(8, amounts.MONEY, "{name} was valued at {words} in {year}"),
    _M.HEADCOUNT: Sort(14, amounts.PEOPLE, "{name} had {words} in {year}"),
    _M.STAKE: Sort(7, amounts.PERCENT, "its largest investor held {words} of {name} in {year}"),
    _M.SHARE: Sort(4, amounts.PERCENT, "{name} had {words} of its market in {year}"),
    _M.GROWTH: Sort(6, amounts.PERCENT, "{name} grew by {words} in {year}"),
    _M.UNIT_PRICE: Sort(3, amounts.PRICES, "{name} cost {words} in {year}", Kind.PRODUCT),
    _M.COUNT: Sort(3, amounts.THINGS, "{name} had {words} in {year}"),
    _M.MULTIPLE: Sort(1, amounts.TIMES, "{name} fetched {words} its revenue in {year}"),
    _M.POSITION: Sort(1, amounts.RANKS, "{name} was No. {words} of its market in {year}"),
    _M.SPEND: Sort(3, amounts.MONEY, "{name} spent {words} at {other} in {year}"),
    _M.PRICE: Sort(4, amounts.MONEY, "the price of that deal was {words} in {year}"),
}
_DRAWN: Final = spread({measure.value: sort.weight for measure, sort in _SORTS.items()})
_BY_NAME: Final = {measure.value: sort for measure, sort in _SORTS.items()}
_STATUSES: Final = spread({"": 80, "estimated": 12, "planned": 8}, 64)
_PERIODS: Final = spread({"{year}": 90, "{year}~": 6, "{before}/{year}": 4}, 64)
_ABOUT_CLAIMS: Final = (_M.PRICE, _M.SPEND)
_TRIES: Final = 50


class Figures:
    """The figures of a plan, each a function of its number."""

    def __init__(self, plan: Plan, names: Names, ties: Relationships) -> None:
        self._plan, self._names, self._ties = plan, names, ties
        self._pools = pools(plan)
        self._salt, self._more = plan.salt(400), plan.salt(401)

    def __iter__(self) -> Iterator[Table]:
        return map(self.record, range(self._plan.figures))

    def record(self, number: int) -> Table:
        """Return a figure as a TOML file would have it."""
        bits, more = mixed(number, self._salt), mixed(number, self._more)
        measure = self._measure(bits & 1023)
        sort = _BY_NAME[measure]
        words, year = amounts.amount(sort.patterns, more), dating.year(more >> 32)
        table: Table = {
            "kind": "figure",
            "id": f"f{number}",
            "subject": self._subject(measure, sort, bits >> 10),
            "measure": measure,
            "value": words,
            "period": _PERIODS[more >> 44 & 63].format(year=year, before=year - 1),
        }
        if measure == _M.POSITION:
            table["unit"] = "rank"
        if status := _STATUSES[more >> 50 & 63]:
            table["status"] = status
        claim = self._plan.deals + self._plan.relationships + number
        if (quote := self._plan.quote_number(claim)) is not None:
            parts = self._named(table["subject"], sort)
            mentions = {"that deal": table["subject"]} if measure == _M.PRICE else None
            sentence = sort.sentence.format(words=words, year=year, **parts)
            table["evidence"] = evidence(quote, sentence, mentions)
        return table

    def _measure(self, bits: int) -> str:
        measure = _DRAWN[bits]
        missing = not (self._plan.deals if measure == _M.PRICE else self._plan.relationships)
        return _M.REVENUE.value if missing and measure in _ABOUT_CLAIMS else measure

    def _subject(self, measure: str, sort: Sort, bits: int) -> str:
        """Return the id of what a figure is about: a deal, a customer's tie, or an entity."""
        if measure == _M.PRICE:
            return f"d{bits % self._plan.deals}"
        if measure == _M.SPEND:
            return f"r{self._custom(bits % self._plan.relationships)}"
        pool = self._pools[sort.kind]
        return pool.id(pool.drawn(bits))

    def _custom(self, number: int) -> int:
        """Return the number of a relationship between customer and supplier, or of any at last."""
        for place in range(number, number + _TRIES):
            near = place % self._plan.relationships
            if self._ties.tie(near).sort.type == RelationType.CUSTOMER_OF:
                return near
        return number

    def _named(self, subject: str, sort: Sort) -> dict[str, str]:
        """Return the names that a sentence about a subject has."""
        number = int(subject[1:])
        if subject[0] == "r":
            return dict(
                zip(("name", "other"), self._ties.names(self._ties.tie(number)), strict=True)
            )
        return {} if subject[0] == "d" else {"name": self._names.of(sort.kind, number).name}
