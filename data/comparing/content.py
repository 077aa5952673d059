"""What a record says, whatever its id is and wherever its words stand."""

from __future__ import annotations

import json
from typing import Any, cast

from scale_explorer.models.record import Record

PLACES = frozenset({"start", "end"})
"""Where words stand in a source: found anew at each check, and so no part of what is said."""
_QUOTED = frozenset({"evidence", "asserts_nothing"})
"""Fields whose items have places; a relationship's start and end are dates."""


def content(record: Record) -> str:
    """Return all that a record says as one text: equal for records that say the same.

    Left out are its own id, what is as usual, and the places of quotes.
    """
    fields: dict[str, Any] = record.model_dump(
        mode="json", exclude={"id"}, exclude_defaults=True, warnings=False
    )
    for entry in (fields, *cast("list[dict[str, Any]]", fields.get("history", []))):
        for name in _QUOTED & entry.keys():
            entry[name] = [
                {key: value for key, value in item.items() if key not in PLACES}
                for item in entry[name]
            ]
    return f"{record.KIND}:{json.dumps(fields, sort_keys=True)}"
