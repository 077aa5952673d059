# ruff: noqa: S608 - only fixed text is put together; what users write goes in as parameters
"""Filters and lenses as SQL conditions: fixed text, and everything a user wrote as parameters."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable, Mapping

from scale_explorer.models.frozen import dataclass, field

from ..amount_term import Amount
from ..query import Field, Filter, Quality, Term, Word
from ..vocabulary import MAYBE, MOVED, NEW, UNDATED
from .rows.lens import PLAIN_LENS, Lens

Value = str | int | float

_LAST = "\U0010ffff"  # sorts behind every text that begins alike
TRIGRAM = 3
"""Letters that the index of letters goes by: shorter words are not in it."""


PIECES = 8
"""Threes of letters that a text is looked for by: as telling as all, for half the cost."""


@dataclass(frozen=True, slots=True)
class Condition:
    """A piece of SQL that is true or false, with its named parameters."""

    sql: str = "1"
    values: dict[str, Value] = field(default_factory=dict[str, Value])


@dataclass(frozen=True, slots=True)
class Side:
    """What a filter is put to: where the text and the record's number stand.

    With `seek` the index finds the matching records; without it each row in reach is tested. Those
    that have `ends` may be found by what these are called.
    """

    row: str
    text: str
    seek: bool
    ends: bool = False


RECORDS = Side("r.row", "r.text", seek=True)
IN_TURN = Side("r.row", "r.text", seek=False)
TYING = Side("r.row", "r.text", seek=True, ends=True)
LINES = Side("l.claim", "l.text", seek=False)
CHILDREN = Side("c.claim", "c.text", seek=False)


def every(conditions: Iterable[Condition]) -> Condition:
    """Return the condition that all of these hold; their parameters must not clash."""
    parts = [condition for condition in conditions if condition.sql != "1"]
    values = {name: value for part in parts for name, value in part.values.items()}
    return Condition(" AND ".join(f"({part.sql})" for part in parts) or "1", values)


def matching(wanted: Filter, side: Side, lens: Lens = PLAIN_LENS) -> Condition:
    """Return the condition that a row matches a filter, as of the lens's day.

    Words are looked for in what the record says now.
    """
    terms = enumerate(wanted.terms)
    return every(_term(term, side, f"t{place}", lens) for place, term in terms)


def matching_lines(wanted: Filter, lens: Lens = PLAIN_LENS) -> Condition:
    """Return the condition that a line of a page, or one indented beneath it, matches."""
    if not wanted.terms:
        return Condition()
    own, child = matching(wanted, LINES, lens), matching(wanted, CHILDREN, lens)
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
        off = switched_off(lens, row)
        parts.append(Condition(f"NOT ({off.sql})", off.values))
    return every(parts)


def switched_off(lens: Lens, row: str = "r.row") -> Condition:
    """Return the condition that a record falls away with what a lens switches off."""
    hidden = (
        "SELECT d.row FROM depends d JOIN record o ON o.row = d.target"
        " WHERE o.id IN (SELECT value FROM json_each(:without))"
    )
    return Condition(f"{row} IN ({hidden})", {"without": json.dumps(sorted(lens.without))})


def seen_words(lens: Lens) -> Condition:
    """Return the condition that a quote of a claim that is seen is visible, too."""
    if lens.as_of is None:
        return Condition()
    return Condition("e.since <= :as_of", {"as_of": lens.as_of})


def seen_lines(lens: Lens) -> Condition:
    """Return the condition that a line is visible: its claim is, and one beneath if it groups.

    So is its other end, and the status that a line of a history tells.
    """
    if lens == PLAIN_LENS:
        return Condition()
    own, beneath = seen(lens), seen(lens, "b.row", "b.since")
    far = seen(lens, "x.row", "x.since")
    dated = "" if lens.as_of is None else " AND l.since <= :as_of"
    target = f"EXISTS (SELECT 1 FROM record x WHERE x.row = l.target AND {far.sql})"
    child = (
        "EXISTS (SELECT 1 FROM line c JOIN record b ON b.row = c.claim WHERE c.owner = l.owner"
        f" AND c.position BETWEEN l.position + 1 AND l.position + l.children AND {beneath.sql})"
    )
    return Condition(
        f"({own.sql}){dated} AND (l.target IS NULL OR {target}) AND (NOT l.groups OR {child})",
        own.values,
    )


EVENT = "(SELECT max(day) FROM day WHERE day <= :as_of)"
"""The last day, as of the lens's, at which anything began to count or changed."""


def moved(lens: Lens, row: str = "r.row") -> Condition:
    """Return the condition that a record began to count or changed on the last such day."""
    if lens.as_of is None:
        return Condition("0")
    changed = "w.row = v.row AND w.since > v.since"
    since = f"EXISTS (SELECT 1 FROM past w WHERE {changed} AND w.since = {EVENT})"
    return Condition(
        f"EXISTS (SELECT 1 FROM record v WHERE v.row = {row} AND (v.since = {EVENT} OR {since}))",
        {"as_of": lens.as_of},
    )


