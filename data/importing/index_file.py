"""The index file: records are put aside as they come, and made into one file when all are there."""

from __future__ import annotations

import json
import os
import sqlite3
import tempfile
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import nullcontext, suppress
from dataclasses import asdict
from pathlib import Path
from types import TracebackType
from typing import Self, cast

from scale_explorer.models.kinds import Kind
from scale_explorer.models.relation_type import MEANINGS
from scale_explorer.models.version import __version__

from ..analysis.wording import FOLLOWING
from ..grounding.ground import Verdict
from ..slug import cut, slug
from ..store.index_format import FORMAT, KEY
from ..store.paths import HUB
from ..store.rows.edges import MEMBER, PARTY
from ..store.rows.sets import SetRow, Verification
from ..store.seal import seal
from ..store.tie_types import TIE_NUMBERS
from ..watch import SILENT, Phase, Watch
from .doubles import settle_doubles
from .dropped import dropped
from .headings import HEADINGS, NUMBERS, of_ties
from .manners import manner_row
from .missing import write_missing
from .past import write_past
from .proving import TOLD, prove, verdicts_of
from .resting import Resting
from .schema import SORTS, schema
from .shaped import Shaped
from .sink import Doubt, Item, Placing, Refusal, Refused, Written
from .sources import Source
from .staging import Staging
from .story import write_story
from .target import sweep, unfinished

_ID = "index"
"""The id of the set of an index whose file's name makes none."""
_PAGES = 128 * 1024
"""Kilobytes of the file that are kept in memory while it is written, whatever its size."""
_INSTRUCTIONS = 2_000_000
"""Steps of SQLite's machine, some hundredths of a second, after which a watch is asked."""
_STEPS = Path(__file__).with_name("finish.sql")
_VALUES = {
    "relationship": SORTS[Kind.RELATIONSHIP],
    "figure": SORTS[Kind.FIGURE],
    "deal": SORTS[Kind.DEAL],
    "reason": SORTS[Kind.REASON],
    "why": NUMBERS["Why"],
    "party": TIE_NUMBERS[PARTY],
    "member": TIE_NUMBERS[MEMBER],
    "figures": NUMBERS["Figures"],
    "hub": HUB,
}


