"""What is asked of a program at the other end of a line; a plain app fails at it."""

from __future__ import annotations

import os
import shlex
import signal
import subprocess
from collections.abc import Generator, Mapping
from contextlib import contextmanager

import psutil

from ..faults.subject import Subject
from ..terminal import Terminal
from .drops import Drop, kill_client
from .processes import busy_share, processes_of, wait_until_gone
from .sshd import Server
from .tmux import multiplexing
from .waiting import wait

PLAINLY = "{}"
IGNORING_HANGUPS = "trap '' HUP; {}; true"
INTERACTIVE = "bash --noprofile --norc -i"


@contextmanager
def connected(
    server: Server,
    subject: Subject,
    *,
    line: str = PLAINLY,
    size: tuple[int, int] = (120, 40),
) -> Generator[Terminal]:
    """Run it at the other end, in a line of the shell there, until it is up."""
    command = line.format(shlex.join(subject.command))
    with Terminal(server.ssh("-tt", command), size=size) as terminal:
        terminal.wait_for(subject.ready, timeout=60)
        yield terminal


def ends_when_dropped(
    drop: Drop,
    server: Server,
    subject: Subject,
    environment: Mapping[str, str],
    line: str = PLAINLY,
) -> None:
    """When the connection is lost it is gone within seconds, and leaves no orphan."""
    with connected(server, subject, line=line) as terminal:
        drop(terminal, server)
        wait_until_gone(environment)
        terminal.wait_for_exit()


def ends_when_a_shell_is_dropped(
    drop: Drop, server: Server, subject: Subject, environment: Mapping[str, str]
) -> None:
    """So it does with a shell in between."""
    with Terminal(server.ssh("-tt", INTERACTIVE), size=(120, 40)) as terminal:
        terminal.wait_for("bash")
        terminal.press(f"{shlex.join(subject.command)}\r")
        terminal.wait_for(subject.ready, timeout=60)
        drop(terminal, server)
        wait_until_gone(environment)
        terminal.wait_for_exit()


def takes_no_processor_when_dropped(
    server: Server, subject: Subject, environment: Mapping[str, str]
) -> None:
    """An abandoned one takes a fifth of a core at most, until it is gone."""
    with connected(server, subject, line=IGNORING_HANGUPS) as terminal:
        program = program_of(subject, environment)
        kill_client(terminal, server)
        assert busy_share(program, 2) <= 0.2
        wait_until_gone(environment)
        terminal.wait_for_exit()


def is_idle(server: Server, subject: Subject, environment: Mapping[str, str]) -> None:
    """One that nobody looks at takes a twentieth of a core at most."""
    with connected(server, subject):
        program = program_of(subject, environment)
        busy_share(program, 2)  # what the start has left to do
        assert busy_share(program, 5) <= 0.05


def leaves_while_the_client_is_frozen(
    number: int, server: Server, subject: Subject, environment: Mapping[str, str]
) -> None:
    """A signal ends it though nobody reads, and the terminal is as it was when that thaws."""
    with connected(server, subject, line="{}; echo its status $?") as terminal:
        program = program_of(subject, environment)
        os.kill(terminal.pid, signal.SIGSTOP)
        program.send_signal(number)
        wait(lambda: not _lives(program), "the app ends")
        os.kill(terminal.pid, signal.SIGCONT)
        terminal.wait_for_exit()
        assert f"its status {128 + number}" in terminal.text
        assert terminal.modes_left_on() == set()
        assert terminal.modes_now() == terminal.modes_before
    wait_until_gone(environment)


def refuses_without_a_terminal(
    options: tuple[str, ...], server: Server, subject: Subject, environment: Mapping[str, str]
) -> bytes:
    """As under `ssh -T`: it ends at once, with 2, and draws nothing; return what it tells."""
    command = server.ssh(*options, shlex.join(subject.command))
    with subprocess.Popen(
        command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.PIPE
    ) as client:
        try:
            written, told = client.communicate(timeout=20)
        except subprocess.TimeoutExpired:
            client.kill()
            raise AssertionError("it goes on without a terminal") from None
    assert client.returncode == 2
    assert written == b""
    assert b"\x1b" not in told
    wait_until_gone(environment)
    return told


def ends_with_tmux(line: str, subject: Subject, environment: Mapping[str, str]) -> None:
    """When the server of tmux is killed it goes with it."""
    with multiplexing(environment, size=(120, 40)) as tmux:
        tmux.start(["sh", "-c", line.format(shlex.join(subject.command))])
        tmux.wait_for(subject.ready)
        tmux.tmux("kill-server")
        wait_until_gone(environment)


def program_of(subject: Subject, environment: Mapping[str, str]) -> psutil.Process:
    """Return the process of the program itself, and not of a shell that runs it."""

    def found() -> psutil.Process | None:
        running = (one for one in processes_of(environment) if _runs(one, subject))
        return next(running, None)

    return wait(found, "it runs")


def _runs(process: psutil.Process, subject: Subject) -> bool:
    try:
        return subject.command[-1] in process.cmdline()[:2]
    except psutil.Error:
        return False


def _lives(process: psutil.Process) -> bool:
    try:
        return process.is_running() and process.status() != psutil.STATUS_ZOMBIE
    except psutil.NoSuchProcess:
        return False
