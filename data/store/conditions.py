# ruff: noqa: S608 - only fixed text is put together; what users write goes in as parameters
"""Filters and lenses as SQL conditions: fixed text, and everything a user wrote as parameters."""

from __future__ import annotations

import json
from collections.abc import Iterable
from dataclasses import dataclass, field

from ..amount_term import Amount
from ..query import Field, Filter, Quality, Term, Word
from ..vocabulary import NEW
from .rows import PLAIN_LENS, Lens

Value = str | int | float

_LAST = "\U0010ffff"  # sorts behind every text that begins alike
TRIGRAM = 3
"""Letters that the index of letters goes by: shorter words are not in it."""


@dataclass(frozen=True, slots=True)
class Condition:
    """A piece of SQL that is true or false, with its named parameters."""

    sql: str = "1"
    values: dict[str, Value] = field(default_factory=dict[str, Value])


@dataclass(frozen=True, slots=True)
class Side:
    """What a filter is put to: where the text and the record's number stand.

    With `seek` the index finds the matching records; without it each row in reach is tested.
    """

    row: str
    text: str
    seek: bool


RECORDS = Side("r.row", "r.text", seek=True)
LINES = Side("l.claim", "l.text", seek=False)
CHILDREN = Side("c.claim", "c.text", seek=False)


def every(conditions: Iterable[Condition]) -> Condition:
    """Return the condition that all of these hold; their parameters must not clash."""
    parts = [condition for condition in conditions if condition.sql != "1"]
    values = {name: value for part in parts for name, value in part.values.items()}
    return Condition(" AND ".join(f"({part.sql})" for part in parts) or "1", values)


def matching(wanted: Filter, side: Side) -> Condition:
    """Return the condition that a row matches a filter."""
    return every(_term(term, side, f"t{place}") for place, term in enumerate(wanted.terms))


def matching_lines(wanted: Filter) -> Condition:
    """Return the condition that a line of a page, or one indented beneath it, matches."""
    if not wanted.terms:
        return Condition()
    own, child = matching(wanted, LINES), matching(wanted, CHILDREN)
    return Condition(
        f"({own.sql}) OR (l.children AND EXISTS (SELECT 1 FROM line c WHERE c.owner = l.owner AND"
        f" c.position BETWEEN l.position + 1 AND l.position + l.children AND {child.sql}))",
        {**own.values, **child.values},
    )


def seen(lens: Lens, row: str = "r.row", since: str = "r.since") -> Condition:
    """Return the condition that a record is visible through a lens."""
    parts: list[Condition] = []
    if lens.as_of is not None:
        parts.append(Condition(f"{since} <= :as_of", {"as_of": lens.as_of}))
    if lens.without:
        hidden = (
            "SELECT d.row FROM depends d JOIN record x ON x.row = d.target"
            " WHERE x.id IN (SELECT value FROM json_each(:without))"
        )
        ids = json.dumps(sorted(lens.without))
        parts.append(Condition(f"{row} NOT IN ({hidden})", {"without": ids}))
    return every(parts)


def seen_lines(lens: Lens) -> Condition:
    """Return the condition that a line is visible: its claim is, and one beneath if it groups."""
    if lens == PLAIN_LENS:
        return Condition()
    own, beneath = seen(lens), seen(lens, "b.row", "b.since")
    return Condition(
        f"({own.sql}) AND (NOT l.groups OR EXISTS (SELECT 1 FROM line c JOIN record b"
        " ON b.row = c.claim WHERE c.owner = l.owner AND c.position BETWEEN l.position + 1"
        f" AND l.position + l.children AND {beneath.sql}))",
        own.values,
    )


def _term(term: Term, side: Side, name: str) -> Condition:
    if isinstance(term, Word):
        return _word(term, side, name)
    if isinstance(term, Amount):
        return _amount(term, side, name)
    return _facet(term, side, name)


def _word(term: Word, side: Side, name: str) -> Condition:
    values: dict[str, Value] = {name: term.text}
    if term.negated:
        return Condition(f"instr({side.text}, :{name}) = 0", values)
    holds = f"instr({side.text}, :{name}) > 0"
    if not side.seek or len(term.text) < TRIGRAM:
        return Condition(holds, values)
    found = f"{side.row} IN (SELECT rowid FROM record_letters WHERE record_letters MATCH :{name}m)"
    return Condition(f"{found} AND {holds}", {**values, f"{name}m": trigrams(term.text)})


def trigrams(text: str) -> str:
    """Return the full-text expression for texts that hold every three letters of `text`."""
    pieces = dict.fromkeys(text[i : i + TRIGRAM] for i in range(len(text) - TRIGRAM + 1))
    return " AND ".join('"' + piece.replace('"', '""') + '"' for piece in pieces)


def _facet(term: Field | Quality, side: Side, name: str) -> Condition:
    """Test how a field's value begins; no quality begins like another."""
    if term == Quality(NEW, term.negated):
        return Condition(_found("marked m", "m.row", "1", side, negated=term.negated))
    field_name, value = ("is", term.name) if isinstance(term, Quality) else (term.name, term.value)
    values: dict[str, Value] = {f"{name}f": field_name, name: value, f"{name}z": value + _LAST}
    test = f"f.name = :{name}f AND f.value >= :{name} AND f.value < :{name}z"
    return Condition(_found("facet f", "f.row", test, side, negated=term.negated), values)


def _found(table: str, column: str, test: str, side: Side, *, negated: bool) -> str:
    if side.seek and not negated:
        return f"{side.row} IN (SELECT {column} FROM {table} WHERE {test})"
    exists = f"EXISTS (SELECT 1 FROM {table} WHERE {column} = {side.row} AND {test})"
    return f"NOT {exists}" if negated else exists


_BOUNDS = {">": "a.high > {}", ">=": "a.high >= {}", "<": "a.low < {}", "<=": "a.low <= {}"}


def _amount(term: Amount, side: Side, name: str) -> Condition:
    """Test whether an amount may be so; negated, whether there are amounts and none may be so."""
    values: dict[str, Value] = {name: float(term.number)}
    unit = "1"
    if term.unit:
        unit = f"(a.unit = :{name}u OR a.unit GLOB :{name}g)"
        values |= {f"{name}u": term.unit, f"{name}g": f"{term.unit}/*"}
    may = f"{unit} AND {_BOUNDS[term.comparison].format(f':{name}')}"
    holds = _found("amount a", "a.row", may, side, negated=term.negated)
    if term.negated:
        holds = f"{_found('amount a', 'a.row', unit, side, negated=False)} AND {holds}"
    return Condition(holds, values)
