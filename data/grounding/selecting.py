"""Growing, shrinking and moving a selection of words, for the keys of a selection mode.

Pure steps from one span to the next: word, clause, sentence, paragraph. Each grows or shrinks, or
gives back what it was given where there is nothing more to do.
"""

from __future__ import annotations

from collections.abc import Iterator
from enum import Enum

from ..loading.paragraphs import Span
from .clauses import clause_at, next_word, sentence_at, sentences_around, word_at, word_before
from .reach import paragraph_around, within


class Edge(Enum):
    """Which end of a selection moves."""

    START = "start"
    END = "end"


def grow(text: str, span: Span, language: str = "en") -> Span:
    """Return the smallest whole that holds a selection and more: word, clause, sentence, paragraph.

    A selection over several clauses grows to the clauses, then to the sentences that it touches.
    """
    return next((each for each in _wholes(text, span, language) if _holds(each, span)), span)


def shrink(text: str, span: Span, anchor: int, language: str = "en") -> Span:
    """Return the largest whole around `anchor` that lies inside a selection and is less than it."""
    units = (
        sentence_at(text, anchor, language),
        clause_at(text, anchor, language),
        word_at(text, anchor),
    )
    return next((each for each in units if _holds(span, each)), span)


def move_edge(text: str, span: Span, edge: Edge, words: int) -> Span:
    """Return a selection with one edge moved by so many words, backwards where it is negative.

    A selection never loses its last word; at either end of the text an edge stays.
    """
    for _ in range(abs(words)):
        moved = _moved(text, span, edge, forward=words > 0)
        if moved == span:
            break
        span = moved
    return span


def _holds(outer: Span, inner: Span) -> bool:
    """Say whether a span holds another one and more."""
    return outer != inner and outer[0] <= inner[0] and inner[1] <= outer[1]


def _wholes(text: str, span: Span, language: str) -> Iterator[Span]:
    start, end = within(text, span[0]), within(text, span[1])
    last = max(start, end - 1)
    yield word_at(text, start)[0], max(end, word_at(text, last)[1])
    yield clause_at(text, start, language)[0], clause_at(text, last, language)[1]
    touched = sentences_around(text, start, end, language)
    if touched:
        yield touched[0][0], touched[-1][1]
    yield paragraph_around(text, start, end)


def _moved(text: str, span: Span, edge: Edge, *, forward: bool) -> Span:
    start, end = span
    if edge is Edge.END:
        found = next_word(text, end) if forward else word_before(text, _last_start(text, span))
        moved = found[1] if found else end
        return (start, moved) if moved > start else span
    if forward:
        first = next_word(text, start)
        second = next_word(text, first[1]) if first else None
        return (second[0], end) if second and second[0] < end else span
    found = word_before(text, start)
    return (found[0], end) if found else span


def _last_start(text: str, span: Span) -> int:
    """Return where the last word of a selection begins."""
    found = word_before(text, span[1])
    return found[0] if found else span[0]
