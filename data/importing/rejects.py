"""The file of what was left out: JSON lines beside the output, there only if something was."""

from __future__ import annotations

import json
import os
from collections import Counter
from contextlib import suppress
from pathlib import Path
from types import TracebackType
from typing import IO, Any, Final, Self

from ..finding import Finding
from ..loading.leftovers import fresh_name, sweep
from ..loading.write import WRITING, unwritten
from .rejected import Rejected

ENDING: Final = ".rejects.jsonl"
TOLD: Final = 20
"""Rejected lines that are told; all stand in the file."""


class Rejects:
    """Gathers what is left out: counts by code, the first findings, and all of it in a file.

    The file is written beside its place and takes it in `finish`; without that nothing is left.
    """

    def __init__(self, output: Path) -> None:
        self.path = output.with_name(f"{output.name}{ENDING}")
        self.counts: Counter[str] = Counter()
        self.first: list[Finding] = []
        self._file: IO[str] | None = None
        self._temporary: Path | None = None

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:  # fmt: skip
        if self._file is not None:
            with suppress(OSError):
                self._file.close()
        if self._temporary is not None:
            with suppress(OSError):
                self._temporary.unlink(missing_ok=True)

    def add(self, rejected: Rejected) -> None:
        """Take what is left out; raises DataError when the file cannot be written."""
        self.counts[rejected.finding.code] += 1
        if len(self.first) < TOLD:
            self.first.append(rejected.finding)
        try:
            file = self._file or self._begun()
            file.write(json.dumps(_object(rejected), ensure_ascii=False) + "\n")
        except OSError as error:
            raise unwritten(self.path, error) from error

    def last(self) -> None:
        """Let what was added be on the disk, which takes a while; raises DataError."""
        try:
            if self._file is not None:
                self._file.flush()
                os.fsync(self._file.fileno())
        except OSError as error:
            raise unwritten(self.path, error) from error

    def finish(self) -> Path | None:
        """Put the file in its place and return it, or take an old one away where there is none.

        Raises DataError when that cannot be done.
        """
        try:
            if self._file is None or self._temporary is None:
                if self.path.is_file() and not self.path.is_symlink():
                    self.path.unlink()
                return None
            self._file.close()
            self._temporary.replace(self.path)
        except OSError as error:
            raise unwritten(self.path, error) from error
        self._temporary = None
        return self.path

    def _begun(self) -> IO[str]:
        temporary = self.path.with_name(fresh_name(WRITING))
        descriptor = os.open(temporary, os.O_WRONLY | os.O_CREAT | os.O_EXCL | os.O_CLOEXEC, 0o666)
        self._temporary = temporary
        self._file = os.fdopen(descriptor, "w", encoding="utf-8", errors="replace")
        sweep(temporary.parent, WRITING, os.fstat(descriptor).st_mtime)
        return self._file


def _object(rejected: Rejected) -> dict[str, Any]:
    finding = rejected.finding
    place = finding.place
    return {
        "file": place.path if place else None,
        "line": place.line if place else None,
        "code": finding.code,
        "reason": finding.message,
        "hint": finding.hint or None,
        "record": finding.record,
        "raw": rejected.raw,
    }
