"""`import SOURCE… -o FILE`: files of any size into one index that `--data` opens."""

from __future__ import annotations

import gc
import shlex
import sqlite3
from collections import Counter
from collections.abc import Generator, Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from itertools import islice
from pathlib import Path
from shutil import disk_usage

from scale_explorer.data.finding import Finding
from scale_explorer.data.importing.crew import Crew
from scale_explorer.data.importing.find import find_sources, title_of
from scale_explorer.data.importing.in_folder import Left
from scale_explorer.data.importing.index_file import IndexWriter
from scale_explorer.data.importing.rejects import Rejects
from scale_explorer.data.importing.run import Import, Imported
from scale_explorer.data.importing.sources import Source
from scale_explorer.data.importing.target import held, refuse_foreign, target_of
from scale_explorer.data.loading.read import shown
from scale_explorer.data.watch import Watch
from scale_explorer.models.errors import DataError
from scale_explorer.models.frozen import dataclass
from scale_explorer.models.kinds import Kind
from scale_explorer.models.text import clean

from ..diagnostic import drawn
from ..exits import FINE, FOUND
from ..progress_words import duration
from .answer import Answer
from .counting import counted
from .drawing.blocks import Block, Column, Facts, Heading, Sheet
from .ended import cleaned_up
from .json_text import json_text
from .progress import progress

_LOST = 20
"""Properties that people are told of; machines are told of all."""
_COLUMNS = (Column("what"), Column("name"), Column("count", right=True))
_SHOWN = 20
"""Files, and reasons, that people are told of."""
_SOON = 0.05
_VERDICTS = {
    "here": "verbatim in their texts", "locked": "proved by the lock of their set",
    "locked_elsewhere": "proved by the lock, in another edition",
    "ambiguous": "in several places of their texts", "missing": "not in their texts",
    "unchecked": "without a text to look in",
}  # fmt: skip
"""What is known of quotes (`data/grounding/ground.py`), in a summary's words."""


@dataclass(frozen=True, slots=True)
class Taken:
    """A file that was imported, and what it was taken for."""

    file: str
    format: str


@dataclass(frozen=True, slots=True)
class Done(Answer):
    """An index that was written, and all that became of its sources."""

    path: Path
    title: str
    sources: tuple[Taken, ...]
    sums: Imported
    left: tuple[Left, ...] = ()

    def blocks(self) -> Iterator[Block]:
        """Yield the sums, and what was lost."""
        yield Facts(tuple(self._facts()))
        if len(self.sources) > 1 or self.left:
            yield Heading("Taken for", 2)
            yield self._taken()
        if self.left:
            yield Heading("Not imported", 2)
            yield self._left()
        if self.sums.lost:
            yield Heading("Lost, as an index has no place for it", 2)
            yield self._lost()

    def _facts(self) -> Iterator[tuple[str, str]]:
        sums = self.sums
        yield "wrote", shown(self.path)
        yield "title", self.title
        yield "read", counted(sums.read, "record")
        yield "kept", _parts(sum(sums.kept.values()), _by_kind(sums.kept))
        if sums.merged:
            yield "merged", f"{sums.merged:,} that came more than once"
        if sums.rejected:
            yield "rejected", _parts(sum(sums.rejected.values()), sums.rejected)
        if sums.unresolved:
            yield "unresolved", f"{sums.unresolved:,} of these name a record that is nowhere"
        if sums.rejects:
            yield "kept aside", shown(sums.rejects)
        if sums.verdicts:
            yield "quotes", _parts(sum(sums.verdicts.values()), _in_words(sums.verdicts))
        if sums.unread:
            yield "texts", f"{len(sums.unread):,} cannot be read: {sums.unread[0]}"
        yield "time", self._time()
        yield "next", f"scale-explorer --data {shlex.quote(shown(self.path))}"

    def _time(self) -> str:
        if self.sums.seconds < _SOON:
            return "no time to speak of"
        spent = self.sums.seconds
        told = f"{spent:.1f} s" if spent < 60 else duration(spent)
        return f"{told}, {self.sums.rate:,.0f} records a second"

    def _taken(self) -> Sheet:
        rows = [(each.file, each.format) for each in self.sources[:_SHOWN]]
        if rest := len(self.sources) - len(rows):
            rows.append((f"{rest:,} others", ""))
        return Sheet((Column("file", least=20), Column("format")), tuple(rows))

    def _left(self) -> Sheet:
        """Return a row a reason, however many files there are for it."""
        why: dict[str, list[str]] = {}
        for each in self.left:
            why.setdefault(each.reason, []).append(each.label)
        rows = [(_and_others(labels), reason) for reason, labels in islice(why.items(), _SHOWN)]
        if rest := len(why) - len(rows):
            rows.append((f"{rest:,} others", "--format json tells all"))
        return Sheet((Column("file", least=20), Column("why", least=20)), tuple(rows))

    def _lost(self) -> Sheet:
        most = list(self.sums.lost.items())
        rows = [(name, f"{count:,}") for name, count in most[:_LOST]]
        rest = most[_LOST:]
        if rest:
            rows.append((f"{len(rest):,} others", f"{sum(count for _, count in rest):,}"))
        return Sheet((Column("what", least=20), Column("values", right=True)), tuple(rows))

    def sheet(self) -> Sheet:
        """Return a row a number."""
        sums = self.sums
        rows: list[tuple[str, str, int]] = [("read", "", sums.read)]
        rows += [("kept", kind.value, count) for kind, count in sums.kept.items()]
        rows.append(("merged", "", sums.merged))
        rows += [("rejected", code, count) for code, count in sums.rejected.items()]
        rows += [("lost", name, count) for name, count in sums.lost.items()]
        rows += [("quotes", verdict, count) for verdict, count in sums.verdicts.items()]
        return Sheet(_COLUMNS, tuple(rows))

    def items(self) -> Iterator[str]:
        """Yield one object."""
        sums = self.sums
        yield json_text(
            {
                "file": shown(self.path),
                "title": self.title,
                "sources": [{"file": each.file, "format": each.format} for each in self.sources],
                "left": [{"file": each.label, "reason": each.reason} for each in self.left],
                "read": sums.read,
                "kept": {kind.value: count for kind, count in sums.kept.items()},
                "merged": sums.merged,
                "rejected": sums.rejected,
                "unresolved": sums.unresolved,
                "lost": sums.lost,
                "quotes": dict(sums.verdicts),
                "texts": {"read": sums.texts, "unread": list(sums.unread)},
                "rejects": shown(sums.rejects) if sums.rejects else None,
                "seconds": round(sums.seconds, 3),
                "records_a_second": round(sums.rate),
            }
        )

    def json(self) -> Iterator[str]:
        """Yield the object alone."""
        yield from self.items()

    def status(self) -> int:
        """Return whether anything was left out."""
        return FOUND if self.sums.rejected else FINE

    def narration(self) -> str:
        """Show the first of what was left out or is not there, and say how much there is."""
        doubts = _drawn(self.sums.doubts)
        if missing := self.sums.verdicts.get("missing"):
            doubts.append(f"{counted(missing, 'quote')} not in the texts of their sources.")
        if not self.sums.rejected:
            return "\n".join(doubts)
        lines = [*doubts, *_drawn(self.sums.first)]
        total = sum(self.sums.rejected.values())
        more = total - len(self.sums.first)
        also = f", {more:,} more" if more else ""
        lines.append(f"{counted(total, 'record')} left out{also}; all stand in {self._aside}.")
        return "\n".join(lines)

    @property
    def _aside(self) -> str:
        return shown(self.sums.rejects) if self.sums.rejects else "no file"


