"""Where a set is written: beside its place first, so that a stopped run leaves no half of one."""

from __future__ import annotations

import os
from collections.abc import Generator
from contextlib import contextmanager
from pathlib import Path
from typing import IO

_BUFFER = 1 << 20


@contextmanager
def whole(path: Path) -> Generator[IO[str]]:
    """Open a file that takes its name when all is written, and is gone when that fails."""
    path.parent.mkdir(parents=True, exist_ok=True)
    beside = path.with_name(f"{path.name}.part")
    try:
        with beside.open("w", encoding="utf-8", newline="\n", buffering=_BUFFER) as file:
            yield file
        os.replace(beside, path)  # noqa: PTH105 - the same, and it says that it replaces
    finally:
        beside.unlink(missing_ok=True)


def place(out: Path, name: str, endings: tuple[str, ...]) -> Path:
    """Return the file that is meant: `out` itself when it ends like one, else a file in it."""
    return out if out.name.endswith(endings) and not out.is_dir() else out / name
