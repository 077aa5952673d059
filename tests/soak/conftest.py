"""The sets that are walked through: a copy of the bundled one, and one that was grown."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from collections.abc import Mapping
from pathlib import Path

import pytest

from benchmarks.grown_set import grow

BUNDLED = Path(__file__).parents[2] / "data" / "sets" / "scale_ai"
CLAIMS = 1_000


@pytest.fixture
def environment(tmp_path: Path) -> Mapping[str, str]:
    """Give the app folders of its own, and an editor that changes nothing."""
    names = ("CACHE", "CONFIG", "DATA", "STATE")
    folders = {f"XDG_{name}_HOME": str(tmp_path / name) for name in names}
    kept = {k: v for k, v in os.environ.items() if k not in {"TMUX", "STY", "COLUMNS", "LINES"}}
    return {**kept, **folders, "LANG": "C.UTF-8", "EDITOR": "true", "VISUAL": ""}


@pytest.fixture
def bundled(tmp_path: Path) -> Path:
    """A copy of the bundled set, which may be written to."""
    return Path(shutil.copytree(BUNDLED, tmp_path / "bundled"))


@pytest.fixture
def grown(tmp_path: Path, environment: Mapping[str, str]) -> Path:
    """A set of a thousand claims, compiled, so that the app opens it at once."""
    folder = tmp_path / "grown"
    folder.mkdir()
    grow(CLAIMS, folder)
    compiling = [sys.executable, "-m", "scale_explorer", "list", "sources", "--data", str(folder)]
    subprocess.run(compiling, env=dict(environment), check=True, capture_output=True)
    return folder


@pytest.fixture
def data(request: pytest.FixtureRequest) -> Path:
    """The set that a test names."""
    return Path(request.getfixturevalue(request.param))
