"""A key costs the same in a list of some hundred rows and of a hundred thousand: by counts."""

from __future__ import annotations

from collections.abc import AsyncGenerator, Iterator, Mapping
from contextlib import asynccontextmanager
from pathlib import Path
from typing import Any

import pytest

from benchmarks.large_file import HUB, write
from scale_explorer.data.store import found
from scale_explorer.data.store.connections import Connections
from scale_explorer.data.store.sqlite import SQLiteStore
from scale_explorer.tui import look, sheets
from scale_explorer.tui.overtaken import overtaken_when
from scale_explorer.tui.scene import Scene
from scale_explorer.tui.state import Follow, Navigation, Pane, SetFilter, update
from scale_explorer.tui.widgets.filter_bar import FilterBar

from .conftest import Opener
from .reader import Reader

TWELVE, SOME, MANY = 12, 4_896, 100_000
"""The last two end alike in blocks of 64 and of 128."""
MOST = 20
Counts = dict[str, tuple[int, int]]


@pytest.fixture(scope="module")
def stores(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Mapping[int, SQLiteStore]]:
    folder = tmp_path_factory.mktemp("large")
    opened = {
        count: SQLiteStore(write(folder / f"{count}.sqlite", count))
        for count in (TWELVE, SOME, MANY)
    }
    yield opened
    for store in opened.values():
        store.close()


class Counter:
    """Counts the statements put to a store, and the rows that came back."""

    def __init__(self, monkeypatch: pytest.MonkeyPatch) -> None:
        self.statements = self.rows = 0
        for name in ("select", "numbers"):
            monkeypatch.setattr(Connections, name, self._counted(getattr(Connections, name)))

    def _counted(self, ask: Any) -> Any:
        def counted(*asked: Any, **more: Any) -> Any:
            answer = ask(*asked, **more)
            self.statements += 1
            self.rows += len(answer)
            return answer

        return counted

    def taken(self) -> tuple[int, int]:
        taken = self.statements, self.rows
        self.statements = self.rows = 0
        return taken


@asynccontextmanager
async def reading(store: SQLiteStore) -> AsyncGenerator[Reader]:
    app = Opener(store)()
    async with app.run_test(size=(120, 40)) as pilot:
        reader = Reader(app, pilot)
        await answered(reader)
        yield reader


async def answered(reader: Reader) -> None:
    """Wait until what was typed is a filter, nothing is looked for, and no cursor has to rest."""
    screen, parts = reader.screen, vars(reader.screen)

    def is_quiet() -> bool:
        typed = screen.pane.query_one(FilterBar).text if screen.pane.typing else None
        taken = typed is None or typed == screen.view.of(screen.pane.PANE).filter
        looked = parts["_scenes"].is_whole and not vars(parts["_cursor"])["_waiting"]
        # A key that acts on rows may itself still wait for them.
        return taken and looked and vars(reader.app)["_under_way"] is None

    await reader.until(is_quiet)


STEPS = {
    "to the first company": ("1", "down", "down"),
    "down": ("down",),
    "page": ("pagedown",),
    "end": ("G",),
    "up at the end": ("up",),
    "start": ("g", "g"),
    "into the hub": ("down", "down", "enter"),
    "down in the hub": ("down",),
    "page in the hub": ("pagedown",),
    "end of the hub": ("G",),
    "follow": ("enter",),
    "back": ("backspace",),
    "list": ("1", "g", "g", "down"),
    "into the list": ("enter", "2"),
}
FILTERS = {
    "a letter in the hub": ("2", "slash", "m"),
    "a word in the hub": ("i", "l", "l", "s"),
    "kept": ("enter",),
    "cleared": ("escape",),
    "a letter in Browse": ("1", "slash", "m"),
    "a word in Browse": ("i", "l", "l", "s"),
    "kept in Browse": ("enter",),
    "page of what was found": ("pagedown",),
}


async def counted(
    store: SQLiteStore, counter: Counter, steps: Mapping[str, tuple[str, ...]], *first: str
) -> Counts:
    counts: Counts = {}
    async with reading(store) as reader:
        for key in first:
            await reader.press(key)
            await answered(reader)
        counter.taken()
        for name, keys in steps.items():
            for key in keys:
                await reader.press(key)
                await answered(reader)
            counts[name] = counter.taken()
    return counts


async def test_moving_and_following_cost_the_same(
    stores: Mapping[int, SQLiteStore], monkeypatch: pytest.MonkeyPatch
) -> None:
    counter = Counter(monkeypatch)
    twelve, some, many = [await counted(stores[n], counter, STEPS) for n in (TWELVE, SOME, MANY)]
    assert some == many
    assert max(rows for _, rows in many.values()) < 500
    # A list that fits into one window has nothing left to ask when its end is gone to.
    assert sum(asked for asked, _ in twelve.values()) <= sum(asked for asked, _ in many.values())


