"""The box as a person uses it: keys in, and what the screen then shows or hands back."""

from __future__ import annotations

from collections.abc import AsyncGenerator, Callable
from contextlib import AbstractAsyncContextManager, asynccontextmanager
from threading import Event

import pytest
from rich.cells import cell_len
from textual import events

from scale_explorer.data.store.protocol import Store
from scale_explorer.data.store.sqlite import SQLiteStore
from scale_explorer.tui.goto.offer import Offer, Surroundings
from scale_explorer.tui.goto.offers import offers
from scale_explorer.tui.goto.targets import Chosen, FilterBy, GoPlace, GoRecord, GoWhy, Run
from scale_explorer.tui.screens import goto
from scale_explorer.tui.screens.goto import GotoScreen
from scale_explorer.tui.state import STORY
from scale_explorer.tui.widgets.filter_input import FilterInput
from scale_explorer.tui.widgets.row_list import RowList

from .conftest import AROUND, NOWHERE
from .stage import Reader, Stage

HISTORY = ("why google", "deals")
Opening = Callable[..., AbstractAsyncContextManager[Reader]]


@pytest.fixture
def opening(story: SQLiteStore) -> Opening:
    @asynccontextmanager
    async def opened(size: tuple[int, int] = (120, 30)) -> AsyncGenerator[Reader]:
        app = Stage()
        async with app.run_test(size=size) as pilot:
            box = GotoScreen(story, AROUND, HISTORY)
            app.push_screen(box, app.chosen.append)
            yield Reader(app, pilot)

    return opened


async def test_typing_and_enter_lead_to_a_record(opening: Opening) -> None:
    async with opening() as reader:
        await reader.type("goo")
        await reader.until(lambda: reader.first == "Google")
        await reader.press("enter")
        assert reader.app.chosen == [Chosen(GoRecord("google"), "goo")]


@pytest.mark.parametrize(
    ("keys", "chosen"),
    [
        (("g", "o", "o", "g", "l", "e", "enter"), Chosen(GoRecord("google"), "google")),
        (("z", "o", "o", "m", "backspace", "tab", "enter"), "app.zoom"),
        (("g", "o", "o", "down", "up", "enter"), Chosen(GoRecord("google"), "goo")),
        (("g", "o", "o", "down", "enter"), Chosen(GoRecord("google-spend-2024"), "goo")),
        (("g", "o", "o", "ctrl+n", "ctrl+p", "enter"), Chosen(GoRecord("google"), "goo")),
        (("escape",), None),
    ],
)
async def test_keys_that_arrive_together_mean_what_they_say(
    opening: Opening, keys: tuple[str, ...], chosen: Chosen | str | None
) -> None:
    """The box has not even been drawn when they come; the list is that of the whole text."""
    async with opening() as reader:
        await reader.burst(*keys)
        await reader.until(lambda: bool(reader.app.chosen))
        (got,) = reader.app.chosen
        named = got.target.binding.id if got and isinstance(got.target, Run) else got
        assert named == chosen


async def test_an_answer_to_what_was_taken_back_is_not_shown(
    opening: Opening, monkeypatch: pytest.MonkeyPatch
) -> None:
    go = Event()

    def slow(store: Store, text: str, around: Surroundings) -> tuple[Offer, ...]:
        if text == "zoo":
            go.wait(10)
        return offers(store, text, around)

    monkeypatch.setattr(goto, "offers", slow)
    async with opening() as reader:
        await reader.type("zo")
        await reader.until(lambda: len(reader.list.rows) < 10)
        before = reader.list.rows
        await reader.type("o")
        await reader.press("backspace")
        go.set()
        await reader.pilot.pause(0.3)
        assert reader.list.rows == before


async def test_q_is_a_letter(opening: Opening) -> None:
    async with opening() as reader:
        await reader.type("qu")
        assert (reader.typed, reader.app.chosen) == ("qu", [])


async def test_the_look_follows_the_cursor(opening: Opening) -> None:
    async with opening() as reader:
        await reader.type("goo")
        await reader.until(lambda: "Company · tech giant" in reader.part("#look"))
        await reader.press("down")
        await reader.until(lambda: "Google spent about $150 million" in reader.part("#look"))
        await reader.press("up")
        await reader.until(lambda: "Company · tech giant" in reader.part("#look"))


async def test_tab_completes_as_far_as_there_is_more(opening: Opening) -> None:
    async with opening() as reader:
        await reader.type("filt")
        await reader.press("down", "tab")
        assert reader.typed == "filter "
        await reader.type("is:pl")
        await reader.press("tab", "tab", "enter")
        assert reader.app.chosen == [Chosen(FilterBy("is:planned"), "filter is:planned")]


