"""Values as TOML: short ones on one line, long lists with a member on each."""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Mapping
from datetime import date, time
from decimal import Decimal
from typing import Any

from ..loading.shapes import as_list, as_table

WIDTH = 100
"""Columns within which a list stays on one line."""
INDENT = "    "
_BARE = re.compile(r"[A-Za-z0-9_-]+")


def written(value: Any, before: int = 0) -> str:
    """Return a value as TOML, in a line in which so many columns stand before it.

    Raises TypeError for what TOML has no form for.
    """
    flat = _flat(value)
    members = as_list(value)
    if not members or before + len(flat) <= WIDTH:
        return flat
    return "".join(["[\n", *(f"{INDENT}{_flat(member)},\n" for member in members), "]"])


def written_pair(key: str, value: Any) -> str:
    """Return a key with its value, as a section has them."""
    start = f"{written_key(key)} = "
    return start + written(value, len(start))


def written_section(header: str, table: Mapping[str, Any]) -> str:
    """Return a table as a section of lines below its header, without a line end behind the last."""
    return "\n".join([header, *(written_pair(key, value) for key, value in table.items())])


def written_key(key: str) -> str:
    """Return a key, in quotes where TOML needs them."""
    return key if _BARE.fullmatch(key) else _string(key)


def _flat(value: Any) -> str:
    """Return a value on one line."""
    if isinstance(value, bool):
        return str(value).lower()
    if isinstance(value, str):
        return _string(value)
    if isinstance(value, int | Decimal):
        return str(value)
    if isinstance(value, date | time):
        return value.isoformat()
    if (table := as_table(value)) is not None:
        return _braced(f"{written_key(key)} = {_flat(each)}" for key, each in table.items())
    if (members := as_list(value)) is not None:
        return f"[{', '.join(map(_flat, members))}]"
    raise TypeError(f"TOML has no form for {type(value).__name__}")


def _braced(pairs: Iterable[str]) -> str:
    inner = ", ".join(pairs)
    return f"{{ {inner} }}" if inner else "{}"


def _string(text: str) -> str:
    """Return text in quotes; one with double quotes and nothing to escape stands in single ones."""
    escaped = json.dumps(text, ensure_ascii=False).replace("\x7f", "\\u007F")
    literal = '"' in text and "'" not in text and escaped[1:-1] == text.replace('"', '\\"')
    return f"'{text}'" if literal else escaped
