"""A fault of the program itself: one line for people, and the details in a log of their own.

The details name functions, lines and what the error says, but not what variables held: those hold
what somebody is working on. The log is for its owner's eyes only, and bounded.
"""

from __future__ import annotations

import os
import platform
import stat
import traceback
from datetime import UTC, datetime
from pathlib import Path

from scale_explorer.data.folders import folder
from scale_explorer.models.text import clean
from scale_explorer.models.version import __version__

LARGEST = 256 * 1024
"""Bytes of a log, behind which it becomes the old one and another is begun."""
LONGEST = 32 * 1024
"""Characters of one report; of a longer one the middle is left out."""
_FLAGS = os.O_WRONLY | os.O_APPEND | os.O_CREAT | os.O_NOFOLLOW | os.O_NONBLOCK | os.O_CLOEXEC
_FRAMES = 60


def crash_log() -> Path:
    """Name the log."""
    return folder("state") / "crash.log"


def log_crash(error: BaseException) -> str:
    """Keep the details of a fault; return the line that tells people of it. Never raises."""
    told = f"a fault of the program itself ended it ({type(error).__name__})"
    return f"{told}. {_kept(error)}"


def log_mishap(error: BaseException) -> str:
    """Do the same for a fault after which the program went on."""
    return f"a part of the program failed ({type(error).__name__}). {_kept(error)}"


def _kept(error: BaseException) -> str:
    try:
        path = crash_log()
        _append(path, _report(error))
    except (OSError, RuntimeError, ValueError) as problem:
        why = problem.strerror if isinstance(problem, OSError) else ""
        return f"The details could not be kept: {why or type(problem).__name__}."
    return f"The details are in {clean(str(path))}, which only you can read."


def _report(error: BaseException) -> str:
    system = f"Python {platform.python_version()}, {platform.system()} {platform.machine()}"
    head = f"{datetime.now(UTC):%Y-%m-%d %H:%M:%S} UTC, scale-explorer {__version__}, {system}"
    details = traceback.TracebackException.from_exception(error, limit=-_FRAMES)
    text = clean("".join(details.format()), multiline=True)
    if len(text) > LONGEST:
        half = LONGEST // 2
        text = f"{text[:half]}\n[…]\n{text[-half:]}"
    return f"{head}\n{text}\n"


def _append(path: Path, text: str) -> None:
    """Add to the log; raises OSError, also where the name stands for something else."""
    path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
    descriptor = _open(path)
    if os.fstat(descriptor).st_size > LARGEST:
        os.close(descriptor)
        path.replace(path.with_name(f"{path.name}.1"))
        descriptor = _open(path)
    with os.fdopen(descriptor, "ab") as file:
        file.write(text.encode("utf-8", "replace"))


def _open(path: Path) -> int:
    descriptor = os.open(path, _FLAGS, 0o600)
    if not stat.S_ISREG(os.fstat(descriptor).st_mode):
        os.close(descriptor)
        raise OSError(0, "it is no regular file")
    os.fchmod(descriptor, 0o600)
    return descriptor
