from __future__ import annotations

from collections.abc import AsyncGenerator
from contextlib import asynccontextmanager

import pytest
from textual.app import App
from textual.pilot import Pilot

from scale_explorer.tui.widgets.entry import Entry
from scale_explorer.tui.widgets.menu import Menu
from scale_explorer.tui.widgets.row_list import RowList

from .hand import click

ENTRIES = (
    Entry("value", "v", "Value", "$14.3 bn"),
    Entry("quote", "q", "Quote", "“a stake [/ in”"),
    Entry("link", "l", "Link", why_not="no address"),
    Entry("json", "j", "JSON"),
)


@pytest.mark.parametrize(
    ("keys", "expected"),
    [
        (("v",), ["value"]),
        (("q",), ["quote"]),  # an entry's letter goes before the key that closes
        (("down", "enter"), ["quote"]),
        (("down", "down", "enter"), ["json"]),  # over the one that cannot be chosen
        (("escape",), [None]),
        (("l", "x"), []),
    ],
)
async def test_keys_choose_an_entry_or_close(
    keys: tuple[str, ...], expected: list[str | None]
) -> None:
    app = App[None]()
    chosen: list[str | None] = []
    async with app.run_test(size=(50, 12)) as pilot:
        await app.push_screen(Menu("Copy", ENTRIES), chosen.append)
        await pilot.press(*keys)
        await pilot.pause()
    assert chosen == expected


async def test_it_is_as_wide_as_its_entries_and_says_why_not() -> None:
    app = App[None]()
    async with app.run_test(size=(60, 12)) as pilot:
        await app.push_screen(Menu("Copy", ENTRIES))
        await pilot.pause()
        rows = app.screen.query_one(RowList)
        assert [rows.render_line(y).text for y in range(rows.size.height)] == [
            "Copy                      ",
            "▌v  Value  $14.3 bn       ",
            " q  Quote  “a stake [/ in”",
            " l  Link   no address     ",
            " j  JSON                  ",
        ]


LONG = (
    Entry("claim", "c", "claim", "“a quote that goes on for longer than a menu is wide”, and more"),
    Entry("cited", "m", "quote with citation, as Markdown", "> “buying a 49% stake in Scale AI”"),
    Entry("link", "l", "link: the command that opens this", why_not="no record is chosen"),
)


@asynccontextmanager
async def menu(
    entries: tuple[Entry, ...], size: tuple[int, int], title: str = "Copy"
) -> AsyncGenerator[tuple[App[None], RowList, Pilot[None]]]:
    app = App[None]()
    async with app.run_test(size=size) as pilot:
        await app.push_screen(Menu(title, entries))
        await pilot.pause()
        yield app, app.screen.query_one(RowList), pilot


def shown(rows: RowList) -> list[str]:
    return [rows.render_line(y).text.rstrip() for y in range(rows.size.height)]


@pytest.mark.parametrize(("width", "hints"), [(120, 3), (80, 3), (60, 3), (50, 0), (42, 0)])
async def test_labels_stay_whole_and_hints_give_way(width: int, hints: int) -> None:
    async with menu(LONG, (width, 12)) as (_, rows, _):
        lines = shown(rows)[1:]
        assert all(entry.label in line for line, entry in zip(lines, LONG, strict=True))
        begins = ("“a quo", "> “buy", "no rec")
        assert sum(hint in line for line, hint in zip(lines, begins, strict=True)) == hints


async def test_where_even_labels_find_no_room_the_letters_stay() -> None:
    async with menu(LONG, (20, 12)) as (_, rows, _):
        assert shown(rows) == ["Copy", "▌c  claim", " m  quote with …", " l  link: the c…"]


async def test_more_entries_than_lines_scroll_and_their_letters_choose() -> None:
    many = tuple(Entry(chr(n), chr(n), f"entry {chr(n)}") for n in range(ord("a"), ord("z") + 1))
    chosen: list[str | None] = []
    app = App[None]()
    async with app.run_test(size=(40, 8)) as pilot:
        await app.push_screen(Menu("Go to", many), chosen.append)
        await pilot.pause()
        rows = app.screen.query_one(RowList)
        assert rows.region.height <= 8
        await pilot.press("end")
        assert "entry z" in shown(rows)[-1]
        await pilot.press("home", "pagedown")
        assert "entry a" not in " ".join(shown(rows))
        await pilot.press("b")
        await pilot.pause()
    assert chosen == ["b"]


@pytest.mark.parametrize(
    ("width", "shown_title"), [(80, "Choose one of them"), (16, "Choose one …")]
)
async def test_a_title_is_whole_where_there_is_room(width: int, shown_title: str) -> None:
    async with menu(ENTRIES[3:], (width, 10), "Choose one of them") as (_, rows, _):
        assert shown(rows)[0] == shown_title
        assert rows.region.right <= width


@pytest.mark.parametrize(
    ("at", "expected"),
    [
        ((0, 1), ["value"]),
        ((0, 2), ["quote"]),
        ((0, 3), []),  # it says why it cannot be chosen
        ((-9, -3), [None]),  # beside the menu
    ],
)
async def test_a_click_chooses_or_closes(at: tuple[int, int], expected: list[str | None]) -> None:
    app = App[None]()
    chosen: list[str | None] = []
    async with app.run_test(size=(50, 12)) as pilot:
        await app.push_screen(Menu("Copy", ENTRIES), chosen.append)
        await pilot.pause()
        x, y = app.screen.query_one(RowList).content_region.offset + at
        await click(pilot, (x, y))
    assert chosen == expected
