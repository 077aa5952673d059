"""A description of the terminal that is the app's own."""

from __future__ import annotations

import os
from contextlib import suppress

_FLAGS = os.O_RDWR | os.O_NOCTTY | os.O_NONBLOCK | os.O_CLOEXEC
_CONTROLLING = "/dev/tty"


def open_own(descriptor: int) -> int:
    """Open the terminal of a descriptor anew, without blocking, and return the new descriptor.

    Whether writing blocks belongs to the open file description, which is shared with the shell and
    with whatever else was started on the terminal; so it must not be changed there. Where
    nothing can be opened (another user's terminal after `su`, a container without /dev/pts), this
    is a duplicate, which blocks.
    """
    for name in _names(descriptor):
        with suppress(OSError):
            opened = os.open(name, _FLAGS)
            if os.isatty(opened):
                return opened
            os.close(opened)
    return os.dup(descriptor)


def _names(descriptor: int) -> list[str]:
    """Return under which names the terminal may be opened, the surest first."""
    names: list[str] = []
    with suppress(OSError):
        names.append(os.ttyname(descriptor))
    with suppress(OSError):
        os.tcgetpgrp(descriptor)  # only of the terminal that this session is on
        names.append(_CONTROLLING)
    return names
