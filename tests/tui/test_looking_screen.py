"""As of a day and what if, on the screen: keys, pop-ups, and the line that tells how one looks."""

from __future__ import annotations

from pathlib import Path

import pytest

from scale_explorer.data.store.rows.lens import PLAIN_LENS
from scale_explorer.tui.memory.scenarios import read_scenarios
from scale_explorer.tui.screens.as_of import AsOfScreen
from scale_explorer.tui.screens.what_if import WhatIfScreen
from scale_explorer.tui.state import Pane

from .conftest import Reading
from .reader import Reader

GOOGLE = "google.customer_of.scale-ai"
SIZES = [(120, 40), (80, 24), (60, 20), (40, 12)]


@pytest.fixture(autouse=True)
def here(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Give scenarios a folder of their own, and files another."""
    monkeypatch.setenv("XDG_STATE_HOME", str(tmp_path / "state"))
    (tmp_path / "here").mkdir()
    monkeypatch.chdir(tmp_path / "here")
    return tmp_path / "here"


def lens(reader: Reader) -> object:
    return reader.now.now.lens


def flat(reader: Reader) -> str:
    return " ".join(reader.text.replace("│", " ").replace("┃", " ").split())


async def to_google(reader: Reader) -> None:
    while (row := reader.scene.row) is None or row.claim != GOOGLE:
        await reader.press("down")


@pytest.mark.parametrize("size", SIZES)
async def test_the_top_line_says_how_one_looks_at_any_size(
    reading: Reading, size: tuple[int, int]
) -> None:
    async with reading("scale-ai", size) as reader:
        await reader.press("left_parenthesis")
        assert "as of 1 Jan 2025 · 86 changed" in reader.lines[0]
        await reader.press("left_parenthesis")
        assert "as of 1 Jan 2024 · 6 changed" in reader.lines[0]
        await reader.press("left_parenthesis")
        assert "as of 1 Jan 2024" in reader.lines[0]
        assert "Nothing changes before 1 Jan 2024." in flat(reader)
        await reader.press("right_parenthesis", "right_parenthesis")
        assert "Nothing changes after that: the set as it is." in flat(reader)
        await reader.press("equals_sign")
        assert "as of" not in reader.lines[0]
        await reader.press("backspace")
        assert "as of 1 Jan 2025" in reader.lines[0]


async def test_what_changed_has_a_sign(reading: Reading) -> None:
    async with reading("scale-ai") as reader:
        assert "∆" not in reader.text
        await reader.press("left_parenthesis")
        assert "∆" in reader.shown(Pane.FOCUS)


async def test_the_list_of_days_opens_at_the_one_looked_at(reading: Reading) -> None:
    async with reading("scale-ai") as reader:
        await reader.press("at", *"2024-06", "enter", "at")
        screen = reader.app.screen
        assert isinstance(screen, AsOfScreen)
        assert screen.choices.cursor == "2024-01-01"


async def test_what_may_not_have_begun_and_what_has_no_date_have_signs(reading: Reading) -> None:
    async with reading("scale-ai", (120, 40)) as reader:
        await reader.press("at", *"2025-06-13", "enter", "1", "down", "enter")
        assert "∆◐ “ 4" in reader.shown(Pane.FOCUS)
        assert "◌ “ 2" in reader.shown(Pane.FOCUS)
        await reader.press("equals_sign")
        assert not set("∆◐◌") & set(reader.text)


async def test_a_date_is_typed_or_chosen(reading: Reading) -> None:
    async with reading("scale-ai") as reader:
        await reader.press("at")
        assert isinstance(reader.app.screen, AsOfScreen)
        assert "1 Jan 2025 85 new 1 changed" in flat(reader)
        await reader.press(*"2024-13")
        assert "2024-13 is no date: write 2024, 2024-06 or 2024-06-13" in flat(reader)
        await reader.press("backspace", "backspace", *"06", "enter")
        assert "as of 30 Jun 2024 · 6 changed 1 Jan 2024" in reader.lines[0]
        await reader.press("at", *"now", "enter")
        assert lens(reader) == PLAIN_LENS


async def test_a_relationship_is_switched_off_and_on(reading: Reading) -> None:
    async with reading("scale-ai") as reader:
        before = reader.shown(Pane.FOCUS)
        await to_google(reader)
        await reader.press("percent_sign")
        assert "1 off" in reader.lines[0]
        assert f"Switched off: {GOOGLE}" in reader.text
        assert "revenue at risk 15–19" in flat(reader)
        await reader.press("G")
        assert reader.scene.row is not None
        assert reader.scene.row.claim == GOOGLE
        await reader.press("percent_sign", "g", "g")
        assert lens(reader) == PLAIN_LENS
        assert reader.shown(Pane.FOCUS) == before


async def test_a_figure_means_its_relationship_and_browse_a_company(reading: Reading) -> None:
    async with reading("scale-ai") as reader:
        await to_google(reader)
        await reader.press("down", "percent_sign")
        assert reader.now.now.lens.without == {GOOGLE}
        await reader.press("equals_sign", "1", "percent_sign")
        assert len(reader.now.now.lens.without) > 5


@pytest.mark.parametrize("size", SIZES)
async def test_scenarios_are_kept_loaded_renamed_and_deleted(
    reading: Reading, size: tuple[int, int]
) -> None:
    async with reading("scale-ai", size) as reader:
        await to_google(reader)
        await reader.press("percent_sign", "tilde")
        assert isinstance(reader.app.screen, WhatIfScreen)
        assert "Switched off: 1" in flat(reader)
        await reader.press("s", *"One goes", "enter")
        await reader.until(lambda: bool(read_scenarios(())[0].all))
        await reader.press("c")
        assert lens(reader) == PLAIN_LENS
        await reader.press("G", "enter")
        assert reader.now.now.lens.without == {GOOGLE}
        await reader.press("r", *" away", "enter")
        await reader.until(lambda: read_scenarios(())[0].named("One goes away") is not None)
        await reader.press("d")
        await reader.until(lambda: not read_scenarios(())[0].all)
        await reader.press("escape")
        assert reader.now.now.lens.without == {GOOGLE}


async def test_the_pop_up_tells_what_follows_and_leads_there(reading: Reading) -> None:
    async with reading("scale-ai") as reader:
        await to_google(reader)
        await reader.press("percent_sign", "tilde")
        shown = flat(reader)
        assert "7 fall away with it" in shown
        assert "spend that falls away: ≈ $150 M in 2024" in shown.replace("\xa0", " ")
        await reader.press("space")
        assert lens(reader) == PLAIN_LENS
        await reader.press("space", "down", "enter")
        assert reader.now.now.place.of in {"scale-ai", "google"}


async def test_what_follows_is_exported(reading: Reading, here: Path) -> None:
    async with reading("scale-ai") as reader:
        await to_google(reader)
        await reader.press("percent_sign", "tilde", "e", "j", "enter")
        await reader.until(lambda: bool(written(here)))
    assert "revenue_at_risk" in written(here)


def written(folder: Path) -> str:
    return "".join(file.read_text() for file in folder.iterdir())


async def test_what_is_no_relationship_says_so(reading: Reading) -> None:
    async with reading("google-spend-2024") as reader:
        while reader.scene.row and reader.scene.row.claim == "google-spend-2024":
            await reader.press("down")
        await reader.press("equals_sign")
        assert "There is no date, and nothing is switched off." in reader.text


async def test_go_to_finds_only_what_is_seen(reading: Reading) -> None:
    async with reading("scale-ai") as reader:
        await to_google(reader)
        await reader.press("percent_sign", "colon", *"google-spend-2024")
        await reader.pilot.pause(0.5)
        assert "Google’s spend with Scale AI" not in reader.text


async def test_going_back_says_what_of_how_one_looks_goes_with_it(reading: Reading) -> None:
    async with reading("scale-ai") as reader:
        await to_google(reader)
        await reader.press("percent_sign", "backspace")
        assert f"Switched on again: {GOOGLE}." in flat(reader)
        await reader.press("L")
        assert f"Switched off again: {GOOGLE}." in flat(reader)
        await reader.press("left_parenthesis", "backspace")
        assert "No date any more." in flat(reader)
        await reader.press("L", "left_parenthesis", "backspace")
        assert "As of 1 Jan 2025 again." in flat(reader)
        await reader.press("escape", "escape")
        assert f"Switched on again: {GOOGLE}. No date any more." in flat(reader)


async def test_what_stands_for_several_relationships_says_whose(reading: Reading) -> None:
    async with reading("google") as reader:
        await reader.press("V", "x")
        while (row := reader.scene.row) is None or row.claim != "google":
            await reader.press("up")
        await reader.press("percent_sign")
        assert "Switched off: all 4 relationships of Google; ⌫ undoes it." in flat(reader)
        await reader.press("backspace")
        assert lens(reader) == PLAIN_LENS


@pytest.mark.parametrize("size", SIZES)
async def test_what_is_no_date_is_said_once(reading: Reading, size: tuple[int, int]) -> None:
    async with reading("scale-ai", size) as reader:
        await reader.press("at", *"foo")
        told = flat(reader)
        assert told.count("no date") == 1
        if size[0] >= 60:
            assert "foo is no date: write 2024, 2024-06 or 2024-06-13" in reader.text


async def test_an_exported_scenario_is_a_what_if_of_its_data_set(
    reading: Reading, here: Path
) -> None:
    async with reading("scale-ai") as reader:
        await to_google(reader)
        await reader.press("percent_sign", "tilde", "s", *"One goes", "enter", "e", "m", "enter")
        await reader.until(lambda: bool(written(here)))
        title = reader.screen.store.summary().title
    assert written(here).startswith(f"# What if: One goes\n\n{title}\n")


@pytest.mark.parametrize("size", SIZES)
async def test_a_type_that_there_is_not_is_told_while_its_filter_stands(
    reading: Reading, size: tuple[int, int]
) -> None:
    async with reading("scale-ai", size) as reader:
        for view in "xk":
            await reader.press("V", view, "slash", *"type:custmer", "enter", "down")
            told = "No type custmer: customers or customer_of?"
            assert (told if size[0] >= 60 else told[:23]) in flat(reader)
            await reader.press("escape")
            assert "No type custmer" not in flat(reader)


async def test_a_view_that_a_record_has_not_says_why(reading: Reading) -> None:
    async with reading("meta-buys-stake") as reader:
        await reader.press("V", "x")
        assert "Exposure: of companies only" in reader.text
