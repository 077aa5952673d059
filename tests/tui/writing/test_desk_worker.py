"""The child's side: what is quick overtakes, what nobody waits for is left, and idle memory."""

from __future__ import annotations

from collections.abc import Iterator
from multiprocessing.connection import Connection, Pipe
from pathlib import Path
from threading import Thread
from typing import Any

import pytest

from scale_explorer.data.checks.run import check
from scale_explorer.data.watch import Phase, StoppedError
from scale_explorer.models.kinds import Kind
from scale_explorer.tui.writing import worker
from scale_explorer.tui.writing.desk import Desk
from scale_explorer.tui.writing.draft import Draft
from scale_explorer.tui.writing.fields import FORMS
from scale_explorer.tui.writing.messages import Answer, Asked, Base, Forget, Question, Step
from scale_explorer.tui.writing.outcome import Outcome, Verdict, judged

INSISTED = False
"""Whether errors are to be saved all the same."""
ELM = Draft(Kind.COMPANY, None, {"name": "Elm"})


class Asking:
    """Asks a worker that runs on threads of this process."""

    def __init__(self) -> None:
        theirs, self._questions = Pipe(duplex=False)
        self._answers, mine = Pipe(duplex=False)
        self._open: list[Connection] = [theirs, mine]
        self.thread = Thread(target=worker.Worker(theirs, mine).run)
        self.thread.start()

    def say(self, asked: Asked) -> None:
        self._questions.send(asked)

    def hear(self) -> Any:
        while isinstance(told := self._answers.recv(), Step):
            pass
        return told

    def close(self) -> None:
        self._questions.close()
        self.thread.join()
        self._answers.close()
        for each in self._open:
            each.close()


@pytest.fixture
def asking() -> Iterator[Asking]:
    there = Asking()
    yield there
    there.close()


def base_of(asking: Asking, mills: Path) -> Base:
    asking.say(Question(1, Base(mills), "base"))
    told = asking.hear()
    assert isinstance(told, Answer)
    assert isinstance(told.value, Base)
    return told.value


def test_offers_overtake_the_checks_and_newer_ones_the_stale(
    asking: Asking, mills: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    base = base_of(asking, mills)
    subject = next(each for each in FORMS[Kind.FIGURE] if each.key == "subject")

    def checks(desk: Desk, draft: Draft) -> Verdict:
        """Be at work until nobody waits for it."""
        while draft == ELM:
            desk.watch.step(Phase.CHECKS, 0, 1)
        return Verdict()

    monkeypatch.setattr(Desk, "judge", checks)
    asking.say(Question(2, base, "judge", (ELM,)))
    asking.say(Question(3, base, "offers", (subject, "birch", ())))
    assert asking.hear().number == 3
    asking.say(Question(4, base, "judge", (ELM,)))
    asking.say(Question(5, base, "judge", (ELM.with_text("name", "Oak"),)))
    asking.say(Forget(2))
    asking.say(Forget(4))
    assert asking.hear() == Answer(5, Verdict())


def test_a_verdict_under_way_ends_with_the_app(
    asking: Asking, mills: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    base = base_of(asking, mills)

    def checks(desk: Desk, _: Draft) -> Verdict:
        while True:
            desk.watch.step(Phase.CHECKS, 0, 1)

    monkeypatch.setattr(Desk, "judge", checks)
    asking.say(Question(2, base, "judge", (ELM,)))
    asking.close()
    assert not asking.thread.is_alive()


def test_what_is_being_written_is_finished_when_the_app_has_gone(
    asking: Asking, mills: Path
) -> None:
    asking.say(Question(1, Base(mills), "finish", (ELM, INSISTED)))
    asking.close()
    assert 'name = "Elm"' in (mills / "story.toml").read_text()


def test_a_large_set_is_let_go_when_nothing_is_asked(
    mills: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(worker, "IDLE", 0.01)
    monkeypatch.setattr(worker, "LONG", 0.0)
    asking = Asking()
    base_of(asking, mills)
    asking.thread.join(60)
    assert not asking.thread.is_alive()
    asking.close()


# How often the set is checked.


@pytest.fixture
def checks(monkeypatch: pytest.MonkeyPatch) -> list[object]:
    """Count how often a whole set is checked."""
    made: list[object] = []

    def counted(*args: Any) -> Any:
        made.append(args)
        return check(*args)

    monkeypatch.setattr("scale_explorer.data.editing.trial.check", counted)
    return made


def test_what_was_judged_is_saved_without_checking_it_again(
    desk: Desk, checks: list[object]
) -> None:
    assert desk.judge(ELM) == Verdict()
    assert len(checks) == 1
    assert isinstance(desk.finish(ELM, INSISTED), Outcome)
    assert len(checks) == 1


def test_saving_checks_once(desk: Desk, checks: list[object]) -> None:
    assert isinstance(desk.finish(ELM, INSISTED), Outcome)
    assert len(checks) == 1


def test_what_others_changed_meanwhile_is_checked_when_saving(
    desk: Desk, mills: Path, checks: list[object]
) -> None:
    assert desk.judge(ELM) == Verdict()
    path = mills / "story.toml"
    path.write_text(path.read_text().replace('"Birch Mills"', '"Birch Mill"'))
    desk.finish(ELM, INSISTED)
    assert len(checks) > 1


# What goes wrong.


def test_what_cannot_be_judged_is_told(desk: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    def broken(_desk: Desk, _draft: object) -> None:
        raise RuntimeError("a fault")

    monkeypatch.setattr(Desk, "verdict", broken)
    assert "a fault" in judged(desk, ELM).problem
    told = desk.finish(ELM, INSISTED)
    assert isinstance(told, Verdict)
    assert "a fault" in told.problem


def test_what_nobody_waits_for_is_no_problem_of_the_form(
    desk: Desk, monkeypatch: pytest.MonkeyPatch
) -> None:
    def stopped(_desk: Desk, _draft: object) -> None:
        raise StoppedError

    monkeypatch.setattr(Desk, "verdict", stopped)
    with pytest.raises(StoppedError):
        judged(desk, ELM)
    with pytest.raises(StoppedError):
        desk.finish(ELM, INSISTED)
