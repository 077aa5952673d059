"""Whether the quotes of imported records stand in the texts of their sources.

Decided by the same functions as in a set that is checked (`data/grounding/`), but a text at a time:
quotes and sources come in any order, and there may be more of both than fit into memory.
"""

from __future__ import annotations

import sqlite3
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Final

from scale_explorer.models.errors import DataError
from scale_explorer.models.evidence import Quote
from scale_explorer.models.kinds import Kind

from ..grounding.ground import Grounded, Verdict, judged
from ..grounding.match import find
from ..grounding.words import Haystack
from ..loading.complaint import shortened
from ..loading.copies import own_copy
from ..loading.paragraphs import paragraphs
from ..watch import SILENT, Phase, Watch
from .schema import SORTS
from .sink import Doubt

TOLD: Final = 20
"""Quotes that are not there, and texts, that are told; all are counted."""
_AT_ONCE = 2_000
_REMEMBERED = 10_000
"""Quotes of a text that are looked for once, however many claims rest on them."""

_Asked = tuple[str, str, str, int | None, int | None]
_Row = tuple[int, int, str, str, str, int | None, int | None]


@dataclass(slots=True)
class Proved:
    """How many texts were read, why others were not, and the first quotes that are not there."""

    texts: int = 0
    unread: list[str] = field(default_factory=list[str])
    doubts: list[Doubt] = field(default_factory=list[Doubt])


def prove(
    connection: sqlite3.Connection, roots: Sequence[Path | None], watch: Watch = SILENT
) -> Proved:
    """Look for the quotes in the staging tables that nobody looked for yet; keep the verdicts.

    Texts lie below `roots`, of which there is one for each file of records.
    """
    proved = Proved()
    (count,) = connection.execute(f"SELECT count(*) {_NAMED}", (SORTS[Kind.SOURCE],)).fetchone()
    if not count:
        return proved
    connection.execute(
        "CREATE INDEX s.quote_by_source ON quote (source) WHERE verdict = 'unchecked'"
    )
    for done, (source, root, name) in enumerate(_named_texts(connection, roots)):
        watch.step(Phase.QUOTES, done, count)
        _prove_one(connection, source, root, name, proved, watch)
    return proved


_NAMED: Final = "FROM s.named WHERE sort = ? AND json_extract(rest, '$.text') IS NOT NULL"
"""The sources with a text that may be there."""


def _named_texts(
    connection: sqlite3.Connection, roots: Sequence[Path | None]
) -> Iterator[tuple[str, Path, str]]:
    """Yield the sources with a text that is to be looked for, the folder, and the name in it."""
    rows: Iterable[tuple[str, int, str]] = connection.execute(
        f"SELECT id, file, json_extract(rest, '$.text') {_NAMED} ORDER BY seq",
        (SORTS[Kind.SOURCE],),
    )
    for source, file, name in rows:
        root = _root(roots, file)
        if root is not None:
            yield source, root, str(name)


def _root(roots: Sequence[Path | None], file: int) -> Path | None:
    return roots[file] if file < len(roots) else None


def _prove_one(  # noqa: PLR0913, PLR0917 - a text, and where what is found of it goes
    connection: sqlite3.Connection, source: str, root: Path, name: str, proved: Proved, watch: Watch
) -> None:
    judge: _Judge | None = None
    for rows in _unchecked(connection, source):
        try:
            judge = judge or _Judge(own_copy(root, name).text, source)
        except DataError as error:
            proved.unread.append(str(error))
            return
        verdicts = [(judge(each), each) for each in rows]
        _keep(connection, verdicts)
        missing = [each for found, each in verdicts if found.verdict is Verdict.MISSING]
        room = TOLD - len(proved.doubts)
        proved.doubts.extend(_doubts(connection, missing[:room], source))
        watch.step(Phase.QUOTES, 0, 0)
    proved.texts += judge is not None


def _unchecked(connection: sqlite3.Connection, source: str) -> Iterator[list[_Row]]:
    """Yield the quotes of a source that nobody looked for, some at a time."""
    last = 0
    while rows := connection.execute(
        "SELECT rowid, seq, exact, prefix, suffix, start, end FROM s.quote"
        " WHERE source = ? AND verdict = 'unchecked' AND rowid > ? ORDER BY rowid LIMIT ?",
        (source, last, _AT_ONCE),
    ).fetchall():
        last = rows[-1][0]
        yield rows


class _Judge:
    """Says where quotes stand in one text."""

    def __init__(self, text: str, source: str) -> None:
        self._source = source
        self._haystack = Haystack.of(text)
        self._paragraphs = paragraphs(text)
        self._found: dict[_Asked, Grounded] = {}

    def __call__(self, row: _Row) -> Grounded:
        asked = row[2:]
        found = self._found.get(asked)
        if found is None:
            if len(self._found) >= _REMEMBERED:
                self._found.clear()
            found = self._found[asked] = self._look(asked)
        return found

    def _look(self, asked: _Asked) -> Grounded:
        exact, prefix, suffix, start, end = asked
        quote = Quote.model_construct(
            source=self._source, exact=exact, prefix=prefix, suffix=suffix, start=start, end=end
        )
        # The text is the authors' own, as it lies beside the records: their positions count.
        return judged(find(self._haystack, quote, by_position=True), self._paragraphs)


def _keep(connection: sqlite3.Connection, verdicts: Sequence[tuple[Grounded, _Row]]) -> None:
    connection.executemany(
        "UPDATE s.quote SET verdict = ?, start = ?, end = ?, paragraph = ? WHERE rowid = ?",
        (
            (found.verdict.value, found.start, found.end, found.paragraph, row[0])
            for found, row in verdicts
        ),
    )


def _doubts(connection: sqlite3.Connection, rows: Sequence[_Row], source: str) -> Iterator[Doubt]:
    """Yield what is to be told of quotes that are not there, but for those of what was left out."""
    for row in rows:
        found = connection.execute(
            "SELECT id, file, line FROM s.named WHERE seq = :seq"
            " UNION ALL SELECT id, file, line FROM s.claim WHERE seq = :seq",
            {"seq": row[1]},
        ).fetchone()
        if found is not None:
            record, file, line = found
            message = f"“{shortened(row[2])}” is not in the text of {source}"
            yield Doubt("quote_not_in_source", message, record, file, line)


def verdicts_of(connection: sqlite3.Connection) -> dict[str, int]:
    """Return how many quotes of an index have which verdict."""
    rows = connection.execute("SELECT verdict, count(*) FROM evidence GROUP BY verdict")
    return dict(Counter(dict(rows.fetchall())).most_common())
