"""JSON that anybody may have written: what JSON leaves open is refused, and so is what is too much.

The standard reader takes the last of two fields of one name, numbers that are none, half a letter,
and depths that nothing can write again.
"""

from __future__ import annotations

import json
import math
import re
from collections.abc import Callable, Iterable
from typing import Any

from .limits import DEPTH, DIGITS
from .shapes import Table, as_list, as_table

_HALF = re.compile("[\ud800-\udfff]")
_ESCAPED_HALF = b"\\ud"
_TOLD = 60  # characters of a name that a message tells


def read_json(content: bytes) -> Any:
    """Return the value in JSON text of UTF-8; raises ValueError, whatever is wrong with it."""
    try:
        value = strict_decoder().decode(content.decode())
    except (RecursionError, OverflowError, MemoryError) as error:
        raise ValueError(_TOO_DEEP) from error
    _refuse_deep(value)
    if _ESCAPED_HALF in content.lower():
        _refuse_halves(value)
    return value


def strict_decoder(number: Callable[[str], Any] | None = None) -> json.JSONDecoder:
    """Return a decoder that raises ValueError for what is not allowed.

    `number` reads one that is not whole, as a float unless said. Depth is for the caller to bound:
    the decoder raises RecursionError.
    """
    return json.JSONDecoder(
        object_pairs_hook=_table,
        parse_float=number or _finite,
        parse_int=_whole,
        parse_constant=_refused,
    )


_TOO_DEEP = f"lists and objects stand in one another more than {DEPTH} deep"


def _table(pairs: list[tuple[str, Any]]) -> Table:
    table = dict(pairs)
    if len(table) < len(pairs):
        names = [name for name, _ in pairs]
        twice = next(name for place, name in enumerate(names) if name in names[:place])
        raise ValueError(f"{twice[:_TOLD]} stands twice in one object")
    return table


def _whole(digits: str) -> int:
    if len(digits) > DIGITS + 1:
        raise ValueError(f"a number has more than {DIGITS} digits")
    return int(digits)


def _finite(text: str) -> float:
    if not math.isfinite(value := float(text)):
        raise ValueError(f"{text[:_TOLD]} is out of all bounds")
    return value


def _refused(name: str) -> Any:
    raise ValueError(f"{name} is no number that JSON has")


def _refuse_deep(value: Any) -> None:
    level = [value]
    for _ in range(DEPTH + 1):
        level = [inner for outer in level for inner in _members(outer)]
        if not level:
            return
    raise ValueError(_TOO_DEEP)


def _members(value: Any) -> Iterable[Any]:
    """Return the values in a list or object that may hold others."""
    table = as_table(value)
    inside: Iterable[Any] = as_list(value) or () if table is None else table.values()
    return (each for each in inside if as_table(each) is not None or as_list(each) is not None)


def _refuse_halves(value: Any) -> None:
    """Refuse half of a surrogate pair, which no file and no terminal can take."""
    if _HALF.search(json.dumps(value, ensure_ascii=False)):
        raise ValueError("a text holds half a letter (a lone surrogate)")
