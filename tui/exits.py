"""How the program ends: the exit statuses, and the one place that turns errors into them."""

from __future__ import annotations

import os
import sys
import threading
from collections.abc import Callable
from contextlib import suppress

from scale_explorer.models.errors import (
    DataError,
    HiddenRecordError,
    ScaleExplorerError,
    UnknownNameError,
    UsageError,
)
from scale_explorer.models.text import clean

FINE = 0
FOUND = 1
"""Findings, or nothing found."""
FAULT = 1
"""A fault of the program itself, as Python counts it."""
WRONG_USE = 2
UNREADABLE = 3
INTERRUPTED = 130
READER_GONE = 141
"""As the shell counts an end by SIGPIPE (128 + 13)."""

_STATUSES: tuple[tuple[type[ScaleExplorerError], int], ...] = (
    (UnknownNameError, FOUND),
    (HiddenRecordError, FOUND),
    (UsageError, WRONG_USE),
    (DataError, UNREADABLE),
)


def guarded(action: Callable[[], int]) -> int:
    """Run `action` and return its exit status, or the one that its error means."""
    status = _guarded(action)
    for line in dict.fromkeys(_aside):
        narrate(f"scale-explorer: {line}")
    _aside.clear()
    return status


def _guarded(action: Callable[[], int]) -> int:
    try:
        status = action()
        if sys.stdout is not None:
            sys.stdout.flush()
    except ScaleExplorerError as error:
        return _told(str(error), _status_of(error))
    except BrokenPipeError:
        _drop_output()
        return READER_GONE
    except OSError as error:
        _drop_output()
        return _told(_in_words(error), UNREADABLE)
    except KeyboardInterrupt:
        return _told("interrupted", INTERRUPTED)
    except Exception as error:  # noqa: BLE001 - told in one line, and kept in full
        return _told(_crashed(error), FAULT)
    return status


def stand_ready() -> None:
    """Prepare the process, once: no fault of it may print what variables hold.

    A closed standard stream becomes one to nowhere, as otherwise the next file that is opened gets
    its number, and with it what some other program writes there.
    """
    for descriptor in range(3):
        with suppress(OSError):
            _fill(descriptor)
    sys.excepthook = lambda _type, error, _trace: narrate(f"scale-explorer: {_crashed(error)}")
    sys.unraisablehook = lambda told: note_mishap(told.exc_value)
    threading.excepthook = lambda told: note_mishap(told.exc_value)


def _fill(descriptor: int) -> None:
    try:
        os.fstat(descriptor)
    except OSError:
        os.open(os.devnull, os.O_RDWR)  # takes the lowest number that is free


def _crashed(error: BaseException) -> str:
    # Loaded here because most runs have no use for it.
    from .crash import log_crash  # noqa: PLC0415

    return log_crash(error)


def note_mishap(error: BaseException | None) -> None:
    """Note what failed on a thread or while something was thrown away; the program goes on.

    Nothing is printed: the app may be on the terminal.
    """
    # Loaded here because most runs have no use for it.
    from .crash import log_mishap  # noqa: PLC0415

    if error is not None and not isinstance(error, SystemExit):
        _aside.append(log_mishap(error))


_aside: list[str] = []
"""What is still to be told."""


def narrate(text: str) -> None:
    """Tell people something on standard error; a reader who has gone is no error."""
    if sys.stderr is not None:
        with suppress(OSError):
            sys.stderr.write(f"{clean(text, multiline=True)}\n")


def _status_of(error: ScaleExplorerError) -> int:
    return next((status for cls, status in _STATUSES if isinstance(error, cls)), UNREADABLE)


def _told(message: str, status: int) -> int:
    narrate(f"scale-explorer: {message}")
    return status


def _in_words(error: OSError) -> str:
    what = (
        f"{clean(os.fsdecode(error.filename))}: " if isinstance(error.filename, str | bytes) else ""
    )
    return f"{what}{error.strerror or error}"


def _drop_output() -> None:
    """Point standard output at nothing, so that Python's own flush at exit cannot fail again."""
    with suppress(OSError, ValueError, AttributeError):
        nowhere = os.open(os.devnull, os.O_WRONLY)
        os.dup2(nowhere, sys.stdout.fileno())
        os.close(nowhere)
