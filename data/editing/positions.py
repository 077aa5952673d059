"""Positions written into a TOML document beside the quotes they belong to, and nothing else."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from scale_explorer.models.errors import DataError

from ..loading.paragraphs import Span
from .ops import Path
from .splices import Splice, spliced
from .values import UNEDITABLE, Value, values


def with_positions(content: bytes, positions: Mapping[Path, Span]) -> bytes:
    """Return a TOML document in which quotes have `start` and `end`; all else is as it was.

    A quote that is a bare string becomes an inline table. `content` must be sound TOML. Raises
    DataError when a quote is not where its path leads, or when anything else would change.
    """
    before = content.decode("utf-8-sig")
    mark = content[: len(content) - len(before.encode())]
    root = values(before)
    edits = [
        edit for path, span in positions.items() for edit in _edits(before, _at(root, path), span)
    ]
    after = spliced(before, edits)
    if not _proved(before, after, positions):
        raise DataError(UNEDITABLE)
    return mark + after.encode()


def _at(root: Value, path: Path) -> Value:
    value = root
    for part in path:
        inner = _inner(value, part)
        if inner is None:
            raise DataError(UNEDITABLE)
        value = inner
    return value


def _inner(value: Value, part: str | int) -> Value | None:
    if isinstance(part, str):
        return (value.entries or {}).get(part)
    items = value.items or []
    return items[part] if part < len(items) else None


def _edits(text: str, quote: Value, span: Span) -> Iterator[Splice]:
    start, end = (f"{name} = {place}" for name, place in zip(("start", "end"), span, strict=True))
    if quote.entries is None:
        yield Splice(quote.start, quote.start, "{ exact = ")
        yield Splice(quote.end, quote.end, f", {start}, {end} }}")
        return
    first, last = quote.entries.get("start"), quote.entries.get("end")
    if first:
        yield Splice(first.start, first.end, str(span[0]))
    if last:
        yield Splice(last.start, last.end, str(span[1]))
    if first and not last:
        yield _behind(text, quote, first.end, (end,))
    elif last and not first:
        yield Splice(last.key, last.key, start + _break(text, quote))
    elif not first:
        yield _behind(text, quote, quote.last, (start, end))


def _behind(text: str, quote: Value, place: int, pairs: Sequence[str]) -> Splice:
    """Put pairs behind the value that ends at a place, of a section behind its line."""
    if quote.is_section:
        line_end = text.find("\n", place)
        place = len(text) if line_end < 0 else line_end - (text[line_end - 1] == "\r")
    return Splice(place, place, "".join(_break(text, quote) + pair for pair in pairs))


def _break(text: str, quote: Value) -> str:
    """Return what parts the pairs of a table: a comma, or of a section a line's end and indent."""
    if not quote.is_section:
        return ", "
    key = _at(quote, ("exact",)).key
    line_end = text.rfind("\n", 0, key)  # of the line above, which holds the header or another pair
    return "\r" * (text[line_end - 1] == "\r") + text[line_end:key]


def _proved(before: str, after: str, positions: Mapping[Path, Span]) -> bool:
    """Say whether the TOML reader finds the positions in a document, and all else as it was."""
    try:
        return _tables(after) == _placed(_tables(before), positions)
    except (LookupError, TypeError, ValueError):  # no quote there, or no TOML any more
        return False


def _tables(text: str) -> dict[str, Any]:
    # Loaded here because only a file that is edited is read this way. Numbers with a point stay as
    # written: that none of them is a number makes two documents no different.
    import tomli  # noqa: PLC0415

    return tomli.loads(text, parse_float=str)


def _placed(tables: dict[str, Any], positions: Mapping[Path, Span]) -> dict[str, Any]:
    """Set the positions in what was read of a document: what the changed one must come to."""
    for path, (start, end) in positions.items():
        holder: Any = tables
        for part in path[:-1]:
            holder = holder[part]
        quote = holder[path[-1]]
        table = {"exact": quote} if isinstance(quote, str) else quote
        holder[path[-1]] = {**table, "start": start, "end": end}
    return tables
