# ruff: noqa: PTH108, PTH123 - a path is text here: who opens a file may do without pathlib
"""Checksums in a compiled file, so that one that was changed or damaged is not used.

Both stand in fields of the header that SQLite leaves to programs ("Database File Format", 1.3). In
the application id is the CRC-32 of all other bytes. Reading all of a file of hundreds of megabytes
would delay every start, so there is a second one, of a sample: the user version is the CRC-32 of
the length, the first pages and others at even distances. It tells of a file that was cut, put
together from two, or lost a stretch; a single page is for SQLite to notice, and then for the first.

They tell of accidents and careless changes; who can write to the reader's own cache folder on
purpose can do anything that the reader can.
"""

from __future__ import annotations

import os
import stat
import zlib
from collections.abc import Iterator
from contextlib import suppress
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pathlib import Path

SAMPLES = 64
"""Places that are looked at besides the beginning: a hole of a 64th of the file is always seen."""

_SAMPLE_PLACE, _PLACE, _LENGTH = 60, 68, 4
_CHUNK = 1024 * 1024
_PAGE = 4096


def seal(path: Path | str) -> None:
    """Write the checksums into a file that nobody has open; raises OSError."""
    with open(path, "r+b") as file:
        descriptor = file.fileno()
        os.pwrite(descriptor, _sample(descriptor), _SAMPLE_PLACE)
        os.pwrite(descriptor, _checksum(descriptor), _PLACE)


def is_sealed(path: Path | str) -> bool:
    """Say whether a file is as it was sealed; raises OSError."""
    with open(path, "rb") as file:
        return _checksum(file.fileno()) == os.pread(file.fileno(), _LENGTH, _PLACE)


def looks_sealed(path: Path | str) -> bool:
    """Say the same by a sample, in a moment however large the file is; raises OSError."""
    with open(path, "rb") as file:
        return _sample(file.fileno()) == os.pread(file.fileno(), _LENGTH, _SAMPLE_PLACE)


def seals_of(path: Path | str) -> str:
    """Return the checksums that stand in a file, in hexadecimal; nothing where it is gone."""
    try:
        with open(path, "rb") as file:
            return os.pread(file.fileno(), _PLACE + _LENGTH - _SAMPLE_PLACE, _SAMPLE_PLACE).hex()
    except OSError:
        return ""


def removed_as_damaged(path: Path | str) -> bool:
    """Read all of a file, and remove it where it is not as it was sealed; say whether it was not.

    One that is gone, or has something else in its place, is as bad; that is left alone.
    """
    try:
        if not stat.S_ISREG(os.lstat(path).st_mode):
            return True
        if is_sealed(path):
            return False
    except OSError:  # it is gone, or the disk cannot read it
        pass
    with suppress(OSError):
        os.unlink(path)
    return True


def _checksum(descriptor: int) -> bytes:
    behind = _PLACE + _LENGTH
    found = zlib.crc32(os.pread(descriptor, _PLACE, 0))
    while part := os.pread(descriptor, _CHUNK, behind):
        found = zlib.crc32(part, found)
        behind += len(part)
    return found.to_bytes(_LENGTH, "big")


def _sample(descriptor: int) -> bytes:
    size = os.fstat(descriptor).st_size
    found = zlib.crc32(size.to_bytes(8, "big"))
    for start, length in sampled(size):
        found = zlib.crc32(os.pread(descriptor, length, start), found)
    return found.to_bytes(_LENGTH, "big")


def sampled(size: int) -> Iterator[tuple[int, int]]:
    """Yield the places and lengths of the sample: all of the beginning but the seals, and pages."""
    behind = _PLACE + _LENGTH
    yield 0, _SAMPLE_PLACE
    yield behind, SAMPLES * 1024 - behind
    pages = size // _PAGE
    for number in range(1, SAMPLES + 1):
        yield max(0, pages * number // SAMPLES - 1) * _PAGE, _PAGE
