"""Values as JSON text of one line, in the characters they have."""

from __future__ import annotations

import json
from typing import Any, cast


def json_text(value: Any) -> str:
    """Return a value as JSON; rows become objects, sets sorted arrays."""
    return json.dumps(value, ensure_ascii=False, default=_plain)


def _plain(value: Any) -> Any:
    # Loaded here because it takes long to load, and most values have a JSON form of their own.
    from dataclasses import asdict, is_dataclass  # noqa: PLC0415

    if is_dataclass(value) and not isinstance(value, type):
        return asdict(value)
    if isinstance(value, frozenset):
        return sorted(cast("frozenset[str]", value))
    raise TypeError(f"{type(value).__name__} has no JSON form")
