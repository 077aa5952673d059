"""What the command line hands to the app, and the check that there is a terminal for it."""

from __future__ import annotations

import os
import sys
from collections.abc import Mapping

from scale_explorer.models.errors import UsageError
from scale_explorer.models.frozen import dataclass

from .arguments.looking import AS_IT_IS, Looking
from .terminal.environment import look


@dataclass(frozen=True, slots=True)
class Launch:
    """How to open the app.

    `data` holds paths or names of bundled sets (none is the bundled story, several open as one),
    `at` the id of the record to open on, `theme` a theme's name. `ascii` is whether to do without
    box characters; None leaves it to what the terminal can. `fresh` forgets where one was, `tour`
    walks a newcomer through the screen, and without `mouse` the terminal keeps it. `read_only`
    refuses whatever would write into the data sets. `looking` says as of when, and without whom.
    """

    data: tuple[str, ...] = ()
    at: str | None = None
    theme: str | None = None
    ascii: bool | None = None
    fresh: bool = False
    tour: bool = False
    mouse: bool = True
    read_only: bool = False
    looking: Looking = AS_IT_IS


def has_terminal(environment: Mapping[str, str] = os.environ) -> bool:
    """Say whether the app can be drawn here."""
    return _obstacle(environment) is None


_STREAMS = ("standard input", "standard output", "standard error")


def require_terminal(environment: Mapping[str, str] = os.environ) -> None:
    """Raise UsageError when the app cannot be drawn here, and name what works instead."""
    if (obstacle := _obstacle(environment)) is None:
        return
    over_ssh = environment.get("SSH_CONNECTION") and not environment.get("SSH_TTY")
    asking = "\nOver SSH, ask for one: ssh -t HOST scale-explorer." if over_ssh else ""
    raise UsageError(
        f"The app needs a terminal, but {obstacle}.{asking}\n"
        "These work without one: scale-explorer list companies, show ID, why ID, search TEXT,\n"
        "quotes ID, check; scale-explorer --help lists all, scale-explorer doctor looks closer.",
    )


def _obstacle(environment: Mapping[str, str]) -> str | None:
    for stream, name in zip((sys.stdin, sys.stdout, sys.stderr), _STREAMS, strict=True):
        if stream is None or not stream.isatty():
            return f"{name} is none"
    return why_undrawable(environment)


def why_undrawable(environment: Mapping[str, str]) -> str | None:
    """Say why nothing can be drawn on the terminal that the environment describes, if so."""
    terminal = look(environment)
    return None if terminal.drawable else f"TERM is {terminal.name or 'not set'}"
