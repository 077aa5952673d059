"""Headings tell how much stands under them, and keys lead from one to the next."""

from __future__ import annotations

from itertools import groupby
from pathlib import Path

import pytest

from scale_explorer.data.importing.index_file import IndexWriter
from scale_explorer.data.importing.sink import Item
from scale_explorer.data.opening import open_store
from scale_explorer.data.store.rows.order import Order
from scale_explorer.models.kinds import Kind
from scale_explorer.tui.app import ExplorerApp
from scale_explorer.tui.headings import counted_titles
from scale_explorer.tui.launch import Launch
from scale_explorer.tui.listed import AtHand, Listed
from scale_explorer.tui.prepare import Prepared, start_at
from scale_explorer.tui.scene import Sheet
from scale_explorer.tui.state import Pane, Reorder, SelectClaim, Undo
from scale_explorer.tui.why_not import REASONS

from .navigating import after
from .reader import Reader
from .test_claim_rows import claim


def sheet_of(*sections: str, complete: bool = True) -> Sheet:
    rows = tuple(claim(number, section) for number, section in enumerate(sections))
    return Sheet("", "", "", (), Listed(AtHand(rows, complete)), "x", "")


def test_only_what_one_does_not_see_at_a_glance_is_counted() -> None:
    few, many = ["A"] * 9, ["B"] * 1_234
    assert counted_titles(sheet_of(*few, *many)) == ("A", "B  1,234 lines")
    assert counted_titles(sheet_of(*["A"] * 10)) == ("A  10 lines",)
    assert counted_titles(sheet_of(*[""] * 20)) == ()


def test_of_the_last_heading_there_may_be_more_than_was_found() -> None:
    assert counted_titles(sheet_of(*["A"] * 10, *["B"] * 10, complete=False)) == (
        "A  10 lines",
        "B  10+ lines",
    )


def test_another_order_begins_at_its_top_and_is_undone() -> None:
    navigation = after(SelectClaim("00000005"), Reorder(Order.NEWEST))
    assert navigation.now.focus.order is Order.NEWEST
    assert navigation.now.focus.cursor is None
    undone = after(SelectClaim("00000005"), Reorder(Order.NEWEST), Undo())
    assert undone.now.focus.order is Order.NAME
    assert undone.now.focus.cursor == "00000005"


@pytest.fixture
def hub(tmp_path: Path) -> str:
    """An index with a company that has 200 customers and owns 40 others, from 1901 on."""
    with IndexWriter(tmp_path / "i", "Some records") as writer:
        writer.add(Item(Kind.COMPANY, "hub", {"name": "Hub"}))
        for number in range(200):
            other = f"c{number}"
            writer.add(Item(Kind.COMPANY, other, {"name": f"Company {number:03d}"}))
            ends = {"subject": other, "object": "hub", "start": f"{1901 + number * 7 % 100}"}
            writer.add(Item(Kind.RELATIONSHIP, f"r{number}", {"type": "customer_of", **ends}))
            if number < 40:
                ends = {"subject": "hub", "object": other}
                writer.add(Item(Kind.RELATIONSHIP, f"o{number}", {"type": "owns", **ends}))
        writer.finish(print)
    return str(tmp_path / "i")


