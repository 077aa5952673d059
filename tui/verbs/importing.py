"""`import SOURCE… -o FILE`: files of any size into one index that `--data` opens."""

from __future__ import annotations

import gc
import shlex
import sqlite3
from collections import Counter
from collections.abc import Generator, Iterator, Mapping, Sequence
from contextlib import contextmanager
from pathlib import Path

from scale_explorer.data.importing.crew import Crew
from scale_explorer.data.importing.find import find_sources, title_of
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
from .json_text import json_text
from .progress import progress

_LOST = 20
"""Properties that people are told of; machines are told of all."""
_COLUMNS = (Column("what"), Column("name"), Column("count", right=True))
_SOON = 0.05


@dataclass(frozen=True, slots=True)
class Done(Answer):
    """An index that was written, and all that became of its sources."""

    path: Path
    title: str
    sources: tuple[tuple[str, str], ...]
    sums: Imported

    def blocks(self) -> Iterator[Block]:
        """Yield the sums, and what was lost."""
        yield Facts(tuple(self._facts()))
        if self.sums.lost:
            yield Heading("Lost, as our records have no place for it", 2)
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
        yield "time", self._time()
        yield "next", f"scale-explorer --data {shlex.quote(shown(self.path))}"

    def _time(self) -> str:
        if self.sums.seconds < _SOON:
            return "no time to speak of"
        spent = self.sums.seconds
        told = f"{spent:.1f} s" if spent < 60 else duration(spent)
        return f"{told}, {self.sums.rate:,.0f} records a second"

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
        return Sheet(_COLUMNS, tuple(rows))

    def items(self) -> Iterator[str]:
        """Yield one object."""
        sums = self.sums
        yield json_text(
            {
                "file": shown(self.path),
                "title": self.title,
                "sources": [{"file": name, "format": form} for name, form in self.sources],
                "read": sums.read,
                "kept": {kind.value: count for kind, count in sums.kept.items()},
                "merged": sums.merged,
                "rejected": sums.rejected,
                "unresolved": sums.unresolved,
                "lost": sums.lost,
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
        """Show the first of what was left out, and say how much there is."""
        if not self.sums.rejected:
            return ""
        lines = [
            "".join(piece.text for piece in line)
            for finding in self.sums.first
            for line in drawn(finding, None)
        ]
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
    with held(path), progress() as watch:
        found = find_sources(sources, watch)
        called = clean(title or "").strip() or title_of(found, path)
        sums = _written(path, called, found, watch, strict=strict)
    told = tuple((source.label, source.format) for source in found)
    return Done(path, called, told, sums)


def _written(
    path: Path, title: str, sources: Sequence[Source], watch: Watch, *, strict: bool
) -> Imported:
    try:
        with (
            _without_collecting(),
            Rejects(path) as rejects,
            IndexWriter(path, title, watch=watch) as writer,
            Crew() as crew,
        ):
            return Import(sources, rejects, watch, strict, crew).into(writer)
    except (OSError, sqlite3.Error) as error:
        reason = error.strerror if isinstance(error, OSError) and error.strerror else str(error)
        told = f"{shown(path)} cannot be written: {reason}. What was there is as it was."
        raise DataError(told) from error


@contextmanager
def _without_collecting() -> Generator[None]:
    """Let nothing look for garbage: records hold no circles, and there are millions of them."""
    gc.disable()
    try:
        yield
    finally:
        gc.enable()


def _by_kind(counts: Mapping[Kind, int]) -> Mapping[str, int]:
    return {_named(kind, count): count for kind, count in counts.items()}


def _named(kind: Kind, count: int) -> str:
    return (kind.label if count == 1 else kind.heading).lower()


def _parts(total: int, parts: Mapping[str, int]) -> str:
    told = ", ".join(f"{count:,} {name}" for name, count in Counter(parts).most_common())
    return f"{total:,}: {told}" if parts else f"{total:,}"
