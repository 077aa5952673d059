"""Which sentences of a source assert something: all, but what certainly does not.

Set apart are

- what holds no letter: rules, ornaments, bare numbers;
- questions: a sentence that ends in a question mark, unless the question is only quoted in it;
- what the author sets apart in the source's `asserts_nothing`, with a written reason. The words are
  found like those of every quote; the sentences that they stand in assert nothing.

Bylines, datelines and captions look like assertions ("By Design", "Rain in Kobe"), so that only an
author can tell.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING

from ..loading.paragraphs import Span
from ..loading.sentence import Sentence
from .match import Found, find
from .sentences import sentences
from .words import Haystack

if TYPE_CHECKING:  # Pydantic is not needed to read sentences
    from scale_explorer.models.evidence import Source

WITHOUT_WORDS = "no words"
QUESTION = "a question"

_QUESTION_MARKS = ("?", "？", "؟", "⁇", "⁉", "⁈", "՞")
_QUOTES = "\"'“”‘’„‚«»‹›「」『』"


def read_sentences(text: str, source: Source) -> tuple[Sentence, ...]:
    """Cut a source's text into sentences, and say of those that assert nothing why."""
    spans = sentences(text, source.language)
    reasons = dict(_set_apart(text, spans, source)) if source.asserts_nothing else {}
    return tuple(
        Sentence(start, end, reasons.get(place) or _why_not(text[start:end]))
        for place, (start, end) in enumerate(spans)
    )


def _set_apart(text: str, spans: tuple[Span, ...], source: Source) -> Iterator[tuple[int, str]]:
    """Yield the places in `spans` of the sentences that the author set apart, with the reasons."""
    haystack = Haystack.of(text)
    for selector in source.asserts_nothing:
        match = find(haystack, selector)
        if match.span and match.verdict is Found.UNIQUE:
            yield from ((place, selector.reason) for place in touching(spans, match.span))


def touching(spans: tuple[Span, ...], span: Span) -> Iterable[int]:
    """Return the places of those of some spans in order that another one overlaps."""
    first = bisect_right(spans, span[0], key=lambda each: each[1])
    last = bisect_right(spans, span[1] - 1, key=lambda each: each[0])
    return range(first, last)


def _why_not(words: str) -> str:
    if not any(map(str.isalpha, words)):
        return WITHOUT_WORDS
    return QUESTION if _is_question(words) else ""


def _is_question(words: str) -> bool:
    """Say whether a sentence asks; one that begins unquoted and ends in a quoted question tells."""
    bare = words.rstrip(_QUOTES + ")）]")
    quoted = bare != words and words[0] not in _QUOTES
    return bare.endswith(_QUESTION_MARKS) and not quoted
