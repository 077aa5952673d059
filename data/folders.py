"""The folders of the user that the program reads and writes (XDG Base Directory 0.8)."""

from __future__ import annotations

import os
from collections.abc import Mapping
from contextlib import suppress
from pathlib import Path
from pwd import getpwuid

PROGRAM = "scale-explorer"

_USUAL = {"config": ".config", "data": ".local/share", "cache": ".cache", "state": ".local/state"}
"""What each folder is called, and where it lies under the home folder unless a variable says."""

FOLDERS = tuple(_USUAL)


def variable(name: str) -> str:
    """Return the environment variable that moves a folder, such as XDG_CONFIG_HOME."""
    return f"XDG_{name.upper()}_HOME"


def folder(name: str, environment: Mapping[str, str] | None = None) -> Path:
    """Return the program's own folder for `config`, `data`, `cache` or `state`; it may not exist.

    A variable with a relative path is ignored, as the specification has it.
    """
    given = (os.environ if environment is None else environment).get(variable(name), "")
    home = Path(given) if given.startswith("/") else _home() / _USUAL[name]
    return home / PROGRAM


def _home() -> Path:
    """Return the home folder; HOME counts only where it is a whole path, else the user database.

    Where nobody knows it nothing is kept: in the place that is returned nothing can be made.
    """
    with suppress(RuntimeError):
        if (found := Path.home()).is_absolute():
            return found
    with suppress(KeyError):
        if (known := Path(getpwuid(os.getuid()).pw_dir)).is_absolute():
            return known
    return Path(os.devnull)
