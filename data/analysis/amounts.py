"""Amounts as lines show them: of a figure, and of what a relationship or deal comes to."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import islice

from scale_explorer.models.claim import Preference
from scale_explorer.models.deal import Deal
from scale_explorer.models.figure import Around, Figure, FigureStatus, Measure
from scale_explorer.models.quantity.display import show, show_derived
from scale_explorer.models.record import Record
from scale_explorer.models.relation_type import RelationType
from scale_explorer.models.relationship import Relationship

from .links import Links
from .newness import newness
from .wording import measured, period

DERIVED = "ƒ"
"""Marks what the program computed."""
REMARKS = 3
"""Derived figures told beside one that they compare; its own page lists them all."""


def amount(links: Links, figure: Figure) -> str:
    """Return a figure's amount, compactly, with the mark of derived ones."""
    quantity = links.quantity(figure)
    if quantity is None:
        return ""
    if figure.formula:
        return f"{show_derived(quantity.interval, quantity.unit)} {DERIVED}"
    if figure.measure is Measure.POSITION and quantity.interval.stated is not None:
        return f"no. {quantity.interval.stated}"
    return show(quantity.interval, quantity.unit, figure.hedge)


def remark(links: Links, figure: Figure) -> str:
    """Return what derived figures say of this one, such as `15–19 % of revenue ƒ`."""
    return ", ".join(_compared(links, *compared) for compared in _comparing(links, figure))


def remarked(links: Links, figure: Figure) -> Iterator[str]:
    """Yield the ids of the derived figures of which a figure's remark tells."""
    yield from (derived.id for derived, _ in _comparing(links, figure))


def _comparing(links: Links, figure: Figure) -> Iterator[tuple[Figure, Figure]]:
    """Yield derived figures that measure this one, each with what it is measured against."""
    compared = (
        (derived, other)
        for derived in links.uses.get(figure.id, ())
        if (other := links.whole(derived)) and _measures(links, derived, figure, other)
    )
    return islice(compared, REMARKS)


def _measures(links: Links, derived: Figure, figure: Figure, other: Figure) -> bool:
    """Say whether `derived` measures `figure` against `other`, and came to something."""
    if links.inputs(derived)[0] != figure.id or links.quantity(derived) is None:
        return False
    same = other.subject == figure.subject
    return derived.measure is Measure.SHARE or (derived.measure is Measure.MULTIPLE and same)


def _compared(links: Links, derived: Figure, other: Figure) -> str:
    quantity = links.quantity(derived)
    assert quantity is not None, "only figures that came to something are compared"
    against = " ".join(filter(None, (measured(other.measure), _period_unless_year(other))))
    joint = " of " if derived.measure is Measure.SHARE else " "
    shown = show_derived(quantity.interval, quantity.unit)
    return f"{shown}{joint}{against} {DERIVED}"


def _period_unless_year(figure: Figure) -> str:
    return period(figure) if isinstance(figure.period, Around) else ""


OWNING = {RelationType.OWNS, RelationType.INVESTED_IN, RelationType.SUBSIDIARY_OF}
"""Relationships whose stake and price may belong to the deal that brought them about."""


def headline(links: Links, record: Relationship | Deal) -> Figure | None:
    """Return the figure that sizes a relationship or deal: its stake, else its price."""
    figures = links.figures.get(record.id, ())
    if isinstance(record, Relationship) and record.deal and record.type in OWNING:
        figures += links.figures.get(record.deal, ())
    for measure in (Measure.STAKE, Measure.PRICE):
        found = best(figure for figure in figures if figure.measure is measure)
        if found is not None:
            return found
    return None


def size(links: Links, record: Record) -> Figure | None:
    """Return the figure that a record's line shows: its own, its stake or price, or its worth.

    What was spent in one year is no size of a relationship, so that stands on its page only.
    """
    figures = links.figures.get(record.id, ())
    match record:
        case Figure():
            return record
        case Relationship() | Deal():
            return headline(links, record)
        case _:
            return best(f for f in figures if f.measure is Measure.VALUATION and not f.scope)


def best(figures: Iterable[Figure]) -> Figure | None:
    """Return the figure that leads: as its author prefers, else a stated one, else the newest."""
    return max(figures, key=_rank, default=None)


_PREFERENCE = {Preference.PREFERRED: 2, Preference.NORMAL: 1, Preference.DEPRECATED: 0}


def _rank(figure: Figure) -> tuple[int, bool, bool, str]:
    stated = figure.status is not FigureStatus.DERIVED
    reported = figure.status is not FigureStatus.PLANNED
    return _PREFERENCE[figure.prefer], stated, reported, newness(figure)
