"""Ids for new records: short, readable, and nobody else's.

A company's is its name, a figure's what it measures and of whom, a statement's who holds it and the
words that tell it from others.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Container, Iterator, Mapping
from typing import Any

from scale_explorer.models.kinds import Kind

from ..legal_forms import LEGAL_FORMS, without_article
from ..loading.expand import ID_PARTS
from ..loading.shapes import as_list, as_table
from ..slug import LONGEST, cut, slug, words

_ID = re.compile(r"[a-z0-9]+(?:[-_.][a-z0-9]+)*")  # as models/record.py has it
_MADE_OF_PARTS = 240  # characters of an id that may be left out; as there
_SOURCE = 32  # characters: a source's id stands in every quote of it
_TELLING = 4  # words of a statement
_SHORTEST_HEAD = 16  # characters that a subject keeps, however much stands behind it

_LITTLE = frozenset({
    "a", "an", "and", "are", "as", "at", "be", "been", "but", "by", "for", "from", "had", "has",
    "have", "he", "her", "his", "i", "in", "is", "it", "its", "of", "on", "or", "our", "she",
    "that", "the", "their", "these", "they", "this", "those", "to", "was", "we", "were", "will",
    "with", "would", "you", "your",
})  # fmt: skip
"""Words without which a statement's id tells as much."""

Table = Mapping[str, Any]


def fresh_id(kind: Kind, table: Table, taken: Container[str]) -> str:
    """Return a good id for a new record, as a table has it so far, that is not `taken`.

    `Birch Mills Ltd` is `birch-mills`, Google's spend in 2024 `google-spend-2024`. A relationship
    and a reason have the id that is made of their parts anyway, where it is free. Nothing in the
    table can keep it from being an id.
    """
    made = made_id(kind, table)
    if made and made not in taken:
        return made
    found = _WAYS.get(kind, _of_name)(kind, table)
    return _unique(found if any(map(str.isalpha, found)) else _of_kind(kind, found), taken)


def with_id(kind: Kind, table: Table, taken: Container[str]) -> dict[str, Any]:
    """Return a table with an id, unless it has one, or none has to be written."""
    if table.get("id"):
        return dict(table)
    found = fresh_id(kind, table, taken)
    return dict(table) if found == made_id(kind, table) else {"id": found, **table}


def made_id(kind: Kind, table: Table) -> str:
    """Return the id that a table has without saying it; nothing where it must be said."""
    parts = [_text(table, part) for part in ID_PARTS.get(kind, ())]
    made = ".".join(parts) if all(parts) else ""
    return made if len(made) <= _MADE_OF_PARTS and _ID.fullmatch(made) else ""


def _unique(found: str, taken: Container[str]) -> str:
    """Return an id that is free: as it is, or with a number behind those that are taken."""
    short = cut(found)
    if short not in taken:
        return short
    low, high = 1, 2
    # Doubling and halving: the thousandth of one name takes no thousand looks.
    while _numbered(found, high) in taken:
        low, high = high, 2 * high
    while high - low > 1:
        middle = (low + high) // 2
        low, high = (middle, high) if _numbered(found, middle) in taken else (low, middle)
    return _numbered(found, high)


def _numbered(found: str, number: int) -> str:
    return f"{cut(found, LONGEST - len(str(number)) - 1)}-{number}"


def _of_kind(kind: Kind, rest: str) -> str:
    """Name a record by its kind, where its words are in a script that ids do not have."""
    return "-".join(filter(None, (slug(kind.label), rest)))


def _of_name(kind: Kind, table: Table) -> str:
    """Name an entity by its name, or the first alias that has letters for it."""
    names = (_text(table, "name"), *_texts(table.get("aliases")))
    found = (_bare(kind, words(name)) for name in names)
    return _first_with_letters(found)


def _bare(kind: Kind, found: list[str]) -> str:
    plain = list(without_article(found))
    while kind is Kind.COMPANY and len(plain) > 1 and plain[-1] in LEGAL_FORMS:
        plain.pop()
        if len(plain) > 1 and plain[-1] == "and":
            plain.pop()
    return "-".join(plain)


def _of_deal(kind: Kind, table: Table) -> str:
    """Name a deal by its title, else by its parties and its type."""
    del kind
    parties = [as_table(each) or {} for each in as_list(table.get("parties")) or ()]
    named = [slug(_text(party, "entity")) for party in parties[:3]]
    of_parties = "-".join(filter(None, (*named, slug(_text(table, "type")))))
    return _first_with_letters(iter((slug(_text(table, "title")), of_parties)))


def _of_figure(kind: Kind, table: Table) -> str:
    """Name a figure by subject, measure, scope and period; of a relationship by who has it."""
    del kind
    head = _head(_text(table, "subject"))
    rest = (_text(table, "measure"), _head(_text(table, "scope")), _period(table.get("period")))
    tail = "-".join(filter(None, map(slug, rest)))
    room = max(LONGEST - len(tail) - 1, _SHORTEST_HEAD)
    return "-".join(filter(None, (cut(slug(head), room), tail)))


def _head(record: str) -> str:
    return record.partition(".")[0]


def _period(value: Any) -> str:
    if isinstance(value, str):
        return value.replace("..", "")
    return " ".join(f"{side} {_head(str(deal))}" for side, deal in (as_table(value) or {}).items())


def _of_statement(kind: Kind, table: Table) -> str:
    """Name a statement by who holds it, the stance unless it is the usual one, and a few words."""
    del kind
    who = slug(_text(table, "holder") or _text(table, "speaker") or _text(table, "attribution"))
    stance = _text(table, "stance")
    begun = [cut(who, LONGEST // 2), "" if stance == "asserts" else slug(stance)]
    said = {*_LITTLE, *who.split("-"), *_stems(stance)}
    telling = [word for word in words(_text(table, "text")) if word not in said][:_TELLING]
    return "-".join(filter(None, (*begun, *telling)))


def _stems(stance: str) -> Iterator[str]:
    """Yield a stance in the forms in which a statement's words repeat it: fears, fear."""
    for word in words(stance):
        yield from (word, word.removesuffix("s"))


def _of_link(kind: Kind, table: Table) -> str:
    """Name what is tied together by its parts, where the id that these make is not to be had."""
    parts = (_text(table, part) for part in ID_PARTS[kind])
    return "-".join(filter(None, (slug(_head(part)) for part in parts)))


def _of_source(kind: Kind, table: Table) -> str:
    """Name a source by the first words of its title, else by its publisher."""
    del kind
    named = (without_article(words(_text(table, key))) for key in ("title", "publisher"))
    return _first_with_letters(cut("-".join(each), _SOURCE) for each in named)


_WAYS: Mapping[Kind, Callable[[Kind, Table], str]] = {
    Kind.DEAL: _of_deal,
    Kind.FIGURE: _of_figure,
    Kind.STATEMENT: _of_statement,
    Kind.RELATIONSHIP: _of_link,
    Kind.REASON: _of_link,
    Kind.SOURCE: _of_source,
}


def _first_with_letters(found: Iterator[str]) -> str:
    """Return the first slug with a letter in it; else the first, which may hold a number."""
    each = list(found)
    return next((slug for slug in each if any(map(str.isalpha, slug))), each[0] if each else "")


def _text(table: Table, key: str) -> str:
    value = table.get(key)
    return value if isinstance(value, str) else ""


def _texts(value: Any) -> Iterator[str]:
    return (each for each in as_list(value) or () if isinstance(each, str))
