"""The stamp of the code changes with any file of it, and costs a start next to nothing."""

from __future__ import annotations

import os
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path

import pytest

from scale_explorer.data.code_stamp import NEEDLESS, code_stamp


@pytest.fixture
def code(tmp_path: Path) -> Path:
    folder = tmp_path / "code"
    (folder / "inner").mkdir(parents=True)
    for name in ("a.py", "inner/b.py", "inner/schema.sql", "inner/notes.txt"):
        (folder / name).write_text("x = 1\n")
    return folder


def touched(code: Path) -> None:
    os.utime(code / "inner" / "b.py", (1_000_000, 1_000_000))


def altered(code: Path) -> None:
    (code / "inner" / "schema.sql").write_text("SELECT 1")


def added(code: Path) -> None:
    (code / "c.py").write_text("")


def renamed(code: Path) -> None:
    (code / "a.py").rename(code / "z.py")


@pytest.mark.parametrize("change", [touched, altered, added, renamed])
def test_any_change_of_code_changes_the_stamp(code: Path, change: Callable[[Path], None]) -> None:
    before = code_stamp([code])
    change(code)
    assert code_stamp([code]) != before


def test_what_is_no_code_does_not_count(code: Path) -> None:
    before = code_stamp([code])
    (code / "inner" / "notes.txt").write_text("changed")
    (code / "__pycache__").mkdir()
    (code / "__pycache__" / "a.py").write_text("")
    assert code_stamp([code]) == before


COMPILES = """
import sys
from scale_explorer.data.opening import open_store
for name in ("scale-ai", "tutorial"):
    open_store(name, fresh=True).close()
print(*(name for name in sys.modules if name.startswith("scale_explorer.data.")))
"""


def test_what_compiles_a_set_counts(tmp_path: Path) -> None:
    own = {**os.environ, "XDG_CACHE_HOME": str(tmp_path)}
    command = [sys.executable, "-c", COMPILES]
    done = subprocess.run(command, env=own, capture_output=True, text=True, check=True)
    loaded = {name.split(".")[2] for name in done.stdout.split()}
    assert {"checks", "grounding", "store"} <= loaded
    assert not loaded & NEEDLESS


@pytest.mark.alone
def test_the_programs_own_stamp_is_cheap() -> None:
    code_stamp()
    spent: list[float] = []
    for _ in range(5):
        start = time.perf_counter()
        code_stamp()
        spent.append(time.perf_counter() - start)
    assert min(spent) < 0.01
