"""Invented figures: revenues, stakes, prices and the like, worded as in the press."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final, NamedTuple

from scale_explorer.data.loading.shapes import Table
from scale_explorer.models.figure import Measure
from scale_explorer.models.kinds import Kind
from scale_explorer.models.relation_type import RelationType

from . import amounts, dating
from .degrees import Ends, entity_id
from .mixing import mixed, spread
from .naming import Names
from .plan import Plan
from .quoting import evidence
from .relating import Relationships


class _Sort(NamedTuple):
    """Of a measure: its weight, its wordings, and a sentence about an entity of a kind."""

    weight: int
    patterns: tuple[str, ...]
    sentence: str
    kind: Kind = Kind.COMPANY


_M = Measure
_SORTS: Final = {
    _M.REVENUE: _Sort(36, amounts.MONEY, "{name} had revenue of {words} in {year}"),
    _M.PROFIT: _Sort(10, amounts.MONEY, "{name} made a profit of {words} in {year}"),
    _M.VALUATION: _Sort(8, amounts.MONEY, "{name} was valued at {words} in {year}"),
    _M.HEADCOUNT: _Sort(14, amounts.PEOPLE, "{name} had {words} in {year}"),
    _M.STAKE: _Sort(7, amounts.PERCENT, "its largest investor held {words} of {name} in {year}"),
    _M.SHARE: _Sort(4, amounts.PERCENT, "{name} had {words} of its market in {year}"),
    _M.GROWTH: _Sort(6, amounts.PERCENT, "{name} grew by {words} in {year}"),
    _M.UNIT_PRICE: _Sort(3, amounts.PRICES, "{name} cost {words} in {year}", Kind.PRODUCT),
    _M.COUNT: _Sort(3, amounts.THINGS, "{name} had {words} in {year}"),
    _M.MULTIPLE: _Sort(1, amounts.TIMES, "{name} fetched {words} its revenue in {year}"),
    _M.POSITION: _Sort(1, amounts.RANKS, "{name} was No. {words} of its market in {year}"),
    _M.SPEND: _Sort(3, amounts.MONEY, "{name} spent {words} at {other} in {year}"),
    _M.PRICE: _Sort(4, amounts.MONEY, "the price of that deal was {words} in {year}"),
}
_DRAWN: Final = tuple(
    map(Measure, spread({each.value: sort.weight for each, sort in _SORTS.items()}))
)
_STATUSES: Final = spread({"": 80, "estimated": 12, "planned": 8}, 64)
_PERIODS: Final = spread({"{year}": 90, "{year}~": 6, "{before}/{year}": 4}, 64)
_TRIES: Final = 50


class Figures:
    """The figures of a plan, each a function of its number."""

    def __init__(self, plan: Plan, names: Names, ties: Relationships) -> None:
        self._plan, self._names, self._ties, self._ends = plan, names, ties, Ends(plan)
        self._salt, self._more = plan.salt(400), plan.salt(401)

    def __iter__(self) -> Iterator[Table]:
        for number in range(self._plan.figures):
            yield self.record(number)

    def record(self, number: int) -> Table:
        """Return a figure as a TOML file would have it."""
        bits, more = mixed(number, self._salt), mixed(number, self._more)
        measure = self._measure(bits & 1023)
        sort = _SORTS[measure]
        words = amounts.amount(sort.patterns, more)
        year = dating.year(more >> 32)
        subject, parts, mentions = self._subject(measure, sort, bits >> 10)
        table: Table = {
            "kind": Kind.FIGURE.value,
            "id": f"f{number}",
            "subject": subject,
            "measure": measure.value,
            "value": words,
            "period": _PERIODS[more >> 44 & 63].format(year=year, before=year - 1),
        }
        if measure is Measure.POSITION:
            table["unit"] = "rank"
        if status := _STATUSES[more >> 50 & 63]:
            table["status"] = status
        claim = self._plan.deals + self._plan.relationships + number
        if (quote := self._plan.quote_number(claim)) is not None:
            sentence = sort.sentence.format(words=words, year=year, **self._named(parts))
            table["evidence"] = evidence(quote, sentence, mentions)
        return table

    def _measure(self, bits: int) -> Measure:
        measure = _DRAWN[bits]
        nothing = {_M.PRICE: self._plan.deals, _M.SPEND: self._plan.relationships}
        return measure if nothing.get(measure, 1) else Measure.REVENUE

    def _subject(
        self, measure: Measure, sort: _Sort, bits: int
    ) -> tuple[str, tuple[tuple[Kind, int], ...], dict[str, str] | None]:
        """Return the id of what a figure is about, the entities to name, and mentions."""
        if measure is Measure.PRICE:
            deal = f"d{bits % self._plan.deals}"
            return deal, (), {"that deal": deal}
        if measure is Measure.SPEND:
            number = self._custom(bits % self._plan.relationships)
            tie = self._ties.tie(number)
            return f"r{number}", (tie.subject, tie.object), None
        number = self._ends.drawn(sort.kind, bits)
        return entity_id(sort.kind, number), ((sort.kind, number),), None

    def _custom(self, number: int) -> int:
        """Return the number of a relationship between customer and supplier, or of any at last."""
        for place in range(number, number + _TRIES):
            near = place % self._plan.relationships
            if self._ties.tie(near).type is RelationType.CUSTOMER_OF:
                return near
        return number

    def _named(self, parts: tuple[tuple[Kind, int], ...]) -> dict[str, str]:
        names = (self._names.of(*part).name for part in parts)
        return dict(zip(("name", "other"), names, strict=False))
