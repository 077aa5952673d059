"""One program at a time: the folder of a set is held while its files are read and replaced."""

from __future__ import annotations

import fcntl
import os
import time
from collections.abc import Generator
from contextlib import contextmanager, suppress
from pathlib import Path

from scale_explorer.models.errors import DataError

from ..loading.read import shown

PATIENCE = 5.0
"""Seconds that another program may take: it holds a folder only while it writes a few files."""
_PAUSE = 0.05


@contextmanager
def locked(folder: Path, patience: float | None = None) -> Generator[None]:
    """Hold a folder against other programs of ours; raises DataError when it is held too long.

    The folder itself is locked (flock), so no file is left behind by a program that is killed.
    """
    try:
        descriptor = os.open(folder, os.O_RDONLY | os.O_DIRECTORY | os.O_CLOEXEC)
    except OSError as error:
        raise DataError(f"{shown(folder)} cannot be opened: {error.strerror}.") from error
    try:
        _hold(descriptor, folder, time.monotonic() + (PATIENCE if patience is None else patience))
        yield
    finally:
        os.close(descriptor)


def _hold(descriptor: int, folder: Path, until: float) -> None:
    while True:
        # Some file systems cannot lock; there the comparison before each replacement must do.
        with suppress(OSError):
            try:
                fcntl.flock(descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB)
            except BlockingIOError:
                if time.monotonic() > until:
                    told = f"{shown(folder)} is being written by another program; try again."
                    raise DataError(told) from None
                time.sleep(_PAUSE)
                continue
        return
