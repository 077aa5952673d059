"""The room that a value takes up in its document: what goes from the text when it goes."""

from __future__ import annotations

import re
from collections.abc import Sequence

from ..loading.skeleton import COMMENT
from .splices import Splice
from .text_lines import TextLines
from .values import Value

_COMMA = re.compile(rf"(?:\s|{COMMENT})*+,")
_REST = re.compile(rf"[ \t]*,?[ \t]*(?:{COMMENT})?\r?(?:\n|$)")
_DIRECTIVE = "#:"
"""How a comment begins that editors read, such as the one that names a schema."""


def comma_behind(text: str, place: int, before: int) -> int | None:
    """Return the place behind the comma that follows, if one does before another place."""
    found = _COMMA.match(text, place, before)
    return found.end() if found else None


def extent(value: Value) -> int:
    """Return where the last piece of a value ends, its sections included."""
    inner = [*(value.entries or {}).values(), *(value.items or ())]
    return max([value.end, value.last, *map(extent, inner)])


def room_of_section(lines: TextLines, value: Value) -> Splice:
    """Return the lines of a section, the comment right above it, and one blank line."""
    start = lines.start(value.start)
    while start and (above := lines.line(lines.start(start - 1))).startswith("#"):
        if above.startswith(_DIRECTIVE):
            break
        start = lines.start(start - 1)
    end = lines.next(extent(value))
    if end < len(lines.text) and not lines.line(end):
        end = lines.next(end)
    elif end == len(lines.text) and start and not lines.line(lines.start(start - 1)):
        start = lines.start(start - 1)
    return Splice(start, end, "")


def room_of_pair(lines: TextLines, value: Value) -> Splice:
    """Return the lines of a key and its value in a section, and the comment behind it."""
    return Splice(lines.start(value.key), lines.next(value.end), "")


def room_of_member(lines: TextLines, members: Sequence[tuple[int, int]], place: int) -> Splice:
    """Return the room of one of the members of a list or of an inline table, with a comma.

    `members` are their starts and ends in order.
    """
    start, end = members[place]
    before = lines.text[lines.start(start) : start]
    alone = not before.strip() and _REST.match(lines.text, end)
    if alone:
        return Splice(lines.start(start), lines.next(end), "")
    if place + 1 < len(members):
        return Splice(start, members[place + 1][0], "")
    if place:
        return Splice(members[place - 1][1], end, "")
    return Splice(start, comma_behind(lines.text, end, len(lines.text)) or end, "")
