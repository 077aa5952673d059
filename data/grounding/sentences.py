"""A source's text cut into sentences: where each begins and ends, for counting what claims cite.

A paragraph ends a sentence, and so does a line that is a heading or an item of a list. Within them
a sentence ends with a stop and the quotes and brackets that close behind it, where what follows may
begin a new one: white space and no lower-case letter, or anything at all behind a full-width stop.
A single `.` is looked at closer, since abbreviations, initials and ordinals have one too; what
those are stands in `stops.py`. What cannot be known is left together: two sentences taken for one
hide less than a piece of a sentence that nobody can cite.

Libraries were tried and not taken. sentencex (1.0, 300 languages) panics on a capital before a
no-break space, writes its backtrace over the terminal, takes quadratic time on open quotes, parts
“M. Dupont” and has no build for musl; pysbd (last of 2021) parts quotes from their stops in Chinese
and takes 50 ms a page. Here a page takes a tenth of a millisecond a paragraph, in linear time.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import islice, pairwise

from ..loading.limits import SENTENCES
from ..loading.paragraphs import Span, paragraphs
from .stops import Stop, ends_sentence

_CLOSERS = "\"'”“’‘»«›‹)\\]」』】〉》）"
_STOP = re.compile(
    r"(?P<signs>[。！？｡]++|[.!?…؟۔।॥։።‼⁇⁈⁉]++)"
    rf"(?P<closers>(?:[{_CLOSERS}]|\[\d{{1,3}}\])*+(?:[ \u00a0\u202f][»›](?=\s|\Z))?)"
)
_LONGEST_WORD = 24
"""Characters before a stop that are looked at; no abbreviation is as long."""
_MARKER = re.compile(r"\s*+(?:[-*+•‣◦▪·–—]|\(?(?:\d{1,2}|[a-z])[.)])\s")
"""What an item of a list begins with."""
_GOES_ON = frozenset(",;:-–—(/&、，；：")
"""A line that ends in one of these goes on in the next."""
_ROOM = 0.8
"""The share of the longest line within which the next word would have been set in a line."""


def sentences(text: str, language: str = "en") -> tuple[Span, ...]:
    """Return where each sentence begins and ends, in code points, without white space around it.

    `language` is a tag (BCP 47); it only says whether `3. Oktober` is one. Linear in the text.
    """
    found = (
        sentence
        for paragraph in paragraphs(text)
        for line in _lines(text, paragraph)
        for sentence in _sentences(text, line, language)
    )
    told_apart = tuple(islice(found, SENTENCES))
    rest = next(found, None)
    return told_apart if rest is None else (*told_apart, (rest[0], len(text.rstrip())))


def _lines(text: str, paragraph: Span) -> Iterator[Span]:
    """Yield the parts of a paragraph that line breaks set apart: headings, and items of lists."""
    start, end = paragraph
    spans = list(_line_spans(text, start, end))
    longest = max(last - first for first, last in spans)
    begin = start
    for (first, last), (following, after) in pairwise(spans):
        before, behind = text[first:last].strip(), text[following:after]
        if _MARKER.match(behind) or _is_short(before, behind.strip(), longest):
            yield begin, last
            begin = following
    yield begin, end


def _line_spans(text: str, start: int, end: int) -> Iterator[Span]:
    while (line_break := text.find("\n", start, end)) >= 0:
        yield start, line_break
        start = line_break + 1
    yield start, end


def _is_short(line: str, following: str, longest: int) -> bool:
    """Say whether a line was ended on purpose: there was room, and nothing says that it goes on."""
    word = following.split(maxsplit=1)[0] if following else ""
    had_room = len(line) + 1 + len(word) <= longest * _ROOM
    return had_room and not word[:1].islower() and line[-1:] not in _GOES_ON


def _sentences(text: str, line: Span, language: str) -> Iterator[Span]:
    start, end = line
    for found in _STOP.finditer(text, start, end):
        stop, behind = found.span()
        before = max(start, stop - _LONGEST_WORD)
        after = text[behind : min(end, behind + _LONGEST_WORD)]
        signs, closers = found.groups()
        if ends_sentence(
            Stop(text[before:stop], signs, closers, after, whole=before == start), language
        ):
            yield from _trimmed(text, start, behind)
            start = behind
    yield from _trimmed(text, start, end)


def _trimmed(text: str, start: int, end: int) -> Iterator[Span]:
    found = text[start:end]
    if found.strip():
        yield start + len(found) - len(found.lstrip()), start + len(found.rstrip())
