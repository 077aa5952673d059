"""What is to be imported, found by name and content: one source a file, or a set of them.

A file that is cut bit by bit is looked into before anything is written, so that one which is
something else is told at once.
"""

from __future__ import annotations

import os
import stat
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field
from io import BufferedReader, BytesIO
from pathlib import Path
from typing import Final, Protocol, TypeAlias

from scale_explorer.models.errors import DataError, UsageError

from ..finding import Place
from ..loading.read import open_regular, shown, told_as_unreadable
from ..watch import SILENT, Phase, Watch
from .ftm.losses import Losses
from .lines import LINE_BYTES, Stream, lines
from .rejected import Read

STANDARD_INPUT: Final = "-"
SOURCES: Final = 200
"""Files that are imported in one go."""
PEEKED: Final = 2 * LINE_BYTES
"""Bytes at the beginning of a file that its format is found by."""

_PACKED: Final = {
    ".gz": "gzip -dc", ".bz2": "bzip2 -dc", ".xz": "xz -dc", ".zst": "zstd -dc", ".zip": "unzip -p",
}  # fmt: skip


@dataclass(slots=True)
class Meter:
    """Tells a watch how many bytes of all were read; a total of 0 is not known."""

    total: int = 0
    watch: Watch = SILENT
    done: int = 0
    phase: Phase = Phase.IMPORTING

    def heard(self, count: int) -> None:
        """Count bytes that were read."""
        self.done += count
        self.watch.step(self.phase, self.done, self.total)


@dataclass(slots=True)
class Reading:
    """What readers share: the meter that they tell, and what they lose on the way."""

    meter: Meter = field(default_factory=Meter)
    losses: Losses = field(default_factory=Losses)


Lines: TypeAlias = Callable[[Reading], Iterator[tuple[int, bytes]]]
"""Yields the numbered lines of a source."""
Again: TypeAlias = Callable[[Meter], Iterator[tuple[int, bytes]]]
"""Yields lines, or rows with the number of their first line, once more as they were read first.

Raises ChangedError where they are no more as they were.
"""
Reader: TypeAlias = Callable[[Reading, int], Iterator[Read]]
"""Yields what a source holds; the number is that of its file among all."""


@dataclass(frozen=True, slots=True)
class Source:
    """A file or set to import: what it is called in messages, its bytes, and who reads it.

    `title`, `summary` and `lead` are what it says of itself, if it does. Texts that its sources
    name lie below `root`; `parts` are the files of a set, `place` tells where a record stands.
    `lines` are there where each is a record of its own as `json_records` reads it, so that several
    processes may read them. `again` is there where what was read can be read a second time.
    """

    label: str
    format: str
    size: int
    read: Reader
    title: str = ""
    summary: str = ""
    lead: tuple[str, ...] = ()
    root: Path | None = None
    parts: tuple[str, ...] = ()
    place: Callable[[str], Place | None] | None = None
    lines: Lines | None = None
    again: Again | None = None


class ChangedError(DataError):
    """A file is no more as it was when it was read, or cannot be read once more."""


class Input(Protocol):
    """Bytes that are read once, line by line; their beginning is known before."""

    @property
    def head(self) -> bytes:
        """The first bytes."""
        ...

    def numbered(self, reading: Reading) -> Iterator[tuple[int, bytes]]:
        """Yield the lines with their numbers, and tell the meter."""
        ...