def _alike(some: Counts, many: Counts) -> bool:
    """Say whether all costs the same, but for one row that a look reads which a newer one ends."""
    pairs = ((some[step], many[step]) for step in some.keys() | many.keys())
    return all(abs(a - b) <= 1 for one, other in pairs for a, b in zip(one, other, strict=True))


async def test_filters_cost_the_same(
    stores: Mapping[int, SQLiteStore], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(sheets, "FIRST", MOST)
    monkeypatch.setattr(look, "has_first_look", lambda: False)  # which may be drawn or overtaken
    counter = Counter(monkeypatch)
    down = ("1", "down", "down", "enter")
    some, many = [await counted(stores[n], counter, FILTERS, *down) for n in (SOME, MANY)]
    assert _alike(some, many)
    assert max(rows for _, rows in many.values()) < 1_500


async def test_the_end_of_what_was_found_is_the_end_of_all(
    stores: Mapping[int, SQLiteStore], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(sheets, "FIRST", MOST)
    async with reading(stores[MANY]) as reader:
        await reader.press("1", "down", "down", "enter", "slash", *"mills", "enter")
        await answered(reader)
        assert f"{MOST}+" in reader.text
        await reader.press("G")
        await answered(reader)
        lines = stores[MANY].lines(HUB, sheets.read_filter("mills")[0], most=None)
        assert f"{lines.total:,}" in reader.text
        assert f"{lines.total:,}+" not in reader.text
        assert reader.scene.row == lines.page(lines.total - 1, lines.total)[0]


async def test_the_last_row_before_more_stays_when_all_is_looked_for(
    stores: Mapping[int, SQLiteStore], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(sheets, "FIRST", 3)
    async with reading(stores[SOME]) as reader:
        await reader.press("1", "down", "down", "enter", "slash", *"mills", "enter")
        await reader.press("down", "down")
        await answered(reader)
        last = reader.scene.row
        assert "… more" in reader.shown(Pane.FOCUS)
        await reader.press("down")
        await answered(reader)
        assert "… more" not in reader.shown(Pane.FOCUS)
        assert reader.scene.row == last
        await reader.press("down")
        assert reader.scene.row != last


async def test_far_away_what_one_sees_is_what_is_there(
    stores: Mapping[int, SQLiteStore],
) -> None:
    async with reading(stores[MANY]) as reader:
        await reader.press("1", "down", "down", "G", *["pageup"] * 3)
        await answered(reader)
        record = reader.now.now.browse.cursor
        assert record is not None
        row = stores[MANY].record(record)
        assert row is not None
        assert row.short[:10] in reader.shown(Pane.BROWSE)
        assert reader.scene.sheet.answer.record == record


def test_enough_is_some_screens(stores: Mapping[int, SQLiteStore]) -> None:
    assert found.FIRST >= 500
    assert stores[MANY].lines(HUB).total == MANY - 1


def test_files_of_a_size_are_alike(tmp_path: Path) -> None:
    one, other = (write(tmp_path / name, 30) for name in ("a", "b"))
    assert one.read_bytes() == other.read_bytes()


async def test_what_a_first_look_finds_is_shown_while_the_rest_is_looked_for(
    stores: Mapping[int, SQLiteStore], monkeypatch: pytest.MonkeyPatch
) -> None:
    shown: list[Scene] = []
    monkeypatch.setattr(look, "LOOKS", (60,))
    navigation = update(update(Navigation(), Follow(HUB)), SetFilter(Pane.BROWSE, "mills"))
    with overtaken_when(lambda: False, shown.append):
        whole = look.look(stores[MANY], navigation)
        (first,) = shown
        monkeypatch.setattr(look, "LOOKS", (-1,))
        look.look(stores[MANY], navigation)
    few, many = first.browse.answer, whole.browse.answer
    assert (len(few.rows) < len(many.rows), few.rows[1]) == (True, many.rows[1])
    assert few.found.endswith("+")
    nothing = shown[1].browse.answer
    assert nothing.found == "…"
    assert {row.label for row in nothing.rows if row.more} == {"more"}
    assert all(row.opened for _, row in nothing.headings)


async def test_what_is_found_at_once_is_shown_once(
    stores: Mapping[int, SQLiteStore], monkeypatch: pytest.MonkeyPatch
) -> None:
    shown: list[Scene] = []
    monkeypatch.setattr(look, "LOOKS", (60, 60))
    navigation = update(Navigation(), SetFilter(Pane.BROWSE, "mills"))
    with overtaken_when(lambda: False, shown.append):
        whole = look.look(stores[TWELVE], navigation)
    assert whole.browse.answer.rows.complete
    assert not shown
