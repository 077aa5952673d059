from __future__ import annotations

from dataclasses import replace

import pytest
from rich.cells import cell_len

from scale_explorer.data.store.rows.sets import SetRow, Verification
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


def test_what_is_wrong_with_the_set_comes_before_what_is_disputed(row: SetRow) -> None:
    told = banner(replace(row, errors=2, warnings=1), 118).plain
    assert "✕ 2 errors · 1 warning · 2 disputed · 1 known · " in told
    clean = banner(replace(row, known=0, qualities=(("disputed", 0),)), 118).plain
    assert not {"error", "warning", "disputed", "known"} & set(clean.replace("·", " ").split())


@pytest.mark.parametrize(
    ("width", "kept", "gone"),
    [
        (160, ("scale-explorer", "companies", "✕ 2 errors", "9 warnings", "disputed", "known"), ()),
        (118, ("scale-explorer", "✕ 2 errors", "9 warnings", "disputed", "known"), ("companies",)),
        (86, ("✕ 2 errors", "9 warnings", "disputed", "quotes"), ("companies", "scale-exp")),
        (64, ("✕ 2 errors", "quotes"), ("disputed", "known")),
        (40, ("✕ 2 errors",), ("disputed", "quotes", "scale-explorer")),
    ],
)
def test_what_matters_least_gives_way_first(
    row: SetRow, width: int, kept: tuple[str, ...], gone: tuple[str, ...]
) -> None:
    told = banner(replace(row, errors=2, warnings=9), width).plain
    assert cell_len(told) <= width
    assert [word for word in kept if word not in told] == []
    assert [word for word in gone if word in told] == []


@pytest.mark.parametrize("title", ["A title longer than the line " * 3, "長い題名" * 20])
def test_a_long_title_gives_way_to_errors(row: SetRow, title: str) -> None:
    told = banner(replace(row, errors=2, title=title), 58).plain
    assert told.endswith(("…  ✕ 2 errors", "…   ✕ 2 errors"))
    assert cell_len(told) == 58


def test_a_title_is_no_markup(row: SetRow) -> None:
    assert "[/] [bold]" in banner(replace(row, title="[/] [bold]"), 118).plain
