"""Replacing a file as a whole: a reader sees the old content or the new, never half of either."""

from __future__ import annotations

import os
import tempfile
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path

from scale_explorer.models.errors import DataError

from .read import shown


def replace_file(
    path: Path, content: bytes, mode: int = 0o644, *, unless: Callable[[], None] | None = None
) -> None:
    """Write `content` to `path` in one step; raises DataError when that cannot be done.

    What was there keeps its owner, where we may give files away. `unless` is asked at the last
    moment, when all is written but nothing replaced; what it raises leaves everything as it was.
    """
    temporary = ""
    try:
        descriptor, temporary = tempfile.mkstemp(prefix=".writing-", dir=path.parent)
        with os.fdopen(descriptor, "wb") as file:
            file.write(content)
            file.flush()
            with suppress(OSError):
                known = path.stat()
                os.fchown(file.fileno(), known.st_uid, known.st_gid)
            os.fchmod(file.fileno(), mode)
            os.fsync(file.fileno())
        if unless is not None:
            unless()
        Path(temporary).replace(path)
    except DataError:
        Path(temporary).unlink(missing_ok=True)
        raise
    except OSError as error:
        with suppress(OSError):
            Path(temporary).unlink(missing_ok=True)
        raise DataError(f"{shown(path)} cannot be written: {error.strerror}.") from error
