"""The story of an index: the lead claims of its sources, each tied to what is told before it."""

from __future__ import annotations

import sqlite3
from collections.abc import Sequence
from typing import Final

from scale_explorer.models.kinds import Kind
from scale_explorer.models.reason import ReasonType

from ..analysis.pages import STORY as TITLE
from ..analysis.wording import TELLING
from ..store.sqlite import STORY
from .headings import HEADINGS
from .schema import SORTS

_HEADING: Final = len(HEADINGS)
"""The number of the heading that all of a story stands under: no page has it."""

_REASON: Final = """SELECT m.type FROM item i JOIN manner m USING (manner)
    WHERE i.sort = ? AND i.subject = ? AND i.object IN (SELECT claim FROM entry WHERE owner = ?)
    ORDER BY i.row LIMIT 1"""


def write_story(connection: sqlite3.Connection, lead: Sequence[str]) -> int:
    """Write the lines of a story into an index that is filled; return how many there are.

    What is nowhere has no line, as in a set that is checked.
    """
    connection.execute("INSERT INTO heading VALUES (?, ?)", (_HEADING, TITLE))
    position = 0
    for claim in dict.fromkeys(lead):
        found = connection.execute("SELECT row FROM item WHERE id = ?", (claim,)).fetchone()
        if found is None:
            continue
        (row,) = found
        because = connection.execute(_REASON, (SORTS[Kind.REASON], row, STORY)).fetchone()
        word = TELLING[ReasonType(because[0])] if because else None
        connection.execute(
            "INSERT INTO entry VALUES (?, ?, ?, ?, NULL, ?)", (STORY, position, _HEADING, row, word)
        )
        position += 1
    return position
