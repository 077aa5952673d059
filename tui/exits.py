"""How the program ends: the exit statuses, and the one place that turns errors into them."""

from __future__ import annotations

import os
import sys
from collections.abc import Callable
from contextlib import suppress

from scale_explorer.models.errors import DataError, ScaleExplorerError, UnknownNameError, UsageError
from scale_explorer.models.text import clean

FINE = 0
FOUND = 1
"""Findings, or nothing found."""
WRONG_USE = 2
UNREADABLE = 3
INTERRUPTED = 130
READER_GONE = 141
"""As the shell counts an end by SIGPIPE (128 + 13)."""

_STATUSES: tuple[tuple[type[ScaleExplorerError], int], ...] = (
    (UnknownNameError, FOUND),
    (UsageError, WRONG_USE),
    (DataError, UNREADABLE),
)


def guarded(action: Callable[[], int]) -> int:
    """Run `action` and return its exit status, or the one that its error means."""
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
    return status


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