def maybe(lens: Lens, row: str = "r.row") -> Condition:
    """Return the condition that a record, or its status of the day, may have begun only later."""
    if lens.as_of is None:
        return Condition("0")
    latest = "(SELECT max(u.position) FROM past u WHERE u.row = v.row AND u.since <= :as_of)"
    status = "SELECT 1 FROM past w WHERE w.row = v.row AND w.surely > :as_of AND w.position ="
    return Condition(
        f"EXISTS (SELECT 1 FROM record v WHERE v.row = {row} AND"
        f" (v.surely > :as_of OR EXISTS ({status} {latest})))",
        {"as_of": lens.as_of},
    )


_CLAIMS = "('relationship', 'deal', 'figure', 'statement', 'reason')"


def undated(lens: Lens, row: str = "r.row") -> Condition:
    """Return the condition that a claim has no date, so that it counts on every day."""
    if lens.as_of is None:
        return Condition("0")
    dateless = f"v.since = '' AND v.kind IN {_CLAIMS}"
    return Condition(f"EXISTS (SELECT 1 FROM record v WHERE v.row = {row} AND {dateless})")


OF_THE_DAY: Mapping[str, Callable[[Lens, str], Condition]] = {
    MOVED: moved, MAYBE: maybe, UNDATED: undated,
}  # fmt: skip
"""The qualities that depend on the day looked at, with what tests them."""


def _not(condition: Condition) -> Condition:
    return Condition(f"NOT ({condition.sql})", condition.values)


def _term(term: Term, side: Side, name: str, lens: Lens) -> Condition:
    if isinstance(term, Word):
        return _word(term, side, name)
    if isinstance(term, Amount):
        return _amount(term, side, name)
    if isinstance(term, Quality) and term.name in OF_THE_DAY:
        holds = OF_THE_DAY[term.name](lens, side.row)
        return _not(holds) if term.negated else holds
    now = _facet(term, side, name)
    then = None if lens.as_of is None else _then(term, side, name)
    if then is None:
        return now
    has_past = f"EXISTS (SELECT 1 FROM past h WHERE h.row = {side.row})"
    return Condition(
        f"CASE WHEN {has_past} THEN {then} ELSE {now.sql} END",
        {**now.values, "as_of": lens.as_of or "", f"{name}w": f" {_value(term)} "},
    )


def _then(term: Field | Quality, side: Side, name: str) -> str | None:
    """Test what a record with a history was on the day; None where that changes nothing."""
    if isinstance(term, Quality):
        if term.name == NEW:
            return None
        test = f"instr(' ' || h.flags || ' ', :{name}w) > 0"
    elif term.name == "status":
        test = f"h.status >= :{name} AND h.status < :{name}z"
    else:
        return None
    latest = "(SELECT max(q.position) FROM past q WHERE q.row = h.row AND q.since <= :as_of)"
    found = f"SELECT 1 FROM past h WHERE h.row = {side.row} AND h.position = {latest} AND {test}"
    return f"{'NOT ' if term.negated else ''}EXISTS ({found})"


def _value(term: Field | Quality) -> str:
    return term.name if isinstance(term, Quality) else term.value


def _word(term: Word, side: Side, name: str) -> Condition:
    values: dict[str, Value] = {name: term.text}
    if term.negated:
        return Condition(f"instr({side.text}, :{name}) = 0", values)
    holds = f"instr({side.text}, :{name}) > 0"
    if not side.seek or len(term.text) < TRIGRAM:
        return Condition(holds, values)
    having = f"SELECT rowid FROM record_letters WHERE record_letters MATCH :{name}m"
    if side.ends:
        having += f" UNION SELECT b.claim FROM borne b WHERE b.near IN ({having})"
        having += f" UNION SELECT f.row FROM facet f WHERE f.name = 'role' AND {_in_role(name)}"
    return Condition(
        f"{side.row} IN ({having}) AND {holds}", {**values, f"{name}m": trigrams(term.text)}
    )


def _in_role(name: str) -> str:
    return f"instr(f.value, replace(:{name}, ' ', '-')) > 0"


def letters(wanted: Filter) -> str:
    """Return the full-text expression of all words that must be there; nothing without any."""
    return " AND ".join(letters_of_each(wanted))


def letters_of_each(wanted: Filter) -> list[str]:
    """Return the full-text expression of each of these words."""
    words = (term for term in wanted.terms if isinstance(term, Word) and not term.negated)
    return [trigrams(word.text) for word in words if len(word.text) >= TRIGRAM]


def trigrams(text: str) -> str:
    """Return the full-text expression for texts that hold the letters of `text`, three by three.

    Every second three of them, and of a long text `PIECES` spread over it: to ask for each would
    cost more than it tells, as what is found is compared with the text itself.
    """
    last = len(text) - TRIGRAM
    steps = max(1, min(PIECES - 1, (last + 1) // 2))
    pieces = dict.fromkeys(
        text[i : i + TRIGRAM] for i in (last * n // steps for n in range(steps + 1))
    )
    return " AND ".join('"' + piece.replace('"', '""') + '"' for piece in pieces)


def holding(words: Iterable[str]) -> str:
    """Return the full-text expression for texts that hold every three letters of all words."""
    return " AND ".join(map(trigrams, words))


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
