"""A dossier as Markdown with footnotes (CommonMark, and `[^1]` as GitHub and Pandoc have them).

No text of the data becomes markup: what Markdown reads as a sign is escaped, and the only links are
the footnotes and the web addresses of sources.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from ..dossier.parts import Document, Entry, Facts, Item, Note, Part, Quoted, Remark

_SIGNS = re.compile(r"[\\`*_\[\]<>|&#~^]|\$(?!\d)")
"""What is markup anywhere. Before a digit `$` stands for dollars, and begins no formula."""
_LINE_STARTS = re.compile(r"^(\d+)(?=[.)](?:\s|$))|^(?=[-+=:])")
_ADDRESSES = re.compile(r"(?i):(?=//)|(?<=mailto):|(?<=xmpp):|(?<=\w)\.(?=[^\W\d_]{2})")
"""What programs turn into links by themselves."""


def written(document: Document) -> str:
    """Return the document as Markdown; it ends with a line feed."""
    return "\n".join(_lines(document)) + "\n"


def escaped(text: str) -> str:
    """Return text that reads the same after Markdown is rendered, behind other text."""
    return _ADDRESSES.sub(r"\\\g<0>", _SIGNS.sub(r"\\\g<0>", text)).strip()


def line(text: str) -> str:
    """Return text that reads the same at the start of a line, where lists and rules begin."""
    return _LINE_STARTS.sub(r"\g<0>\\", escaped(text))


def _lines(document: Document) -> Iterator[str]:
    """Yield lines, the blocks of them parted by blank ones."""
    if document.title:
        yield from (f"# {line(document.title)}", "", *map(line, document.about), "")
    for number, entry in enumerate(document.entries, 1):
        yield from _entry(entry, number if document.title else None)
    yield from map(_note, document.notes)


def _entry(entry: Entry, number: int | None) -> Iterator[str]:
    """Yield a claim: under a heading in a dossier, in bold where it is copied alone."""
    heading = escaped(entry.heading)
    yield f"**{heading}**" if number is None else f"## {number}. {heading}"
    if entry.about:
        yield from ("", line(entry.about))
    for part in entry.parts:
        yield from ("", *_part(part))
    yield ""


def _part(part: Part) -> Iterable[str]:
    match part:
        case Remark(label, text):
            return (f"**{escaped(label)}:** {escaped(text)}",)
        case Facts(pairs):
            return tuple(f"- {line(label)}: {escaped(value)}" for label, value in pairs)
        case Item(text, depth):
            return (f"{'  ' * depth}- {line(text)}",)
        case Quoted():
            return (f"{'  ' * part.depth}> {_quoted(part)}",)


def _quoted(quoted: Quoted) -> str:
    remarks = f" ({escaped('; '.join(quoted.remarks))})" if quoted.remarks else ""
    return f"“{escaped(quoted.exact)}”[^{quoted.number}]{remarks}"


def _note(note: Note) -> str:
    told = (line(note.said), f"*{escaped(note.title)}*", escaped(note.detail))
    link = (f"<{note.url}>",) if note.url else ()
    return f"[^{note.number}]: {', '.join(filter(None, (*told, *link)))}. {escaped(note.verdict)}"