async def test_keys_lead_from_heading_to_heading_and_through_the_orders(hub: str) -> None:
    store = open_store(hub)
    app = ExplorerApp(store, Prepared(Launch(), start_at(store, "hub")))
    async with app.run_test(size=(120, 40)) as pilot:
        reader = Reader(app, pilot)
        await reader.press("2")
        titles = [each.title for each in reader.scene.sheet.answer.headings]
        assert len(titles) == 2
        assert "  40 lines" in reader.shown(Pane.FOCUS) or "  200 lines" in reader.shown(Pane.FOCUS)
        first = reader.scene.row
        await reader.press("n")
        under_second = reader.scene.row
        assert first
        assert under_second
        assert under_second.section == titles[1] != first.section
        window = reader.shown(Pane.FOCUS)
        assert f"{titles[1]}  40 lines" in "".join(
            window.splitlines()[:3]
        )  # at the top of the window
        await reader.press("n")
        assert reader.scene.row == under_second
        await reader.press("G")
        assert f"Hub · {titles[1]}" in reader.text
        await reader.press("N", "N")
        assert reader.scene.row == first
        await reader.press("O")
        await reader.until(lambda: "Hub · newest first" in reader.text)
        rows = reader.scene.sheet.answer.rows
        for title, group in groupby(rows, lambda row: row.section):
            years = [row.when.removeprefix("since ") for row in group if row.when]
            assert years == sorted(years, reverse=True)
            assert title in titles
        await reader.press("O")
        await reader.until(lambda: "Hub · oldest first" in reader.text)
        await reader.press("O")
        await reader.until(lambda: "Hub · largest first" in reader.text)
        await reader.press("O")
        await reader.until(lambda: "Hub · " not in reader.text)
        await reader.press("O", "enter", "backspace")
        await reader.until(lambda: "Hub · newest first" in reader.text)
        await reader.press("g", "c", "O")
        assert REASONS["page"] in reader.text


async def test_in_another_order_one_stays_under_the_heading(hub: str) -> None:
    store = open_store(hub)
    app = ExplorerApp(store, Prepared(Launch(), start_at(store, "hub")))
    async with app.run_test(size=(120, 40)) as pilot:
        reader = Reader(app, pilot)
        await reader.press("2", "n", "down", "down")
        heading = reader.scene.sheet.answer.headings[1]
        for words in ("newest", "oldest"):
            await reader.press("O")
            await reader.until(lambda: f"{words} first" in reader.text)  # noqa: B023 - at once
            await reader.until(lambda: reader.now.now.focus.cursor is not None)
            rows = reader.scene.sheet.answer.rows
            assert reader.scene.row == rows[heading.first]
            assert rows[heading.first].section == heading.title
            await reader.press("down")
        await reader.press("u", "u")
        await reader.until(lambda: " first" not in reader.text)


async def test_in_browse_the_same_keys_lead_from_kind_to_kind(hub: str) -> None:
    store = open_store(hub)
    app = ExplorerApp(store, Prepared(Launch(), start_at(store, "hub")))
    async with app.run_test(size=(120, 40)) as pilot:
        reader = Reader(app, pilot)
        await reader.press("1", "home", "n")
        assert reader.now.now.browse.cursor == "kind:company"
        await reader.press("n")
        assert reader.now.now.browse.cursor == "kind:relationship"
        await reader.press("N", "down", "down", "N")
        assert reader.now.now.browse.cursor == "kind:company"


LONG = "Northern Foundries of Cedarholm and Sons"


@pytest.mark.parametrize("width", [80, 60])
async def test_names_have_the_room_that_nobody_else_fills(tmp_path: Path, width: int) -> None:
    with IndexWriter(tmp_path / "i", "Some records") as writer:
        writer.add(Item(Kind.COMPANY, "hub", {"name": "Hub"}))
        for number in range(12_000):
            name = LONG if number == 0 else f"Company number {number:06d}"
            writer.add(Item(Kind.COMPANY, f"c{number}", {"name": name}))
            ends = {"subject": f"c{number}", "object": "hub", "start": "2019-03-15"}
            history = {"history": [{"status": "former"}]} if number % 3 else {}
            fields = {"type": "customer_of", **ends, **history}
            writer.add(Item(Kind.RELATIONSHIP, f"r{number}", fields))
        writer.finish(print)
    store = open_store(str(tmp_path / "i"))
    app = ExplorerApp(store, Prepared(Launch(), start_at(store, "hub")))
    async with app.run_test(size=(width, 24)) as pilot:
        reader = Reader(app, pilot)
        await reader.press("1")
        assert " 12 k" in reader.shown(Pane.BROWSE)
        await reader.press("2")
        assert "Company number 000003" in reader.shown(Pane.FOCUS), "no status stands beside it"
        await reader.press("1", "home")
        listed = reader.shown(Pane.BROWSE)
        assert "12,001" in listed
        assert "Company num" in listed, "beside the count of its kind"
