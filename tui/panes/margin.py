"""The margin of a source: which lines carry claims, and which a sentence that no claim cites."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from itertools import pairwise

from scale_explorer.data.store.rows.sources import SentenceRow, Stretch

from ..widgets.lines import MarginSign
from ..widgets.rows import Tone
from .marks import CITED, UNCITED

Shown = tuple[Stretch, str]
"""A stretch of a source, and the text that stands for it."""


def margin(shown: Sequence[Shown], sentences: Sequence[SentenceRow]) -> Iterator[MarginSign]:
    """Yield the signs beside the text of a paragraph; `sentences` are those of the paragraph.

    A gap that stands for several sentences has the sign of the one that no claim cites.
    """
    following = 0
    for stretch, begin, end in _placed(shown):
        while following < len(sentences) and sentences[following].end <= stretch.start:
            following += 1
        last = following
        while last < len(sentences) and sentences[last].start < stretch.end:
            last += 1
        signs = _signs(sentences[following:last], stretch, begin, end)
        if stretch.text is None:
            yield from sorted(signs, key=lambda sign: -sign.weight)[:1]
        else:
            yield from signs


def _signs(
    sentences: Iterable[SentenceRow], stretch: Stretch, begin: int, end: int
) -> Iterator[MarginSign]:
    for sentence in sentences:
        first, last = _within(sentence, stretch, begin, end)
        if (sign := _sign(sentence)) and first < last:
            yield MarginSign(first, last, *sign)


def _placed(shown: Sequence[Shown]) -> Iterator[tuple[Stretch, int, int]]:
    """Yield each stretch with where its text begins and ends in that of the paragraph."""
    borders = [0]
    for _, text in shown:
        borders.append(borders[-1] + len(text))
    for (stretch, _), (begin, end) in zip(shown, pairwise(borders), strict=True):
        yield stretch, begin, end


def _within(sentence: SentenceRow, stretch: Stretch, begin: int, end: int) -> tuple[int, int]:
    """Return which part of the text is the sentence's; all of a gap is each one's."""
    if stretch.text is None:
        return begin, end
    first = begin + max(0, sentence.start - stretch.start)
    return min(first, end), min(end, begin + sentence.end - stretch.start)


def _sign(sentence: SentenceRow) -> tuple[str, Tone, int] | None:
    if sentence.is_uncited:
        return UNCITED, Tone.DIM, 2
    return (CITED, Tone.ACCENT, 1) if sentence.claims else None
