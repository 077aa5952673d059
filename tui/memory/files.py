"""Where things are remembered: a session for every data set, one file of preferences."""

from __future__ import annotations

import hashlib
import os
import re
from contextlib import suppress
from pathlib import Path

from scale_explorer.data.folders import folder
from scale_explorer.data.loading.sets import bundled_homes, resolve

KEPT = 200
"""Session files kept, those set aside included; the oldest beyond them are removed."""

_NOT_IN_NAMES = re.compile("[^a-z0-9]+")


def preferences_path() -> Path:
    """Return the file of preferences."""
    return folder("state") / "preferences.json"


def session_path(names: tuple[str, ...]) -> Path:
    """Return the file of the session on the data sets that were opened together."""
    return folder("state") / "sessions" / f"{session_key(names)}.json"


def visit_path(names: tuple[str, ...]) -> Path:
    """Return the file of what was seen at the last visit to these data sets."""
    return folder("state") / "visits" / session_key(names)


def session_key(names: tuple[str, ...]) -> str:
    """Return what is the same whenever the same sets are opened, in whatever order and words.

    It depends on where a set lies, not on what it holds, so that an edited set keeps its session;
    a bundled set goes by its name, wherever the program is installed.
    """
    homes = sorted({_home(name) for name in names or (None,)})
    digest = hashlib.sha256(b"\0".join(map(os.fsencode, homes))).hexdigest()
    readable = _NOT_IN_NAMES.sub("-", Path(homes[0]).stem.lower()).strip("-")
    return f"{readable[:40]}-{digest[:16]}".lstrip("-")


def _home(name: str | None) -> str:
    path = os.path.realpath(resolve(name))
    return bundled_homes().get(path, path)


def tidy(path: Path, pattern: str = "*.json*", kept: int = KEPT) -> None:
    """Remove the oldest files from the folder of `path`, in which another program may write."""
    with suppress(OSError):
        files = sorted(path.parent.glob(pattern), key=_changed)
        for old in files[:-kept]:
            with suppress(OSError):
                old.unlink()


def _changed(path: Path) -> float:
    return path.lstat().st_mtime
