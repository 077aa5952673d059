"""The list that one picks from, key by key."""

from __future__ import annotations

from collections.abc import Sequence

import pytest

from scale_explorer.tui.picker.app import PickApp
from scale_explorer.tui.picker.choices import Choice, Choices
from scale_explorer.tui.widgets.filter_input import FilterInput
from scale_explorer.tui.widgets.row_list import RowList

THREE = (Choice("scale-ai", "Scale AI"), Choice("meta", "Meta"), Choice("google", "Google"))


async def picked(
    keys: Sequence[str], choices: tuple[Choice, ...] = THREE, *, several: bool = False
) -> tuple[int, ...] | None:
    """Press keys, and return what was picked; the app must have ended."""
    app = open_app(choices, several=several)
    async with app.run_test() as pilot:
        await pilot.press(*keys)
        await pilot.pause()
        assert not app.is_running
    return app.picked


def open_app(choices: tuple[Choice, ...] = THREE, *, several: bool = False) -> PickApp:
    return PickApp(Choices("Things", choices, ""), several=several, theme="dark", ascii_only=False)


@pytest.mark.parametrize(
    ("keys", "place"),
    [
        (["enter"], 0),
        (["down", "enter"], 1),
        (["down", "down", "up", "enter"], 1),
        (["ctrl+n", "ctrl+n", "ctrl+p", "enter"], 1),
        (["pagedown", "enter"], 2),
        ([*"goo", "enter"], 2),
        ([*"e", "down", "enter"], 1),
        ([*"scale", "space", *"ai", "enter"], 0),
        ([*"mtea", "enter"], 1),
    ],
)
async def test_enter_picks_what_is_under_the_cursor(keys: list[str], place: int) -> None:
    assert await picked(keys) == (place,)


@pytest.mark.parametrize("key", ["escape", "ctrl+c"])
async def test_one_can_leave(key: str) -> None:
    assert await picked(["g", key]) is None


@pytest.mark.parametrize(
    ("keys", "places"),
    [
        (["space", "space", "enter"], (0, 1)),
        (["down", "tab", "up", "up", "space", "enter"], (0, 1)),
        (["space", "up", "space", "enter"], (1,)),
        (["down", "enter"], (1,)),
        ([*"goo", "space", "backspace", "backspace", "backspace", "space", "enter"], (0, 2)),
    ],
)
async def test_several_are_picked_by_their_marks(keys: list[str], places: tuple[int, ...]) -> None:
    assert await picked(keys, several=True) == places


async def test_where_nothing_is_found_enter_picks_nothing() -> None:
    app = open_app()
    async with app.run_test() as pilot:
        await pilot.press(*"qqq", "enter")
        await pilot.pause()
        assert app.is_running
        assert app.query_one(RowList).rows == ()
        await pilot.press("backspace", "backspace", "backspace", "enter")
    assert app.picked == (0,)


async def test_one_may_type_at_once() -> None:
    app = open_app()
    async with app.run_test() as pilot:
        await pilot.pause()
        assert app.focused is app.query_one(FilterInput)
        assert app.query_one("FilterBar").display


async def test_texts_from_a_pipe_are_shown_and_not_obeyed() -> None:
    hostile = (Choice("[/]", "[bold]\x1b[2Jx\u202e"), Choice("a\x07", ""))
    app = open_app(hostile)
    async with app.run_test() as pilot:
        await pilot.pause()
        shown = [cell.text for row in app.query_one(RowList).rows for cell in row.cells]
        assert shown == ["", "[bold]␛[2Jx\ufffd", "[/]", "", "a␇"]
        await pilot.press("enter")
    assert app.picked == (0,)


async def test_a_double_click_picks() -> None:
    app = open_app()
    async with app.run_test() as pilot:
        await pilot.double_click(RowList, offset=(3, 1))
        await pilot.pause()
    assert app.picked == (1,)
