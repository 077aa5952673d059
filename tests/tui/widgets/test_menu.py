from __future__ import annotations

import pytest
from textual.app import App

from scale_explorer.tui.widgets.menu import Entry, Menu
from scale_explorer.tui.widgets.row_list import RowList

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
        await app.push_screen(Menu("Copy", ENTRIES, ascii=True))
        await pilot.pause()
        rows = app.screen.query_one(RowList)
        assert [rows.render_line(y).text for y in range(rows.size.height)] == [
            "Copy                      ",
            ">v  Value  $14.3 bn       ",
            ' q  Quote  "a stake [/ in"',
            " l  Link   no address     ",
            " j  JSON                  ",
        ]
