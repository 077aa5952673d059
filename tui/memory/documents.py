"""Reading and writing a JSON file of the program's own that may be damaged or out of reach."""

from __future__ import annotations

import json
import os
from pathlib import Path

from scale_explorer.data.loading.read import read_regular, shown
from scale_explorer.data.loading.set_aside import set_aside
from scale_explorer.data.loading.strict_json import read_json
from scale_explorer.data.loading.write import replace_file
from scale_explorer.models.errors import DataError

from .values import fields

LARGEST = 4 * 1024 * 1024
"""Bytes of a file that is read; the longest session takes half of it."""

VERSION = 1
"""The form of the files; one of another form is another program's, and is set aside."""


def read_document(path: Path) -> tuple[dict[str, object] | None, str]:
    """Return the object in a JSON file, or None and what happened to a file that is damaged.

    Where there is no file there is nothing to tell either. A damaged one is set aside.
    """
    if not os.path.lexists(path):
        return None, ""
    try:
        return _object(read_regular(path, LARGEST)), ""
    except DataError:
        fault = "is too large, or no file that can be read"
    except ValueError:
        fault = "is no JSON, or not of this version"
    told = f"What was remembered is lost: {shown(path.name)} {fault}."
    return None, f"{told} {set_aside(path)}"


def write_document(path: Path, document: dict[str, object]) -> str:
    """Replace a JSON file in one step, for its owner alone; return why not, if it failed."""
    written = json.dumps({"version": VERSION, **document}, ensure_ascii=False)
    try:
        make_private(path.parent)
        replace_file(path, written.encode(errors="replace"), 0o600)
    except DataError as error:
        return str(error)
    except OSError as error:
        return f"{shown(path.parent)} cannot be made: {error.strerror}."
    return ""


def _object(content: bytes) -> dict[str, object]:
    """Parse a file's content; raises ValueError when it is damaged."""
    document = fields(read_json(content))
    if document.get("version") != VERSION:
        raise ValueError
    return document


def make_private(folder: Path) -> None:
    """Make a folder and those above it for their owner alone (XDG Base Directory 0.8)."""
    if not folder.is_dir():
        make_private(folder.parent)
        folder.mkdir(mode=0o700, exist_ok=True)