def run(
    sources: Sequence[str], output: str, title: str | None, *, strict: bool, force: bool
) -> Done:
    """Import; raises DataError or UsageError where nothing was written, and all is as it was."""
    path = target_of(output, sources)
    refuse_foreign(path, force=force)
    with cleaned_up(), held(path), progress() as watch:
        found = find_sources(sources, watch)
        called = clean(title or "").strip() or title_of(found.sources, path)
        sums = _written(path, called, found.sources, watch, strict=strict)
    return Done(path, called, tuple(_taken_from(found.sources)), sums, tuple(found.left))


def _taken_from(sources: Iterable[Source]) -> Iterator[Taken]:
    """Yield every file that was read, those of a set one by one."""
    for source in sources:
        for file in source.parts or (source.label,):
            yield Taken(file, source.format)


def _written(
    path: Path, title: str, sources: Sequence[Source], watch: Watch, *, strict: bool
) -> Imported:
    try:
        with (
            _without_collecting(),
            Rejects(path) as rejects,
            IndexWriter(path, title, watch, sources) as writer,
            Crew() as crew,
        ):
            return Import(sources, rejects, watch, strict, crew).into(writer)
    except (OSError, sqlite3.Error) as error:
        reason = error.strerror if isinstance(error, OSError) and error.strerror else str(error)
        told = f"{shown(path)} cannot be written: {reason}{_room(path)}."
        raise DataError(f"{told} What was there is as it was.") from error


def _room(path: Path) -> str:
    """Say how much room there is for a file: most that cannot be written find too little."""
    try:
        free = disk_usage(path.parent).free
    except OSError:
        return ""
    return f" ({free / 1_000_000:,.0f} MB are free there)"


@contextmanager
def _without_collecting() -> Generator[None]:
    """Let nothing look for garbage: records hold no circles, and there are millions of them."""
    gc.disable()
    try:
        yield
    finally:
        gc.enable()


def _drawn(findings: Iterable[Finding]) -> list[str]:
    lines = (line for finding in findings for line in drawn(finding, None))
    return ["".join(piece.text for piece in line) for line in lines]


def _and_others(labels: Sequence[str]) -> str:
    more = len(labels) - 1
    return f"{labels[0]} and {counted(more, 'other')}" if more else labels[0]


def _in_words(verdicts: Mapping[str, int]) -> Mapping[str, int]:
    return {_VERDICTS.get(verdict, verdict): count for verdict, count in verdicts.items()}


def _by_kind(counts: Mapping[Kind, int]) -> Mapping[str, int]:
    return {_named(kind, count): count for kind, count in counts.items()}


def _named(kind: Kind, count: int) -> str:
    return (kind.label if count == 1 else kind.heading).lower()


def _parts(total: int, parts: Mapping[str, int]) -> str:
    told = ", ".join(f"{count:,} {name}" for name, count in Counter(parts).most_common())
    return f"{total:,}: {told}" if parts else f"{total:,}"
