"""The process that holds the set: what it answers, refuses and survives, and that it ends."""

from __future__ import annotations

import asyncio
import os
import signal
import subprocess
import sys
from collections.abc import AsyncGenerator, Callable
from pathlib import Path

import psutil
import pytest
import pytest_asyncio

from scale_explorer.data.editing.edits.changing import ChangeRecord
from scale_explorer.data.editing.saving import ConflictError
from scale_explorer.models.errors import DataError
from scale_explorer.models.kinds import Kind
from scale_explorer.tui.writing.desk import Desk
from scale_explorer.tui.writing.desk_process import DeskProcess
from scale_explorer.tui.writing.draft import Draft
from scale_explorer.tui.writing.fields import FORMS
from scale_explorer.tui.writing.open_desk import OpenDesk
from scale_explorer.tui.writing.outcome import Outcome

from .conftest import STORY, words

INSISTED = True
PATIENCE = 60.0
"""Seconds after which something has gone wrong."""


@pytest_asyncio.fixture
async def process() -> AsyncGenerator[DeskProcess]:
    there = DeskProcess()
    yield there
    await asyncio.to_thread(there.close)


@pytest_asyncio.fixture
async def open_desk(mills: Path, process: DeskProcess) -> OpenDesk:
    return await OpenDesk.at(mills, process)


async def until(holds: Callable[[], bool]) -> None:
    async with asyncio.timeout(PATIENCE):
        while not holds():  # noqa: ASYNC110 - a process sets no event
            await asyncio.sleep(0.02)


async def killed(process: DeskProcess) -> None:
    pid = process.pid
    assert pid is not None
    os.kill(pid, signal.SIGKILL)
    await until(lambda: not psutil.pid_exists(pid))


async def test_it_answers_what_the_desk_answers(open_desk: OpenDesk, desk: Desk) -> None:
    exact = words("Birch Mills had revenue of $87 million in 2024")
    assert await open_desk.ask(Desk.forms_on, exact) == desk.forms_on(exact)
    form = desk.forms_on(exact).drafts[Kind.FIGURE].accepting_all()
    assert await open_desk.ask(Desk.judge, form) == desk.judge(form)
    subject = next(each for each in FORMS[Kind.FIGURE] if each.key == "subject")
    offered = await open_desk.ask(Desk.offers, subject, "birch", ())
    assert offered == desk.offers(subject, "birch", ())
    assert offered[0].text == "birch-mills"
    assert await open_desk.ask(Desk.form_of, "sale") == desk.form_of("sale")
    assert await open_desk.ask(Desk.entities) == desk.entities()
    assert not await open_desk.ask(Desk.leads, "sale")


async def test_a_form_is_saved_and_the_next_desk_has_it(open_desk: OpenDesk, mills: Path) -> None:
    form = (await open_desk.ask(Desk.form_of, "birch-mills")).with_text("country", "NO")
    outcome = await open_desk.ask(Desk.finish, form, not INSISTED)
    assert isinstance(outcome, Outcome)
    assert outcome.revision is not None
    assert 'country = "NO"' in (mills / "story.toml").read_text()
    after = await OpenDesk.at(mills, open_desk.process)
    assert after.base != open_desk.base
    assert (await after.ask(Desk.form_of, "birch-mills")).text("country") == "NO"
    await after.ask(Desk.apply_again, outcome.revision.reverse)
    assert (mills / "story.toml").read_text() == STORY


async def test_what_cannot_be_done_is_refused(open_desk: OpenDesk, mills: Path) -> None:
    with pytest.raises(DataError, match="no record has the id nobody"):
        await open_desk.ask(Desk.form_of, "nobody")
    (mills / "story.toml").write_text(STORY.replace("Alder Paper buys Birch", "Theirs"))
    with pytest.raises(ConflictError) as raised:
        await open_desk.ask(Desk.carry_out, ChangeRecord("sale", {"title": "Mine"}))
    assert "Theirs" in raised.value.sides.theirs
    assert "Mine" in raised.value.sides.yours
    (mills / "story.toml").write_text("[[company\n")
    with pytest.raises(DataError, match="Mend it before"):
        await OpenDesk.at(mills, open_desk.process)


