"""The installed command keeps the code that it loads, beside Python's own cache."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

from scale_explorer.tui.code_cache import process as module
from scale_explorer.tui.code_cache.process import kept_code

COMMAND = Path(sys.executable).with_name("scale-explorer")


def answered(folder: Path, *words: str, **environment: str) -> str:
    """Answer a command line with Python's cache in a folder of its own."""
    done = subprocess.run(
        [COMMAND, *words],
        env={**_plain(), "PYTHONPYCACHEPREFIX": str(folder), **environment},
        capture_output=True,
        text=True,
        check=True,
    )
    assert not done.stderr
    return done.stdout


def _plain() -> dict[str, str]:
    left = {"PYTHONDONTWRITEBYTECODE", "PYTHONPYCACHEPREFIX"}
    return {name: value for name, value in os.environ.items() if name not in left}


def kept(folder: Path) -> dict[str, tuple[int, int]]:
    """Return the files of code in a folder, by name, with what changes when one is replaced."""
    files = folder.rglob("*.code")
    return {
        each.name.split(".")[0]: (each.stat().st_ino, each.stat().st_mtime_ns) for each in files
    }


@pytest.fixture(autouse=True)
def warm(compiled: object, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("XDG_CACHE_HOME", str(compiled))


def test_a_verb_keeps_what_it_loads_once(tmp_path: Path) -> None:
    first = answered(tmp_path, "show", "scale-ai")
    once = kept(tmp_path)
    assert [*once] == ["verbs"]
    assert answered(tmp_path, "show", "scale-ai") == first
    assert kept(tmp_path) == once


def test_another_verb_adds_what_it_needs(tmp_path: Path) -> None:
    answered(tmp_path, "show", "scale-ai")
    (file,) = tmp_path.rglob("*.code")
    before = file.stat().st_size
    answered(tmp_path, "path", "meta", "scale-ai")
    assert file.stat().st_size > before


def test_the_version_loads_no_more(tmp_path: Path) -> None:
    answered(tmp_path, "--version")
    assert not kept(tmp_path)


def test_who_wants_no_bytecode_written_gets_none(tmp_path: Path) -> None:
    answered(tmp_path, "show", "scale-ai", PYTHONDONTWRITEBYTECODE="1")
    assert not kept(tmp_path)


def _refused(_path: str, _mode: int) -> bool:
    return False


def test_what_could_not_be_written_is_not_made(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(sys, "dont_write_bytecode", False)
    path = str(tmp_path / "app.code")
    assert module.may_keep(path, "app")
    monkeypatch.setattr(os, "access", _refused)
    assert not module.may_keep(path, "app")


def test_verbs_keep_nothing_of_large_libraries(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(sys, "dont_write_bytecode", False)
    path = str(tmp_path / "verbs.code")
    monkeypatch.setattr(sys, "modules", {"json": json})
    assert module.may_keep(path, "verbs")
    monkeypatch.setattr(sys, "modules", {"pydantic": json})
    assert not module.may_keep(path, "verbs")
    assert module.may_keep(path, "app")


@pytest.mark.parametrize(("bytecode", "program"), [
    (None, sys.argv[0]), ("/nowhere/entry.cpython-311.pyc", "/somewhere/else/scale-explorer"),
])  # fmt: skip
def test_who_is_not_the_installed_command_finds_modules_as_ever(
    bytecode: str | None, program: str
) -> None:
    finders = list(sys.meta_path)
    with kept_code(bytecode, [program]):
        assert sys.meta_path == finders


_ENDING = """
import atexit, sys, threading
from scale_explorer.tui import entry
entry.main = lambda: print("answered") or {status}
atexit.register(print, "tidied")
if {others}:
    threading.Thread(target=lambda: threading.main_thread().join() or print("worked")).start()
entry.run()
"""


@pytest.mark.parametrize("others", [False, True])
def test_the_end_forgets_neither_output_nor_others(*, others: bool) -> None:
    script = _ENDING.format(status=3, others=others)
    done = subprocess.run(
        [sys.executable, "-c", script], capture_output=True, text=True, check=False
    )
    assert done.returncode == 3
    assert not done.stderr
    assert set(done.stdout.split()) == {"answered", "tidied", *(["worked"] if others else [])}


def test_output_that_cannot_be_written_is_told() -> None:
    with Path("/dev/full").open("w", encoding="utf-8") as full:
        done = subprocess.run(
            [COMMAND, "show", "scale-ai"],
            stdout=full, stderr=subprocess.PIPE, text=True, check=False,
        )  # fmt: skip
    assert done.returncode == 3
    assert "No space left" in done.stderr
