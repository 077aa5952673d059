"""Text as it is kept: paragraphs parted by one blank line, nothing that cannot be seen.

A line break inside a paragraph stays where it is: where quotes are looked for it counts as a space,
and only a person knows whether it means more.
"""

from __future__ import annotations

import re

from scale_explorer.models.text import clean

_LINE_BREAKS = re.compile(r"\r\n?|[\v\f\x85\u2028]")
_PARAGRAPH_BREAK = re.compile(r"\n(?:[^\S\n]*\n)+|\u2029")
_BLANKS = re.compile(r"[ \t]+")
_UNSEEN = re.compile("[\u00ad\u200b\u200e\u200f\u2060\u2061-\u2064\ufeff]")
"""Signs that only tell where a word may be parted, or which way it runs."""
_LONG_LINE = 200
"""Characters that only a line has which is a whole paragraph."""


def tidy(text: str) -> str:
    """Return text as it is kept in a source's file, with one line end behind the last line.

    Text without blank lines whose lines are paragraphs, as programs that copy a page write it, gets
    blank lines between them. Empty text stays empty.
    """
    plain = _UNSEEN.sub("", _LINE_BREAKS.sub("\n", text))
    paragraphs = [
        lines for part in _PARAGRAPH_BREAK.split(plain) if (lines := _tidy_lines(part)).strip()
    ]
    if len(paragraphs) == 1 and _has_long_lines(paragraphs[0]):
        paragraphs = paragraphs[0].split("\n")
    joined = "\n\n".join(paragraphs)
    return clean(f"{joined}\n", multiline=True) if joined else ""


def _tidy_lines(part: str) -> str:
    lines = (_BLANKS.sub(" ", line.rstrip()) for line in part.split("\n"))
    return "\n".join(line for line in lines if line)


def _has_long_lines(paragraph: str) -> bool:
    """Say whether lines are paragraphs: most of the text stands in lines too long to be wrapped."""
    lines = paragraph.split("\n")
    long = sum(len(line) for line in lines if len(line) > _LONG_LINE)
    return len(lines) > 1 and long * 2 > len(paragraph)
