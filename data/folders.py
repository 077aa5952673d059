"""The folders of the user that the program reads and writes (XDG Base Directory 0.8)."""

from __future__ import annotations

import os
from collections.abc import Mapping
from contextlib import suppress
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pathlib import Path

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
    # Loaded here because who only looks into a folder does without it.
    from pathlib import Path  # noqa: PLC0415

    return Path(folder_path(name, environment))


def folder_path(name: str, environment: Mapping[str, str] | None = None) -> str:
    """Return the same as text."""
    given = (os.environ if environment is None else environment).get(variable(name), "")
    home = given if given.startswith("/") else f"{_home()}/{_USUAL[name]}"
    return f"{home}/{PROGRAM}"


def _home() -> str:
    """Return the home folder; HOME counts only where it is a whole path, else the user database.

    Where nobody knows it nothing is kept: in the place that is returned nothing can be made.
    """
    if (found := os.path.expanduser("~")).startswith("/"):  # noqa: PTH111 - a path is text here
        return found
    # Loaded here because most know where they are at home.
    from pwd import getpwuid  # noqa: PLC0415

    with suppress(KeyError):
        if (known := getpwuid(os.getuid()).pw_dir).startswith("/"):
            return known
    return os.devnull
