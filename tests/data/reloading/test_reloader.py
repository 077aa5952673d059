"""A changed set is compiled by a process that stays warm; what cannot be read is told."""

from __future__ import annotations

import os
import queue
import signal
import subprocess
import sys
import time
from collections.abc import Iterable, Iterator
from contextlib import closing
from dataclasses import dataclass
from pathlib import Path
from typing import TypeAlias

import psutil
import pytest

from benchmarks.grown_set import grow
from scale_explorer.data.finding import Finding
from scale_explorer.data.opening import Sought, open_store, opened, seek
from scale_explorer.data.reloading import reloader as module
from scale_explorer.data.reloading.reloader import (
    Failed,
    Followed,
    Outcome,
    Reloader,
    followed,
    followed_unread,
)
from scale_explorer.data.reloading.request import Compiled, Faulty, Same
from scale_explorer.data.reloading.watched import watched_of
from scale_explorer.data.reloading.watcher import POLL
from scale_explorer.data.watch import Progress
from scale_explorer.models.errors import DataError

PATIENCE = 60.0
SET = '[dataset]\nid = "mill"\ntitle = "{}"\n'
PARENT = """
import sys, time
from scale_explorer.data.opening import seek
from scale_explorer.data.reloading.reloader import Reloader, followed
reloader = Reloader(followed(seek(sys.argv[1])), lambda number, told: None, tuple)
reloader.start(warm=False)
reloader.demand()
while reloader.pid is None:
    time.sleep(0.01)
print(reloader.pid, flush=True)
time.sleep(60)
"""


@pytest.fixture(autouse=True)
def _folders(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "cache"))
    monkeypatch.setenv("XDG_DATA_HOME", str(tmp_path / "data"))


@pytest.fixture
def mill(tmp_path: Path) -> Path:
    folder = tmp_path / "mill"
    folder.mkdir()
    (folder / "set.toml").write_text(SET.format("Mill"))
    (folder / "more.toml").write_text("")
    return folder


Told: TypeAlias = "queue.Queue[tuple[int, Outcome | Progress]]"


@dataclass
class Ear:
    """Follows a set and keeps what is told."""

    reloader: Reloader
    told: Told

    def outcome(self) -> tuple[int, Outcome]:
        """Wait for the next outcome."""
        while True:
            number, told = self.told.get(timeout=PATIENCE)
            if not isinstance(told, Progress):
                return number, told

    def step(self) -> Progress:
        """Wait for the next step of long work."""
        while True:
            _, told = self.told.get(timeout=PATIENCE)
            if isinstance(told, Progress):
                return told


def following(name: str | Path) -> Ear:
    told: Told = queue.Queue()
    with closing(open_store(str(name))) as store:
        broken = store.findings()
    return listening(followed(seek(str(name))), told, broken)


def listening(files: Followed, told: Told, broken: Iterable[Finding] = ()) -> Ear:
    reloader = Reloader(files, lambda number, heard: told.put((number, heard)), lambda: broken)
    return Ear(reloader, told)


@pytest.fixture
def late(mill: Path) -> Iterator[Ear]:
    """An ear on a set that was compiled before, and that nobody has read since."""
    with closing(open_store(str(mill))) as store:
        ear = listening(followed_unread((str(mill),), store.name), queue.Queue())
    with closing(ear.reloader):
        yield ear


@pytest.fixture
def ear(mill: Path) -> Iterator[Ear]:
    ear = following(mill)
    with closing(ear.reloader):
        ear.reloader.start(warm=False)
        yield ear


def title(outcome: Outcome) -> str:
    assert isinstance(outcome, Compiled)
    with closing(opened(outcome.path)) as store:
        return store.summary().title


def test_a_save_is_compiled(ear: Ear, mill: Path) -> None:
    (mill / "set.toml").write_text(SET.format("A mill"))
    assert title(ear.outcome()[1]) == "A mill"


def test_what_changed_before_anybody_read_it_is_told(late: Ear, mill: Path) -> None:
    (mill / "set.toml").write_text(SET.format("A mill"))
    late.reloader.start(warm=False)
    assert title(late.outcome()[1]) == "A mill"