async def test_enter_types_what_is_only_begun(opening: Opening) -> None:
    async with opening() as reader:
        await reader.type("filter stat")
        await reader.press("down", "enter")
        assert (reader.typed, reader.app.chosen) == ("filter status:", [])


async def test_up_in_an_empty_box_shows_what_was_typed_before(opening: Opening) -> None:
    async with opening() as reader:
        await reader.press("up")
        assert [row.cells[0].text for row in reader.list.rows] == list(HISTORY)
        await reader.press("up")
        assert reader.first == "Meta"
        await reader.press("ctrl+p", "enter")
        assert reader.typed == "why google"
        await reader.press("enter")
        assert reader.app.chosen == [Chosen(GoWhy("google"), "why google")]


async def test_up_in_a_filled_box_only_moves(opening: Opening) -> None:
    async with opening() as reader:
        await reader.type("goo")
        await reader.press("down", "up", "up")
        assert reader.first == "Google"


async def test_what_cannot_be_done_is_not_chosen_and_says_why(opening: Opening) -> None:
    async with opening() as reader:
        await reader.type("forward")
        await reader.press("enter")
        await reader.until(lambda: NOWHERE in reader.part("#told"))
        assert reader.app.chosen == []


async def test_pages_move_far(opening: Opening) -> None:
    async with opening() as reader:
        await reader.press("pagedown")
        assert int(reader.list.cursor or 0) > 10
        await reader.press("pageup", "enter")
        assert reader.app.chosen == [Chosen(GoRecord("meta"), "")]


async def test_nothing_found_says_what_can_be_typed(opening: Opening) -> None:
    async with opening() as reader:
        await reader.type("zzqxj")
        await reader.until(lambda: "Nothing here is called “zzqxj”" in reader.screen)
        await reader.press("enter", "tab", "down", "up")
        assert reader.app.chosen == []
        assert "why …, filter …" in reader.screen


async def test_a_large_hostile_paste_is_survived(opening: Opening) -> None:
    async with opening() as reader:
        await reader.pilot.pause()
        box = reader.app.screen.query_one(FilterInput)
        box.post_message(events.Paste("\x1b[2J\u202e[/]会" * 2_000))
        await reader.until(lambda: bool(reader.typed))
        assert len(reader.typed) <= 200
        assert reader.typed.isprintable()
        await reader.press("down", "up", "tab", "escape")
        assert reader.app.chosen == [None]


@pytest.mark.parametrize("size", [(120, 30), (80, 24), (60, 20), (40, 12)])
async def test_it_stays_in_shape_at_every_size(opening: Opening, size: tuple[int, int]) -> None:
    async with opening(size) as reader:
        await reader.type("why goo")
        await reader.until(lambda: reader.first == "Google")
        lines = reader.screen.split("\n")
        assert {cell_len(line) for line in lines} == {size[0]}
        assert len([line for line in lines if "Google" in line]) >= 5
        assert any(": why goo" in line for line in lines)


async def test_a_small_screen_tells_below_what_the_list_has_no_room_for(opening: Opening) -> None:
    async with opening((40, 12)) as reader:
        await reader.type("google-spend-2024")
        await reader.until(lambda: "figure · ≈" in reader.part("#told"))
        await reader.pilot.resize_terminal(120, 30)
        await reader.until(lambda: "Google spent about" in reader.part("#look"))
        assert reader.part("#told") == ""


async def test_a_click_chooses(opening: Opening) -> None:
    async with opening() as reader:
        await reader.type("story")
        await reader.until(lambda: reader.first == "Story")
        await reader.pilot.click(RowList, offset=(3, 0))
        await reader.pilot.pause()
        assert reader.app.chosen == [Chosen(GoPlace(STORY), "story")]


async def test_a_click_beside_the_frame_closes_it(opening: Opening) -> None:
    async with opening((140, 45)) as reader:
        await reader.pilot.click(offset=(1, 1))
        await reader.pilot.pause()
        assert reader.app.chosen == [None]


async def test_a_click_on_what_cannot_be_done_leaves_the_keyboard(opening: Opening) -> None:
    async with opening() as reader:
        await reader.type("forward")
        await reader.until(lambda: reader.part("#told") == NOWHERE)
        await reader.pilot.click(RowList, offset=(3, 0))
        await reader.type("s")
        assert (reader.typed, reader.app.chosen) == ("forwards", [])