@dataclass(slots=True)
class FileInput:
    """A regular file, and what is known of it as it was when it was read."""

    path: Path
    _read: State | None = None

    @classmethod
    def of(cls, path: Path) -> FileInput:
        """Return a file that can be read; raises DataError, and UsageError for a packed one."""
        refuse_packed(path)
        open_regular(path).close()
        return cls(path)

    @property
    def head(self) -> bytes:
        """Its first bytes, not kept: a folder may hold a thousand files."""
        with open_regular(self.path) as file, told_as_unreadable(self.path):
            return file.read(PEEKED)

    def numbered(self, reading: Reading) -> Iterator[tuple[int, bytes]]:
        """Yield its lines; raises DataError when it changes meanwhile, or cannot be read on."""
        with open_regular(self.path) as file, told_as_unreadable(self.path):
            before = self._read = _state(file)
            yield from lines(file, reading.meter.heard)
            if _state(file) != before:
                raise DataError(f"{shown(self.path)} changed while it was read; import it again.")

    def again(self, meter: Meter) -> Iterator[tuple[int, bytes]]:
        """Yield the lines that `numbered` did; raises ChangedError before any that it did not."""
        with _opened_again(self.path) as file:
            yield from lines(_AsRead(file, self._read), meter.heard)


State: TypeAlias = tuple[int, int, int, int]
"""By which a file is known to be as it was: its device, its number there, bytes and last change."""


def _state(file: BufferedReader) -> State:
    known = os.fstat(file.fileno())
    return known.st_dev, known.st_ino, known.st_size, known.st_mtime_ns


def _opened_again(path: Path) -> BufferedReader:
    try:
        return open_regular(path)
    except DataError as error:
        raise ChangedError(str(error)) from error


@dataclass(frozen=True, slots=True)
class _AsRead:
    """A file that gives bytes only while it is as it was: a line must not be that of another."""

    file: BufferedReader
    state: State | None

    def read1(self, size: int = -1, /) -> bytes:
        """Return some bytes, none at the end; raises ChangedError."""
        try:
            block = self.file.read1(size)
            unchanged = _state(self.file) == self.state
        except OSError as error:
            raise ChangedError(str(error)) from error
        if not unchanged:
            raise ChangedError("The file changed after it was read.")
        return block


class PipeInput:
    """A stream such as standard input, from its beginning."""

    def __init__(self, stream: Stream) -> None:
        self._stream = stream
        parts: list[bytes] = []
        size = 0
        # No more than until a line is whole: whoever pipes them may write the next one late.
        while size < PEEKED and (part := stream.read1(PEEKED - size)):
            parts.append(part)
            size += len(part)
            if b"\n" in part:
                break
        self._head = b"".join(parts)
        self._rest = BytesIO(self._head)

    @property
    def head(self) -> bytes:
        """The first bytes."""
        return self._head

    def read1(self, size: int = -1, /) -> bytes:
        """Return some bytes, none at the end."""
        return self._rest.read1(size) or self._stream.read1(size)

    def numbered(self, reading: Reading) -> Iterator[tuple[int, bytes]]:
        """Yield its lines."""
        return lines(self, reading.meter.heard)


def refuse_packed(path: Path) -> None:
    """Raise UsageError for a packed file: how large it is inside, nobody knows."""
    unpack = _PACKED.get(path.suffix.lower())
    if unpack:
        raise UsageError(
            f"{shown(path)} is packed; unpack it on the way:"
            f" {unpack} FILE | scale-explorer import - -o OUTPUT"
        )


def is_folder(path: Path) -> bool:
    """Say whether a path is a folder; raises DataError when it is nothing."""
    try:
        return stat.S_ISDIR(path.stat().st_mode)
    except FileNotFoundError as error:
        raise DataError(f"{shown(path)} does not exist.") from error
    except (OSError, ValueError) as error:
        reason = error.strerror if isinstance(error, OSError) else error
        raise DataError(f"{shown(path)} cannot be opened: {reason}.") from error


def size_of(path: Path) -> int:
    """Return the bytes of a file, 0 where that is not known."""
    try:
        return os.stat(path).st_size  # noqa: PTH116 - as `is_folder`, of any name
    except (OSError, ValueError):
        return 0


def refuse_many(names: Sequence[str]) -> None:
    """Raise UsageError for more sources than are taken, or one that is named twice."""
    if len(names) > SOURCES:
        raise UsageError(f"import takes at most {SOURCES} sources at a time.")
    if names.count(STANDARD_INPUT) > 1:
        raise UsageError("Standard input (-) can be read once only.")