async def test_a_fault_is_told_and_the_process_goes_on(open_desk: OpenDesk) -> None:
    with pytest.raises(RuntimeError, match="no_such_method"):
        await open_desk.process.ask(open_desk.base, "no_such_method", ())
    assert await open_desk.ask(Desk.kind_of, "sale") is Kind.DEAL


# Killed.


async def test_who_waits_is_told_when_it_is_killed_and_the_next_question_is_answered(
    open_desk: OpenDesk,
) -> None:
    process = open_desk.process
    assert process.pid is not None
    os.kill(process.pid, signal.SIGSTOP)
    stopped = psutil.Process(process.pid)
    await until(lambda: stopped.status() == psutil.STATUS_STOPPED)
    waiting = asyncio.create_task(open_desk.ask(Desk.kind_of, "sale"))
    # A question that was not put yet when the process ends is put to the next one.
    await until(lambda: any(each.child for each in vars(process)["_waiting"].values()))
    os.kill(process.pid, signal.SIGKILL)
    with pytest.raises(DataError, match="ended by SIGKILL"):
        await waiting
    assert await open_desk.ask(Desk.kind_of, "sale") is Kind.DEAL


async def test_who_does_not_wait_is_told_too(open_desk: OpenDesk) -> None:
    told: list[str] = []
    open_desk.process.lost = told.append
    await killed(open_desk.process)
    await until(lambda: bool(told))
    assert "SIGKILL" in told[0]
    assert "\n" not in told[0]


async def test_one_that_starts_anew_writes_over_nothing_that_others_changed(
    open_desk: OpenDesk, mills: Path
) -> None:
    form = (await open_desk.ask(Desk.form_of, "sale")).with_text("title", "Mine")
    theirs = STORY.replace("Alder Paper buys Birch", "Theirs")
    (mills / "story.toml").write_text(theirs)
    await killed(open_desk.process)
    with pytest.raises(DataError, match="changed meanwhile"):
        await open_desk.ask(Desk.finish, form, INSISTED)
    assert (mills / "story.toml").read_text() == theirs


# Given up, and closed.


async def test_what_is_given_up_is_not_answered(open_desk: OpenDesk) -> None:
    form = Draft(Kind.COMPANY, None, {"name": "Elm"})
    stale = asyncio.create_task(open_desk.ask(Desk.judge, form))
    await asyncio.sleep(0)
    stale.cancel()
    with pytest.raises(asyncio.CancelledError):
        await stale
    assert (await open_desk.ask(Desk.judge, form.with_text("name", "Oak"))).is_readable


async def test_it_ends_when_it_is_closed(mills: Path) -> None:
    process = DeskProcess()
    await OpenDesk.at(mills, process)
    pid = process.pid
    assert pid is not None
    await asyncio.to_thread(process.close)
    assert not psutil.pid_exists(pid)


def test_it_ends_when_the_app_is_killed(mills: Path) -> None:
    program = (
        "import asyncio, os, signal, sys\n"
        "from pathlib import Path\n"
        "from scale_explorer.tui.writing.desk_process import DeskProcess\n"
        "from scale_explorer.tui.writing.open_desk import OpenDesk\n"
        "async def main():\n"
        "    process = DeskProcess()\n"
        f"    await OpenDesk.at(Path({os.fspath(mills)!r}), process)\n"
        "    print(process.pid, flush=True)\n"
        "    os.kill(os.getpid(), signal.SIGKILL)\n"
        "asyncio.run(main())\n"
    )
    done = subprocess.run(
        [sys.executable, "-P", "-c", program], stdout=subprocess.PIPE, check=False
    )
    assert done.returncode == -signal.SIGKILL
    psutil.wait_procs([psutil.Process(pid) for pid in _there(int(done.stdout))], PATIENCE)
    assert not _there(int(done.stdout))


def _there(pid: int) -> list[int]:
    """Return the process if it runs; one that nobody took away when it ended does not."""
    try:
        is_there = psutil.Process(pid).status() != psutil.STATUS_ZOMBIE
    except psutil.NoSuchProcess:
        return []
    return [pid] if is_there else []
