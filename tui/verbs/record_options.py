"""The options of `new` as the table of a record."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from scale_explorer.data.loading.shapes import Table
from scale_explorer.models.errors import UsageError

_IDENTIFIERS = ("lei", "ticker", "cik", "wikidata")
_EXACT, _MENTIONS, _SOURCE = "exact", "mentions", "source"
_ORDER = (
    _SOURCE, _EXACT, "prefix", "suffix", "attribution", _MENTIONS, "direction", "directness",
)  # fmt: skip
"""How the fields of a quote are written."""


def table_of(fields: Mapping[str, Any], quoted: Sequence[tuple[str, Any]]) -> Table:
    """Return what a data file would hold: fields that were given, and the quotes with theirs.

    Raises UsageError where something cannot be meant.
    """
    given = {key: value for key, value in fields.items() if value not in (None, False, [], "")}
    identifiers = {key: given.pop(key) for key in _IDENTIFIERS if key in given}
    table = {**given, "identifiers": identifiers, "evidence": evidence(quoted)}
    return {key: value for key, value in table.items() if value}


def evidence(quoted: Sequence[tuple[str, Any]]) -> list[str | Table]:
    """Return quotes from parts in the order in which they were given.

    What describes a quote belongs to the one before it, in front of the first to all; a source that
    is given once is that of all. A quote that is nothing but words is bare.
    """
    common: Table = {}
    quotes: list[Table] = []
    for key, value in quoted:
        if key == _EXACT:
            quotes.append({_EXACT: value})
        else:
            _describe(quotes[-1] if quotes else common, key, value)
    if quoted and not quotes:
        raise UsageError(f"--{_OPTIONS[quoted[0][0]]} describes a --quote, and there is none.")
    sources = [value for key, value in quoted if key == _SOURCE]
    common |= {_SOURCE: sources[0]} if len(sources) == 1 else {}
    return [_written({**common, **quote, **_mentions(common, quote)}) for quote in quotes]


_OPTIONS = {key: key for key in _ORDER} | {_MENTIONS: "mention"}


def _describe(quote: Table, key: str, value: Any) -> None:
    if key == _MENTIONS:
        said, record = value
        quote.setdefault(_MENTIONS, {})[said] = record
    elif key in quote:
        raise UsageError(f"--{_OPTIONS[key]} is given twice for one quote; give each its own.")
    else:
        quote[key] = value


def _mentions(*quotes: Table) -> Table:
    """Return the mentions of all: those that hold for every quote, and its own."""
    found = {said: each for quote in quotes for said, each in quote.get(_MENTIONS, {}).items()}
    return {_MENTIONS: found} if found else {}


def _written(quote: Table) -> str | Table:
    if quote.keys() == {_EXACT}:
        return str(quote[_EXACT])
    return {key: quote[key] for key in _ORDER if key in quote}


def names_no_source(quotes: Iterable[str | Table]) -> bool:
    """Say whether one of the quotes leaves its source unsaid."""
    return any(isinstance(quote, str) or _SOURCE not in quote for quote in quotes)
