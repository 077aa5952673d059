"""One import: all sources through one sink, what is left out told and kept, and the sums."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Generator, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field, replace
from itertools import chain, groupby
from pathlib import Path
from time import monotonic
from typing import Final

from scale_explorer.models.errors import DataError
from scale_explorer.models.kinds import Kind

from ..finding import Finding, Place, Severity
from ..watch import Phase, Watch
from .again import wanted_again
from .crew import Crew
from .portion import Portion, cut
from .rejected import Rejected, raw_of
from .rejects import Rejects
from .sink import Doubt, Item, Refusal, Refused, Sink, Written
from .sources import Lines, Meter, Reading, Source
from .uninterrupted import uninterrupted

_CODES = {Refusal.CLASH: "duplicate_id", Refusal.NO_END: "dangling_reference"}

LATER: Final = 50_000
"""Records that the sink refuses of which the lines are read once more; of others none is kept."""


class StrictError(DataError):
    """Something would be left out, and it was asked that nothing is; `finding` says what."""

    def __init__(self, finding: Finding) -> None:
        place = f"{finding.place.position}: " if finding.place else ""
        message = f"{place}{finding.message}; nothing was written, as --strict asks."
        super().__init__(message)
        self.finding = finding


class NothingError(DataError):
    """No source holds any record that can be taken over."""


@dataclass(frozen=True, slots=True)
class Imported:
    """What was read, kept, merged, rejected and lost, in how many seconds.

    `rejected` is by code, `lost` by schema and property; `unresolved` of the rejected name a record
    that is nowhere. `first` are the first findings, and `rejects` the file with all, if any.
    """

    read: int
    kept: dict[Kind, int]
    merged: int
    rejected: dict[str, int]
    lost: dict[str, int]
    seconds: float
    first: tuple[Finding, ...] = ()
    rejects: Path | None = None
    verdicts: Mapping[str, int] = field(default_factory=dict[str, int])
    texts: int = 0
    unread: tuple[str, ...] = ()
    doubts: tuple[Finding, ...] = ()

    @property
    def unresolved(self) -> int:
        """Records that name one that is nowhere."""
        return self.rejected.get(_CODES[Refusal.NO_END], 0)

    @property
    def rate(self) -> float:
        """Records a second."""
        return self.read / self.seconds if self.seconds else 0.0


@dataclass(slots=True)
class Import:
    """Takes sources over into a sink, one after the other; a crew reads where lines allow it."""

    sources: Sequence[Source]
    rejects: Rejects
    watch: Watch
    strict: bool = False
    crew: Crew | None = None
    clock: Callable[[], float] = monotonic
    read: int = 0
    _kept: int = 0
    _reading: Reading = field(default_factory=Reading)
    _later: list[Refused] = field(default_factory=list[Refused])
    _aside: Path | None = None

    def into(self, sink: Sink) -> Imported:
        """Read all, and finish the sink; raises StrictError, NothingError and what the sink does.

        Nothing is finished where it raises.
        """
        begun = self.clock()
        sizes = [source.size for source in self.sources]
        self._reading = Reading(Meter(sum(sizes) if all(sizes) else 0, self.watch))
        for number, source in enumerate(self.sources):
            self._take(source, number, sink)
        if self.crew is not None:
            self.crew.disband()  # they hold memory, and all is read
        if not self._kept:
            raise NothingError(self._nothing())
        written = sink.finish(self._refused, self._placing)
        return self._sums(written, self.clock() - begun)

    def _take(self, source: Source, number: int, sink: Sink) -> None:
        if self.crew is None or source.lines is None:
            self._take_alone(source, number, sink)
            return
        for taken in self.crew.read(self._portions(source.label, source.lines, number, sink)):
            sink.take(taken.shaped)
            self._kept += taken.kept
            self.read += taken.read
            for each in taken.rejected:
                self._reject(each)

    def _portions(self, label: str, lines: Lines, file: int, sink: Sink) -> Iterator[Portion]:
        for number, some in cut(lines(self._reading)):
            yield Portion(label, file, number, some, sink.reserve(len(some)))

    def _take_alone(self, source: Source, number: int, sink: Sink) -> None:
        add, read = sink.add, 0
        for each in source.read(self._reading, number):
            read += 1
            if type(each) is Item:
                add(each)
                self._kept += 1
            elif isinstance(each, Rejected):
                self._reject(each)
        self.read += read

    def _reject(self, rejected: Rejected) -> None:
        self.watch.found(rejected.finding)
        self.rejects.add(rejected)
        if self.strict:
            raise StrictError(rejected.finding)

    def _refused(self, refused: Refused) -> None:
        """Take what the sink could not: it names its place, where its line is read once more."""
        if self.strict or len(self._later) == LATER or self.sources[refused.file].again is None:
            self._reject(self._refusal(refused))
        else:
            self._later.append(refused)

    @contextmanager
    def _placing(self) -> Generator[None]:
        """Let the index take its place together with all that was left out, or neither.

        Where that cannot be put there, nothing is; where the process is killed between the two, an
        index whose rejects are nowhere would look as if nothing were missing. So it comes last.
        """
        self._reject_later()
        self.rejects.last()
        with uninterrupted():
            self._aside = self.rejects.finish()
            yield

    def _reject_later(self) -> None:
        """Reject what the sink refused, with its lines as they stand in their files."""
        later = sorted(self._later, key=lambda each: (each.file, each.line))
        sizes = [self.sources[file].size for file in {each.file for each in later}]
        meter = Meter(sum(sizes), self.watch, phase=Phase.AGAIN)
        for file, group in groupby(later, key=lambda each: each.file):
            waiting = {line: [*some] for line, some in groupby(group, key=lambda each: each.line)}
            for line, content in wanted_again(self.sources[file].again, frozenset(waiting), meter):
                for each in waiting.pop(line):
                    self._reject(replace(self._refusal(each), raw=raw_of(content)))
            for each in chain.from_iterable(waiting.values()):
                self._reject(self._refusal(each))

    def _refusal(self, refused: Refused) -> Rejected:
        place = self._place(refused.id, refused.file, refused.line)
        message = f"{refused.id} is left out: {refused.why.value}"
        if refused.other is not None:
            message = f"{message}: {self._place(refused.id, *refused.other).position}"
        elif refused.about and refused.about != refused.id:
            message = f"{message}: {refused.about}"
        return Rejected(Finding(_CODES[refused.why], Severity.ERROR, message, refused.id, place))

    def _place(self, record: str, file: int, line: int) -> Place:
        """Return where a record stands; of TOML that is found when somebody is to be told."""
        source = self.sources[file]
        place = source.place(record) if source.place and not line else None
        return place or Place(source.label, line or None)

    def _doubt(self, doubt: Doubt) -> Finding:
        place = self._place(doubt.id, doubt.file, doubt.line)
        return Finding(doubt.code, Severity.WARNING, doubt.message, doubt.id, place)

    def _nothing(self) -> str:
        count = self.rejects.counts.total()
        told = "\n".join(map(_in_a_line, self.rejects.first))
        if not count:
            lost = sum(count for _, count in self._reading.losses)
            why = f" ({lost:,} entities have no place among our records)" if lost else ""
            return f"There is nothing to import{why}; nothing was written."
        return f"{told}\nNone of {count:,} records can be taken over; nothing was written."

    def _sums(self, written: Written, seconds: float) -> Imported:
        return Imported(
            read=self.read,
            kept=dict(written.counts),
            merged=written.merged,
            rejected=dict(Counter(self.rejects.counts).most_common()),
            lost={**dict(self._reading.losses), **written.lost},
            seconds=seconds,
            first=tuple(self.rejects.first),
            rejects=self._aside,
            verdicts=written.verdicts,
            texts=written.texts,
            unread=written.unread,
            doubts=tuple(map(self._doubt, written.doubts)),
        )


def _in_a_line(finding: Finding) -> str:
    position = f"{finding.place.position}: " if finding.place else ""
    hint = f" ({finding.hint})" if finding.hint else ""
    return f"{position}{finding.message}{hint}"
