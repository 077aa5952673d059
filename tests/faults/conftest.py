"""One compiled story for all that starts here, and folders of its own for each test."""

from __future__ import annotations

import os
import subprocess
from collections.abc import Mapping
from pathlib import Path

import pytest

from .subject import COMMAND


def _kept() -> dict[str, str]:
    return {k: v for k, v in os.environ.items() if k not in {"TMUX", "STY", "COLUMNS", "LINES"}}


@pytest.fixture(scope="session")
def compiled(tmp_path_factory: pytest.TempPathFactory) -> str:
    """Compile the story once, and return the cache folder."""
    folder = str(tmp_path_factory.mktemp("compiled"))
    environment = {**_kept(), "XDG_CACHE_HOME": folder, "XDG_DATA_HOME": f"{folder}/data"}
    command = [COMMAND, "list", "companies"]
    subprocess.run(command, env=environment, check=True, capture_output=True, timeout=120)
    return folder


@pytest.fixture
def environment(tmp_path: Path, compiled: str) -> Mapping[str, str]:
    """Give a program folders of its own, but for the cache."""
    folders = {f"XDG_{name}_HOME": str(tmp_path / name) for name in ("CONFIG", "DATA", "STATE")}
    own = {"LANG": "C.UTF-8", "XDG_CACHE_HOME": compiled, "COUNTED": str(tmp_path / "counted")}
    return {**_kept(), **folders, **own}
