# ruff: noqa: S608 - only fixed text is put together; what users write goes in as parameters
"""What is selected, and how a row of the compiled file becomes a row of the protocol."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any, cast

from scale_explorer.models.kinds import Kind
from scale_explorer.models.late import Late

from ..vocabulary import MAYBE, MOVED, NEW
from .conditions import EVENT, OF_THE_DAY, seen
from .connections import Row
from .rows.claims import ClaimRow
from .rows.lens import PLAIN_LENS, Lens
from .rows.records import Fact, RecordRow
from .rows.sets import MatchRow, SetRow, Verification

if TYPE_CHECKING:
    from .rows import quotes, sources
    from .rows.quotes import EvidenceRow, ProofRow
    from .rows.sources import SentenceRow, SourceText, Stretch
else:
    quotes, sources = Late(__package__, ".rows.quotes"), Late(__package__, ".rows.sources")

Cells = tuple[Any, ...]

_CHANGING = ("title", "period", "state", "flags")
"""What of a record changes over time."""

_LONGEST_KEY = 18
"""Digits that fit in SQLite's integers."""
_PAST = """ LEFT JOIN past p ON p.row = r.row AND p.position =
    (SELECT max(q.position) FROM past q WHERE q.row = r.row AND q.since <= :as_of)"""


def read(column: str, lens: Lens) -> str:
    """Return where a column that changes over time is read."""
    return f"r.{column}" if lens.as_of is None else f"ifnull(p.{column}, r.{column})"


def flags(column: str, lens: Lens) -> str:
    """Return a record's qualities with what the reader has marked; its row is that of `r`.

    As of a day they hold, too, whether it changed with that, and whether it surely counted by then.
    """
    told = _with_news(column)
    return told if lens.as_of is None else f"({told}) || {of_the_day(lens)}"


def _line_flags(column: str, lens: Lens) -> str:
    """Return the same for the line at `l`; one of a history has a day of its own."""
    if lens.as_of is None:
        return _with_news(column)
    own = (
        f"CASE WHEN l.since = {EVENT} THEN ' {MOVED}' ELSE '' END ||"
        f" CASE WHEN l.surely > :as_of THEN ' {MAYBE}' ELSE '' END"
    )
    of_day = f"CASE WHEN l.since <> '' THEN {own} ELSE {of_the_day(lens)} END"
    return f"({_with_news(column)}) || {of_day}"


def _with_news(column: str) -> str:
    marked = "EXISTS (SELECT 1 FROM marked m WHERE m.row = r.row)"
    return f"CASE WHEN {marked} THEN {column} || ' {NEW}' ELSE {column} END"


def of_the_day(lens: Lens) -> str:
    """Return the qualities that the record at `r` has on the day of a lens, a blank before each."""
    tests = ((name, test(lens, "r.row").sql) for name, test in OF_THE_DAY.items())
    return " || ".join(f"CASE WHEN {sql} THEN ' {name}' ELSE '' END" for name, sql in tests)


def amount(lens: Lens, column: str = "r.amount") -> str:
    """Return the amount of the record at `r`, unless the figure that gives it is not seen."""
    if lens == PLAIN_LENS:
        return column
    hidden = _hidden("record z", "z", "z.row = r.sized", lens)
    return f"CASE WHEN {hidden} THEN '' ELSE {column} END"


def _extra(lens: Lens) -> str:
    """Return the remark of a line, unless one of the figures that it tells of is not seen."""
    if lens == PLAIN_LENS:
        return "l.extra"
    of = "k.row = ifnull(r.sized, r.row)"
    hidden = _hidden("remark k JOIN record d ON d.row = k.derived", "d", of, lens)
    return f"CASE WHEN l.extra <> '' AND {hidden} THEN '' ELSE l.extra END"


def _hidden(table: str, name: str, which: str, lens: Lens) -> str:
    there = seen(lens, f"{name}.row", f"{name}.since").sql
    return f"EXISTS (SELECT 1 FROM {table} WHERE {which} AND NOT ({there}))"


def far_title(lens: Lens) -> str:
    """Return the title that the record at `t` has, as of the lens's day."""
    return "t.title" if lens.as_of is None else _far("t.title")


def _far(label: str) -> str:
    """Return a label, or where it is the title of the record at `t` what that was on the day."""
    then = (
        "(SELECT q.title FROM past q WHERE q.row = t.row AND q.since <= :as_of"
        " ORDER BY q.position DESC LIMIT 1)"
    )
    return f"CASE WHEN {label} = t.title THEN ifnull({then}, {label}) ELSE {label} END"


def other(name: str, row: str, lens: Lens) -> str:
    """Join the record that a number stands for, if any, where the lens leaves it in."""
    there = seen(lens, f"{name}.row", f"{name}.since").sql
    return f" LEFT JOIN record {name} ON {name}.row = {row} AND {there}"


def joined(lens: Lens) -> str:
    """Join what `read` reads for a day, where one is asked for; `:as_of` holds it."""
    return "" if lens.as_of is None else _PAST


def records(lens: Lens) -> str:
    """Select records as `record_row` reads them."""
    title, when, state, held = (read(column, lens) for column in _CHANGING)
    return (
        f"SELECT r.id, r.kind, {title}, r.short, r.detail, {amount(lens)}, {when}, {state},"
        f" r.quotes, r.claims, {flags(held, lens)} FROM record r{joined(lens)}"
    )


