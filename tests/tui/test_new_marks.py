"""How it is shown what is new: a quiet sign in every row, a word on the page, and a filter."""

from __future__ import annotations

import re
import shutil
from collections.abc import AsyncGenerator
from contextlib import asynccontextmanager
from pathlib import Path

import pytest

from scale_explorer.data.opening import open_store
from scale_explorer.tui.app import ExplorerApp
from scale_explorer.tui.launch import Launch
from scale_explorer.tui.memory.files import visit_path
from scale_explorer.tui.memory.visits import keep_visit
from scale_explorer.tui.panes.marks import NEW, quotes_cell
from scale_explorer.tui.prepare import prepare
from scale_explorer.tui.state import Pane

from .reader import Reader

MILL = Path(__file__).parents[1] / "data" / "mill"


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A set that changed since it was seen."""
    for name in ("CACHE", "DATA", "STATE"):
        monkeypatch.setenv(f"XDG_{name}_HOME", str(tmp_path / name))
    folder = Path(shutil.copytree(MILL, tmp_path / "mill"))
    store = open_store(str(folder))
    keep_visit((str(folder),), store)
    store.close()
    page = folder / "mill.toml"
    text = page.read_text(encoding="utf-8").replace('"about $3 million"', '"about $5 million"')
    page.write_text(f'{text}\n[[company]]\nid = "oak"\nname = "Oak"\n', encoding="utf-8")
    return folder


@asynccontextmanager
async def reading(
    folder: Path, size: tuple[int, int] = (120, 40), *, ascii_only: bool = False
) -> AsyncGenerator[Reader]:
    store = open_store(str(folder))
    app = ExplorerApp(store, prepare(Launch((str(folder),), ascii=ascii_only), store))
    async with app.run_test(size=size) as pilot:
        await pilot.pause()
        yield Reader(app, pilot)
    store.close()


async def test_the_start_says_how_much_is_new(folder: Path) -> None:
    async with reading(folder) as reader:
        said = "1 new and 2 changed since your last visit earlier today; is:new lists them."
        assert said in " ".join(reader.text.split())


async def test_rows_carry_the_sign_in_browse_and_in_the_story(folder: Path) -> None:
    async with reading(folder) as reader:
        marked = [line for line in reader.shown(Pane.BROWSE).splitlines() if NEW in line]
        assert [line.split()[0] for line in marked] == ["Oak"]
        (spent,) = [line for line in reader.shown(Pane.FOCUS).splitlines() if NEW in line]
        assert "Alder Bakery’s spend" in spent


async def test_the_filter_keeps_what_is_new(folder: Path) -> None:
    async with reading(folder) as reader:
        await reader.press("1", "slash", *"is:new", "enter")
        listed = [row for row in reader.scene.browse.answer.rows if row.opened is None]
        assert {row.key for row in listed} == {"oak", "alder-spend-2024", "alder-share"}
        assert all(row.is_new for row in listed)


async def test_the_views_lead_to_what_is_new(folder: Path) -> None:
    async with reading(folder) as reader:
        await reader.press("V")
        assert re.search(r"New since your last visit +3 records", reader.text)
        await reader.press("N")
        assert reader.now.now.browse.filter == "is:new"
        keep_visit((str(folder),), reader.screen.store)
    async with reading(folder) as reader:
        await reader.press("V")
        assert "New since" not in reader.text


async def test_the_page_of_a_new_record_says_so(folder: Path) -> None:
    async with reading(folder) as reader:
        await reader.press("colon", *"oak", "enter")
        assert "new or changed since your last visit" in reader.text


@pytest.mark.parametrize("size", [(120, 40), (80, 24), (60, 20), (40, 12)])
async def test_it_finds_room_on_any_screen(folder: Path, size: tuple[int, int]) -> None:
    async with reading(folder, size, ascii_only=True) as reader:
        await reader.press("1", "slash", *"is:new", "enter")
        # The sign of what is closed, + there, could be mistaken for it.
        assert any(re.search(r"Oak +< +N ", line) for line in reader.lines)
        assert reader.text.isascii()


async def test_the_visit_ends_when_the_app_is_left(folder: Path) -> None:
    path = visit_path((str(folder),))
    before = path.read_bytes()
    async with reading(folder) as reader:
        assert reader.app.leave() == ""
        assert path.read_bytes() != before


@pytest.mark.parametrize(
    ("flags", "told"),
    [
        (set[str](), "“ 2"),
        ({"new"}, "✦ “ 2"),
        ({"new", "disputed"}, "≠✦ “ 2"),
        ({"new", "wrong", "flagged"}, "✕✦ “ 2"),
    ],
)
def test_the_sign_stands_behind_a_graver_one(flags: set[str], told: str) -> None:
    assert quotes_cell(2, frozenset(flags)).text == told
