"""The data sets that come with the program, and how a name or a path leads to one."""

from __future__ import annotations

import os
from collections.abc import Mapping
from functools import cache
from pathlib import Path

from scale_explorer.models.errors import UnknownNameError
from scale_explorer.models.frozen import dataclass

from .nearest import nearest
from .read import shown

DEFAULT_SET = "scale-ai"
_FOLDER = Path(__file__).parent.parent / "sets"


@dataclass(frozen=True, slots=True)
class BundledSet:
    """A data set inside the package; `name` is what `--data` takes."""

    name: str
    path: Path


@cache
def bundled() -> tuple[BundledSet, ...]:
    """Return the data sets that come with the program, by name; looked for once."""
    folders = sorted(folder for folder in _FOLDER.iterdir() if any(folder.glob("*.toml")))
    return tuple(BundledSet(folder.name.replace("_", "-"), folder) for folder in folders)


@cache
def bundled_homes() -> Mapping[str, str]:
    """Return the names of the sets that come with the program by where they lie, without links."""
    return {os.path.realpath(known.path): known.name for known in bundled()}


def is_bundled(path: Path) -> bool:
    """Say whether a path leads into a set that comes with the program, or is one of its files."""
    try:
        return path.resolve().is_relative_to(_FOLDER.resolve())
    except (OSError, RuntimeError, ValueError):  # no path at all, or links in a circle
        return False


def resolve(name_or_path: str | None) -> Path:
    """Return the path that the user means; None is the default set.

    What has a slash, ends in .toml or exists is a path; else it names a bundled set, with - or _.
    Raises UnknownNameError with the nearest names.
    """
    if name_or_path is not None and _is_path(name_or_path):
        return Path(name_or_path)
    wanted = (name_or_path or DEFAULT_SET).replace("_", "-")
    paths = {known.name: known.path for known in bundled()}
    if wanted in paths:
        return paths[wanted]
    raise UnknownNameError("data set", shown(wanted), nearest(wanted, paths))


def _is_path(text: str) -> bool:
    if "/" in text or text.endswith(".toml"):
        return True
    try:
        return bool(text) and Path(text).exists()
    except (OSError, ValueError):  # too long, or with a NUL: no path that could be opened
        return False
