"""TOML text to tables, whatever the bytes are: an error says where and what was expected."""

from __future__ import annotations

import re
from collections.abc import Iterable
from decimal import Decimal, InvalidOperation
from itertools import islice
from typing import Any

from scale_explorer.models.text import clean

from .decode import ParseError, decoded
from .limits import DEPTH, DIGITS, KEY_PARTS, TABLES, VALUES
from .shapes import Table, as_list, as_table
from .skeleton import skeleton
from .unplaced import unplaced

_BETWEEN_KEYS = re.compile(r"[,=\[\]{}\n]")
_LARGEST = 10**DIGITS
REFUSED = (ValueError, RecursionError, OverflowError, MemoryError)
"""How readers give up, whatever they read; errors of encoding are ValueErrors."""
_HEADER = re.compile(r"^[ \t]*+\[", re.MULTILINE)
_WRITTEN = 1_000  # signs of a number: with all its zeros and underscores none has more
_MANY = f"more than {VALUES:,} values stand in it"
_UNQUOTED = "put text and dates such as 2025-06 in quotes"
_ADVICE = {
    "Invalid value": _UNQUOTED,
    "Expected newline or end of document after a statement": _UNQUOTED,
    "Invalid statement": "a line is a key = value, a [table] or a # comment",
}


def parse(content: bytes, name: str) -> Table:
    """Return the tables of a TOML document; raises ParseError with line and column.

    Numbers with a point become Decimal; `fault` tells one that is out of all bounds.
    """
    # Loaded here because a warm start, which reads the compiled set, parses nothing.
    import tomli  # noqa: PLC0415

    text = decoded(content, name)
    _refuse_long_keys(text, name)
    _refuse_many_tables(text, name)
    try:
        return tomli.loads(text, parse_float=_decimal)
    except tomli.TOMLDecodeError as error:
        advice = f"; {_ADVICE[error.msg]}" if error.msg in _ADVICE else ""
        raise ParseError(name, clean(error.msg) + advice, error.lineno, error.colno) from error
    except REFUSED as error:
        meant = unplaced(text, error)
        raise ParseError(name, meant.reason, meant.line) from error


def fault(table: Table) -> tuple[str, str] | None:
    """Return what in a table is out of bounds before its fields are read, behind its key.

    The key is empty where the table as a whole is at fault.
    """
    room = VALUES - len(table)
    if room < 0:
        return "", _MANY
    for key, value in table.items():
        found = _fault_in(value, room)
        if isinstance(found, str):
            return key, found
        room -= found
    return None


def _fault_in(value: Any, room: int) -> str | int:
    """Return how many values stand in one, or what is wrong where they are out of bounds."""
    level: list[Any] = [value]
    count = 0
    for _ in range(DEPTH):
        if any(_is_boundless(each) for each in level):
            return f"a number must be finite and have at most {DIGITS} digits"
        inside = (inner for outer in level for inner in _members(outer))
        level = list(islice(inside, room - count + 1))
        count += len(level)
        if count > room:
            return _MANY
        if not level:
            return count
    return f"tables and lists stand in one another more than {DEPTH} deep"


def _is_boundless(value: Any) -> bool:
    if isinstance(value, Decimal):
        return not value.is_finite() or len(value.as_tuple().digits) > DIGITS or _is_far(value)
    return isinstance(value, int) and abs(value) >= _LARGEST


def _is_far(value: Decimal) -> bool:
    return bool(value) and abs(value.adjusted()) > DIGITS


def _members(value: Any) -> Iterable[Any]:
    table = as_table(value)
    return as_list(value) or [] if table is None else table.values()


def _refuse_long_keys(text: str, name: str) -> None:
    """Refuse dotted keys that a reader would take minutes over; plain text costs one pass."""
    few = text.count(".") < KEY_PARTS
    if few or not any(line.count(".") >= KEY_PARTS for line in text.split("\n")):
        return
    for number, line in enumerate(skeleton(text).split("\n"), start=1):
        if any(part.count(".") >= KEY_PARTS for part in _BETWEEN_KEYS.split(line)):
            raise ParseError(name, f"a key has more than {KEY_PARTS} parts", number)


def _refuse_many_tables(text: str, name: str) -> None:
    """Refuse more headers than there may be records, each with a table in it."""
    headers = islice(_HEADER.finditer(text), TABLES, None)
    if (first := next(headers, None)) is not None:
        line = text.count("\n", 0, first.end()) + 1
        raise ParseError(name, f"more than {TABLES:,} tables stand in it; split it", line)


def _decimal(text: str) -> Decimal:
    if len(text) > _WRITTEN:  # Decimal would hold it, and take seconds to tell its digits
        return Decimal("NaN")
    try:
        return Decimal(text)
    except InvalidOperation:  # an exponent beyond what Decimal holds
        return Decimal("NaN")
