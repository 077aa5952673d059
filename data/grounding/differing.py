"""Where two wordings differ, word by word: for a quote and what its source has, or two quotes."""

from __future__ import annotations

import re
from itertools import islice

from ..loading.paragraphs import Span
from .fold import fold

_PIECES = re.compile(r"\w++(?:[.,]\d++)*+|[^\w\s]")
_MOST = 400  # words of each that are compared


def differing(one: str, other: str) -> tuple[tuple[Span, ...], tuple[Span, ...]]:
    """Return the spans of either text, in code points, whose words the other lacks at that place.

    Words are compared as `fold` has them, so a curly quotation mark is no difference. Neighbouring
    words that differ are one span.
    """
    # Loaded here because most who look at quotes never see two that differ.
    from rapidfuzz.distance import Indel  # noqa: PLC0415

    first, second = _pieces(one), _pieces(other)
    steps = Indel.opcodes([word for word, *_ in first], [word for word, *_ in second])
    changed = [step for step in steps if step.tag != "equal"]
    return (
        _joined(first, [(step.src_start, step.src_end) for step in changed]),
        _joined(second, [(step.dest_start, step.dest_end) for step in changed]),
    )


def likeness(one: str, other: str) -> float:
    """Return the share of their words, from 0 to 1, that two texts have in common and in order."""
    # Loaded here for the same reason as above.
    from rapidfuzz.distance import Indel  # noqa: PLC0415

    first, second = ([word for word, *_ in _pieces(text)] for text in (one, other))
    return Indel.normalized_similarity(first, second)


def _pieces(text: str) -> list[tuple[str, int, int]]:
    """Return the words of a text as folding leaves them, with their places in it."""
    plain = fold(text)
    found = islice(_PIECES.finditer(plain.text), _MOST)
    return [
        (piece.group(), plain.starts[piece.start()], plain.starts[piece.end()]) for piece in found
    ]


def _joined(pieces: list[tuple[str, int, int]], runs: list[tuple[int, int]]) -> tuple[Span, ...]:
    """Return the stretch of text that each run of words takes up; runs that touch are one."""
    spans: list[Span] = []
    last = -1
    for begin, end in runs:
        if begin == end:
            continue
        start = spans.pop()[0] if spans and begin == last else pieces[begin][1]
        spans.append((start, pieces[end - 1][2]))
        last = end
    return tuple(spans)
