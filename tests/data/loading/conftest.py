"""Sets of files in a temporary folder, away from the user's own data folder."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from pathlib import Path

import pytest

from scale_explorer.data.loading.files import gather
from scale_explorer.data.loading.load import Loaded, load

Files = Mapping[str, str | bytes]


@pytest.fixture(autouse=True)
def data_home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    home = tmp_path / "home"
    monkeypatch.setenv("XDG_DATA_HOME", str(home))
    return home


@pytest.fixture
def write(tmp_path: Path) -> Callable[[Files], Path]:
    def write_files(files: Files) -> Path:
        folder = tmp_path / "mill"
        for name, content in files.items():
            path = folder / name
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_bytes(content.encode() if isinstance(content, str) else content)
        return folder

    return write_files


@pytest.fixture
def loaded(write: Callable[[Files], Path]) -> Callable[[Files], Loaded]:
    return lambda files: load(gather(write(files)))
