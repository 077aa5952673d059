"""What programs that were killed left half done: swept away when somebody writes there again."""

from __future__ import annotations

import os
import re
import stat
from contextlib import suppress
from pathlib import Path

AGE = 600.0
"""Seconds after which nobody is still at work on what nobody has written to."""

_MADE = re.compile("[0-9a-f]{16}")


def fresh_name(prefix: str) -> str:
    """Return a name, with a prefix that begins with a dot, which nothing has yet."""
    return prefix + os.urandom(8).hex()


def sweep(folder: Path, prefix: str, now: float) -> None:
    """Remove old files and folders of ours that have a name which `fresh_name` made of a prefix.

    `now` is the time by the clock of that file system, in seconds. What cannot be removed stays.
    """
    with suppress(OSError), os.scandir(folder) as entries:
        named = [each for each in entries if _is_made(each.name, prefix)]
        for entry in named:
            if _is_left(entry, now):
                _remove(entry)


def _is_made(name: str, prefix: str) -> bool:
    return name.startswith(prefix) and bool(_MADE.fullmatch(name, len(prefix)))


def _is_left(entry: os.DirEntry[str], now: float) -> bool:
    """Say whether an entry is a file or folder of ours that was long not written to."""
    try:
        known = entry.stat(follow_symlinks=False)
    except OSError:  # somebody else swept it away
        return False
    ours = known.st_uid == os.geteuid() and stat.S_IFMT(known.st_mode) in {
        stat.S_IFREG, stat.S_IFDIR,
    }  # fmt: skip
    return ours and now - known.st_mtime > AGE


def _remove(entry: os.DirEntry[str]) -> None:
    with suppress(OSError):
        if entry.is_dir(follow_symlinks=False):
            # Loaded here because there is hardly ever anything to remove.
            import shutil  # noqa: PLC0415

            shutil.rmtree(entry.path)
        else:
            Path(entry.path).unlink()
