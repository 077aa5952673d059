"""Lines from a pipe to choose among: an id, and behind a tab what it is called."""

from __future__ import annotations

import os
from collections.abc import Iterator

from scale_explorer.data.loading.decode import decoded
from scale_explorer.data.loading.limits import FILE_BYTES, RECORDS
from scale_explorer.data.loading.read import megabytes
from scale_explorer.models.errors import DataError, UsageError

from .choices import Choice, Choices

LONGEST = 4_000
"""Characters of a line; what somebody chooses by its name is shorter."""

_STANDARD_INPUT = "standard input"


def lines_of(descriptor: int) -> Choices:
    """Read lines until there are no more; empty ones are passed over.

    Raises UsageError when a person would have to type them, and DataError for what is too much or
    no text.
    """
    if os.isatty(descriptor):
        raise UsageError("With - the lines come from a pipe; put one before it: … | pick -")
    text = decoded(_content(descriptor), _STANDARD_INPUT)
    found = tuple(map(_choice, _lines(text)))
    if len(found) > RECORDS:
        raise DataError(f"There are {len(found):,} lines to pick from; let {RECORDS:,} through.")
    return Choices("Lines", found, "There are no lines to pick from.")


def _content(descriptor: int) -> bytes:
    parts: list[bytes] = []
    size = 0
    while part := os.read(descriptor, 65536):
        parts.append(part)
        size += len(part)
        if size > FILE_BYTES:
            raise DataError(f"More than {megabytes(FILE_BYTES)} came; let fewer lines through.")
    return b"".join(parts)


def _lines(text: str) -> Iterator[str]:
    for number, line in enumerate(text.split("\n"), 1):
        if len(line) > LONGEST:
            raise DataError(f"Line {number} is longer than {LONGEST:,} characters; cut it.")
        if line.strip():
            yield line.removesuffix("\r")


def _choice(line: str) -> Choice:
    id_, _, title = line.partition("\t")
    return Choice(id_, title)
