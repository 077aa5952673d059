"""A record by what somebody called it: its id in any case, or its exact name."""

from __future__ import annotations

import json
from collections.abc import Iterator

from scale_explorer.models.errors import UnknownNameError, UsageError

from ..folding import folded
from ..store.protocol import Store
from ..store.rows.records import RecordRow

_LONGEST = 240  # characters that an id may have, and that are repeated to whoever asked
_OFFERED = 5  # ids of records with one name


def known_record(store: Store, asked: str) -> RecordRow:
    """Return the line of the record with this id, whatever its case, or else with this name.

    Raises UnknownNameError with the nearest ids, and UsageError when several have the name.
    """
    record = store.record(asked) or store.record(asked.lower())
    if record is not None:
        return record
    match tuple(_named(store, asked)):
        case ():
            raise unknown_record(store, asked)
        case (only,):
            return only
        case several:
            ids = " or ".join(each.id for each in several[:_OFFERED])
            raise UsageError(f"{len(several)} records are called {_shown(asked)!r}; ask for {ids}.")


def unknown_record(store: Store, asked: str) -> UnknownNameError:
    """Return the error that tells that no record is called so, and which may be meant."""
    # Loaded here because most are asked for by an id or a name that there is.
    from .nearby import nearby  # noqa: PLC0415

    near = nearby(store, asked)
    ids, told = tuple(each.id for each in near), tuple(each.told for each in near)
    return UnknownNameError("record", _shown(asked), ids, told)


def _shown(asked: str) -> str:
    return asked if len(asked) <= _LONGEST else f"{asked[:_LONGEST]}…"


def _named(store: Store, name: str) -> Iterator[RecordRow]:
    """Yield the records with this title, name or alias; case and accents do not matter."""
    wanted = folded(name)
    for hit in store.search(name):
        document = json.loads(store.document(hit.record.id) or "{}")
        names = (hit.record.title, document.get("name") or "", *(document.get("aliases") or ()))
        if wanted in map(folded, names):
            yield hit.record
