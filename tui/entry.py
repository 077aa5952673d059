"""Where the command begins. What can be answered without a parser is answered here.

`scale-explorer --version` is asked by scripts and by people who report a fault; tables of verbs and
what parses them would take four times as long as Python itself.
"""

from __future__ import annotations

import atexit
import gc
import os
import sys

from scale_explorer.models.version import __version__

_SELDOM = 10_000
"""Objects that are made before Python looks for garbage among them; its own number is 700. A verb
has ended before it made much, and each look holds up an app."""
_VERSION = f"scale-explorer {__version__}\n"


def run() -> None:
    """Run the command line of the process, and end it."""
    status = main()
    if _is_done():
        os._exit(status)  # what Python would do yet, throw modules away, takes a twentieth
    sys.exit(status)


def _is_done() -> bool:
    """Do what is to be done before a process ends; say whether nobody else is at work in it."""
    threading = sys.modules.get("threading")
    if threading is not None and threading.active_count() > 1:
        return False
    if sys.getprofile() or sys.gettrace():  # whoever looks on has something to tell yet
        return False
    atexit._run_exitfuncs()  # noqa: SLF001  # pyright: ignore[reportPrivateUsage] - the one way
    try:
        sys.stdout.flush()
        sys.stderr.flush()
    except (OSError, ValueError, AttributeError, KeyboardInterrupt):  # full, gone or closed
        return False
    return True


def main() -> int:
    """Run the command line of the process; return the exit status."""
    if sys.argv[1:] == ["--version"] and _written(_VERSION):
        return 0
    gc.set_threshold(_SELDOM)
    # Loaded here because it is what takes its time.
    from .code_cache.process import kept_code  # noqa: PLC0415

    with kept_code(__spec__.cached, sys.argv):
        from .loading import load  # noqa: PLC0415

        load(f"{__package__}.cli", sparing=True)
        from .cli import main as run  # noqa: PLC0415

        return run()


def _written(line: str) -> bool:
    """Write a line; say whether that went well: what is to be said otherwise is for others."""
    try:
        sys.stdout.write(line)
        sys.stdout.flush()
    except (OSError, ValueError, AttributeError):  # full, gone or closed
        return False
    return True
