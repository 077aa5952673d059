"""What a newcomer tries with the mouse, in a real pseudo-terminal."""

from __future__ import annotations

import sys
from collections.abc import Mapping
from pathlib import Path

from ..terminal import Terminal

COMMAND = str(Path(sys.executable).with_name("scale-explorer"))


def test_rows_are_clicked_and_followed_by_a_second_click(environment: Mapping[str, str]) -> None:
    with Terminal([COMMAND], size=(120, 40), environment=environment) as terminal:
        terminal.wait_for("2 Meta buys into Scale AI", "✓ locked")
        terminal.click("xAI   ")
        terminal.wait_for("2 xAI", "Suppliers")
        terminal.click("▌Scale AI", times=2)
        terminal.wait_for("2 Scale AI", "Investors")


def test_a_kind_in_browse_is_opened_by_a_second_click(environment: Mapping[str, str]) -> None:
    with Terminal([COMMAND], size=(120, 40), environment=environment) as terminal:
        terminal.wait_for("▸ People", "✓ locked")
        terminal.click("▸ People", times=2)
        terminal.wait_for("▾ People", "Alexandr Wang")


def test_tabs_change_the_pane_of_a_narrow_screen(environment: Mapping[str, str]) -> None:
    with Terminal([COMMAND], size=(60, 20), environment=environment) as terminal:
        terminal.wait_for("[2 Meta buys")
        terminal.click("3 Evidence")
        terminal.wait_for("[3 Evidence]", "locked")


def test_the_name_in_the_frame_brings_the_source(environment: Mapping[str, str]) -> None:
    with Terminal([COMMAND], environment=environment) as terminal:
        terminal.wait_for("3 Evidence  4 Source", "✓ locked")
        terminal.click("4 Source")
        terminal.wait_for("━ 4 Source  3 Evidence")
        terminal.click("3 Evidence")
        terminal.wait_for("━ 3 Evidence  4 Source")


def test_a_border_is_dragged_and_stays_where_it_was_left(environment: Mapping[str, str]) -> None:
    with Terminal([COMMAND], size=(120, 40), environment=environment) as terminal:
        terminal.wait_for("2 Meta buys into Scale AI", "✓ locked")
        column, _ = terminal.place_of("╮┏━ 2")
        terminal.drag((column, 9), (column + 12, 9))
        terminal.wait_for("━" * 12 + "━" * 17 + "━┓╭─ 2")
        terminal.press("q")
        terminal.wait_for_exit()
    with Terminal([COMMAND], size=(120, 40), environment=environment) as terminal:
        terminal.wait_for("┓╭─ 2")
        assert terminal.place_of("┓╭─ 2")[0] == column + 12


def test_dragged_over_text_is_copied(environment: Mapping[str, str], tmp_path: Path) -> None:
    with Terminal([COMMAND], size=(120, 40), environment=environment) as terminal:
        terminal.wait_for("“announced it was buying a 49% stake”")
        column, row = terminal.place_of("announced it was")
        terminal.drag((column, row), (column + len("announced it was") - 1, row))
        terminal.wait_for("Copied the selection")
    kept = tmp_path / "STATE" / "scale-explorer" / "last-copy"
    assert kept.read_text(encoding="utf-8") == "announced it was"


def test_without_the_mouse_the_terminal_keeps_it(environment: Mapping[str, str]) -> None:
    for options, asked in (([], True), (["--no-mouse"], False)):
        with Terminal([COMMAND, *options], environment=environment) as terminal:
            terminal.wait_for("2 Meta buys into Scale AI", "✓ locked")
            assert (b"\x1b[?1000h" in terminal.output) is asked
