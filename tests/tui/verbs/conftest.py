"""A small invented data set, and folders of its own for cache and copies."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

MILL = Path(__file__).parent / "mill"


@pytest.fixture(scope="session")
def cache(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A cache that all tests share, so that a set is compiled once."""
    return tmp_path_factory.mktemp("cache")


@pytest.fixture(autouse=True)
def folders(cache: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Keep tests away from the user's own folders and settings."""
    monkeypatch.setenv("XDG_CACHE_HOME", str(cache))
    monkeypatch.setenv("XDG_DATA_HOME", str(tmp_path / "xdg-data"))
    monkeypatch.setenv("XDG_STATE_HOME", str(tmp_path / "xdg-state"))
    monkeypatch.delenv("SCALE_EXPLORER_DATA", raising=False)
    monkeypatch.delenv("NO_COLOR", raising=False)


@pytest.fixture(scope="session")
def mill() -> str:
    """The path of a sound data set with its source's text; not to be written to."""
    return str(MILL)


@pytest.fixture
def copied(tmp_path: Path) -> Path:
    """A copy of the set that may be changed."""
    return Path(shutil.copytree(MILL, tmp_path / "copied"))


@pytest.fixture
def bare(copied: Path) -> Path:
    """A copy of the set without the text that it quotes."""
    (copied / "gazette.txt").unlink()
    dataset = copied / "dataset.toml"
    dataset.write_text(dataset.read_text().replace('text = "gazette.txt"\n', ""))
    return copied


@pytest.fixture
def article(mill: str) -> Path:
    """The text that the set quotes."""
    return Path(mill) / "gazette.txt"
