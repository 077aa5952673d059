"""Folders of its own for each test, and servers that live as long as it does."""

from __future__ import annotations

import os
import tempfile
from collections.abc import Iterator, Mapping
from pathlib import Path

import pytest

from .processes import end, processes_of
from .sshd import Server, serving

_KEPT = ("PATH", "HOME", "USER", "LOGNAME", "SHELL")


@pytest.fixture
def environment(tmp_path: Path, compiled: Path) -> Iterator[Mapping[str, str]]:
    """Give a command folders of its own; whatever still runs with them afterwards is ended."""
    folders = {f"XDG_{name}_HOME": str(tmp_path / name) for name in ("CONFIG", "DATA", "STATE")}
    folders["XDG_CACHE_HOME"] = str(compiled)
    kept = {name: os.environ[name] for name in _KEPT if name in os.environ}
    given = {**kept, **folders, "LANG": "C.UTF-8"}
    yield given
    end(processes_of(given))


@pytest.fixture
def server(environment: Mapping[str, str]) -> Iterator[Server]:
    """Serve SSH; the folder has a short name, since the path of a socket may not be long."""
    with (
        tempfile.TemporaryDirectory(prefix="sshd") as folder,
        serving(Path(folder), environment) as running,
    ):
        yield running
