"""A stream cut into lines, with as little in memory as one line may be long."""

from __future__ import annotations

import io
from codecs import BOM_UTF8
from collections.abc import Callable, Iterator
from typing import Final, Protocol

LINE_BYTES: Final = 1024 * 1024
"""Bytes of a line; of a longer one the first are handed on, and one more, and it is rejected."""
_BLOCK: Final = 256 * 1024


class Stream(Protocol):
    """Bytes that come bit by bit."""

    def read1(self, size: int = -1, /) -> bytes:
        """Return some bytes, none at the end."""
        ...


def lines(stream: Stream, heard: Callable[[int], None]) -> Iterator[tuple[int, bytes]]:
    """Yield lines without their ends, with their numbers from 1.

    `heard` is told the bytes that were read, a block at a time. A byte order mark at the beginning
    is left out.
    """
    number, rest, too_long = 0, b"", False
    for block in _blocks(stream, heard):
        *whole, last = block.split(b"\n")
        if whole:
            whole[0] = rest + whole[0]
            rest = b""
            for line in whole:
                number += 1
                if too_long:  # the end of what was handed on before
                    number, too_long = number - 1, False
                    continue
                yield number, line if len(line) <= LINE_BYTES else line[: LINE_BYTES + 1]
        if not too_long:
            rest += last
            if len(rest) > LINE_BYTES:
                number, too_long = number + 1, True
                yield number, rest[: LINE_BYTES + 1]
                rest = b""
    if rest:
        yield number + 1, rest


def _blocks(stream: Stream, heard: Callable[[int], None]) -> Iterator[bytes]:
    """Yield what a stream holds in blocks; the first is without the mark, which comes in pieces."""
    start = stream.read1(_BLOCK)
    while 0 < len(start) < len(BOM_UTF8) and (more := stream.read1(1)):
        start += more
    heard(len(start))
    yield start.removeprefix(BOM_UTF8)
    while block := stream.read1(_BLOCK):
        heard(len(block))
        yield block


def of_bytes(content: bytes) -> Iterator[tuple[int, bytes]]:
    """Yield the lines of some bytes."""
    return lines(io.BytesIO(content), lambda _count: None)
