"""The checks that a plain Textual app fails; each says so by an assertion."""

from __future__ import annotations

import shlex
import signal
import time
from collections.abc import Generator, Mapping
from contextlib import contextmanager
from functools import partial
from pathlib import Path

import psutil

from ..terminal import Terminal
from .subject import LIMIT, Subject, assert_restored, offspring, send

SHELL = ("bash", "--norc", "--noprofile", "--noediting", "-i")
_OF_A_SHELL = {"2004"}
"""The mode that a shell has on for itself."""


def leaves_on(number: int, subject: Subject, environment: Mapping[str, str]) -> None:
    """A signal ends it in good order, with the status that a shell expects."""
    with subject.start(environment) as terminal:
        send(terminal, number)
        assert terminal.wait_for_exit(LIMIT) == 128 + number
        assert_restored(terminal)


def leaves_when_hung_up(subject: Subject, environment: Mapping[str, str]) -> None:
    """A terminal that has gone ends it also where SIGHUP is ignored, as under nohup."""
    ignoring = ("sh", "-c", 'trap "" HUP; exec "$@"', "sh")
    with subject.start(environment, under=ignoring) as terminal:
        terminal.hang_up()
        terminal.wait_until(terminal.has_ended, "the end", LIMIT)
        assert terminal.status == 128 + signal.SIGHUP


def works_unread(
    subject: Subject, environment: Mapping[str, str], folder: Path, seconds: float
) -> Terminal:
    """While nobody reads what it draws, it goes on working; return it, still unread."""
    terminal = subject.start(environment)
    try:
        _fill(terminal, subject, seconds)
        before = subject.stamp(folder)
        terminal.press("down")
        terminal.wait_unread(
            lambda: subject.stamp(folder) != before, "work while stalled", seconds + 10
        )
    except BaseException:
        terminal.__exit__(None, None, None)
        raise
    return terminal


def _fill(terminal: Terminal, subject: Subject, seconds: float) -> None:
    """Have it draw more than the terminal holds, for some seconds."""
    keys = ["down"] if subject.changes == "counted" else ["+", "down"]
    end = time.monotonic() + seconds
    while time.monotonic() < end:
        terminal.press(*keys)
        time.sleep(0.25)  # not to wait for anything: a person goes on typing


def _drew_more(terminal: Terminal, than: int) -> bool:
    return len(terminal.output) > than


def tells_a_crash_in_a_line(subject: Subject, environment: Mapping[str, str]) -> str:
    """A fault is one line, without what variables hold, and the status is 1."""
    with subject.start(environment) as terminal:
        terminal.press("w")
        assert terminal.wait_for_exit(20) == 1
        assert_restored(terminal)
        told = terminal.output.rpartition(b"\x1b[?1004l")[2].decode()
        assert "password-1234" not in told
        assert told.count("\n") == 1
        return told


def draws_within_bounds(subject: Subject, environment: Mapping[str, str]) -> None:
    """Whatever size a client tells, it is drawn on in bounds, and left at once."""
    told = {**environment, "COLUMNS": "9999", "LINES": "999"}
    with subject.start(told) as terminal:
        wide = max(len(line) for line in terminal.text.splitlines())
        assert wide <= 120
        for columns, rows in ((1, 1), (0, 0), (65_535, 65_535)):
            terminal.resize(columns, rows)
            shown = len(terminal.output)
            terminal.wait_until(partial(_drew_more, terminal, shown), "a redraw")
        assert offspring(terminal)[0].memory_info().rss < 200 * 1024 * 1024
        terminal.press("q")
        assert terminal.wait_for_exit(LIMIT) == 0
        assert_restored(terminal)


def rests(subject: Subject, environment: Mapping[str, str]) -> None:
    """When nothing happens it takes one percent of a core at most, over three seconds.

    What the start set off may take its time before.
    """
    with subject.start(environment) as terminal:
        process = psutil.Process(terminal.pid)
        used: list[float] = []

        def rested() -> bool:
            used.append(sum(process.cpu_times()[:2]))
            return len(used) > 60 and used[-1] - used[-60] <= 0.03

        terminal.wait_until(rested, "three seconds of rest", 60)


@contextmanager
def as_job(
    subject: Subject, environment: Mapping[str, str]
) -> Generator[tuple[Terminal, psutil.Process]]:
    """Run it as the job of a shell; give the shell's terminal and the app."""
    with Terminal([*SHELL], size=(120, 40), environment={**environment, "PS1": "ready> "}) as shell:
        shell.wait_for("ready>")
        shell.press(f"{shlex.join(subject.command)}\r")
        shell.wait_for(subject.ready, timeout=60)
        children = psutil.Process(shell.pid).children(recursive=True)
        yield shell, next(one for one in children if subject.command[-1] in one.cmdline())


def stops_and_comes_back(
    stops: tuple[int | None, ...], subject: Subject, environment: Mapping[str, str]
) -> None:
    """Its key (None) or a signal stops it, and `fg` brings it back; the shell has all as it was."""
    with as_job(subject, environment) as (shell, app):
        for stop in stops:
            _stop(stop, shell, app)
            drawn = drawings(shell, subject)
            shell.press("fg\r")
            shell.wait_until(partial(_drew_again, shell, subject, drawn), "a redraw")
        shell.press("q")
        shell.wait_until(lambda: not app.is_running(), "the end")
        assert shell.modes_left_on() <= _OF_A_SHELL
        shell.press("echo status $?\r")
        shell.wait_for("status 0")
        assert shell.modes_now() == shell.modes_before


def _stop(stop: int | None, shell: Terminal, app: psutil.Process) -> None:
    if stop is None:
        shell.press("\x1a")
    else:
        if stop == signal.SIGSTOP:  # what it has asked the terminal, it can no longer wait for
            shell.linger(1)
        app.send_signal(stop)
    shell.wait_until(lambda: app.status() == psutil.STATUS_STOPPED, "a stop", LIMIT)
    if stop != signal.SIGSTOP:  # which cannot be seen coming
        assert shell.modes_left_on() <= _OF_A_SHELL


def _drew_again(terminal: Terminal, subject: Subject, before: int) -> bool:
    return drawings(terminal, subject) > before


def drawings(terminal: Terminal, subject: Subject) -> int:
    """Return how often its screen was drawn whole."""
    return terminal.output.count(subject.ready.encode())


def refuses(line: str, subject: Subject, environment: Mapping[str, str]) -> str:
    """Where it can draw nothing it ends at once, with 2; return what is told.

    `line` is one of a shell, in which `"$@"` stands for it.
    """
    shell = ["sh", "-c", f'{line}; exit "$?"', "sh", *subject.command]
    with Terminal(shell, size=(120, 24), environment=environment) as terminal:
        assert terminal.wait_for_exit(2 * LIMIT) == 2
        assert terminal.modes_left_on() == set()
        assert b"\x1b" not in terminal.output
        return terminal.text
