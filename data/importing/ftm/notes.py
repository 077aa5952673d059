"""Notes of FollowTheMoney as figures and statements of ours, with their proof as the source.

A note that is called by a measure and says an amount is a figure: that is how an amount without an
edge is told in FollowTheMoney. Any other one says something about its entities.
"""

from __future__ import annotations

from typing import Final

from scale_explorer.models import lengths
from scale_explorer.models.figure import Measure
from scale_explorer.models.kinds import Kind

from ...loading.shapes import Table
from ..amount_words import amount
from .entity import Entity
from .ids import our_id
from .made import Lacking, Made, date_of, proofs, put

_MEASURES: Final = frozenset(Measure)
_TOPICS: Final = 200
_QUOTE: Final = "quote"
"""The name of a note that holds nothing but verbatim words."""


def noted(entity: Entity) -> list[Made] | Lacking:
    """Return what a note says about the entities that it names."""
    about = [our_id(each) for each in entity.all("entity")]
    words = entity.one("description")
    name = entity.one("name")
    if not about:
        return Lacking("Note is about no entity")
    if not (words or name).strip():
        return Lacking("Note says nothing")
    told = _figure(entity, name, words)
    table: Table = {"id": our_id(entity.id), **told}
    if told:
        table["subject"] = about[0]
        put(table, period=date_of(entity, "date", "summary"))
    else:
        table |= {"stance": "asserts", "text": _text(name, words)}
        table["about"] = [{"id": each} for each in about[:_TOPICS]]
        put(table, date=date_of(entity, "date"), attribution=entity.one("author"))
    if words:
        exact = entity.original("description", words)[: lengths.WORDS]
        put(table, evidence=[{"source": each, "exact": exact} for each in proofs(entity)])
    return [Made(Kind.FIGURE if told else Kind.STATEMENT, table)]


def _text(name: str, words: str) -> str:
    """Return what a note says; a quote's words stand for themselves."""
    told = f"{name}: {words}" if name and words and name.lower() != _QUOTE else words or name
    return told[: lengths.PROSE]


def _figure(entity: Entity, name: str, words: str) -> Table:
    """Return the measure and value of a note that tells an amount, else nothing."""
    measure = name.strip().lower().replace(" ", "_")
    if measure not in _MEASURES:
        return {}
    try:
        read = amount(words)
    except ValueError:
        return {}
    unit = {"unit": "rank"} if measure == Measure.POSITION and read.unit == "1" else {}
    original = entity.original("description", words)[: lengths.LINE]
    return {"measure": measure, "value": words, "as_written": original, **unit}
