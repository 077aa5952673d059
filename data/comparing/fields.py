"""The fields of records as people call them, and their values in words."""

from __future__ import annotations

from collections.abc import Iterator
from enum import Enum
from typing import cast

from scale_explorer.models.dates import readable
from scale_explorer.models.deal import Party
from scale_explorer.models.entity import Identifiers
from scale_explorer.models.evidence import SetApart
from scale_explorer.models.figure import Around
from scale_explorer.models.record import Record
from scale_explorer.models.statement import Topic

from ..analysis.links import Links
from ..analysis.names import name
from ..analysis.phrasing import title_of
from ..analysis.wording import words as in_words
from ..identifiers import REGISTERS
from .change import Detail
from .version import Version
from .wording import told, told_each

APART = frozenset({
    "id", "evidence", "history", "value", "unit", "hedge", "as_written", "formula", "sha256",
})  # fmt: skip
"""Fields that are told by rules of their own."""
_LABELS = {
    "aliases": "alias",
    "asserts_nothing": "words set apart",
    "authors": "author",
    "members": "member",
    "parties": "party",
    "period_as_written": "wording of the period",
    "prefer": "preference",
    "relative_to": "measured against",
    "tags": "tag",
    "text": "text file",
    "url": "address",
}
"""What a field is called where that is not its name; of a list, what one item is."""
_LABELS_OF_STATEMENTS = {"text": "wording"}
_NAMING = frozenset({
    "subject", "object", "deal", "scope", "relative_to", "speaker", "holder", "cause", "effect",
    "part_of", "members",
})  # fmt: skip
"""Fields that hold ids."""
_DATES = frozenset({"start", "end", "announced", "completed", "date", "published", "period"})


def told_fields(before: Version, now: Version, old: Record, new: Record) -> Iterator[Detail]:
    """Yield how the fields of a record changed, but for those told apart."""
    names = dict.fromkeys((*type(old).model_fields, *type(new).model_fields))
    if old.KIND is not new.KIND:
        yield from told("kind", "kind", old.KIND.label.lower(), new.KIND.label.lower())
    for field in names:
        one, other = getattr(old, field, None), getattr(new, field, None)
        if field not in APART and one != other:
            yield from _told_field(before.links, now.links, new, field, (one, other))


def _told_field(
    before: Links, now: Links, new: Record, field: str, values: tuple[object, object]
) -> Iterator[Detail]:
    one, other = values
    label = _label(new, field)
    if isinstance(one, Identifiers) or isinstance(other, Identifiers):
        yield from _told_identifiers(one, other)
    elif _is_list(one) or _is_list(other):
        lists = _items(before, field, one), _items(now, field, other)
        yield from told_each(field, label, *lists)
    else:
        said = shown(before, field, one), shown(now, field, other)
        if said[0] == said[1]:  # two that read alike are told by what the file has
            said = _raw(one), _raw(other)
        yield from told(field, label, *said)


def _label(record: Record, field: str) -> str:
    own = _LABELS_OF_STATEMENTS if record.KIND.value == "statement" else {}
    return own.get(field) or _LABELS.get(field) or in_words(field)


def _told_identifiers(one: object, other: object) -> Iterator[Detail]:
    for field in Identifiers.model_fields:
        said = (str(getattr(each, field, None) or "") for each in (one, other))
        yield from told(f"identifiers.{field}", REGISTERS.get(field, field), *said)


def _is_list(value: object) -> bool:
    return isinstance(value, tuple)


def _items(links: Links, field: str, value: object) -> list[str]:
    items = cast("tuple[object, ...]", value) if _is_list(value) else ()
    return [shown(links, field, item) for item in items]


def shown(links: Links, field: str, value: object) -> str:
    """Return one value the way a page says it; what is not given is empty."""
    match value:
        case None:
            return ""
        case bool():
            return "yes" if value else "no"
        case Enum():
            return in_words(str(value.value))
        case Party() | Topic() | Around() | SetApart():
            return _compound(links, value)
        case _:
            return _text(links, field, str(value))


def _compound(links: Links, value: Party | Topic | Around | SetApart) -> str:
    match value:
        case Party():
            return f"{name(links, value.entity)} ({in_words(value.role)})"
        case Topic():
            role = f" ({value.role})" if value.role else ""
            return f"{title_of(links, value.id)}{role}"
        case SetApart():
            return f"“{value.exact}” ({value.reason})"
        case Around():
            side, deal = ("before", value.before) if value.before else ("after", value.after)
            return f"{side} {name(links, deal or '')}"


def _text(links: Links, field: str, value: str) -> str:
    if field in _NAMING:
        return title_of(links, value)
    return readable(value) if field in _DATES and value else value


def _raw(value: object) -> str:
    if isinstance(value, Around):
        return f"before {value.before}" if value.before else f"after {value.after}"
    return "" if value is None else str(value)
