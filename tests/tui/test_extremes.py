"""Data at the edges: nothing, one record, hundreds of claims, very long names and quotes."""

from __future__ import annotations

from collections.abc import Callable, Coroutine
from pathlib import Path
from typing import Any

import pytest
from rich.cells import cell_len

from scale_explorer.data.opening import open_store
from scale_explorer.tui.app import ExplorerApp
from scale_explorer.tui.launch import Launch
from scale_explorer.tui.prepare import Prepared, start_at

from .reader import Reader

NAME = ("Consolidated " + "Transcontinental Amalgamated " * 9)[:187] + " of Ruritania"
QUOTE = ("the works were extended again and again, " * 60)[:1988] + "as we saw"
CLAIMS = 300
SIZES = [(120, 40), (80, 24), (60, 20), (40, 12)]

NOTHING = ""
ONE = '[[company]]\nid = "solo"\nname = "Solo"\n'
UNQUOTED = ONE + '[[figure]]\nid = "f"\nsubject = "solo"\nmeasure = "revenue"\nvalue = "$1"\n'
MUCH = f"""lead = ["acme.customer_of.big"]
[[source]]
id = "minutes"
title = "{NAME}"
text = "minutes.txt"
[[company]]
id = "big"
name = "{NAME}"
[[company]]
id = "acme"
name = "Acme"
[[relationship]]
type = "customer_of"
subject = "acme"
object = "big"
evidence = ["{QUOTE}"]
""" + "".join(
    f'[[figure]]\nid = "revenue-{year}"\nsubject = "big"\nmeasure = "revenue"\n'
    f'value = "${year} million"\nperiod = "{year}"\n'
    for year in range(1700, 1700 + CLAIMS)
)

See = Callable[..., Coroutine[Any, Any, str]]


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """One folder for all, as what is compiled once need not be again."""
    return tmp_path_factory.mktemp("extremes")


@pytest.fixture
def see(folder: Path, monkeypatch: pytest.MonkeyPatch) -> See:
    """Return what opens a set, presses keys, and reads the screen."""
    monkeypatch.setenv("XDG_CACHE_HOME", str(folder / "cache"))
    monkeypatch.setenv("XDG_STATE_HOME", str(folder / "state"))

    async def seen(
        content: str, *keys: str, at: str | None = None, size: tuple[int, int] = (120, 40)
    ) -> str:
        file = folder / "set.toml"
        file.write_text(f'[dataset]\nid = "set"\ntitle = "A set"\n{content}', encoding="utf-8")
        (folder / "minutes.txt").write_text(f"Minutes. {QUOTE}. End.\n", encoding="utf-8")
        store = open_store(str(file))
        app = ExplorerApp(store, Prepared(Launch(data=(str(file),)), start_at(store, at)))
        async with app.run_test(size=size) as pilot:
            await pilot.press(*keys)
            await pilot.pause(0.5)
            reader = Reader(app, pilot)
            assert {cell_len(line) for line in reader.lines} == {size[0]}
            assert len(reader.lines) == size[1]
            text = reader.text
        store.close()
        return text

    return seen


@pytest.mark.parametrize("size", SIZES)
async def test_a_set_without_records_says_so(see: See, size: tuple[int, int]) -> None:
    assert "no records yet" in await see(NOTHING, size=size)


@pytest.mark.parametrize("size", SIZES)
async def test_one_record_can_be_found_and_read(see: See, size: tuple[int, int]) -> None:
    assert "no story yet" in await see(ONE, size=size)
    assert "Solo" in await see(ONE, "1", "down", "down", size=size)
    assert "Nothing more is said of it." in await see(ONE, at="solo", size=size)


@pytest.mark.parametrize("size", SIZES)
async def test_what_matches_nothing_says_how_to_go_on(see: See, size: tuple[int, int]) -> None:
    text = await see(MUCH, "slash", "z", "q", "enter", at="big", size=size)
    assert "No claim here matches." in text


async def test_a_claim_without_quotes_says_so(see: See) -> None:
    assert "No quote carries this claim." in await see(UNQUOTED, at="solo")


@pytest.mark.parametrize("size", SIZES)
async def test_every_pane_stays_in_shape_and_the_name_is_read_whole(
    see: See, size: tuple[int, int]
) -> None:
    for pane in "134":
        await see(MUCH, pane, at="acme", size=size)
    words = (await see(MUCH, at="big", size=size)).split()
    assert size[1] == 12 or "Ruritania" in words


async def test_hundreds_of_claims_are_walked_to_the_last(see: See) -> None:
    text = await see(MUCH, "G", at="big")
    assert "$1.700 bn" in text.replace("\u00a0", " ")


async def test_a_quote_of_two_thousand_signs_is_read_to_its_end(see: See) -> None:
    text = await see(MUCH, "3", *["J"] * 3, *["pagedown"] * 9, at="acme")
    assert "as we saw”" in text
