"""A change is told once, when it has come to rest, and nothing else is told."""

from __future__ import annotations

import os
import time
from collections.abc import Callable, Generator
from contextlib import closing, contextmanager
from pathlib import Path
from threading import Event

import pytest

from scale_explorer.data.reloading import watcher as module
from scale_explorer.data.reloading.watched import Sight, Signature, Watched
from scale_explorer.data.reloading.watcher import Watcher

PATIENCE = 20.0


class Heard:
    """Counts what is told."""

    def __init__(self) -> None:
        self.count = 0
        self._event = Event()

    def __call__(self) -> None:
        self.count += 1
        self._event.set()

    def once_more(self) -> None:
        assert self._event.wait(PATIENCE)
        self._event.clear()


@pytest.fixture
def file(tmp_path: Path) -> Path:
    path = tmp_path / "set.toml"
    path.write_text("a = 1\n")
    return path


@contextmanager
def watching(*paths: Path, seen: bool = True) -> Generator[tuple[Watcher, Heard]]:
    at, heard = Watched(frozenset(map(str, paths)), frozenset()), Heard()
    nothing: Signature = {}
    begun = at, Sight().look(at) if seen else nothing
    with closing(Watcher(lambda: begun, heard)) as watcher:
        watcher.start()
        yield watcher, heard


def polls(count: int = 3) -> None:
    time.sleep(count * module.POLL)


def test_a_save_is_told_once(file: Path) -> None:
    with watching(file) as (_, heard):
        file.write_text("a = 2\n")
        heard.once_more()
        polls()
        assert heard.count == 1


def test_while_nothing_changes_nothing_is_told(file: Path) -> None:
    with watching(file) as (_, heard):
        polls()
        assert heard.count == 0


def test_what_changed_before_it_began_is_told(file: Path) -> None:
    with watching(file, seen=False) as (_, heard):
        heard.once_more()


def test_many_files_that_change_together_are_one_change(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(module, "SETTLE", 1.0)
    files = [tmp_path / f"{number}.toml" for number in range(20)]
    with watching(*files) as (_, heard):
        for path in files:
            path.write_text("")
            time.sleep(module.POLL / 4)
        heard.once_more()
        polls()
        assert heard.count == 1


def emptied(path: Path) -> None:
    path.write_text("")


@pytest.mark.parametrize("empty", [Path.unlink, emptied])
def test_a_file_that_is_away_for_a_moment_was_saved_once(
    file: Path, empty: Callable[[Path], object], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(module, "SUSPECT", 2.0)
    with watching(file) as (_, heard):
        empty(file)
        polls(2)
        assert heard.count == 0
        file.write_text("a = 2\n")
        heard.once_more()
        polls()
        assert heard.count == 1


def test_a_file_that_stays_away_is_told(file: Path) -> None:
    with watching(file) as (_, heard):
        file.unlink()
        heard.once_more()


def test_what_never_rests_is_told_all_the_same(file: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(module, "LONGEST", 0.2)
    monkeypatch.setattr(module, "SETTLE", 0.01)
    stat = os.stat

    def restless(path: str) -> os.stat_result:
        with Path(path).open("a") as more:
            more.write("#\n")
        return stat(path)

    with watching(file) as (_, heard):
        monkeypatch.setattr(os, "stat", restless)
        heard.once_more()
        monkeypatch.undo()


def test_a_demand_is_told_at_once_though_nothing_changed(
    file: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(module, "POLL", PATIENCE * 10)
    with watching(file) as (watcher, heard):
        watcher.demand()
        heard.once_more()
        file.write_text("a = 2\n")
        watcher.demand()
        heard.once_more()
        assert heard.count == 2


def test_what_is_newly_watched_counts_as_changed_once(file: Path, tmp_path: Path) -> None:
    other = tmp_path / "news.txt"
    with watching(file) as (watcher, heard):
        watcher.watch(Watched(frozenset({str(file), str(other)}), frozenset()))
        heard.once_more()
        other.write_text("words")
        heard.once_more()
        polls()
        assert heard.count == 2
