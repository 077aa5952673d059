from __future__ import annotations

from dataclasses import replace

import pytest
from rich.cells import cell_len

from scale_explorer.data.store.rows import SetRow, Verification
from scale_explorer.data.store.sqlite import SQLiteStore
from scale_explorer.tui.screens.banner import banner


@pytest.fixture
def row(story: SQLiteStore) -> SetRow:
    return story.summary()


def test_a_wide_banner_counts_and_a_narrow_one_keeps_the_title(row: SetRow) -> None:
    assert "9 companies" in banner(row, 118).plain
    assert row.title in banner(row, 40).plain
    assert "companies" not in banner(row, 60).plain


@pytest.mark.parametrize("width", [60, 80, 118, 200])
def test_the_banner_fits(row: SetRow, width: int) -> None:
    assert cell_len(banner(row, width).plain) <= width


def test_locked_and_here_are_never_confused(row: SetRow) -> None:
    def told(**found: int) -> str:
        return banner(replace(row, verification=Verification(**found)), 118).plain

    assert "2 quotes ✓ locked" in told(quotes=2, here=0, locked=2)
    assert "2 quotes ✓ here" in told(quotes=2, here=2, locked=0)
    assert "✓ 1 here, 1 locked" in told(quotes=2, here=1, locked=1)
    assert "1 not verified" in told(quotes=2, here=1, locked=0)


def test_what_is_wrong_with_the_set_comes_first(row: SetRow) -> None:
    assert "✕ 2 errors · 202 quotes" in banner(replace(row, errors=2), 118).plain.replace(
        str(row.verification.quotes), "202"
    )


def test_a_title_is_no_markup(row: SetRow) -> None:
    assert "[/] [bold]" in banner(replace(row, title="[/] [bold]"), 118).plain
