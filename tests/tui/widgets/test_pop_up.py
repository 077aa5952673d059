"""A pop-up closes once, and whoever asks again closes nothing that lies below it."""

from __future__ import annotations

from importlib import import_module
from pkgutil import iter_modules

import pytest
from textual.app import App, ScreenStackError
from textual.screen import ModalScreen, Screen

from scale_explorer.tui import screens
from scale_explorer.tui.widgets.pop_up import PopUp


class Question(PopUp[str]):
    def answer(self, told: str) -> None:
        self.dismiss(told)


class PlainQuestion(ModalScreen[str]):
    def answer(self, told: str) -> None:
        self.dismiss(told)


@pytest.mark.parametrize("below", [[], [Screen[None]()]])
async def test_two_answers_that_arrive_together_close_one_screen(below: list[Screen[None]]) -> None:
    app = App[None]()
    answers: list[str | None] = []
    async with app.run_test() as pilot:
        for screen in below:
            await app.push_screen(screen)
        stack = list(app.screen_stack)
        question = Question()
        await app.push_screen(question, answers.append)
        question.call_later(question.answer, "first")
        question.call_later(question.answer, "second")
        await pilot.pause()
        assert list(app.screen_stack) == stack
    assert answers == ["first"]


def pop_ups() -> list[type]:
    for module in iter_modules(screens.__path__, f"{screens.__name__}."):
        import_module(module.name)
    found, left = set[type](), list[type]([ModalScreen])
    while left:
        below: list[type] = left.pop().__subclasses__()
        left += below
        found |= {one for one in below if one.__module__.startswith("scale_explorer.")}
    return sorted(found - {PopUp}, key=lambda one: one.__name__)


@pytest.mark.parametrize("screen", pop_ups(), ids=lambda screen: screen.__name__)
def test_every_pop_up_is_one(screen: type) -> None:
    assert issubclass(screen, PopUp)


@pytest.mark.slow
async def test_a_plain_screen_takes_away_what_lies_below_or_fails() -> None:
    app = App[None]()
    with pytest.raises((IndexError, ScreenStackError)):  # noqa: PT012 - it fails while it runs
        async with app.run_test() as pilot:
            question = PlainQuestion()
            await app.push_screen(question)
            question.call_later(question.answer, "first")
            question.call_later(question.answer, "second")
            await pilot.pause()