def record_row(row: Row) -> RecordRow:
    """Read a row of `records`."""
    record_id, kind, *rest, held = cast("Cells", row)
    cells: Cells = (record_id, Kind(kind), *rest, frozenset(held.split()))
    return RecordRow(*cells)


def lines(lens: Lens) -> str:
    """Select a page's lines, with what their claims say themselves, as `claim_row` reads them."""
    title, when, state, held = (read(column, lens) for column in _CHANGING)
    # A line that tells the claim's own time tells that of the day.
    period = f"CASE WHEN l.period = r.period THEN {when} ELSE l.period END"
    if lens.as_of is None:
        period = "l.period"
    label = f"ifnull(l.label, {title})"
    if lens.as_of is not None:
        own = "l.label IS NULL OR l.label = r.title"
        label = f"CASE WHEN {own} THEN {title} ELSE {_far('l.label')} END"
    return (
        f"SELECT l.position, l.section, r.id, t.id, {label}, l.role, {amount(lens, 'l.amount')},"
        f" {period}, ifnull(l.state, {state}), {_extra(lens)}, r.quotes, l.depth,"
        f" {_line_flags(held, lens)}"
        " FROM line l JOIN record r ON r.row = l.claim LEFT JOIN record t ON t.row = l.target"
        f"{joined(lens)}"
    )


def key(place: int) -> str:
    """Return a line's place on its page as a key that sorts as text."""
    return f"{place:08d}"


def position(line_key: str) -> int | None:
    """Return the place that a key stands for, None for what is no key."""
    return int(line_key) if line_key.isdecimal() and len(line_key) <= _LONGEST_KEY else None


def claim_row(row: Row) -> ClaimRow:
    """Read a row of `lines`."""
    place, *rest, held = cast("Cells", row)
    cells: Cells = (key(place), *rest, frozenset(held.split()))
    return ClaimRow(*cells)


def fact(row: Row) -> Fact:
    """Read a label, a value, the id of the claim behind it, and whether that is disputed."""
    label, value, claim, disputed = cast("tuple[str, str, str | None, int]", row)
    return Fact(label, value, claim, bool(disputed))


EVIDENCE = """SELECT e.id, c.id, s.id, s.title, s.detail, e.exact, e.prefix, e.suffix,
    e.start, e.end, e.paragraph, e.attribution, e.direction, e.directness, e.verdict,
    e.mentions, e.status
    FROM evidence e JOIN record c ON c.row = e.claim JOIN record s ON s.row = e.source"""


def evidence_row(row: Row) -> EvidenceRow:
    """Read a row of `EVIDENCE`; mentions are stored as JSON pairs."""
    *rest, mentions, status = cast("Cells", row)
    pairs = tuple((words, meant) for words, meant in json.loads(mentions))
    cells: Cells = (*rest, pairs, status)
    return quotes.EvidenceRow(*cells)


STRETCHES = "SELECT start, end, paragraph, text, evidence FROM stretch"


def stretch(row: Row) -> Stretch:
    """Read a row of `STRETCHES`; the ids of quotes are stored as a JSON list."""
    *rest, evidence = cast("Cells", row)
    cells: Cells = (*rest, tuple(json.loads(evidence)))
    return sources.Stretch(*cells)


SENTENCES = "SELECT start, end, paragraph, why, claims FROM sentence"


def sentence_row(row: Row) -> SentenceRow:
    """Read a row of `SENTENCES`; the ids of claims are stored as a JSON list."""
    *rest, claims = cast("Cells", row)
    cells: Cells = (*rest, tuple(json.loads(claims)))
    return sources.SentenceRow(*cells)


SOURCE = """SELECT r.id, r.title, r.detail, EXISTS (SELECT 1 FROM whole w WHERE w.source = r.row)
    FROM record r WHERE r.row = :row AND r.kind = 'source'"""


def source_text(
    row: Row, stretches: tuple[Stretch, ...], sentences: tuple[SentenceRow, ...]
) -> SourceText:
    """Read a row of `SOURCE`."""
    source_id, title, detail, whole = cast("tuple[str, str, str, int]", row)
    asserting = sum(not each.why for each in sentences)
    cited = asserting - sum(each.is_uncited for each in sentences)
    return sources.SourceText(
        source_id, title, detail, bool(whole), stretches, sentences, asserting, cited
    )


FINDINGS = "SELECT f.json FROM finding f LEFT JOIN record r ON r.id = f.record"


PROOFS = "SELECT what, label, carried FROM proof"


def proof_row(row: Row) -> ProofRow:
    """Read a row of `PROOFS`."""
    return quotes.ProofRow(*cast("tuple[str, str, str]", row))


MATCHES = """SELECT first, second, kind, first_name, second_name, first_set, second_set, reason,
    apart FROM match ORDER BY position"""


def match_row(row: Row) -> MatchRow:
    """Read a row of `MATCHES`."""
    first, second, kind, *rest, apart = cast("Cells", row)
    cells: Cells = (first, second, Kind(kind), *rest, bool(apart))
    return MatchRow(*cells)


def set_row(fields: dict[str, Any]) -> SetRow:
    """Read the set's own row from the JSON object that the compiler wrote."""
    counts = tuple((Kind(kind), count) for kind, count in fields.pop("counts"))
    qualities = tuple((name, count) for name, count in fields.pop("qualities"))
    checked = Verification(**fields.pop("verification"))
    return SetRow(**fields, counts=counts, verification=checked, qualities=qualities)
