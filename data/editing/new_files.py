"""Files that were not there before: all of them are made, or none is left."""

from __future__ import annotations

import os
from collections.abc import Generator, Iterable
from contextlib import contextmanager, suppress
from pathlib import Path

from scale_explorer.models.errors import DataError

from ..loading.read import shown
from ..loading.write import create_file


@contextmanager
def new_files(root: Path, files: Iterable[tuple[str, bytes]]) -> Generator[None]:
    """Make files below the folder `root`, by name, and take them away again when the block fails.

    Raises DataError when one is there already, leads out of the folder, or cannot be written.
    """
    made: list[Path] = []
    try:
        for name, content in files:
            _make(root, root / name, content, made)
        yield
    except BaseException:
        for path in reversed(made):
            _remove(path)
        raise


def _make(root: Path, path: Path, content: bytes, made: list[Path]) -> None:
    try:
        if not path.parent.exists():
            path.parent.mkdir()
            made.append(path.parent)
        if not path.parent.resolve(strict=True).is_relative_to(root.resolve(strict=True)):
            told = f"{shown(path.parent)} leads out of the data set's folder"
            raise DataError(f"{told}; make it a folder of its own.")
        if os.path.lexists(path):
            raise DataError(f"{shown(path)} is there already; nothing was written.")
        create_file(path, content)
        made.append(path)
    except OSError as error:
        raise DataError(f"{shown(path)} cannot be written: {error.strerror}.") from error


def _remove(path: Path) -> None:
    with suppress(OSError):  # a folder that somebody else put something into stays
        if path.is_dir():
            path.rmdir()
        else:
            path.unlink()
