"""What the command line hands to the app, and the check that there is a terminal for it."""

from __future__ import annotations

import os
import sys
from collections.abc import Mapping
from dataclasses import dataclass

from scale_explorer.models.errors import UsageError


@dataclass(frozen=True, slots=True)
class Launch:
    """How to open the app.

    `data` is a path or the name of a bundled set (None is the bundled story), `at` the id of the
    record to open on, `theme` a theme's name, `ascii` whether to do without box characters.
    """

    data: str | None = None
    at: str | None = None
    theme: str | None = None
    ascii: bool = False


_STREAMS = ("standard input", "standard output", "standard error")


def require_terminal(environment: Mapping[str, str] = os.environ) -> None:
    """Raise UsageError when the app cannot be drawn here, and name what works instead."""
    if (obstacle := _obstacle(environment)) is None:
        return
    raise UsageError(
        f"The app needs a terminal, but {obstacle}.\n"
        "These work without one: scale-explorer list companies, show ID, why ID, search TEXT,\n"
        "quotes ID, check; scale-explorer --help lists all, scale-explorer doctor looks closer.",
    )


def _obstacle(environment: Mapping[str, str]) -> str | None:
    for stream, name in zip((sys.stdin, sys.stdout, sys.stderr), _STREAMS, strict=True):
        if stream is None or not stream.isatty():
            return f"{name} is none"
    terminal = environment.get("TERM", "")
    return f"TERM is {terminal or 'not set'}" if terminal in {"", "dumb"} else None
