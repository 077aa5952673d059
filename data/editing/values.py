"""Where each value of a TOML document stands, so that one is changed and every other byte stays.

Libraries that edit TOML in place give no places, and what they write back is not always what they
read: a blank before a closing brace goes, a last line gets an end. So places are found here, and
whoever uses them reads the result again with the TOML reader.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import NamedTuple

from scale_explorer.models.errors import DataError

from ..loading.skeleton import COMMENT, STRING

_TOKEN = re.compile(
    rf"""
      (?P<blank> [ \t\r]++ | {COMMENT})
    | (?P<text> {STRING})
    | (?P<sign> [\[\]{{}}=,\n])
    | (?P<bare> [^\s\[\]{{}}=,"'\#]++)
    """,
    re.VERBOSE | re.DOTALL,
)
_END = ""
UNEDITABLE = "it is written in a way that cannot be edited"
"""Why a file is left alone; it goes behind the file's name."""


@dataclass(slots=True)
class Value:
    """A value and its place, `text[start:end]`; `key` is where the key begins that leads to it.

    A table has `entries`, a list `items`. A table that is written as a section of lines stands
    where its header does. `last` is where the last value ends that is written in the table itself.
    """

    start: int = 0
    end: int = 0
    key: int = 0
    entries: dict[str, Value] | None = None
    items: list[Value] | None = None
    is_section: bool = False
    last: int = 0


class _Token(NamedTuple):
    """A sign, a newline, or the kind of a piece; `""` behind the last."""

    kind: str
    start: int
    end: int


def values(text: str) -> Value:
    """Return the document as a table; `text` must be sound TOML.

    Raises DataError where it is not, or is nested too deep.
    """
    try:
        return _Reader(text).document()
    except (AttributeError, IndexError, KeyError, TypeError, RecursionError) as error:
        raise DataError(UNEDITABLE) from error


@dataclass(slots=True)
class _Reader:
    text: str
    tokens: Iterator[_Token] = field(init=False)
    token: _Token = field(init=False)

    def __post_init__(self) -> None:
        self.tokens = _tokens(self.text)
        self.token = next(self.tokens)

    def document(self) -> Value:
        root = current = Value(entries={}, is_section=True)
        while self.token.kind != _END:
            if self.token.kind == "\n":
                self.step()
            elif self.token.kind == "[":
                current = self.header(root)
            else:
                self.pair(current)
        return root

    def step(self) -> _Token:
        """Return the token at hand, and go to the next."""
        before, self.token = self.token, next(self.tokens)
        return before

    def expect(self, kind: str) -> _Token:
        if self.token.kind != kind:
            raise IndexError(kind)
        return self.step()

    def header(self, root: Value) -> Value:
        """Read a header, and return the table that it opens."""
        start = self.expect("[").start
        several = self.token.kind == "[" and self.token.start == start + 1
        if several:
            self.step()
        *outer, name = self.keys("]")
        end = self.expect("]").end
        if several:
            end = self.expect("]").end
        table = root
        for part in outer:
            table = _innermost(_entries(table).setdefault(part, Value(entries={}, is_section=True)))
        opened = Value(start, end, start, {}, is_section=True)
        if several:
            listed = _entries(table).setdefault(name, Value(start, items=[]))
            _items(listed).append(opened)
            return opened
        return _innermost(_entries(table).setdefault(name, opened))

    def pair(self, table: Value) -> None:
        """Read a key and its value into a table; a dotted key makes tables of its own."""
        key = self.token.start
        *outer, name = self.keys("=")
        self.expect("=")
        value = self.value()
        value.key = key
        owner = table
        for part in outer:
            table = _entries(table).setdefault(part, Value(key, entries={}, is_section=True))
        _entries(table)[name] = value
        owner.last = table.last = value.end

    def keys(self, until: str) -> list[str]:
        parts: list[str] = []
        while self.token.kind != until:
            kind, start, end = self.step()
            if kind == "text":
                parts.append(_unquoted(self.text[start:end]))
            elif kind == "bare":
                parts += [part for part in self.text[start:end].split(".") if part]
            else:
                raise IndexError(kind)
        return parts

    def value(self) -> Value:
        if self.token.kind == "[":
            return self.list()
        if self.token.kind == "{":
            return self.table()
        first = last = self.step()
        if first.kind not in {"text", "bare"}:
            raise IndexError(first.kind)
        while self.token.kind == "bare":  # a date and a time, parted by a blank
            last = self.step()
        return Value(first.start, last.end)

    def list(self) -> Value:
        found: list[Value] = []
        start = self.expect("[").start
        while self.token.kind != "]":
            if self.token.kind in {"\n", ","}:
                self.step()
            else:
                found.append(self.value())
        return Value(start, self.step().end, items=found)

    def table(self) -> Value:
        found = Value(self.expect("{").start, entries={})
        while self.token.kind != "}":
            if self.token.kind in {"\n", ","}:
                self.step()
            else:
                self.pair(found)
        found.end = self.step().end
        return found


def _tokens(text: str) -> Iterator[_Token]:
    place = 0
    for found in _TOKEN.finditer(text):
        if found.start() != place:
            break
        place = found.end()
        kind = found.lastgroup or ""
        if kind != "blank":
            yield _Token(found.group() if kind == "sign" else kind, *found.span())
    yield _Token(_END, place, place)


def _innermost(value: Value) -> Value:
    """Return the table that a header goes on from: of a list, its last."""
    return value if value.items is None else value.items[-1]


def _entries(value: Value) -> dict[str, Value]:
    if value.entries is None:
        raise TypeError
    return value.entries


def _items(value: Value) -> list[Value]:
    if value.items is None:
        raise TypeError
    return value.items


def _unquoted(text: str) -> str:
    # Loaded here because few keys are quoted.
    import tomli  # noqa: PLC0415

    name: str = tomli.loads(f"name = {text}")["name"]
    return name
