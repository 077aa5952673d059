"""The source read the other way: its margin, what cites a passage, and what no claim cites."""

from __future__ import annotations

from collections.abc import AsyncGenerator, Callable, Iterator
from contextlib import AbstractAsyncContextManager, asynccontextmanager
from pathlib import Path

import pytest

from scale_explorer.data.opening import open_store
from scale_explorer.data.store.sqlite import SQLiteStore
from scale_explorer.tui.app import ExplorerApp
from scale_explorer.tui.launch import Launch
from scale_explorer.tui.panes.marks import CITED, UNCITED
from scale_explorer.tui.panes.source import SourcePane
from scale_explorer.tui.prepare import Prepared, start_at
from scale_explorer.tui.screens.help import HelpScreen
from scale_explorer.tui.state import Pane
from scale_explorer.tui.why_not import REASONS
from scale_explorer.tui.widgets.menu import Menu
from scale_explorer.tui.widgets.row_list import LinkList

from .conftest import Reading
from .reader import Reader
from .widgets.hand import click

MILL = Path(__file__).parents[1] / "data" / "mill"
UNCITED_WORDS = "Some bakers may follow."
AtMill = Callable[..., AbstractAsyncContextManager[Reader]]


@pytest.fixture(scope="session")
def mill(tmp_path_factory: pytest.TempPathFactory) -> Iterator[SQLiteStore]:
    """A story with its text, in which two sentences are cited by no claim."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("XDG_CACHE_HOME", str(tmp_path_factory.mktemp("mill")))
        patch.setenv("XDG_DATA_HOME", str(tmp_path_factory.mktemp("data")))
        store = open_store(str(MILL))
    yield store
    store.close()


@pytest.fixture
def at_mill(mill: SQLiteStore) -> AtMill:
    @asynccontextmanager
    async def opened(
        at: str = "news",
        size: tuple[int, int] = (120, 40),
        *,
        ascii_only: bool = False,
        theme: str | None = None,
    ) -> AsyncGenerator[Reader]:
        launch = Launch(at=at, ascii=ascii_only, theme=theme)
        app = ExplorerApp(mill, Prepared(launch, start_at(mill, at)))
        async with app.run_test(size=size) as pilot:
            await pilot.press("4")
            await pilot.pause()
            yield Reader(app, pilot)

    return opened


def listed(reader: Reader) -> list[str]:
    """Return what stands under the text."""
    rows = reader.screen.query_one("SourcePane LinkList", LinkList)
    drawn = [rows.render_line(y).text.strip() for y in range(rows.size.height)]
    return [line for line in drawn if line]


# The margin.


async def test_the_margin_tells_lines_with_claims_from_those_without(at_mill: AtMill) -> None:
    async with at_mill(size=(120, 60)) as reader:
        await reader.press("plus", "plus")
        lines = reader.shown(Pane.SOURCE).split("\n")
        (headline,) = (line for line in lines if "Cedar Foods buys into Birch Mills" in line)
        (deal,) = (line for line in lines if "Cedar Foods said on Monday" in line)
        assert headline.startswith(f" 1 {UNCITED} Cedar")
        assert deal.startswith(f" 2 {CITED} Cedar")
        assert UNCITED in next(line for line in lines if UNCITED_WORDS[:12] in line)


async def test_in_ascii_the_margin_has_signs_of_its_own(at_mill: AtMill) -> None:
    async with at_mill(size=(120, 60), ascii_only=True) as reader:
        await reader.press("plus", "plus")
        assert "1 . Cedar Foods buys" in reader.text
        assert "2 | Cedar Foods said" in reader.text


async def test_without_the_text_gaps_have_the_sign_of_their_sentence(reading: Reading) -> None:
    async with reading() as reader:
        await reader.press("4", "plus", "plus")
        shown = reader.shown(Pane.SOURCE)
        assert CITED in shown
        assert UNCITED not in shown


async def test_the_frame_tells_the_share(at_mill: AtMill) -> None:
    async with at_mill() as reader:
        assert "7 of 9 sentences cited · " in reader.text


# What cites a passage.


async def test_moving_lists_what_cites_each_passage(at_mill: AtMill) -> None:
    async with at_mill() as reader:
        seen: set[tuple[str, ...]] = set()
        for _ in range(4):
            await reader.press("down")
            titles = [record.title for record in reader.scene.citing.answer]
            await reader.until(lambda: bool(listed(reader)))
            assert titles[0][:12] in listed(reader)[0]
            seen.add(tuple(titles))
        assert len(seen) > 1


async def test_enter_goes_straight_to_the_only_claim(reading: Reading) -> None:
    async with reading("demand-has-grown") as reader:
        await reader.press("4")
        assert [one.id for one in reader.scene.citing.answer] == ["demand-has-grown"]
        await reader.press("1", "enter", "4")
        await reader.press("enter")
        assert reader.now.now.place.of == "demand-has-grown"
        assert reader.app.screen is reader.screen


async def test_enter_offers_a_choice_of_several(reading: Reading) -> None:
    async with reading() as reader:
        await reader.press("4")
        second = reader.scene.citing.answer[1].id
        await reader.press("enter")
        assert isinstance(reader.app.screen, Menu)
        await reader.press("down", "enter")
        await reader.until(lambda: reader.now.now.place.of == second)


async def test_leaving_the_choice_changes_nothing(reading: Reading) -> None:
    async with reading() as reader:
        await reader.press("4")
        before = reader.now
        await reader.press("enter", "escape")
        assert reader.app.screen is reader.screen
        assert reader.now == before


async def test_enter_means_the_passage_that_the_key_before_it_went_to(reading: Reading) -> None:
    async with reading("demand-has-grown") as reader:
        await reader.press("4")
        await reader.press_at_once("down", "enter", "down", "enter")
        await reader.until(lambda: reader.now.now.place.of != "demand-has-grown")
        assert reader.now.now.place.of in {"annotation-price", "some-annotations"}


async def test_a_click_on_a_claim_goes_to_it(at_mill: AtMill) -> None:
    async with at_mill() as reader:
        await reader.press("down")
        await reader.until(lambda: bool(listed(reader)))
        first = reader.scene.citing.answer[0].id
        rows = reader.screen.query_one("SourcePane LinkList", LinkList)
        x, y, _, height = rows.region
        at = next(line for line in range(height) if rows.render_line(line).text.strip())
        await click(reader.pilot, (x + 6, y + at))
        await reader.until(lambda: reader.now.now.place.of == first)


@pytest.mark.parametrize(("size", "lines"), [((120, 40), 3), ((80, 24), 2), ((60, 20), 3)])
async def test_the_list_leaves_the_text_most_of_the_room(
    at_mill: AtMill, size: tuple[int, int], lines: int
) -> None:
    async with at_mill(size=size) as reader:
        await reader.press("down")
        await reader.until(lambda: bool(listed(reader)))
        assert 0 < len(listed(reader)) <= lines
        rows = reader.screen.query_one("SourcePane LinkList", LinkList)
        assert rows.size.height * 2 < reader.screen.widget_of(Pane.SOURCE).view.size.height


async def test_the_ends_and_the_pages_take_the_passage_along(at_mill: AtMill) -> None:
    async with at_mill(size=(80, 24)) as reader:
        await reader.press("home")
        first = reader.now.now.source.cursor
        await reader.press("G")
        last = reader.now.now.source.cursor
        await reader.press("g", "g")
        assert reader.now.now.source.cursor == first != last
        await reader.press("pagedown", "pagedown")
        assert reader.now.now.source.cursor != first


# What no claim cites.


async def test_a_key_goes_from_one_uncited_sentence_to_the_next_and_round(
    at_mill: AtMill,
) -> None:
    async with at_mill() as reader:
        places: list[str | None] = []
        for key in ("c", "c", "C", "C", "c"):
            await reader.press(key)
            places.append(reader.now.now.source.cursor)
        first, second = places[:2]
        assert places == [first, second, first, second, first]
        assert first != second
        await reader.until(lambda: listed(reader) == ["No claim cites this."])
        assert "may follow." in reader.shown(Pane.SOURCE)


async def test_from_an_uncited_sentence_one_moves_on_to_the_next_passage(
    at_mill: AtMill,
) -> None:
    async with at_mill() as reader:
        await reader.press("c", "c")  # behind the last comes the first, the headline
        assert reader.scene.citing.answer == ()
        await reader.press("down")
        assert reader.scene.citing.answer


async def test_where_all_is_cited_the_key_says_so(reading: Reading) -> None:
    async with reading() as reader:
        await reader.press("4", "c")
        assert REASONS["uncited"] in reader.text
        await reader.press("C")
        assert REASONS["uncited"] in reader.text


async def test_enter_on_an_uncited_sentence_says_so(at_mill: AtMill) -> None:
    async with at_mill() as reader:
        await reader.press("c", "enter")
        assert REASONS["cited"] in reader.text


async def test_the_sentence_is_marked_and_nothing_around_it(at_mill: AtMill) -> None:
    async with at_mill(size=(120, 60)) as reader:
        await reader.press("plus", "plus", "c")
        view = reader.screen.widget_of(Pane.SOURCE).view
        lines = [view.render_line(y) for y in range(view.size.height)]
        bold = [
            segment.text
            for line in lines
            for segment in line
            if segment.style and segment.style.bold and segment.style.bgcolor
        ]
        assert "".join(bold).strip() == UNCITED_WORDS


# Words that are selected.


@pytest.mark.parametrize(("theme", "no_color"), [("ansi", ""), ("dark", "1"), ("contrast", "1")])
async def test_selected_words_are_inverted_where_there_are_no_colours(
    at_mill: AtMill, monkeypatch: pytest.MonkeyPatch, theme: str, no_color: str
) -> None:
    monkeypatch.setenv("NO_COLOR", no_color)
    async with at_mill(theme=theme) as reader:
        assert inverted(reader) == []
        await reader.press("v")
        picked = reader.screen.query_one(SourcePane).picked
        assert picked is not None
        assert inverted(reader) == picked.words.split()


def inverted(reader: Reader) -> list[str]:
    """Return the words of the source that stand out by an attribute."""
    view = reader.screen.widget_of(Pane.SOURCE).view
    lines = [view.render_line(y) for y in range(view.size.height)]
    marked = [
        segment.text
        for line in lines
        for segment in line
        if segment.style and segment.style.reverse
    ]
    return " ".join(marked).split()


async def test_help_says_why_there_is_nothing_to_be_done_with_a_selection(at_mill: AtMill) -> None:
    async with at_mill() as reader:
        await reader.press("question_mark", *"shrink", "enter")
        assert isinstance(reader.app.screen, HelpScreen)
        assert f"Shrink: {REASONS['selecting']}" in reader.text


async def test_help_does_what_can_be_done_with_a_selection(at_mill: AtMill) -> None:
    async with at_mill() as reader:
        pane = reader.screen.query_one(SourcePane)
        await reader.press("v")
        before = pane.picked
        await reader.press("question_mark", *"larger", "enter")
        assert before is not None
        assert pane.picked == before.grown()
        await reader.press("question_mark", *"esc", "enter")
        assert pane.picked is None
