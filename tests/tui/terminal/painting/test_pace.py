"""At most two pictures are under way to a terminal that answers, and no terminal is lost."""

from __future__ import annotations

from itertools import pairwise

from rich.segment import Segment

from scale_explorer.tui.terminal.painting.painter import Painter


class Watch:
    now = 0.0

    def __call__(self) -> float:
        return self.now


def painter() -> tuple[Painter, Watch]:
    watch = Watch()
    paints = Painter(lambda: None, watch)
    paints.canvas.resize(10, 1)
    return paints, watch


def show(painter: Painter, text: str) -> bytes:
    painter.canvas.draw([(0, 0, [Segment(text)])], None)
    return painter.take()


def test_a_terminal_that_never_answered_is_not_waited_for() -> None:
    paints, _ = painter()
    assert all(show(paints, str(number)) for number in range(9))


def test_the_third_picture_waits_for_an_answer_and_is_then_the_newest() -> None:
    paints, watch = painter()
    show(paints, "0")
    paints.answered()
    assert show(paints, "1")
    assert show(paints, "2")
    assert not show(paints, "3")
    assert not show(paints, "4")
    watch.now = 0.2
    due = paints.due_in()
    assert due is not None
    assert 0 < due <= 1
    paints.answered()
    assert b"4" in paints.take()
    assert paints.due_in() is None


def test_a_lost_answer_costs_a_moment_and_ever_longer_ones() -> None:
    paints, watch = painter()
    show(paints, "0")
    paints.answered()
    show(paints, "1")
    show(paints, "2")
    sent: list[float] = []
    for tenth in range(300):
        watch.now = tenth / 10
        if show(paints, str(tenth)):
            sent.append(watch.now)
    assert sent[0] == 1.0
    pauses = [round(later - earlier, 1) for earlier, later in pairwise(sent)]
    assert pauses == [2.0, 4.0, 8.0, 8.0]


def test_what_waited_is_due_when_the_wait_is_over_and_when_nobody_woke() -> None:
    paints, watch = painter()
    show(paints, "0")
    paints.answered()
    for text in "123":
        show(paints, text)
    watch.now = 1.0
    assert paints.due_in() == 0.0
    assert b"3" in paints.take()
    assert paints.due_in() is None


def test_an_answer_after_all_brings_back_the_pace() -> None:
    paints, watch = painter()
    show(paints, "0")
    paints.answered()
    for tenth in range(50):
        watch.now = tenth / 10
        show(paints, str(tenth))
    for _ in range(3):
        paints.answered()
    assert show(paints, "a")
    assert show(paints, "b")
    assert not show(paints, "c")


def test_nothing_new_asks_nothing() -> None:
    paints, _ = painter()
    assert show(paints, "0")
    assert show(paints, "0") == b""
    assert paints.due_in() is None


def test_news_and_answers_wake_whoever_writes() -> None:
    woken: list[str] = []
    paints = Painter(lambda: woken.append("woken"), Watch())
    paints.show()
    paints.answered()
    assert woken == ["woken", "woken"]


def test_only_the_first_picture_is_seen_out() -> None:
    happened: list[str] = []
    paints = Painter(
        lambda: happened.append("woken"), Watch(), wait=lambda _seconds: happened.append("waited")
    )
    paints.show()
    paints.show_drawn()
    paints.show_drawn()
    assert happened == ["woken", "woken", "waited", "woken"]
