"""Jobs of the shell: which one has the terminal, and stopping this one as a whole."""

from __future__ import annotations

import errno
import os
import signal
import termios
from collections.abc import Callable

from .modes import LineSettings, line_settings, set_line


def in_foreground(descriptor: int) -> bool:
    """Say whether this job has the terminal; one that is not ours to ask about counts as had."""
    try:
        return os.tcgetpgrp(descriptor) == os.getpgrp()
    except OSError as error:
        return error.errno == errno.ENOTTY


def foreground(descriptor: int, gives_up: Callable[[], bool]) -> LineSettings | None:
    """Wait until this job has the terminal, and return its line settings; None if it gives up.

    A job in the background that sets them is stopped by the kernel (SIGTTOU) until it is brought to
    the front; so this sets what is. Raises termios.error when the terminal has gone.
    """
    while not gives_up():
        try:
            settings = line_settings(descriptor)
            set_line(descriptor, settings)
        except termios.error as error:
            if error.args[0] != errno.EINTR:  # as when it goes on after a stop
                raise
        else:
            return settings
    return None


def stop_job() -> None:
    """Stop this process and all that belongs to its job, as Ctrl+z does on a terminal.

    Under `make run` the shell waits for make, not for the app. Where no shell could bring the job
    back, the kernel lets it go on (POSIX, orphaned process groups).
    """
    before = signal.signal(signal.SIGTSTP, signal.SIG_DFL)
    try:
        os.killpg(os.getpgrp(), signal.SIGTSTP)
    finally:
        signal.signal(signal.SIGTSTP, before)
