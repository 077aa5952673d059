"""Folders of its own for each test, but for the cache."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

import pytest

from ..surroundings import surroundings


@pytest.fixture
def environment(tmp_path: Path, compiled: Path) -> Mapping[str, str]:
    """Give a program folders of its own, and a file in which a plain one may count."""
    return {**surroundings(tmp_path, compiled), "COUNTED": str(tmp_path / "counted")}
