"""The terminal in place of pipes, for as long as something is drawn on it."""

from __future__ import annotations

import os
import sys
from collections.abc import Generator, Mapping
from contextlib import ExitStack, contextmanager

from scale_explorer.models.errors import UsageError

from ..launch import why_undrawable

_TERMINAL = "/dev/tty"  # whatever the streams are, the terminal that the process belongs to
_STANDARD = (0, 1, 2)


@contextmanager
def on_terminal(environment: Mapping[str, str] = os.environ) -> Generator[None]:
    """Let standard input, output and error be the terminal inside, and what they were after it.

    Textual reads keys from the first, draws on the last, and measures the window by the second.
    Raises UsageError where there is no terminal.
    """
    if obstacle := why_undrawable(environment):
        raise UsageError(f"pick draws on the terminal, but {obstacle}.")
    if None in {sys.__stdin__, sys.__stdout__, sys.__stderr__}:
        raise UsageError("pick needs standard input, output and error; one of them is closed.")
    with ExitStack() as undo:
        for descriptor in _STANDARD:
            if not os.isatty(descriptor):
                _replace(descriptor, undo)
        yield


def _replace(descriptor: int, undo: ExitStack) -> None:
    """Put the terminal where a descriptor is, and note how to put that back."""
    try:
        terminal = os.open(_TERMINAL, os.O_RDWR | os.O_CLOEXEC)
    except OSError as error:
        raise UsageError("pick needs a terminal to read keys from, and there is none.") from error
    kept = os.dup(descriptor)
    undo.callback(os.close, kept)
    undo.callback(os.dup2, kept, descriptor)
    os.dup2(terminal, descriptor)
    os.close(terminal)
