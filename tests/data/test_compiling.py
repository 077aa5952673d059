"""Compiling in a process of its own: it tells how it goes, can be stopped, and hides no fault."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import closing
from pathlib import Path

import psutil
import pytest

from benchmarks.grown_set import grow
from scale_explorer.data.compiling import Compiling
from scale_explorer.data.opening import Sought, opened, seek
from scale_explorer.data.watch import Phase, Progress
from scale_explorer.models.errors import DataError

PARENT = """
import sys, time
from scale_explorer.data.compiling import Compiling
from scale_explorer.data.opening import seek
compiling = Compiling(seek(sys.argv[1]))
while compiling.progress.phase.name != "PAGES":
    time.sleep(0.01)
print("half way", flush=True)
time.sleep(60)
"""


@pytest.fixture(autouse=True)
def folders(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "cache"))
    monkeypatch.setenv("XDG_DATA_HOME", str(tmp_path / "data"))


@pytest.fixture(scope="module")
def grown(tmp_path_factory: pytest.TempPathFactory) -> str:
    """A set that takes some seconds."""
    folder = tmp_path_factory.mktemp("grown")
    grow(800, folder)
    return str(folder)


@pytest.fixture
def compiling(grown: str) -> Iterator[Compiling]:
    with closing(Compiling(seek(grown))) as work:
        yield work


def until(true: Callable[[], object]) -> None:
    deadline = time.monotonic() + 60
    while not true():
        assert time.monotonic() < deadline
        time.sleep(0.01)


def files(tmp_path: Path) -> list[str]:
    return [path.name for path in (tmp_path / "cache").rglob("*.sqlite")]


def test_it_tells_how_it_goes_and_ends_with_a_file_to_open(compiling: Compiling) -> None:
    told: list[Progress] = []

    def look() -> bool:
        told.append(compiling.progress)
        return compiling.outcome.done()

    until(look)
    with closing(opened(compiling.outcome.result())) as store:
        assert store.summary().title == "A grown set"
        kept = {(row.code, row.message) for row in store.findings()}
    assert len({progress.phase for progress in told}) > 3
    found = compiling.findings(0)
    assert {(row.code, row.message) for row in found} == kept
    assert compiling.progress.findings == len(found)
    assert compiling.findings(len(found) - 1) == found[-1:]
    assert compiling.findings(len(found)) == ()


def test_it_compiles_what_is_found_in_the_cache_next_time() -> None:
    with closing(Compiling(seek("tutorial"))) as work:
        file = work.wait(60)
    ready = seek("tutorial").ready()
    assert file == seek("tutorial").path
    assert ready is not None
    ready.close()


def test_a_wait_that_is_too_short_brings_nothing(compiling: Compiling) -> None:
    assert compiling.wait(0.01) is None


@pytest.mark.parametrize("phase", [Phase.FILES, Phase.RECORDS, Phase.PAGES, Phase.STORING])
def test_closed_it_ends_soon_and_leaves_nothing(
    compiling: Compiling, phase: Phase, tmp_path: Path
) -> None:
    until(lambda: list(Phase).index(compiling.progress.phase) >= list(Phase).index(phase))
    started = time.monotonic()
    compiling.close()
    assert time.monotonic() - started < 5
    assert compiling.outcome.exception(timeout=5) is not None
    assert files(tmp_path) == []


def test_what_cannot_be_read_is_told_as_ever(tmp_path: Path) -> None:
    broken = tmp_path / "broken.toml"
    broken.write_text("[dataset\n")
    with (
        closing(Compiling(seek(str(broken)))) as work,
        pytest.raises(DataError, match=r"broken\.toml:1"),
    ):
        work.wait(60)


def test_an_end_by_force_is_told(compiling: Compiling) -> None:
    os.kill(compiling.pid, signal.SIGKILL)
    with pytest.raises(DataError, match="SIGKILL"):
        compiling.wait(60)


def test_a_fault_of_the_program_is_not_hidden(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    faulty = tmp_path / "python"
    faulty.write_text("#!/bin/sh\necho 'ZeroDivisionError: a fault' >&2\nexit 1\n")
    faulty.chmod(0o755)
    monkeypatch.setattr(sys, "executable", str(faulty))
    with (
        closing(Compiling(seek("tutorial"))) as work,
        pytest.raises(RuntimeError, match="status 1\nZeroDivisionError: a fault"),
    ):
        work.wait(60)


def test_modules_that_lie_where_one_stands_are_not_run(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "json.py").write_text("raise SystemExit('run')")
    monkeypatch.chdir(tmp_path)
    with closing(Compiling(seek("tutorial"))) as work:
        assert work.wait(60) is not None


def test_it_ends_when_whoever_waits_is_gone(grown: str, tmp_path: Path) -> None:
    command = [sys.executable, "-c", PARENT, grown]
    with subprocess.Popen(command, stdout=subprocess.PIPE) as parent:
        assert parent.stdout is not None
        assert parent.stdout.readline() == b"half way\n"
        (child,) = psutil.Process(parent.pid).children()
        parent.kill()
    until(lambda: not child.is_running())
    assert files(tmp_path) == []


def test_only_the_latest_findings_are_kept(compiling: Compiling) -> None:
    until(compiling.outcome.done)
    count = compiling.progress.findings
    row = compiling.findings(0)[0]
    for _ in range(1_500):
        compiling._take(row)  # pyright: ignore[reportPrivateUsage]
    assert compiling.progress.findings == count + 1_500
    assert len(compiling.findings(0)) == 1_000
    assert len(compiling.findings(count + 1_490)) == 10


def test_a_name_that_looks_like_an_option_is_a_name(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    (tmp_path / "-c.toml").write_text('[dataset]\nid = "c"\ntitle = "C"\n')
    sought: Sought = seek("-c.toml")
    with closing(Compiling(sought)) as work:
        assert work.wait(60) == sought.path
