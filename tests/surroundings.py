"""The environment of a program that a test runs: folders of its own, and little of ours."""

from __future__ import annotations

import os
import shutil
import sys
from collections.abc import Mapping
from pathlib import Path

COMMAND = str(Path(sys.executable).with_name("scale-explorer"))
"""The program as it was installed."""

_IN_BETWEEN = frozenset({"TMUX", "STY", "COLUMNS", "LINES"})
"""What tells of a terminal that is not the one of the test."""


def kept() -> dict[str, str]:
    """Return our environment, without what lies between us and our terminal."""
    return {name: value for name, value in os.environ.items() if name not in _IN_BETWEEN}


def surroundings(folder: Path, compiled: Path) -> Mapping[str, str]:
    """Return an environment with all its folders below `folder`.

    The cache holds a copy of what is compiled already, which thus nobody has to wait for.
    """
    names = ("CACHE", "CONFIG", "DATA", "STATE")
    folders = {f"XDG_{name}_HOME": str(folder / name) for name in names}
    shutil.copytree(compiled, folder / "CACHE")
    return {**kept(), **folders, "LANG": "C.UTF-8"}
