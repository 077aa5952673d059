"""What the tmux in between is set to, as far as keys and copying depend on it."""

from __future__ import annotations

import shutil
import subprocess
from collections.abc import Mapping
from pathlib import Path

_SECONDS = 2
"""How long a tmux that does not answer is waited for."""


def tmux_options() -> Mapping[str, str]:
    """Return the server options of the tmux around this process; none where it does not answer."""
    program = shutil.which("tmux")
    if program is None or not Path(program).is_absolute():
        return {}
    try:
        done = subprocess.run(  # noqa: S603 - a fixed command
            [program, "show-options", "-s"],
            stdin=subprocess.DEVNULL,
            capture_output=True,
            timeout=_SECONDS,
            check=False,
        )
    except (OSError, subprocess.TimeoutExpired):
        return {}
    return parsed(done.stdout.decode(errors="replace"))


def parsed(listing: str) -> Mapping[str, str]:
    """Read the lines of `show-options`: a name and its value each."""
    parts = (line.partition(" ") for line in listing.splitlines())
    return {name: value.strip() for name, _, value in parts}
