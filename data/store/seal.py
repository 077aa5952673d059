"""A checksum in a compiled file, so that one that was changed or damaged is never used.

It is the CRC-32 of all bytes but the four that hold it: the application id in the header (SQLite,
"Database File Format", 1.3). It tells of accidents and careless changes; who can write to the
reader's own cache folder on purpose can do anything that the reader can.
"""

from __future__ import annotations

import os
import zlib
from pathlib import Path

_PLACE, _LENGTH = 68, 4
_CHUNK = 1024 * 1024


def seal(path: Path) -> None:
    """Write the checksum into a file that nobody has open; raises OSError."""
    with path.open("r+b") as file:
        checksum = _checksum(file.fileno())
        os.pwrite(file.fileno(), checksum, _PLACE)


def is_sealed(path: Path) -> bool:
    """Say whether a file is as it was sealed; raises OSError."""
    with path.open("rb") as file:
        return _checksum(file.fileno()) == os.pread(file.fileno(), _LENGTH, _PLACE)


def _checksum(descriptor: int) -> bytes:
    behind = _PLACE + _LENGTH
    found = zlib.crc32(os.pread(descriptor, _PLACE, 0))
    while part := os.pread(descriptor, _CHUNK, behind):
        found = zlib.crc32(part, found)
        behind += len(part)
    return found.to_bytes(_LENGTH, "big")