def test_what_did_not_is_no_news(late: Ear, mill: Path) -> None:
    late.reloader.start(warm=False)
    time.sleep(3 * POLL)
    assert late.told.empty()
    (mill / "set.toml").write_text(SET.format("A mill"))
    assert title(late.outcome()[1]) == "A mill"


def test_a_set_that_went_before_anybody_read_it_is_told_and_followed(late: Ear, mill: Path) -> None:
    away = mill.rename(mill.with_name("away"))
    late.reloader.start(warm=False)
    assert isinstance(late.outcome()[1], Faulty)
    (away / "set.toml").write_text(SET.format("A mill"))
    away.rename(mill)
    assert title(late.outcome()[1]) == "A mill"
    (mill / "set.toml").write_text(SET.format("The mill"))
    assert title(late.outcome()[1]) == "The mill"


def test_what_is_saved_while_it_is_read_is_told(
    late: Ear, mill: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def slowly(at: object) -> object:
        """Look at the files, and have one saved before anybody reads on."""
        (mill / "set.toml").write_text(SET.format("A mill"))
        monkeypatch.undo()
        monkeypatch.setenv("XDG_CACHE_HOME", str(mill.parent / "cache"))
        monkeypatch.setenv("XDG_DATA_HOME", str(mill.parent / "data"))
        return watched_of(at)  # type: ignore[arg-type]

    monkeypatch.setattr(module, "watched_of", slowly)
    late.reloader.start(warm=False)
    assert title(late.outcome()[1]) == "A mill"


def test_saving_what_was_there_is_no_news(ear: Ear, mill: Path) -> None:
    (mill / "set.toml").write_text(SET.format("Mill"))
    assert ear.outcome()[1] == Same()


def test_going_back_is_told_as_well(ear: Ear, mill: Path) -> None:
    (mill / "set.toml").write_text(SET.format("A mill"))
    assert title(ear.outcome()[1]) == "A mill"
    (mill / "set.toml").write_text(SET.format("Mill"))
    assert title(ear.outcome()[1]) == "Mill"


def test_a_file_that_is_broken_is_told_with_its_line_until_it_is_mended(
    ear: Ear, mill: Path
) -> None:
    (mill / "more.toml").write_text("\n[[company\n")
    _, told = ear.outcome()
    assert isinstance(told, Faulty)
    (fault,) = told.findings
    assert (fault.code, str(fault.place)) == ("syntax_error", f"{mill}/more.toml:2")
    (mill / "more.toml").write_text("")
    assert ear.outcome()[1] == Same()


def test_a_set_that_has_gone_is_told(ear: Ear, mill: Path) -> None:
    for path in mill.iterdir():
        path.unlink()
    mill.rmdir()
    _, told = ear.outcome()
    assert isinstance(told, Faulty)
    assert "does not exist" in told.findings[0].message


def test_what_was_broken_from_the_start_hides_no_other_change(mill: Path) -> None:
    (mill / "more.toml").write_text("[[company\n")
    ear = following(mill)
    with closing(ear.reloader):
        ear.reloader.start(warm=False)
        (mill / "set.toml").write_text(SET.format("A mill"))
        assert title(ear.outcome()[1]) == "A mill"
        (mill / "more.toml").write_text("")
        assert title(ear.outcome()[1]) == "A mill"
        (mill / "more.toml").write_text("[[company\n")
        assert isinstance(ear.outcome()[1], Faulty)


def test_a_record_that_cannot_be_read_is_left_out(ear: Ear, mill: Path) -> None:
    (mill / "more.toml").write_text('[[company]]\nid = "odd"\nname = "Odd"\ncolour = 1\n')
    _, told = ear.outcome()
    assert isinstance(told, Compiled)
    with closing(opened(told.path)) as store:
        assert store.summary().errors == 1


def test_a_file_that_is_half_written_for_a_moment_is_no_fault(
    ear: Ear, mill: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("scale_explorer.data.reloading.reloader.SUSPECT", 5.0)
    ear.reloader.demand()
    ear.outcome()  # so that the process is warm, and looks at once
    (mill / "more.toml").write_text("[[company\n")
    time.sleep(1.0)
    (mill / "more.toml").write_text('[[company]]\nid = "elm"\nname = "Elm"\n')
    assert isinstance(ear.outcome()[1], Compiled)


def test_a_demand_is_answered_with_its_number(ear: Ear, mill: Path) -> None:
    assert ear.reloader.demand() == 1
    assert ear.outcome() == (1, Same())
    (mill / "set.toml").write_text(SET.format("A mill"))
    number = ear.reloader.demand()
    answered, told = ear.outcome()
    assert (answered, title(told)) == (number, "A mill")


def test_a_text_that_a_file_begins_to_name_is_followed(ear: Ear, mill: Path) -> None:
    news = mill / "news.txt"
    (mill / "more.toml").write_text('[[source]]\nid = "n"\ntitle = "N"\ntext = "news.txt"\n')
    names = set[str]()
    for words in ("Some.\n", "Other.\n", ""):
        _, told = ear.outcome()
        while not isinstance(told, Compiled):
            _, told = ear.outcome()
        names.add(told.name)
        news.write_text(words)
    assert len(names) == 3


def test_a_change_from_before_it_began_is_found_out(mill: Path) -> None:
    ear = following(mill)
    (mill / "set.toml").write_text(SET.format("A mill"))
    with closing(ear.reloader):
        ear.reloader.start(warm=False)
        assert title(ear.outcome()[1]) == "A mill"


def test_the_process_stays_from_one_change_to_the_next_and_ends_with_the_reloader(
    mill: Path,
) -> None:
    ear = following(mill)
    with closing(ear.reloader):
        ear.reloader.start(warm=False)
        assert ear.reloader.pid is None
        pids = set[int | None]()
        for name in ("One", "Two"):
            (mill / "set.toml").write_text(SET.format(name))
            ear.outcome()
            pids.add(ear.reloader.pid)
    (pid,) = pids
    assert pid is not None
    assert not psutil.pid_exists(pid)


def test_the_process_is_made_ready_where_that_is_wanted(
    mill: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("scale_explorer.data.reloading.reloader.WARM_AFTER", 0.0)
    ear = following(mill)
    with closing(ear.reloader):
        ear.reloader.start(warm=True)
        assert ear.outcome()[1] == Same()
        assert ear.reloader.pid is not None


def test_a_newer_save_overtakes_the_work_on_an_older_one(tmp_path: Path) -> None:
    folder = tmp_path / "grown"
    folder.mkdir()
    grow(600, folder)
    ear = following(folder)
    header = next(path for path in folder.glob("*.toml") if "[dataset]" in path.read_text())
    before = header.read_text()
    with closing(ear.reloader):
        ear.reloader.start(warm=False)
        header.write_text(before.replace("A grown set", "Older"))
        ear.step()
        header.write_text(before.replace("A grown set", "Newer"))
        assert title(ear.outcome()[1]) == "Newer"
        assert not list((tmp_path / "cache").rglob(".compiling-*"))


def test_a_process_that_is_ended_is_told_and_the_next_change_has_another(
    ear: Ear, mill: Path
) -> None:
    ear.reloader.demand()
    ear.outcome()
    pid = ear.reloader.pid
    assert pid is not None
    os.kill(pid, signal.SIGSTOP)
    (mill / "set.toml").write_text(SET.format("A mill"))
    ear.reloader.demand()
    time.sleep(0.3)
    os.kill(pid, signal.SIGKILL)
    _, told = ear.outcome()
    assert isinstance(told, Failed)
    assert isinstance(told.error, DataError)
    assert "SIGKILL" in str(told.error)
    ear.reloader.demand()
    assert title(ear.outcome()[1]) == "A mill"


def test_no_process_outlives_the_one_that_asks(mill: Path) -> None:
    command = [sys.executable, "-c", PARENT, str(mill)]
    with subprocess.Popen(command, stdout=subprocess.PIPE, text=True) as parent:
        assert parent.stdout is not None
        pid = int(parent.stdout.readline())
        assert psutil.pid_exists(pid)
        parent.kill()
    deadline = time.monotonic() + PATIENCE
    while psutil.pid_exists(pid) and psutil.Process(pid).status() != psutil.STATUS_ZOMBIE:
        assert time.monotonic() < deadline
        time.sleep(0.02)


def test_sets_that_are_not_written_to_need_nothing_ready(mill: Path) -> None:
    sought: Sought = seek(None)
    assert not followed(sought).writable
    assert followed(seek(str(mill))).writable
