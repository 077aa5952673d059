"""The processes of one test: those that were given its state folder, wherever they went since."""

from __future__ import annotations

import time
from collections.abc import Iterable, Iterator, Mapping
from contextlib import suppress

import psutil

from .waiting import wait

_MARK = "XDG_STATE_HOME"
GONE_SECONDS = 5.0
"""Seconds within which an abandoned program must have ended."""


def processes_of(environment: Mapping[str, str]) -> list[psutil.Process]:
    """Return all processes that live and were started with the environment of a test."""
    return list(_marked(environment[_MARK]))


def _marked(folder: str) -> Iterator[psutil.Process]:
    for process in psutil.process_iter():
        with suppress(psutil.Error):
            ended = process.status() == psutil.STATUS_ZOMBIE
            if not ended and process.environ().get(_MARK) == folder:
                yield process


def app_of(environment: Mapping[str, str]) -> psutil.Process:
    """Return the process of the app itself, which is the one that holds a terminal."""

    def found() -> psutil.Process | None:
        return next((each for each in processes_of(environment) if _is_app(each)), None)

    return wait(found, "the app runs")


def _is_app(process: psutil.Process) -> bool:
    with suppress(psutil.Error):
        words = process.cmdline()
        return any(word.endswith("/scale-explorer") for word in words[:2])
    return False


def wait_until_gone(environment: Mapping[str, str], timeout: float = GONE_SECONDS) -> None:
    """Wait until nothing of a test runs any more: no app, no worker, no orphan."""
    deadline = time.monotonic() + timeout
    while left := processes_of(environment):
        assert time.monotonic() < deadline, f"after {timeout} s there is still {left}"
        time.sleep(0.05)


def busy_share(process: psutil.Process, seconds: float) -> float:
    """Return how much of a core a process took over some seconds; 0 when it ended meanwhile."""
    with suppress(psutil.NoSuchProcess):
        return process.cpu_percent(seconds) / 100
    return 0.0


def end(processes: Iterable[psutil.Process]) -> None:
    """Kill processes that may already have ended."""
    for process in processes:
        with suppress(psutil.NoSuchProcess):
            process.kill()
