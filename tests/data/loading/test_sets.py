"""Names and paths of data sets."""

from __future__ import annotations

from pathlib import Path

import pytest

from scale_explorer.data.loading.sets import bundled, resolve
from scale_explorer.models.errors import UnknownNameError


@pytest.mark.parametrize("name", [None, "", "scale-ai", "scale_ai"])
def test_a_bundled_set_has_a_name(name: str | None) -> None:
    assert resolve(name).name == "scale_ai"


def test_every_bundled_set_is_found_by_its_name() -> None:
    assert bundled()
    assert all(resolve(known.name) == known.path for known in bundled())


@pytest.mark.parametrize("text", ["./scale-ai", "missing/set", "missing.toml"])
def test_what_looks_like_a_path_is_one(text: str) -> None:
    assert resolve(text) == Path(text)


def test_what_exists_wins_over_a_name(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "scale-ai").mkdir()
    monkeypatch.chdir(tmp_path)
    assert resolve("scale-ai") == Path("scale-ai")


@pytest.mark.parametrize("name", ["x" * 5000, "a\0b", "no-such-set"])
def test_an_unknown_name_is_told(name: str) -> None:
    with pytest.raises(UnknownNameError):
        resolve(name)


def test_the_nearest_name_is_offered() -> None:
    with pytest.raises(UnknownNameError, match="Did you mean scale-ai"):
        resolve("scael-ai")
