"""The modes of a terminal that the app switches on, and the one string that ends them all."""

from __future__ import annotations

import os
import termios
from contextlib import suppress

LineSettings = list[object]
"""What `termios.tcgetattr` returns."""

_MOUSE = "\x1b[?1000h\x1b[?1003h\x1b[?1015h\x1b[?1006h"
_KITTY = "\x1b[>25u"
"""Unambiguous keys, all of them as escape codes, with their text (kitty keyboard protocol)."""
_OWN_SCREEN = "\x1b[?1049h"
_NO_CURSOR_FOCUS_PASTE_NO_WRAP = "\x1b[?25l\x1b[?1004h\x1b[?2004h\x1b[?7l"

CAN_SYNCHRONIZE = "\x1b[?2026$p"
TELLS_SIZE = "\x1b[?2048$p"
"""Questions (DECRQM): does it draw frames as a whole, does it tell its size in band?"""

LEAVE = (
    "\x1b[?2026l\x1b[?2048l\x1b[?2004l\x1b[?7h"
    "\x1b[?1000l\x1b[?1002l\x1b[?1003l\x1b[?1015l\x1b[?1016l\x1b[?1006l"
    "\x1b[<u\x1b[0m\x1b[H\x1b[2J\x1b[?1049l\x1b[?25h\x1b[?1004l"
)
"""Ends every mode that may be on; one that is off, or unknown to a terminal, is no matter.

The kitty keyboard is given back before the screen, as each screen has its own. That is wiped first:
tmux may have put some of it onto the other one when the window was made larger, and a terminal that
has only one goes on at its top.
"""

RESCUE = f"\x18\x1b\\{LEAVE}"
"""The same after something that was cut off: CAN and ST end whatever it was."""


def enter(*, mouse: bool, kitty: bool) -> str:
    """Return what takes the screen over."""
    parts = (_OWN_SCREEN, _MOUSE if mouse else "", _NO_CURSOR_FOCUS_PASTE_NO_WRAP)
    return "".join(parts) + (_KITTY if kitty else "")


def questions(environment_program: str) -> str:
    """Return what asks the terminal for what it can; `environment_program` is TERM_PROGRAM.

    Apple's terminal does not know such questions and would write their last letter.
    """
    return "" if environment_program == "Apple_Terminal" else f"{CAN_SYNCHRONIZE}{TELLS_SIZE}"


def line_settings(descriptor: int) -> LineSettings:
    """Read the line settings; raises termios.error."""
    return list(termios.tcgetattr(descriptor))


def raw(settings: LineSettings) -> LineSettings:
    """Return line settings in which each key comes as it is pressed, Ctrl+c and Ctrl+z too."""
    iflag, oflag, cflag, lflag, ispeed, ospeed, characters = settings
    assert isinstance(iflag, int)
    assert isinstance(lflag, int)
    assert isinstance(characters, list)
    flow = termios.IXON | termios.IXOFF | termios.ICRNL | termios.INLCR | termios.IGNCR
    line = termios.ECHO | termios.ICANON | termios.IEXTEN | termios.ISIG
    keys: list[object] = list(characters)  # pyright: ignore[reportUnknownArgumentType, reportUnknownVariableType]
    keys[termios.VMIN], keys[termios.VTIME] = 1, 0
    return [iflag & ~flow, oflag, cflag, lflag & ~line, ispeed, ospeed, keys]


def quiet(settings: LineSettings, never: bytes) -> LineSettings:
    """Return line settings in which keys wait as they are, unechoed; Ctrl+c interrupts as before.

    Ctrl+z is a key too, since a shell would be left with a terminal without an echo. `never` is the
    character that stands for none.
    """
    made = raw(settings)
    before, lflag, keys = settings[3], made[3], made[6]
    assert isinstance(before, int)
    assert isinstance(lflag, int)
    assert isinstance(keys, list)
    made[3] = lflag | (before & termios.ISIG)
    keys[termios.VSUSP] = never
    return made


def set_line(descriptor: int, settings: LineSettings) -> None:
    """Put line settings in force without waiting for what is unwritten; raises termios.error."""
    termios.tcsetattr(descriptor, termios.TCSANOW, settings)  # type: ignore[arg-type]


def rescue(descriptor: int, settings: LineSettings | None) -> None:
    """End all modes by force, without waiting, and put line settings back where there are any.

    What the terminal has not read yet is thrown away, as it would leave no room for this. On a
    descriptor that blocks this may wait.
    """
    with suppress(termios.error):
        termios.tcflush(descriptor, termios.TCOFLUSH)
    with suppress(OSError):
        os.write(descriptor, RESCUE.encode())
    if settings is not None:
        with suppress(termios.error):
            set_line(descriptor, settings)
