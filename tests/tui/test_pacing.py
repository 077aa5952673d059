from __future__ import annotations

from time import monotonic

import pytest
from textual.app import App

from scale_explorer.tui.pacing import QUIET, REST, Follower, Pacer


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


@pytest.mark.parametrize(("stops", "followed"), [(False, 2), (True, 1)])
async def test_many_moves_are_followed_by_the_first_and_the_rest(
    *, stops: bool, followed: int
) -> None:
    app, seen = App[None](), list[float]()
    async with app.run_test() as pilot:
        follower = Follower(app, lambda: seen.append(monotonic()))
        for _ in range(5):
            follower.moved()
        if stops:
            follower.stop()
        await pilot.pause(2 * REST)
        while len(seen) < followed:  # on a busy machine a timer is late
            await pilot.pause(REST)
    assert len(seen) == followed
