"""The text of a part of a page, as a browser sets it: one paragraph under another."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field

from selectolax.lexbor import LexborNode

from .elements import BLOCKS
from .walking import steps

_BLANKS = re.compile(r"[ \t\r\n\f]+")
_QUOTES = {True: "“", False: "”"}


@dataclass(slots=True)
class _Paragraph:
    """The pieces of a paragraph that is being read."""

    pieces: list[str] = field(default_factory=list[str])

    def finish(self) -> Iterator[str]:
        """Yield what has been read, unless that is nothing; a blank line in it parts it too."""
        lines = [_tidy(line) for line in "".join(self.pieces).split("\n")]
        self.pieces.clear()
        for part in re.split(r"\n{2,}", "\n".join(lines)):
            if text := part.strip("\n"):
                yield text


def paragraphs_of(root: LexborNode, skipped: Callable[[LexborNode], bool]) -> Iterator[str]:
    """Yield the paragraphs in an element, without those in elements that are skipped.

    A line break in the page (`br`) is one in the paragraph, two of them part it. A row of a table
    is a line.
    """
    paragraph = _Paragraph()
    verbatim = 0
    for node, begins in steps(root, skipped):
        if node.is_text_node:
            text = node.text_content or ""
            paragraph.pieces.append(text if verbatim else _BLANKS.sub(" ", text))
            continue
        tag = node.tag
        if tag in BLOCKS:
            yield from paragraph.finish()
        verbatim += (1 if begins else -1) if tag == "pre" else 0
        paragraph.pieces += _sign(tag, begins=begins)
    yield from paragraph.finish()


def _sign(tag: str | None, *, begins: bool) -> Iterator[str]:
    """Yield what an element itself puts into the text."""
    if tag == "q":
        yield _QUOTES[begins]
    elif begins and tag in {"br", "tr"}:
        yield "\n"
    elif not begins and tag in {"td", "th"}:
        yield " "


def _tidy(line: str) -> str:
    return _BLANKS.sub(" ", line).strip(" ")
