"""What stands in a field, as the value that is written, and back again."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from scale_explorer.data.loading.shapes import as_list, as_table
from scale_explorer.models.text import clean

from .fields import Field, What

_PARTED = ";"
_MEANS = "="
_AROUND = ("before", "after")


def value_of(field: Field, text: str) -> Any:
    """Return what a field's text says; None when it says nothing.

    What is no such value is handed on as it is: the checks say what is wrong with it.
    """
    told = clean(text).strip()
    if not told:
        return None
    match field.what:
        case What.IDS | What.WORDS_LIST:
            return list(_members(told))
        case What.IDS_WITH_ROLES:
            return [_with_role(field.key, each) for each in _members(told)]
        case What.MENTIONS:
            return dict(filter(None, map(_mention, _members(told))))
        case What.PERIOD:
            return _period(told)
        case _:
            return told


def text_of(field: Field, value: Any) -> str:
    """Return a value of a record's table as one would write it into its field."""
    members, table = as_list(value), as_table(value)
    if members is not None:
        with_roles = field.what is What.IDS_WITH_ROLES
        texts = (_role_text(field.key, each) if with_roles else str(each) for each in members)
        return f"{_PARTED} ".join(texts)
    if table is not None and field.what is What.MENTIONS:
        return f"{_PARTED} ".join(f"{words} {_MEANS} {record}" for words, record in table.items())
    if table is not None:  # any other than a period, such as an interval, stays as it is written
        around = field.what is What.PERIOD
        return " ".join(f"{side} {deal}" for side, deal in table.items()) if around else ""
    return "" if value is None else str(value)


def last_member(text: str) -> tuple[str, str]:
    """Part a list into what stands before its last member, and that member, which one types."""
    before, sign, last = text.rpartition(_PARTED)
    return f"{before}{sign} " if sign else "", last.strip()


def _members(text: str) -> Iterable[str]:
    return (each.strip() for each in text.split(_PARTED) if each.strip())


def _with_role(key: str, member: str) -> dict[str, str]:
    record, _, role = member.partition(" ")
    name = "entity" if key == "parties" else "id"
    return {name: record, **({"role": role.strip().replace(" ", "_")} if role.strip() else {})}


def _role_text(key: str, member: Any) -> str:
    table = as_table(member) or {}
    record = table.get("entity" if key == "parties" else "id", "")
    return f"{record} {table.get('role', '')}".strip()


def _mention(member: str) -> tuple[str, str] | None:
    words, sign, record = member.rpartition(_MEANS)
    return (words.strip(), record.strip()) if sign and words.strip() and record.strip() else None


def _period(text: str) -> Any:
    side, _, deal = text.partition(" ")
    return {side: deal.strip()} if side in _AROUND and deal.strip() else text
