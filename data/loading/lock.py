"""The lock: proof, without the text, of where each quote stood in it when the authors checked.

It is kept in `lock.json` beside the data, so that verdicts can be shown in a clone that must not
hold the texts. It holds no words of a text: a hash, a length, positions, and why sentences assert
nothing. One sentence and one quote a line, sorted, so that a change shows as the lines it changes.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

from scale_explorer.models.errors import DataError
from scale_explorer.models.frozen import dataclass
from scale_explorer.models.text import clean

from .limits import FILE_BYTES, SENTENCES
from .paragraphs import Span
from .sentence import Sentence
from .shapes import Table, as_list, as_table
from .strict_json import read_json
from .write import replace_file

VERSION = 2
_READABLE = frozenset({1, VERSION})
"""Version 1 had no sentences."""
_REASON = 300  # characters of why a sentence asserts nothing
_SHA256 = re.compile(r"[0-9a-f]{64}")
_DAY = re.compile(r"\d{4}-\d{2}-\d{2}", re.ASCII)


@dataclass(frozen=True, slots=True)
class LockedSource:
    """One source as it was checked.

    `sha256` is of the file's bytes, `length` in code points, `date` an ISO 8601 day; `quotes` gives
    the place of each quote that was found, under its evidence id. Where nobody looked for them
    there are no `sentences`.
    """

    sha256: str
    length: int
    date: str
    paragraphs: tuple[Span, ...]
    quotes: Mapping[str, Span]
    sentences: tuple[Sentence, ...] = ()


@dataclass(frozen=True, slots=True)
class Lock:
    """All sources that were checked, by id."""

    sources: Mapping[str, LockedSource]


def write_lock(lock: Lock, path: Path) -> None:
    """Write a lock to its file; raises DataError when that cannot be done.

    A link that leads out of the file's folder is refused: the set may be a stranger's.
    """
    replace_file(path, "".join(_lines(lock)).encode(), inside=path.parent)


def read_lock(content: bytes) -> Lock:
    """Read what `write_lock` wrote; raises DataError that says what is damaged."""
    try:
        members = _table(read_json(content), "the lock")
        if members.get("version") not in _READABLE:
            raise DataError(f"The lock is not of version {VERSION}.")
        sources = _table(members.get("sources"), "sources")
        return Lock({source: _source(value, source) for source, value in sources.items()})
    except ValueError as error:
        raise DataError(_why_not(error)) from error


def _why_not(error: ValueError) -> str:
    """Say what is wrong with JSON; a fault of writing has a place."""
    if isinstance(error, json.JSONDecodeError):
        return f"The lock is no readable JSON: line {error.lineno} is at fault."
    return f"The lock is no readable JSON: {clean(str(error))}."


def _lines(lock: Lock) -> Iterator[str]:
    yield f'{{\n "version": {VERSION},\n "sources": {{'
    comma = ""
    for source, locked in sorted(lock.sources.items()):
        yield f"{comma}\n  {json.dumps(source)}: {{\n"
        yield f'   "sha256": {json.dumps(locked.sha256)},\n'
        yield f'   "length": {locked.length},\n'
        yield f'   "date": {json.dumps(locked.date)},\n'
        yield f'   "paragraphs": {json.dumps(locked.paragraphs)},\n'
        yield '   "sentences": [\n'
        yield ",\n".join(map(_sentence_line, locked.sentences))
        yield '\n   ],\n   "quotes": {\n'
        yield ",\n".join(_quote_line(key, span) for key, span in sorted(locked.quotes.items()))
        yield "\n   }\n  }"
        comma = ","
    yield "\n }\n}\n"


def _quote_line(key: str, span: Span) -> str:
    return f'    {json.dumps(key)}: {{"start": {span[0]}, "end": {span[1]}}}'


def _sentence_line(sentence: Sentence) -> str:
    why = [sentence.why] if sentence.why else []
    cells = [sentence.start, sentence.end, sentence.asserts, *why]
    return f"    {json.dumps(cells, ensure_ascii=False)}"


def _source(value: Any, name: str) -> LockedSource:
    members = _table(value, name)
    length = _count(members.get("length"))
    quoted = _table(members.get("quotes"), f"the quotes of {name}")
    return LockedSource(
        sha256=_text(members, "sha256", _SHA256),
        length=length,
        date=_text(members, "date", _DAY),
        paragraphs=tuple(_span(pair, length) for pair in as_list(members.get("paragraphs")) or ()),
        quotes={key: _span(_ends(place), length) for key, place in quoted.items()},
        sentences=tuple(_sentences(as_list(members.get("sentences")) or [], length)),
    )


def _sentences(rows: list[Any], length: int) -> Iterator[Sentence]:
    """Read sentences as they follow each other."""
    if len(rows) > SENTENCES + 1:
        raise DataError("The lock holds more sentences than are told apart.")
    done = 0
    for row in rows:
        cells = as_list(row) or []
        start, end = _span(cells[:2], length)
        if not done <= start < end or len(cells) < 3 or not isinstance(cells[2], bool):
            raise DataError("The lock holds a sentence that is none, or out of order.")
        yield Sentence(start, end, "" if cells[2] else _reason(cells[3:]))
        done = end


def _reason(why: list[Any]) -> str:
    if len(why) == 1 and isinstance(why[0], str) and why[0].strip():
        return clean(why[0])[:_REASON]
    raise DataError("The lock does not say why a sentence asserts nothing.")


def _table(value: Any, name: str) -> Table:
    table = as_table(value)
    if table is None:
        raise DataError(f"The lock holds no table for {name}.")
    return table


def _text(members: Table, key: str, shape: re.Pattern[str]) -> str:
    value = members.get(key)
    if isinstance(value, str) and shape.fullmatch(value):
        return value
    raise DataError(f"The lock holds no readable {key}.")


def _ends(place: Any) -> list[Any]:
    members = _table(place, "a quote")
    return [members.get("start"), members.get("end")]


def _span(pair: Any, length: int) -> Span:
    """Take two counts in order within the text's length."""
    ends = [_count(end) for end in as_list(pair) or ()]
    if len(ends) != 2 or not ends[0] <= ends[1] <= length:
        raise DataError("The lock holds a place that is not in the text.")
    return ends[0], ends[1]


def _count(value: Any) -> int:
    if isinstance(value, int) and not isinstance(value, bool) and 0 <= value <= FILE_BYTES:
        return value
    raise DataError("The lock holds a number that is no count.")
