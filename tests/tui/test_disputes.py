"""A dispute on the screen: both sides, what differs, which leads, and the way to the other."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from rich.cells import cell_len

from scale_explorer.data.opening import open_store
from scale_explorer.data.store.rows.disputed import DisputeRow
from scale_explorer.data.store.sqlite import SQLiteStore
from scale_explorer.tui.panes.disputes import BESIDE, dispute_lines
from scale_explorer.tui.state import Pane, Place, View
from scale_explorer.tui.widgets.lines import Line

from .conftest import Reading

NAMED = {":": "colon"}


@pytest.fixture(scope="module")
def tutorial(tmp_path_factory: pytest.TempPathFactory) -> Iterator[SQLiteStore]:
    folder = tmp_path_factory.mktemp("tutorial")
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("XDG_CACHE_HOME", str(folder / "cache"))
        patch.setenv("XDG_DATA_HOME", str(folder / "data"))
        store = open_store("tutorial")
    yield store
    store.close()


@pytest.fixture
def prices(tutorial: SQLiteStore) -> tuple[DisputeRow, ...]:
    return tutorial.disputes("yard-price")


def text(line: Line) -> str:
    return " " * line.indent + "".join(span.text for span in line.spans)


def marked(lines: list[Line]) -> str:
    return " ".join(
        span.text[max(0, start) : end]
        for line in lines
        for span in line.spans
        for start, end in span.highlights
        if max(0, start) < min(end, len(span.text))
    )


@pytest.mark.parametrize("width", [BESIDE, 90])
def test_both_sides_stand_beside_each_other(prices: tuple[DisputeRow, ...], width: int) -> None:
    lines = dispute_lines(prices, width)
    (head,) = (text(line) for line in lines if line.key)
    assert "$24\u00a0M  leads" in head.split("│")[0]
    assert "$31\u00a0M  estimated" in head.split("│")[1]
    joints = {text(line).index("│") for line in lines if "│" in text(line)}
    assert len(joints) == 1
    assert all(cell_len(text(line)) <= width for line in lines if "│" in text(line))


def test_where_it_is_narrow_one_side_stands_over_the_other(prices: tuple[DisputeRow, ...]) -> None:
    shown = "\n".join(map(text, dispute_lines(prices, BESIDE - 1)))
    assert "│" not in shown
    assert shown.index("$24\u00a0M") < shown.index("“she has sold") < shown.index("$31\u00a0M")


@pytest.mark.parametrize("width", [40, 60])
def test_what_differs_is_marked_and_what_is_alike_is_not(
    prices: tuple[DisputeRow, ...], width: int
) -> None:
    words = marked(dispute_lines(prices, width))
    assert "24" in words
    assert "31" in words
    assert "million" not in words


@pytest.mark.parametrize("width", [40, 60])
def test_it_says_which_leads_and_why_and_what_the_author_wrote(
    prices: tuple[DisputeRow, ...], width: int
) -> None:
    shown = "\n".join(map(text, dispute_lines(prices, width)))
    assert "≠ disputed  two amounts" in shown
    assert "$24\u00a0M leads: the set’s author prefers it." in shown
    assert "The texts disagree." in shown


async def test_enter_on_the_other_side_goes_to_it_and_back(reading: Reading) -> None:
    async with reading("meta-partnership-price") as reader:
        await reader.press("3", "down", "enter")
        assert reader.now.now.place == Place(View.RECORD, "implied-stake-price")
        await reader.press("backspace")
        assert reader.now.now.place == Place(View.RECORD, "meta-partnership-price")


async def test_the_source_shows_the_other_sides_words(reading: Reading) -> None:
    async with reading("implied-stake-price") as reader:
        await reader.press("3", "G")
        quote = reader.scene.quote
        assert quote is not None
        assert quote.claim == "meta-partnership-price"
        assert reader.scene.cited == quote
        assert "⏎ other side" in reader.lines[-1]
        await reader.press("k")
        assert reader.scene.quote is None


@pytest.mark.parametrize(
    ("key", "quality", "kept"),
    [("D", "disputed", 2), ("P", "planned", 9), ("C", "derived", 6), ("I", "inferred", 13)],
)
async def test_the_views_lead_to_what_has_a_quality(
    reading: Reading, key: str, quality: str, kept: int
) -> None:
    async with reading() as reader:
        await reader.press("V", key)
        assert (reader.now.now.pane, reader.now.now.browse.filter) == (
            Pane.BROWSE, f"is:{quality}",
        )  # fmt: skip
        rows = reader.scene.browse.answer.rows
        assert sum(row.opened is None for row in rows) == kept
        assert reader.now.now.place == Place(View.RECORD, reader.scene.browse.answer.cursor or "")
        await reader.press("u")
        assert reader.now.now.browse.filter == ""


async def test_a_quality_that_no_claim_has_cannot_be_chosen(reading: Reading) -> None:
    async with reading() as reader:
        await reader.press("V", "U", "escape")
        assert reader.now.now.browse.filter == ""


@pytest.mark.parametrize("pane", ["3", "4"])
async def test_where_a_filter_takes_words_only_it_says_so(reading: Reading, pane: str) -> None:
    async with reading("meta-partnership-price") as reader:
        await reader.press(pane, "/", *(NAMED.get(key, key) for key in "is:disputed"))
        assert "words only (is: in 1 and 2)" in reader.text
        await reader.press("escape", "/", *"ai")
        assert "words only" not in reader.text


@pytest.mark.parametrize("pane", ["3", "4"])
async def test_a_quality_asked_for_by_name_filters_the_claims(reading: Reading, pane: str) -> None:
    async with reading("meta-ai-partnership") as reader:
        await reader.press(pane, "colon", *(NAMED.get(key, key) for key in "filter"), "space")
        await reader.press(*(NAMED.get(key, key) for key in "is:disputed"), "enter")
        assert reader.now.now.pane is Pane.FOCUS
        assert {row.claim for row in reader.scene.sheet.answer.rows} >= {"meta-partnership-price"}
        assert all("disputed" in row.flags for row in reader.scene.sheet.answer.rows)
