"""The same other words everywhere: in the source, in all quotes, and in what the author wrote."""

from __future__ import annotations

from typing import Any, cast

from .subject import Fields, Mutant, Subject

_TELL_TALE = frozenset({"source_changed", "number_not_in_quote"})
"""Checks that notice another text, or a title that says the number in other signs."""
_WRITTEN = frozenset({"exact", "prefix", "suffix", "value", "as_written", "text", "title"})


def rewritten(subject: Subject, kind: str, old: str, new: str) -> Mutant | None:
    """Return a set in which `new` stands wherever `old` did; None where no source has it."""
    texts = {
        source: copy.text.replace(old, new)
        for source, copy in subject.loaded.copies.items()
        if old in copy.text
    }
    records = {
        place: cast("Fields", changed)
        for place, fields in enumerate(subject.fields)
        if (changed := _changed(fields, old, new)) != fields
    }
    return Mutant(kind, f"{old} -> {new}", records, texts, _TELL_TALE) if texts else None


def _changed(value: Any, old: str, new: str, key: str = "") -> Any:
    if isinstance(value, dict):
        table = cast("dict[str, Any]", value)
        return {name: _changed(inner, old, new, name) for name, inner in table.items()}
    if isinstance(value, list):
        values = cast("list[object]", value)
        return [_changed(inner, old, new, key) for inner in values]
    return value.replace(old, new) if isinstance(value, str) and key in _WRITTEN else value
