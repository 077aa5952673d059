from __future__ import annotations

from scale_explorer.tui.pacing import QUIET, REST, Pacer


def test_the_first_move_after_quiet_is_shown_at_once() -> None:
    pacer = Pacer()
    assert pacer.delay(10.0) == 0
    assert pacer.delay(10.0 + QUIET) == 0


def test_while_moves_keep_coming_the_panes_wait_for_rest() -> None:
    pacer = Pacer()
    pacer.delay(10.0)
    assert [pacer.delay(10.0 + step * 0.05) for step in range(1, 20)] == [REST] * 19


def test_the_rest_outlasts_a_key_repeat() -> None:
    slowest_usual_repeat = 0.05
    assert slowest_usual_repeat < REST < QUIET
