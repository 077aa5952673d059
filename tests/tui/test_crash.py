from __future__ import annotations

import os
import stat
from pathlib import Path

import pytest

from scale_explorer.tui import crash


@pytest.fixture(autouse=True)
def log(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Path:
    """Keep the log in a folder that is not there yet."""
    monkeypatch.setenv("XDG_STATE_HOME", str(tmp_path / "state"))
    return crash.crash_log()


def planting() -> None:
    planted = "pass" + "word-1234"
    raise ValueError(len(planted))


def fault() -> Exception:
    with pytest.raises(ValueError, match="13") as caught:
        planting()
    return caught.value


def test_the_log_is_private_and_names_no_values(log: Path) -> None:
    told = crash.log_crash(fault())
    assert told.endswith(f"The details are in {log}, which only you can read.")
    text = log.read_text(encoding="utf-8")
    assert "in planting" in text
    assert "password-1234" not in text
    assert stat.S_IMODE(log.stat().st_mode) == 0o600
    assert stat.S_IMODE(log.parent.stat().st_mode) == 0o700


def test_a_log_that_others_could_read_becomes_private(log: Path) -> None:
    log.parent.mkdir(parents=True)
    log.write_text("older\n")
    log.chmod(0o644)
    crash.log_crash(fault())
    assert log.read_text(encoding="utf-8").startswith("older\n")
    assert stat.S_IMODE(log.stat().st_mode) == 0o600


def test_a_long_report_and_a_long_log_are_bounded(log: Path) -> None:
    for _ in range(crash.LARGEST // crash.LONGEST + 3):
        crash.log_crash(ValueError("x" * 10_000_000))
    assert log.stat().st_size < crash.LARGEST + 2 * crash.LONGEST
    old = log.with_name("crash.log.1")
    assert old.stat().st_size < crash.LARGEST + 2 * crash.LONGEST
    assert {file.name for file in log.parent.iterdir()} == {log.name, old.name}


@pytest.mark.parametrize("planted", ["link", "folder", "pipe"])
def test_what_stands_in_the_way_is_told_and_left_alone(
    planted: str, log: Path, tmp_path: Path
) -> None:
    log.parent.mkdir(parents=True)
    (tmp_path / "theirs").write_text("theirs")
    if planted == "link":
        log.symlink_to(tmp_path / "theirs")
    elif planted == "folder":
        log.mkdir()
    else:
        os.mkfifo(log)
    assert "could not be kept" in crash.log_crash(fault())
    assert (tmp_path / "theirs").read_text() == "theirs"


def test_a_part_that_failed_is_told_apart() -> None:
    assert crash.log_mishap(fault()).startswith("a part of the program failed (ValueError).")


def test_endless_recursion_is_short() -> None:
    def deeper() -> None:
        deeper()

    with pytest.raises(RecursionError) as caught:
        deeper()
    assert "could not" not in crash.log_crash(caught.value)
