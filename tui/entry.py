"""Where the command begins. What can be answered without a parser is answered here.

`scale-explorer --version` is asked by scripts and by people who report a fault; tables of verbs and
what parses them would take four times as long as Python itself.
"""

from __future__ import annotations

import sys

from scale_explorer.models.version import __version__

_VERSION = f"scale-explorer {__version__}\n"


def main() -> int:
    """Run the command line of the process; return the exit status."""
    if sys.argv[1:] == ["--version"] and _written(_VERSION):
        return 0
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
