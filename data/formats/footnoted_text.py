"""A dossier as plain text of 80 columns, with footnotes in brackets; for mail, and to print."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable, Iterator

from ..dossier.parts import Document, Entry, Facts, Item, Note, Part, Quoted, Remark

WIDTH = 80
"""Columns of a line; East Asian characters take two."""

_INDENT = "   "


def written(document: Document) -> str:
    """Return the document as text; it ends with a line feed."""
    return "\n".join(line.rstrip() for line in _lines(document)) + "\n"


def _lines(document: Document) -> Iterator[str]:
    if document.title:
        yield from _wrapped(document.title)
        yield "=" * min(WIDTH, _width(document.title))
        for line in document.about:
            yield from _wrapped(line)
        yield ""
    for number, entry in enumerate(document.entries, 1):
        yield from _entry(entry, number)
    if document.notes:
        yield "-" * 20
    for note in document.notes:
        yield from _note(note)


def _entry(entry: Entry, number: int) -> Iterator[str]:
    yield from _wrapped(entry.heading, f"{number}. ", _INDENT)
    if entry.about:
        yield from _wrapped(entry.about, _INDENT)
    for part in entry.parts:
        yield from _part(part)
    yield ""


def _part(part: Part) -> Iterable[str]:
    match part:
        case Remark(label, text):
            return ("", *_wrapped(f"{label}: {text}", _INDENT))
        case Facts(pairs):
            rows = (_wrapped(f"{label}: {value}", f"{_INDENT}- ") for label, value in pairs)
            return ("", *(line for row in rows for line in row))
        case Item(text, depth):
            return ("", *_wrapped(text, f"{_INDENT}{'  ' * depth}- "))
        case Quoted():
            return ("", *_wrapped(_quoted(part), f"{_INDENT}{'  ' * part.depth}  "))


def _quoted(quoted: Quoted) -> str:
    remarks = f" ({'; '.join(quoted.remarks)})" if quoted.remarks else ""
    return f"“{quoted.exact}” [{quoted.number}]{remarks}"


def _note(note: Note) -> Iterator[str]:
    told = (note.said, f"“{note.title}”", note.detail, note.url)
    text = f"{', '.join(filter(None, told))}. {note.verdict}"
    return _wrapped(text, f"[{note.number}] ", _INDENT)


def _wrapped(text: str, first: str = "", rest: str | None = None) -> Iterator[str]:
    """Yield the lines of a text behind `first`, those below it behind blanks or `rest`."""
    begun, filled = first, False
    below = " " * len(first) if rest is None else rest
    for word in text.split(" "):
        for piece in _pieces(word, WIDTH - max(len(first), len(below))):
            if filled and _width(begun) + 1 + _width(piece) > WIDTH:
                yield begun
                begun, filled = below, False
            begun += f" {piece}" if filled else piece
            filled = True
    yield begun


def _pieces(word: str, room: int) -> Iterator[str]:
    """Cut a word that is wider than a line."""
    piece, width = "", 0
    for character in word:
        cells = _width(character)
        if width + cells > room:
            yield piece
            piece, width = "", 0
        piece, width = piece + character, width + cells
    yield piece


def _width(text: str) -> int:
    """Count the columns of a text: wide characters two, marks on a letter none."""
    return sum(map(_cells, text))


def _cells(character: str) -> int:
    if unicodedata.combining(character):
        return 0
    return 2 if unicodedata.east_asian_width(character) in {"W", "F"} else 1
