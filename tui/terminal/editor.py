"""The user's editor, opened at a line: `$VISUAL`, else `$EDITOR`, as POSIX tools look for them."""

from __future__ import annotations

import shlex
import shutil
from collections.abc import Mapping
from pathlib import PurePath

from scale_explorer.models.errors import UsageError

_PLUS = frozenset({
    "vi", "vim", "nvim", "view", "gvim", "nano", "emacs", "emacsclient", "micro", "kak", "joe",
    "jed", "ne", "mg", "mcedit", "pico", "vis", "ex", "neovim",
})  # fmt: skip
"""Editors that take a line as `+LINE` before the file."""
_COLON = frozenset({"hx", "helix", "subl", "zed"})
"""Editors that take `FILE:LINE`."""
_GOTO = frozenset({"code", "codium", "cursor"})
"""Editors that take `--goto FILE:LINE`; they must wait until the file is closed."""


def editor_command(environment: Mapping[str, str], path: str, line: int | None) -> list[str]:
    """Return the command that opens a file at a line; an editor we do not know opens the file.

    Raises UsageError that says what to set when there is no editor.
    """
    written = environment.get("VISUAL") or environment.get("EDITOR") or ""
    try:
        words = shlex.split(written)
    except ValueError:
        words = []
    if not words or shutil.which(words[0]) is None:
        told = f"{words[0]!r}, which is not here" if words else "no editor"
        raise UsageError(f"EDITOR names {told}; set it, such as EDITOR=nano.")
    behind = _at_line(PurePath(words[0]).name, path, line)
    return [*words, *(word for word in behind if word not in words)]


def _at_line(editor: str, path: str, line: int | None) -> list[str]:
    # A path that begins like an option is one only by its place.
    file = path if path.startswith("/") else f"./{path}"
    if editor in _GOTO:
        return ["--wait", *([file] if line is None else ["--goto", f"{file}:{line}"])]
    if line is None:
        return [file]
    if editor in _PLUS:
        return [f"+{line}", file]
    return [f"{file}:{line}"] if editor in _COLON else [file]
