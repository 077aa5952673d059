"""Replacing a data file with its edited self, unless that could harm anybody's work."""

from __future__ import annotations

import errno
from pathlib import Path

from scale_explorer.models.errors import DataError

from ..loading.files import File
from ..loading.limits import FILE_BYTES
from ..loading.read import read_regular
from ..loading.writable import is_writable_file
from ..loading.write import replace_file


def rewrite(file: File, root: Path, content: bytes) -> None:
    """Replace a file of the set in the folder `root`, in one step and with its permissions.

    A link is followed and stays a link. Raises DataError, with a reason that goes behind the file's
    name, when the file leads out of the folder, may not be written, or is no longer what was read.
    """
    path = _real(file.path, root)
    if not is_writable_file(path):
        raise DataError("it may not be written")

    def changed_meanwhile() -> None:
        if read_regular(path, FILE_BYTES) != file.content:
            raise _ChangedError("it was changed meanwhile; do it again")

    changed_meanwhile()
    try:
        replace_file(path, content, unless=changed_meanwhile)
    except _ChangedError:
        raise
    except DataError as error:
        raise DataError(_reason(error.__cause__)) from error


class _ChangedError(DataError):
    """Somebody else wrote to the file since it was read."""


def _reason(error: BaseException | None) -> str:
    """Say why a file was not replaced: by far most often one may not write there."""
    if isinstance(error, OSError) and error.errno not in {errno.EACCES, errno.EPERM, errno.EROFS}:
        return f"it cannot be written: {error.strerror}"
    return "its folder may not be written"


def _real(path: Path, root: Path) -> Path:
    try:
        real = path.resolve(strict=True)
        inside = real.is_relative_to(root.resolve(strict=True))
    except (OSError, RuntimeError) as error:
        raise DataError("it is gone meanwhile") from error
    if not inside:
        raise DataError("it leads out of the data set's folder; fix it where it lies")
    return real
