"""`completion SHELL`: the script that makes a shell ask the program what may come next."""

from __future__ import annotations

from pathlib import Path

from .. import completion

_FOLDER = Path(completion.__file__).parent


def run(shell: str) -> str:
    """Return the script for a shell."""
    return (_FOLDER / f"scale-explorer.{shell}").read_text(encoding="utf-8")
