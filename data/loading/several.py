"""The files of several sets that are to be opened as one."""

from __future__ import annotations

from collections.abc import Sequence

from scale_explorer.models.errors import DataError, UsageError

from .files import SetFiles, gather
from .limits import BYTES_TOGETHER, SETS
from .read import megabytes
from .sets import resolve


def gather_all(names: Sequence[str | None]) -> tuple[SetFiles, ...]:
    """Read the files of every set that is named, in order; a set that is named twice counts once.

    Raises UnknownNameError for a set that is not there, DataError for a path without a data set,
    and UsageError when there are too many.
    """
    paths = [resolve(name) for name in dict.fromkeys(names)]
    if len(paths) > SETS:
        raise UsageError(f"{len(paths)} data sets are named; at most {SETS} open as one.")
    found: dict[str, SetFiles] = {}
    for path in paths:
        files = gather(path)
        found.setdefault(files.real_path, files)
        if sum(each.size for each in found.values()) > BYTES_TOGETHER:
            limit = megabytes(BYTES_TOGETHER)
            raise DataError(f"The data sets are larger than {limit} together; open fewer.")
    return tuple(found.values())