class IndexWriter:
    """Makes an index of the records that are added; nothing takes its place until `finish`.

    Used as a context: what was not finished leaves nothing behind, and what a killed one left goes;
    so whoever makes one must hold the place (`target.held`). `title` is what the set is
    called, `watch` hears how it goes and may stop it by raising something. `sources` are what
    the records come from: they have texts beside them, a summary, and a story.
    """

    def __init__(
        self,
        path: Path,
        title: str,
        watch: Watch = SILENT,
        sources: Sequence[Source] = (),
    ) -> None:
        self._path, self._title, self._sources = path, title, tuple(sources)
        self._watch = watch
        self._stopped: BaseException | None = None
        sweep(path)
        self._folder = tempfile.TemporaryDirectory(prefix=unfinished(path), dir=path.parent)
        self._file = Path(self._folder.name) / "index"
        self._connection = sqlite3.connect(self._file, isolation_level=None)
        self._prepare()
        self._staging = Staging(self._connection)
        self._connection.execute("BEGIN")

    def _prepare(self) -> None:
        run = self._connection.execute
        # Both files are new and go as a whole, so neither a journal nor syncing protects anything.
        run("ATTACH ? AS s", (str(Path(self._folder.name) / "staging"),))
        for name in ("main", "s"):
            run(f"PRAGMA {name}.journal_mode = OFF")
            run(f"PRAGMA {name}.synchronous = OFF")
            run(f"PRAGMA {name}.locking_mode = EXCLUSIVE")
            run(f"PRAGMA {name}.cache_size = -{_PAGES}")
        run("PRAGMA temp_store = FILE")
        self._connection.executescript(schema())
        self._told: tuple[int, int] = (0, 0)

    def __enter__(self) -> Self:
        """Use it until the end of the block."""
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        """Remove what was not finished; raises what stopped it, where SQLite says only that."""
        self._connection.close()
        with suppress(OSError):
            self._folder.cleanup()
        if getattr(error, "sqlite_errorcode", None) == sqlite3.SQLITE_INTERRUPT:
            raise (self._stopped or KeyboardInterrupt) from error

    def add(self, item: Item) -> None:
        """Take a record over; raises ValueError where it holds what cannot be read."""
        self._staging.add(item)

    def reserve(self, count: int) -> int:
        """Return the first of so many places among all records."""
        return self._staging.reserve(count)

    def take(self, shaped: Shaped) -> None:
        """Take over records that are shaped already; raises sqlite3.Error."""
        self._staging.take(shaped)

    def finish(self, refused: Callable[[Refused], None], placing: Placing = nullcontext) -> Written:
        """Make the index and put it in its place, within `placing`.

        Raises OSError, sqlite3.Error and what `placing` raises.
        """
        self._staging.flush()
        # Not before: while files are read it is them who tell how far it is.
        self._connection.set_progress_handler(self._beat, _INSTRUCTIONS)
        resting = Resting(self._connection)
        merged, clashes = settle_doubles(self._connection, refused, resting.settle)
        proved = prove(self._connection, [each.root for each in self._sources], self._watch)
        lost = 0
        self._tables_of_codes(self._staging.manners | resting.manners)
        steps, values = tuple(_steps()), _VALUES | {"named": self._named()}
        done, total = 0, sum(weight for _, weight, _ in steps)
        for name, weight, statements in steps:
            self._told = done, total
            self._beat()
            done += weight
            for statement in statements:
                self._connection.execute(statement, values)
            if name == "Writing reasons":
                lost = self._tell_lost(refused)
        write_past(self._connection)
        gone = dropped(self._connection, TOLD)
        written = Written(
            self._counts(), merged, clashes + lost, verdicts_of(self._connection), proved.texts,
            tuple(proved.unread), gone.counts, (*filter(self._holds, proved.doubts), *gone.doubts),
        )  # fmt: skip
        lead = write_story(
            self._connection, [claim for each in self._sources for claim in each.lead]
        )
        self._write_meta(written, lead)
        self._connection.execute("COMMIT")
        self._connection.close()
        seal(self._file)
        _put_in_place(self._file, self._path, placing)
        return written

    def _holds(self, doubt: Doubt) -> bool:
        """Say whether the record that is doubted is in the index, and was not left out after."""
        sql = "SELECT 1 FROM item WHERE id = ?"
        return self._connection.execute(sql, (doubt.id,)).fetchone() is not None

    def _named(self) -> int:
        """Return how many records have a name: they are numbered first."""
        (count,) = self._connection.execute("SELECT count(*) FROM s.named").fetchone()
        return int(count)

    def _beat(self) -> int:
        """Tell how far it is; called by SQLite now and then, too, so that it can be stopped."""
        try:
            self._watch.step(Phase.BUILDING, *self._told)
        except BaseException as error:
            self._stopped = error  # SQLite would only say that it was interrupted
            raise
        return 0

    def _tables_of_codes(self, manners: Iterable[int]) -> None:
        run = self._connection.executemany
        rows = map(manner_row, sorted(manners))
        run("INSERT INTO manner VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)", rows)
        run("INSERT INTO heading VALUES (?, ?)", enumerate(HEADINGS))
        phrases = ((type_.value, each.phrase, each.inverse) for type_, each in MEANINGS.items())
        run("INSERT INTO phrase VALUES (?, ?, ?)", phrases)
        run("INSERT INTO following VALUES (?, ?)", FOLLOWING.items())
        self._connection.execute("CREATE TABLE s.type (name TEXT PRIMARY KEY, number INTEGER)")
        run("INSERT INTO s.type VALUES (?, ?)", TIE_NUMBERS.items())
        self._connection.execute(
            "CREATE TABLE s.tying (manner INTEGER PRIMARY KEY, number INTEGER)"
        )
        self._connection.execute(
            "INSERT INTO s.tying SELECT m.manner, t.number"
            " FROM manner m JOIN s.type t ON t.name = m.type"
        )
        self._connection.execute("CREATE TABLE s.section (type INT, outward INT, heading INT)")
        run("INSERT INTO s.section VALUES (?, ?, ?)", of_ties())
        self._connection.execute("CREATE TABLE s.sort (name TEXT, number INTEGER PRIMARY KEY)")
        run("INSERT INTO s.sort VALUES (?, ?)", SORTS.items())

    def _tell_lost(self, refused: Callable[[Refused], None]) -> int:
        """Tell of the claims that name what is nowhere; return how many they are."""
        sql = """SELECT c.id, CASE WHEN a.id IS NULL THEN c.subject ELSE c.object END,
                 c.file, c.line FROM s.claim c LEFT JOIN s.place p ON p.seq = c.seq
                 LEFT JOIN item a ON a.id = c.subject
                 WHERE p.seq IS NULL ORDER BY c.seq"""
        count = 0
        for record, end, file, line in self._connection.execute(sql):
            refused(Refused(Refusal.NO_END, record, end, file, line))
            count += 1
        return count

    def _counts(self) -> dict[Kind, int]:
        rows = self._connection.execute("SELECT kind, last - first + 1 FROM kind")
        found = dict(cast("list[tuple[str, int]]", rows.fetchall()))
        return {kind: found[kind.value] for kind in Kind if kind.value in found}

    def _write_meta(self, written: Written, lead: int) -> None:
        errors = write_missing(self._connection)
        summary = next((each.summary for each in self._sources if each.summary), "")
        found = Counter(written.verdicts)
        locked = found[Verdict.LOCKED] + found[Verdict.LOCKED_ELSEWHERE]
        row = SetRow(
            id=cut(slug(self._path.stem)) or _ID, title=self._title, summary=summary,
            counts=tuple(written.counts.items()), lead=lead,
            verification=Verification(found.total(), found[Verdict.HERE], locked),
            errors=errors, warnings=0, known=0, qualities=(),
        )  # fmt: skip
        meta = {
            KEY: str(FORMAT),
            "version": __version__,
            "summary": json.dumps(asdict(row), ensure_ascii=False),
        }
        self._connection.executemany("INSERT INTO meta VALUES (?, ?)", meta.items())


def _steps() -> Iterator[tuple[str, int, list[str]]]:
    """Yield the name, the weight and the statements of each step of `finish.sql`."""
    numbers = {kind: str(_VALUES[kind]) for kind in ("figure", "reason")}
    _, *parts = _STEPS.read_text(encoding="utf-8").format(**numbers).split("\n\n-- ")
    for part in parts:
        title, _, statements = part.partition("\n")
        name, _, weight = title.partition(": ")
        yield name, int(weight), [each for each in statements.split(";\n") if each.strip()]


def _put_in_place(made: Path, target: Path, placing: Placing) -> None:
    """Let a file take the place of another, whole and lasting (as `loading/write.py` does)."""
    with made.open("rb") as file:
        os.fsync(file.fileno())
    with placing():
        made.replace(target)
    folder = os.open(target.parent, os.O_RDONLY)
    try:
        os.fsync(folder)
    finally:
        os.close(folder)
