"""Saving while programs are killed, disks are full and others write: nothing is lost or left.

The twins behind `slow` save as a plain program does, and must fail at the same.
"""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

_PROGRAM = Path(__file__).with_name("saving.py")
_WRITERS, _EACH = 4, 50


def played(scene: str, way: str, folder: Path, count: int) -> dict[str, int]:
    """Play a scene of `saving.py`; return what it counted."""
    command = [sys.executable, str(_PROGRAM), scene, way, str(folder), str(count)]
    done = subprocess.run(command, capture_output=True, check=True, text=True)
    counted: dict[str, int] = json.loads(done.stdout)
    return counted


@pytest.mark.parametrize("trials", [20, pytest.param(200, marks=pytest.mark.slow)])
def test_a_killed_program_leaves_all_files_or_none_changed(trials: int, tmp_path: Path) -> None:
    found = played("killed", "ours", tmp_path / "set", trials)
    assert (found["damaged"], found["unswept"]) == (0, 0)
    assert found["before"] + found["after"] == trials


@pytest.mark.slow
def test_a_plain_program_that_is_killed_damages_files(tmp_path: Path) -> None:
    assert played("killed", "plain", tmp_path / "set", 200)["damaged"]


def test_a_disk_that_fills_up_at_any_byte_changes_nothing(tmp_path: Path) -> None:
    found = played("limited", "ours", tmp_path / "set", 40)
    assert (found["damaged"], found["crashed"], found["left"]) == (0, 0, 0)
    assert found["before"]
    assert found["after"]


@pytest.mark.slow
def test_a_plain_program_on_a_full_disk_damages_files(tmp_path: Path) -> None:
    assert played("limited", "plain", tmp_path / "set", 40)["damaged"]


def test_of_four_who_write_at_once_none_loses_anything(tmp_path: Path) -> None:
    found = played("together", "ours", tmp_path / "set", _EACH)
    assert found == {"crashed": 0, "there": _WRITERS * _EACH, "left": 0}


@pytest.mark.slow
def test_of_four_plain_programs_some_lose_what_they_wrote(tmp_path: Path) -> None:
    assert played("together", "plain", tmp_path / "set", _EACH)["there"] < _WRITERS * _EACH


def test_a_file_system_without_room_changes_nothing(tmp_path: Path) -> None:
    full = tmp_path / "full"
    full.mkdir()
    mount = ["mount", "-t", "tmpfs", "-o", "size=64k", "tmpfs", str(full)]
    if os.geteuid() != 0 or subprocess.run(mount, capture_output=True, check=False).returncode:
        pytest.skip("a small file system can be mounted by root only, outside of a container")
    try:
        _fill_and_save(full)
    finally:
        subprocess.run(["umount", str(full)], check=True)


def _fill_and_save(full: Path) -> None:
    program = (
        "import sys; from pathlib import Path\n"
        "from scale_explorer.data.loading.write import replace_file\n"
        "from scale_explorer.models.errors import DataError\n"
        "try: replace_file(Path(sys.argv[1]), b'new' * 15_000)\n"
        "except DataError as error: print(error)\n"
    )
    path = full / "set.toml"
    path.write_bytes(b"old" * 15_000)
    done = subprocess.run(
        [sys.executable, "-c", program, str(path)], capture_output=True, check=True, text=True
    )
    assert "No space left" in done.stdout
    assert path.read_bytes() == b"old" * 15_000
    assert list(full.iterdir()) == [path]
