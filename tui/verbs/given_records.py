"""Records that are handed over as JSON: an object each, one behind the other, or in a list.

What a data file could not hold, or not safely, is refused or cleaned before anybody reads it.
"""

from __future__ import annotations

import json
import re
import sys
from collections.abc import Iterator
from decimal import Decimal, InvalidOperation
from pathlib import Path
from typing import Any

from scale_explorer.data.loading.decode import ParseError, decoded
from scale_explorer.data.loading.limits import FILE_BYTES
from scale_explorer.data.loading.parse import REFUSED, fault
from scale_explorer.data.loading.read import megabytes, read_regular, shown
from scale_explorer.data.loading.shapes import Table, as_list, as_table
from scale_explorer.data.loading.strict_json import strict_decoder
from scale_explorer.models.errors import DataError, UsageError
from scale_explorer.models.text import clean

MOST = 10_000
"""Records that are taken at once."""

_STANDARD_INPUT = "-"
_BLANK = re.compile(r"[ \t\r\n]*")
_EXPECTED = 'expected an object such as {"name": "Birch Mills"}'


def given_records(name: str) -> tuple[Table, ...]:
    """Read records from a file, or from standard input; raises DataError with the line."""
    if name == _STANDARD_INPUT:
        return read_records(_standard_input(), "standard input")
    return read_records(read_regular(Path(name), FILE_BYTES), shown(name))


def read_records(content: bytes, name: str) -> tuple[Table, ...]:
    """Return the records in JSON text; raises ParseError with the line where it is none."""
    text = decoded(content, name)
    records: list[Table] = []
    for line, value in _values(text, name):
        members = as_list(value)
        for each in [value] if members is None else members:
            records.append(_record(each, name, line))
            if len(records) > MOST:
                raise ParseError(name, f"there are more than {MOST:,} records; split them", line)
    if not records:
        raise ParseError(name, f"there is no record; {_EXPECTED}")
    return tuple(records)


def _standard_input() -> bytes:
    if sys.stdin is None:
        raise UsageError("Standard input is closed, so there is nothing to read.")
    content = sys.stdin.buffer.read(FILE_BYTES + 1)
    if len(content) > FILE_BYTES:
        raise DataError(f"standard input holds more than {megabytes(FILE_BYTES)}; split it.")
    return content


def _values(text: str, name: str) -> Iterator[tuple[int, Any]]:
    """Yield each JSON value with the line where it begins."""
    decoder = strict_decoder(_number)
    line, counted = 1, 0
    place = _behind_blanks(text, 0)
    while place < len(text):
        line, counted = line + text.count("\n", counted, place), place
        try:
            value, end = decoder.raw_decode(text, place)
        except json.JSONDecodeError as error:
            raise ParseError(name, _wording(error), error.lineno, error.colno) from error
        except REFUSED as error:
            reason = "too deep" if isinstance(error, RecursionError) else str(error)
            raise ParseError(name, clean(reason), line) from error
        yield line, value
        place = _behind_blanks(text, end)


def _behind_blanks(text: str, place: int) -> int:
    found = _BLANK.match(text, place)
    return found.end() if found else place


def _wording(error: json.JSONDecodeError) -> str:
    said = clean(error.msg)
    return f"this is no JSON: {said[:1].lower()}{said[1:]}"


def _record(value: Any, name: str, line: int) -> Table:
    table = as_table(value)
    if table is None:
        raise ParseError(name, _EXPECTED, line)
    if wrong := fault(table):
        raise ParseError(name, wrong[1], line)
    try:
        return {clean(key): _cleaned(each) for key, each in table.items() if each is not None}
    except ValueError as error:
        raise ParseError(name, str(error), line) from error


def _cleaned(value: Any) -> Any:
    """Return a value whose text is safe to show, without fields that are null."""
    if isinstance(value, str):
        return clean(value, multiline=True)
    if (table := as_table(value)) is not None:
        return {clean(key): _cleaned(each) for key, each in table.items() if each is not None}
    if (members := as_list(value)) is not None:
        if None in members:
            raise ValueError("a list holds null; leave it out")
        return [_cleaned(each) for each in members]
    return value


def _number(text: str) -> Decimal:
    try:
        return Decimal(text)
    except InvalidOperation as error:  # an exponent beyond what Decimal holds
        raise ValueError(f"{text[:60]} is out of all bounds") from error
