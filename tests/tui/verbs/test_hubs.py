"""What is shown of a hub comes in pieces, and is counted at once."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from scale_explorer.data.store.lensed import through
from scale_explorer.data.store.protocol import Store
from scale_explorer.data.store.rows.claims import ClaimRow
from scale_explorer.data.store.rows.lens import PLAIN_LENS, Lens
from scale_explorer.data.store.sqlite import SQLiteStore
from scale_explorer.models.kinds import Kind
from scale_explorer.tui.arguments.formats import Format
from scale_explorer.tui.verbs import output, show
from scale_explorer.tui.verbs.asking import quote_count, quotes_of
from scale_explorer.tui.verbs.drawing import markdown, plain, spreadsheet
from scale_explorer.tui.verbs.drawing.blocks import Block, Heading, Sheet
from scale_explorer.tui.verbs.looked import looked

HUB = "scale-ai"
LENSES = (PLAIN_LENS, Lens("2024"), Lens(without=frozenset({"google.customer_of.scale-ai"})))


@pytest.mark.parametrize("lens", LENSES, ids=str)
def test_quotes_are_counted_as_they_are_listed(story: SQLiteStore, lens: Lens) -> None:
    seen = through(story, lens)
    records = [row for kind in Kind for row in seen.records(kind)]
    counted = {row.id: quote_count(seen, row) for row in records}
    assert counted == {row.id: sum(1 for _ in quotes_of(seen, row)) for row in records}
    assert any(counted.values())


@pytest.fixture
def read(story: SQLiteStore, monkeypatch: pytest.MonkeyPatch) -> list[ClaimRow]:
    """Return what was read of the hub's claims so far."""
    rows: list[ClaimRow] = []

    def claims(*_: object) -> Iterator[ClaimRow]:
        for row in story.claims(HUB):
            rows.append(row)
            yield row

    monkeypatch.setattr(show, "claims_of", claims)
    return rows


def test_a_long_list_begins_before_its_end_is_read(
    story: SQLiteStore, monkeypatch: pytest.MonkeyPatch, read: list[ClaimRow]
) -> None:
    monkeypatch.setattr(show, "_TOGETHER", 1)
    blocks = iter(show.run(story, HUB).blocks())
    first = next(block for block in blocks if isinstance(block, Sheet))
    assert (len(first.rows), len(read)) == (1, 1)
    assert len(story.claims(HUB)) > 5


@pytest.mark.parametrize("lens", LENSES, ids=str)
def test_a_spreadsheet_begins_before_the_last_claim_is_read(
    story: SQLiteStore, read: list[ClaimRow], lens: Lens
) -> None:
    lines = output.lines_of(looked(show.run(story, HUB, lens=lens), lens), Format.CSV)
    for _ in ("heading", "first row"):
        next(lines)
    assert len(read) == 1


@pytest.mark.parametrize("lens", LENSES, ids=str)
def test_in_turn_a_spreadsheet_has_the_rows_of_the_table(story: SQLiteStore, lens: Lens) -> None:
    page = show.run(story, HUB, lens=lens)
    assert [*page.as_csv()] == [*spreadsheet.draw(page.sheet())]


def lines_of(story: Store) -> list[str]:
    return [line.text for line in plain.draw(show.run(story, HUB).blocks(), None)]


def test_in_pieces_the_same_is_told(story: SQLiteStore, monkeypatch: pytest.MonkeyPatch) -> None:
    whole = lines_of(story)
    monkeypatch.setattr(show, "_TOGETHER", 2)
    assert [line.split() for line in lines_of(story)] == [line.split() for line in whole]


def test_a_table_that_goes_on_has_its_heading_once() -> None:
    blocks: list[Block] = [
        Heading("Owners"),
        Sheet(show.CLAIM_COLUMNS[:1], (("a",),)),
        Sheet(show.CLAIM_COLUMNS[:1], (("b",),), goes_on=True),
    ]
    assert [*markdown.draw(blocks)][-4:] == ["| section |", "| --- |", "| a |", "| b |"]
