"""The filter of a verb, however it is written: as words behind its record, or as --filter."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from scale_explorer.data.exploring.known import known_record
from scale_explorer.data.store.protocol import Store
from scale_explorer.models.errors import UnknownNameError

_TERM = frozenset("!<>")
"""What terms of a filter may begin with, and no name does."""


def as_words(options: Mapping[str, Any]) -> dict[str, Any]:
    """Return options with what --filter says among the words of the filter."""
    if "filter" not in options:
        return dict(options)
    rest = {key: value for key, value in options.items() if key != "filter"}
    return {**rest, "words": (*rest["words"], *filter(None, (options["filter"],)))}


def without_record(store: Store, options: Mapping[str, Any]) -> dict[str, Any]:
    """Return options with no record where its place holds a term of a filter instead."""
    record = options["record"]
    if record is None or not (":" in record or record[:1] in _TERM) or _is_known(store, record):
        return dict(options)
    return {**options, "record": None, "words": (record, *options["words"])}


def _is_known(store: Store, record: str) -> bool:
    try:
        known_record(store, record)
    except UnknownNameError:
        return False
    return True
