"""The tables of an index file, with the codes of the models filled in."""

from __future__ import annotations

from pathlib import Path

from scale_explorer.models import lengths
from scale_explorer.models.kinds import Kind
from scale_explorer.models.relation_type import RelationType

from ..store.rows.edges import MEMBER, PARTY
from ..store.tie_types import TIE_NUMBERS
from .headings import NUMBERS

SORTS = {kind: place for place, kind in enumerate(Kind)}
"""The number of every kind."""
_POSITIONS = (
    RelationType.LEADS,
    RelationType.FOUNDED,
    RelationType.EMPLOYED_BY,
    RelationType.REPRESENTS,
)
"""Types of ties that say what a person does."""


_MUTUAL = (RelationType.PARTNER_OF, RelationType.COMPETES_WITH, RelationType.RELATED_TO)
_NAMED_SORTS = ("relationship", "figure", "person", "product", "deal", "reason", "statement")


WHAT = ("announced", "completed", "start", "end", "status", "period", "said", "published")
"""What happened when, numbered by its place."""
WHAT_NUMBERS = {what: number for number, what in enumerate(WHAT)}


FIELDS = ("country", "tag", "identifier", "publisher")
"""What `field:value` finds of records with a name, numbered by its place."""
FIELD_NUMBERS = {name: number for number, name in enumerate(FIELDS)}


class _Cases:
    """Words for a kind's number: `{kind:column}` in the file becomes a CASE over that column."""

    def __init__(self, words: dict[int, str]) -> None:
        self._words = words

    def __format__(self, column: str) -> str:
        whens = " ".join(f"WHEN {number} THEN '{word}'" for number, word in self._words.items())
        return f"CASE {column} {whens} END"


class _Told:
    """A record's time in words: `{told:i}` in the file is that of the record at `i`."""

    def __format__(self, record: str) -> str:
        ends = f"{record}.first, {record}.last, {record}.sort = {SORTS[Kind.RELATIONSHIP]}"
        return f"coalesce({record}.period, told({ends}))"


class _Day:
    """A day that is a number as text, NULL as none: `{day:column}` in the file."""

    def __format__(self, column: str) -> str:
        parts = f"{column} / 10000, {column} / 100 % 100, {column} % 100"
        return f"CASE WHEN {column} IS NULL THEN '' ELSE printf('%04d-%02d-%02d', {parts}) END"


def schema() -> str:
    """Return the statements that make an empty index."""
    text = Path(__file__).with_name("index.sql").read_text(encoding="utf-8")
    numbers = {kind.value: str(number) for kind, number in SORTS.items()}
    return text.format(
        kind=_Cases({number: kind.value for kind, number in SORTS.items()}),
        label=_Cases({number: kind.label for kind, number in SORTS.items()}),
        told=_Told(),
        day=_Day(),
        what=_Cases(dict(enumerate(WHAT))),
        fields=", ".join(f"({number}, '{name}')" for number, name in enumerate(FIELDS)),
        between=NUMBERS["Between"],
        about=NUMBERS["About"],
        dated_status=f"{WHAT_NUMBERS['status']}, {WHAT_NUMBERS['period']}",
        dated_last=f"{WHAT_NUMBERS['end']}, {WHAT_NUMBERS['completed']}",
        apart=lengths.WORDS + 1,
        party=TIE_NUMBERS[PARTY],
        member=TIE_NUMBERS[MEMBER],
        mutual=", ".join(f"'{each.value}'" for each in _MUTUAL),
        makes=TIE_NUMBERS[RelationType.MAKES],
        positions=", ".join(str(TIE_NUMBERS[each]) for each in _POSITIONS),
        **{name: numbers[name] for name in _NAMED_SORTS},
    )
