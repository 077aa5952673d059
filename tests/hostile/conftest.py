"""The hostile set, compiled once, in folders of its own."""

from __future__ import annotations

import os
from collections.abc import Mapping
from pathlib import Path

import pytest

from .sets import hostile_set


@pytest.fixture(scope="session")
def hostile(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Write the set of payloads; nobody changes it."""
    return hostile_set(tmp_path_factory.mktemp("hostile") / "set")


@pytest.fixture(scope="session")
def cache(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return where compiled sets are kept for all tests of this folder."""
    return tmp_path_factory.mktemp("cache")


@pytest.fixture
def environment(tmp_path: Path, cache: Path) -> Mapping[str, str]:
    """Give what runs folders of its own, and the colours of a usual terminal."""
    folders = {f"XDG_{name}_HOME": str(tmp_path / name) for name in ("DATA", "CONFIG", "STATE")}
    usual = {"LANG": "C.UTF-8", "COLORTERM": "truecolor", "XDG_CACHE_HOME": str(cache)}
    return {**os.environ, **folders, **usual}
