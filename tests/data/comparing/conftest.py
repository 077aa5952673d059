"""The mill story in two versions: as it is, and with passages of its files replaced."""

from __future__ import annotations

import shutil
from collections.abc import Callable
from pathlib import Path

import pytest

from scale_explorer.data.comparing.change import Comparison
from scale_explorer.data.comparing.compare import compare
from scale_explorer.data.comparing.version import Version, version_of
from scale_explorer.data.loading.files import gather

MILL = Path(__file__).parent.parent / "mill"


@pytest.fixture(autouse=True)
def data_home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("XDG_DATA_HOME", str(tmp_path / "home"))


@pytest.fixture(scope="session")
def before() -> Version:
    return version_of(gather(MILL))


@pytest.fixture
def edited(tmp_path: Path) -> Callable[..., Version]:
    """Return what makes a version with passages replaced: of the records, or of the text."""

    def version(*replaced: tuple[str, str], text: tuple[str, str] | None = None) -> Version:
        folder = tmp_path / "edited"
        shutil.rmtree(folder, ignore_errors=True)
        shutil.copytree(MILL, folder)
        for file, pairs in (("mill.toml", replaced), ("news.txt", [text] if text else [])):
            path = folder / file
            written = path.read_text(encoding="utf-8")
            for old, new in pairs:
                assert old in written, old
                written = written.replace(old, new)
            path.write_text(written, encoding="utf-8")
        return version_of(gather(folder))

    return version


@pytest.fixture
def differing(before: Version, edited: Callable[..., Version]) -> Callable[..., Comparison]:
    """Return what compares the story with an edited one."""

    def compared(*replaced: tuple[str, str], text: tuple[str, str] | None = None) -> Comparison:
        return compare(before, edited(*replaced, text=text))

    return compared
