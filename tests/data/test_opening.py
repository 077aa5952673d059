"""Opening a set: compiled once, reused while it holds, never used when it does not."""

from __future__ import annotations

import os
import stat
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from scale_explorer.data.opening import KEPT, open_store
from scale_explorer.models.errors import DataError, UnknownNameError


def opened_title(path: Path) -> str:
    store = open_store(str(path))
    try:
        return store.summary().title
    finally:
        store.close()


def cached(tmp_path: Path) -> list[Path]:
    return sorted((tmp_path / "cache" / "scale-explorer").glob("*.sqlite"))


def test_compiles_once_and_reuses(story: Path, tmp_path: Path) -> None:
    assert opened_title(story) == "Cedar buys into Birch"
    (file,) = cached(tmp_path)
    number = file.stat().st_ino
    assert opened_title(story) == "Cedar buys into Birch"
    assert [each.stat().st_ino for each in cached(tmp_path)] == [number]


def test_compiles_again_when_asked(story: Path, tmp_path: Path) -> None:
    opened_title(story)
    number = cached(tmp_path)[0].stat().st_ino
    open_store(str(story), fresh=True).close()
    assert [each.stat().st_ino for each in cached(tmp_path)] != [number]


def test_compiles_again_when_a_file_changes(story: Path, tmp_path: Path) -> None:
    opened_title(story)
    file = story / "mill.toml"
    file.write_text(file.read_text().replace("Cedar buys into Birch", "Cedar and Birch"))
    assert opened_title(story) == "Cedar and Birch"
    assert len(cached(tmp_path)) == 2


def test_compiles_again_when_the_code_changes(
    story: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    opened_title(story)
    monkeypatch.setattr("scale_explorer.data.opening.code_stamp", lambda: "other code")
    opened_title(story)
    assert len(cached(tmp_path)) == 2


def test_only_the_owner_may_read_the_cache(story: Path, tmp_path: Path) -> None:
    opened_title(story)
    (file,) = cached(tmp_path)
    assert stat.S_IMODE(file.stat().st_mode) == 0o600
    assert stat.S_IMODE(file.parent.stat().st_mode) == 0o700


def cut_short(file: Path) -> None:
    file.write_bytes(file.read_bytes()[: file.stat().st_size // 2])


def emptied(file: Path) -> None:
    file.write_bytes(b"")


def overwritten(file: Path) -> None:
    content = bytearray(file.read_bytes())
    content[4096:20_000] = bytes(20_000 - 4096)
    file.write_bytes(content)


def replaced(file: Path) -> None:
    file.write_text("no database")


@pytest.mark.parametrize("damage", [cut_short, emptied, overwritten, replaced])
def test_a_damaged_file_is_never_used(
    story: Path, tmp_path: Path, damage: Callable[[Path], None]
) -> None:
    opened_title(story)
    (file,) = cached(tmp_path)
    damage(file)
    assert opened_title(story) == "Cedar buys into Birch"
    assert cached(tmp_path) == [file]


def test_works_without_a_cache_and_leaves_nothing_behind(
    story: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    private = tmp_path / "private"
    private.mkdir()
    monkeypatch.setattr("tempfile.tempdir", str(private))
    (tmp_path / "cache").write_text("in the way")
    store = open_store(str(story))
    assert store.summary().title == "Cedar buys into Birch"
    assert len(list(private.iterdir())) == 1
    store.close()
    del store
    assert list(private.iterdir()) == []


def test_keeps_the_files_used_lately(story: Path, tmp_path: Path) -> None:
    opened_title(story)
    folder = cached(tmp_path)[0].parent
    for age in range(KEPT + 5):
        old = folder / f"old-{age:02d}.sqlite"
        old.write_bytes(b"")
        os.utime(old, (1_000_000 - age, 1_000_000 - age))
    open_store(str(story), fresh=True).close()
    names = {file.name for file in cached(tmp_path)}
    assert len(names) == KEPT
    assert "old-00.sqlite" in names
    assert "old-24.sqlite" not in names


@pytest.mark.parametrize("name", ["no-such-set", "scale-ia"])
def test_an_unknown_name_is_told(name: str) -> None:
    with pytest.raises(UnknownNameError, match=name):
        open_store(name)


@pytest.mark.usefixtures("story")
def test_what_cannot_be_read_at_all_is_told(tmp_path: Path) -> None:
    broken = tmp_path / "broken.toml"
    broken.write_text("[[[")
    with pytest.raises(DataError, match=r"broken\.toml"):
        open_store(str(broken))


HEAVY = ("pydantic", "edtf", "babel", "tomli", "tomlkit", "rapidfuzz", "textual")
WARM = f"""
import sys
from scale_explorer.data.opening import open_store
store = open_store(sys.argv[1])
store.summary(); store.story(); store.claims("birch"); store.portrait("birch"); store.why("birch")
print(*sorted({{name.split(".")[0] for name in sys.modules}} & set({HEAVY!r})))
"""


def test_a_warm_start_loads_nothing_heavy(story: Path) -> None:
    opened_title(story)
    run = [sys.executable, "-c", WARM, str(story)]
    done = subprocess.run(run, capture_output=True, text=True, check=True, env=dict(os.environ))
    assert done.stdout.split() == []


@pytest.mark.usefixtures("story")
def test_the_bundled_set_opens() -> None:
    store = open_store(None)
    summary = store.summary()
    assert summary.verification.quotes > 100
    assert len(store.story()) == summary.lead > 0
    store.close()


def test_the_cache_follows_the_specification(
    story: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("XDG_CACHE_HOME", "relative/is/ignored")
    monkeypatch.setenv("HOME", str(tmp_path))
    assert opened_title(story) == "Cedar buys into Birch"
    assert list((tmp_path / ".cache" / "scale-explorer").glob("*.sqlite"))
