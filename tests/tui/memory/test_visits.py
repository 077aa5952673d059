"""What is kept of a visit, and what the next start says of it."""

from __future__ import annotations

import os
import shutil
import stat
from collections.abc import Iterator
from contextlib import closing
from datetime import date
from pathlib import Path

import pytest

from scale_explorer.data.opening import open_store
from scale_explorer.data.store.rows.sets import News
from scale_explorer.data.store.sqlite import SQLiteStore
from scale_explorer.tui.launch import Launch
from scale_explorer.tui.memory import visits
from scale_explorer.tui.memory.files import visit_path
from scale_explorer.tui.memory.visits import keep_visit, mark_new, words_for
from scale_explorer.tui.prepare import prepare

MILL = Path(__file__).parents[2] / "data" / "mill"
LISTED = "is:new lists them."
TODAY = date(2025, 11, 30)


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "cache"))
    monkeypatch.setenv("XDG_DATA_HOME", str(tmp_path / "data"))
    return Path(shutil.copytree(MILL, tmp_path / "mill"))


@pytest.fixture
def seen(folder: Path) -> tuple[str, ...]:
    """A set that was visited before a company came into it, and a figure changed."""
    names = (str(folder),)
    store = open_store(names)
    assert keep_visit(names, store) == ""
    store.close()
    path = folder / "mill.toml"
    text = path.read_text(encoding="utf-8").replace('"about $3 million"', '"about $5 million"')
    path.write_text(f'{text}\n[[company]]\nid = "oak"\nname = "Oak"\n', encoding="utf-8")
    return names


@pytest.fixture
def store(seen: tuple[str, ...]) -> Iterator[SQLiteStore]:
    found = open_store(seen)
    yield found
    found.close()


def flags(store: SQLiteStore, record: str) -> frozenset[str]:
    found = store.record(record)
    assert found is not None
    return found.flags


@pytest.mark.parametrize(
    ("news", "day", "said"),
    [
        (News(), date(2025, 11, 24), ""),
        (
            News(3, 2),
            date(2025, 11, 24),
            "3 new and 2 changed since your last visit on 24 Nov; is:new lists them.",
        ),
        (
            News(1, 2000, 4),
            date(2024, 1, 5),
            f"1 new, 2,000 changed and 4 removed since your last visit on 5 Jan 2024; {LISTED}",
        ),
        (News(removed=1), TODAY, "1 removed since your last visit earlier today."),
        (
            News(changed=1),
            TODAY,
            "1 changed since your last visit earlier today; is:new lists them.",
        ),
    ],
)
def test_the_line_for_the_start(news: News, day: date, said: str) -> None:
    assert words_for(news, day, TODAY) == said


def test_a_first_visit_marks_and_says_nothing(story: SQLiteStore) -> None:
    assert mark_new((), story) == ""


def test_the_next_visit_says_what_is_new(seen: tuple[str, ...], store: SQLiteStore) -> None:
    assert mark_new(seen, store).startswith("1 new and 2 changed since your last visit ")
    assert "new" in flags(store, "oak")
    # Nothing is forgotten before the visit ends.
    assert mark_new(seen, store).startswith("1 new and 2 changed")


def test_marks_vanish_at_the_next_visit(seen: tuple[str, ...], store: SQLiteStore) -> None:
    keep_visit(seen, store)
    assert mark_new(seen, store) == ""
    assert "new" not in flags(store, "oak")


@pytest.mark.parametrize("fresh", [False, True])
def test_the_start_says_it_first_or_after_what_was_lost(
    seen: tuple[str, ...], store: SQLiteStore, *, fresh: bool
) -> None:
    words = prepare(Launch(seen, fresh=fresh), store).kit.words
    assert len(words) == 1
    assert words[0].startswith("1 new and 2 changed")


def test_a_tour_is_not_talked_into(seen: tuple[str, ...], store: SQLiteStore) -> None:
    assert prepare(Launch(seen, tour=True), store).kit.words == ()
    assert "new" in flags(store, "oak")


def test_the_day_is_that_of_the_last_visit_even_where_nothing_changed(
    seen: tuple[str, ...], store: SQLiteStore
) -> None:
    keep_visit(seen, store)
    path = visit_path(seen)
    os.utime(path, (0, 0))
    keep_visit(seen, store)
    assert path.stat().st_mtime > 1_000_000_000


def test_sets_that_were_open_together_have_a_visit_of_their_own(seen: tuple[str, ...]) -> None:
    both = (*seen, "tutorial")
    joined = open_store(both)
    assert mark_new(both, joined) == ""
    keep_visit(both, joined)
    assert mark_new(both[::-1], joined) == ""
    assert visit_path(both) == visit_path(both[::-1]) != visit_path(seen)
    joined.close()


def test_it_is_for_the_owner_alone(seen: tuple[str, ...]) -> None:
    path = visit_path(seen)
    modes = [stat.S_IMODE(each.stat().st_mode) for each in (path, path.parent)]
    assert modes == [0o600, 0o700]


def test_what_is_damaged_is_told_and_set_aside(seen: tuple[str, ...], store: SQLiteStore) -> None:
    visit_path(seen).write_bytes(b"\x00 no visit")
    said = mark_new(seen, store)
    assert said.startswith("What is new since the last visit is not known.")
    assert not visit_path(seen).exists()
    assert mark_new(seen, store) == ""


def test_what_is_no_file_is_told(seen: tuple[str, ...], store: SQLiteStore) -> None:
    visit_path(seen).unlink()
    os.mkfifo(visit_path(seen))
    assert "cannot be told" in mark_new(seen, store)


def test_what_cannot_be_kept_is_told(
    seen: tuple[str, ...], store: SQLiteStore, state_folder: Path
) -> None:
    shutil.rmtree(state_folder)
    state_folder.write_text("in the way")
    assert str(state_folder) in keep_visit(seen, store)


def test_only_the_latest_visits_are_kept(
    story: SQLiteStore, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(visits, "KEPT", 2)
    for number in range(4):
        (tmp_path / str(number)).mkdir()
        keep_visit((f"{tmp_path}/{number}",), story)
        os.utime(visit_path((f"{tmp_path}/{number}",)), (number, number))
    left = [visit_path((f"{tmp_path}/{number}",)).exists() for number in range(4)]
    assert left == [False, False, True, True]


def test_a_file_that_cannot_be_read_is_no_news_and_no_visit(
    seen: tuple[str, ...], folder: Path
) -> None:
    page, kept = folder / "mill.toml", visit_path(seen).read_bytes()
    sound = page.read_bytes()
    (folder / "more.toml").write_bytes(b'[[company]]\nid = "ash"\nname = "Ash"\n')
    page.write_bytes(sound + b"=")
    with closing(open_store(seen)) as broken:
        assert mark_new(seen, broken) == ""
        assert keep_visit(seen, broken) == ""
    assert visit_path(seen).read_bytes() == kept
    page.write_bytes(sound)
    with closing(open_store(seen)) as store:
        assert mark_new(seen, store).startswith("2 new and 2 changed")
