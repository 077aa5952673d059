"""An index that is replaced while it is open: followed, and never mixed with the one before."""

from __future__ import annotations

import os
import queue
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from contextlib import closing
from pathlib import Path

import pytest

from scale_explorer.data.importing.index_file import IndexWriter
from scale_explorer.data.importing.sink import Item
from scale_explorer.data.opening import open_store, opened_again, seek
from scale_explorer.data.reloading.reloader import Outcome, Reloader, followed
from scale_explorer.data.reloading.request import Compiled, Faulty, Same
from scale_explorer.data.reloading.watched import watched_of
from scale_explorer.data.store.protocol import Store
from scale_explorer.data.watch import Progress
from scale_explorer.models.errors import DataError
from scale_explorer.models.kinds import Kind

PATIENCE = 60.0


@pytest.fixture(autouse=True)
def _folders(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "cache"))
    monkeypatch.setenv("XDG_DATA_HOME", str(tmp_path / "data"))


def index(path: Path, *names: str) -> Path:
    with IndexWriter(path, "Companies") as writer:
        for name in names:
            writer.add(Item(Kind.COMPANY, name.lower(), {"name": name}))
        writer.finish(print)
    return path


def names_in(store: Store) -> list[str]:
    return [row.title for row in store.records(Kind.COMPANY)]


def elsewhere(ask: Callable[[], list[str]]) -> list[str]:
    """Ask on a thread that has no connection yet."""
    with ThreadPoolExecutor(1) as pool:
        return pool.submit(ask).result(PATIENCE)


def test_a_thread_that_comes_late_reads_the_file_that_was_opened(tmp_path: Path) -> None:
    path = index(tmp_path / "i", "Alder", "Birch")
    with open_store(str(path)) as store:
        assert names_in(store) == ["Alder", "Birch"]
        index(path, "Cedar")
        assert elsewhere(lambda: names_in(store)) == ["Alder", "Birch"]
        assert elsewhere(lambda: [hit.record.id for hit in store.search("bir")]) == ["birch"]
        path.unlink()
        assert elsewhere(lambda: names_in(store)) == ["Alder", "Birch"]
    index(path, "Cedar")
    with open_store(str(path)) as store:
        assert names_in(store) == ["Cedar"]


def test_many_late_threads_share_what_is_kept_in_reserve(tmp_path: Path) -> None:
    path = index(tmp_path / "i", "Alder", "Birch")
    with open_store(str(path)) as store, ThreadPoolExecutor(8) as pool:
        names_in(store)
        index(path, "Cedar")
        found = list(pool.map(names_in, [store] * 200))
    assert all(each == ["Alder", "Birch"] for each in found)


def test_a_file_that_was_replaced_before_anything_was_marked_is_not_taken_for_it(
    tmp_path: Path,
) -> None:
    path = index(tmp_path / "i", "Alder")
    with open_store(str(path)) as store:
        visit = store.visit()
        index(path, "Cedar")
        store.mark_new(visit)  # closes all connections
        with pytest.raises(DataError, match="was replaced by another file; open it again"):
            names_in(store)


class Ear:
    """Follows an index and keeps what is told."""

    def __init__(self, path: Path) -> None:
        self.told: queue.Queue[Outcome | Progress] = queue.Queue()
        files = followed(seek(str(path)))
        self.reloader = Reloader(files, lambda _number, heard: self.told.put(heard), tuple)

    def outcome(self) -> Outcome:
        while isinstance(told := self.told.get(timeout=PATIENCE), Progress):
            pass
        return told


def test_an_index_is_one_file_to_watch(tmp_path: Path) -> None:
    path = index(tmp_path / "i", "Alder")
    assert watched_of(seek(str(path))).files == {os.fspath(path)}
    assert not watched_of(seek(str(path))).folders


def test_what_is_imported_again_is_told_and_opened(tmp_path: Path) -> None:
    path = index(tmp_path / "i", "Alder")
    ear = Ear(path)
    with closing(ear.reloader):
        ear.reloader.start(warm=False)
        index(path, "Cedar")
        told = ear.outcome()
        assert isinstance(told, Compiled)
        assert (told.path, told.made) == (path, False), "an index is nobody's to remove"
        with opened_again(told.path, (str(path),)) as store:
            assert names_in(store) == ["Cedar"]
        index(path, "Cedar")
        assert ear.outcome() == Same(), "the same records make the same file"
        path.write_bytes(path.read_bytes()[:5000])
        told = ear.outcome()
        assert isinstance(told, Faulty)
        assert "damaged" in told.findings[0].message
        index(path, "Alder", "Birch")
        assert isinstance(ear.outcome(), Compiled)


@pytest.mark.parametrize(
    ("becomes", "told"),
    [
        (None, "i is gone: put it back, or import it again."),
        ('[dataset]\nid = "a"\ntitle = "A"\n', "i is no index any more: put it back"),
        ('{"kind": "company"}', "i is no index any more: put it back"),
    ],
)
def test_an_index_that_is_gone_or_something_else_is_told_with_what_to_do(
    tmp_path: Path, becomes: str | None, told: str
) -> None:
    path = index(tmp_path / "i", "Alder")
    ear = Ear(path)
    with open_store(str(path)) as store, closing(ear.reloader):
        ear.reloader.start(warm=False)
        path.unlink()
        if becomes is not None:
            path.write_text(becomes)
        outcome = ear.outcome()
        assert isinstance(outcome, Faulty)
        (finding,) = outcome.findings
        assert finding.message.startswith(told)
        assert finding.message.endswith(f"scale-explorer import SOURCE -o {path}")
        assert names_in(store) == ["Alder"]
        index(path, "Alder")
        assert ear.outcome() == Same()
