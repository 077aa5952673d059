from __future__ import annotations

from dataclasses import replace

import pytest
from rich.cells import cell_len

from scale_explorer.tui.keymap import DEFAULT, PLAIN
from scale_explorer.tui.screens.hints import MOST, hints
from scale_explorer.tui.state import PANES, Pane
from scale_explorer.tui.why_not import REASONS, Circumstances

EVERYTHING = frozenset(REASONS)
IN_CLAIMS = Circumstances(Pane.FOCUS)


def told(around: Circumstances, width: int = 118) -> list[str]:
    return hints(around, DEFAULT, width).plain.split("  ")


@pytest.mark.parametrize("pane", PANES)
@pytest.mark.parametrize("width", [38, 58, 78, 118])
def test_hints_fit_and_tell_how_to_get_help_and_out(pane: Pane, width: int) -> None:
    line = told(Circumstances(pane, EVERYTHING, leads_on=True, hiding=True), width)
    assert cell_len("  ".join(line)) <= width
    assert len(line) <= MOST
    assert line[-2:] == ["? keys", "q quit"]


def test_only_what_can_be_done_is_told() -> None:
    assert "⌫ back" not in told(IN_CLAIMS)
    assert "w why" not in told(IN_CLAIMS)
    there = told(replace(IN_CLAIMS, there=frozenset({"past", "record"})))
    assert {"⌫ back", "w why"} <= set(there)


def test_enter_is_told_by_the_row_under_the_cursor() -> None:
    assert "⏎ follow" in told(replace(IN_CLAIMS, leads_on=True))
    assert "⏎ open" in told(IN_CLAIMS)


def test_what_lies_over_the_view_is_told_first_to_be_taken_away() -> None:
    assert told(replace(IN_CLAIMS, there=frozenset({"zoom"})), 38)[0] == "Esc out"
    assert told(replace(IN_CLAIMS, there=frozenset({"zoom", "filter"})))[0] == "Esc clear"
    assert told(replace(IN_CLAIMS, hiding=True))[0] == "X all panes"


def test_while_one_types_no_letter_is_told_as_a_key() -> None:
    typing = replace(IN_CLAIMS, typing=True)
    assert told(typing) == ["⏎ keep", "Esc clear", "F1 keys", "is: status: >10m !not"]
    assert told(typing, 38) == ["⏎ keep", "Esc clear", "F1 keys"]
    assert "is:" not in "".join(told(replace(typing, pane=Pane.SOURCE)))


def test_in_ascii_keys_are_told_by_words() -> None:
    around = replace(IN_CLAIMS, leads_on=True, there=frozenset({"past"}))
    line = hints(around, replace(DEFAULT, in_ascii=True), 78).plain
    assert line.startswith("Up Down move  Enter follow  Bksp back")


def test_the_keys_are_those_in_force() -> None:
    keymap = DEFAULT.with_keys({"panes.filter": ("f5",), "app.goto": (), "app.help": ()})
    line = hints(IN_CLAIMS, keymap, 118).plain
    assert "F5 filter" in line
    assert "go to" not in line
    assert "keys" not in line
    assert "F1 keys" in hints(IN_CLAIMS, PLAIN, 118).plain
