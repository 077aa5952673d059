from __future__ import annotations

import errno
import os
import select
from collections.abc import Callable, Iterator
from threading import Event
from time import monotonic

import pytest

from scale_explorer.tui.terminal import output
from scale_explorer.tui.terminal.output import Output

SOON = 10.0
"""Seconds for which a test waits at most for what another thread does."""


class Pipe:
    """A pipe in place of a terminal: it takes some bytes unread, and then no more."""

    def __init__(self) -> None:
        self.end, self.start = os.pipe()
        os.set_blocking(self.start, False)

    def read(self, size: int) -> bytes:
        """Read so many bytes."""
        got = b""
        while len(got) < size:
            assert select.select([self.end], [], [], SOON)[0], f"nothing came after {got[-80:]!r}"
            got += os.read(self.end, size - len(got))
        return got

    def fill(self) -> int:
        """Leave no room; return how many bytes that took."""
        filled = 0
        try:
            while True:
                filled += os.write(self.start, b"." * 4096)
        except BlockingIOError:
            return filled

    def close(self) -> None:
        """Close what is still open."""
        for descriptor in (self.end, self.start):
            try:
                os.close(descriptor)
            except OSError as error:
                assert error.errno == errno.EBADF  # noqa: PT017 - closed by the test


@pytest.fixture
def pipe() -> Iterator[Pipe]:
    made = Pipe()
    yield made
    made.close()


class Shown:
    """A source that counts: each answer is the newest number, and what was missed is skipped."""

    def __init__(self) -> None:
        self.number = 0
        self.told = 0
        self.asked = 0
        self.due: float | None = None
        self.fault: Exception | None = None

    def take(self) -> bytes:
        self.asked += 1
        if self.fault is not None:
            raise self.fault
        if self.told == self.number:
            return b""
        self.told = self.number
        return b"<%d>" % self.number

    def due_in(self) -> float | None:
        return self.due


def started(
    pipe: Pipe,
    source: Shown | None = None,
    on_lost: Callable[[], None] = lambda: None,
    on_fault: Callable[[Exception], None] | None = None,
) -> Output:
    made = Output(pipe.start, source, on_lost, on_fault)
    made.start()
    return made


def test_what_is_written_arrives_in_order(pipe: Pipe) -> None:
    out = started(pipe)
    for word in ("eins ", "zwei ", "dreißig\udc80"):
        out.write(word)
    assert out.stop(SOON)
    assert pipe.read(19) == "eins zwei dreißig?".encode()


def test_writing_never_waits_and_nothing_is_lost(pipe: Pipe) -> None:
    pipe.fill()
    out = started(pipe)
    sent = "x" * 1_000_000
    begun = monotonic()
    out.write(sent)
    out.write("the end")
    waited = monotonic() - begun
    got = bytearray()
    while not got.endswith(b"the end"):
        got += os.read(pipe.end, 65_536)
    assert got.endswith(f"{sent}the end".encode())
    assert out.stop(SOON)
    assert waited < SOON  # it came back at all, with nobody reading


def test_a_source_makes_only_what_can_be_shown_now(pipe: Pipe) -> None:
    filled = pipe.fill()
    source = Shown()
    out = started(pipe, source)
    for _ in range(100):
        source.number += 1
        out.wake()
    assert source.asked == 0
    assert pipe.read(filled + 5) == b"." * filled + b"<100>"
    assert out.stop(SOON)


def test_what_is_queued_goes_before_the_source(pipe: Pipe) -> None:
    filled = pipe.fill()
    source = Shown()
    source.number = 7
    out = started(pipe, source)
    out.wake()
    out.write("first")
    assert pipe.read(filled + 8)[filled:] == b"first<7>"
    assert out.stop(SOON)


def test_a_source_is_asked_again_when_something_is_due(pipe: Pipe) -> None:
    source = Shown()
    source.number, source.due = 1, 0.01
    out = started(pipe, source)
    assert pipe.read(3) == b"<1>"
    source.number = 2  # and nobody wakes it
    assert pipe.read(3) == b"<2>"
    assert out.stop(SOON)


def test_what_was_begun_is_ended_and_the_source_not_asked_once_it_stops(pipe: Pipe) -> None:
    out = started(pipe, source := Shown())
    source.due = 0
    os.write(pipe.start, b"")
    out.write("a" * 200_000)
    out.write("z")
    assert pipe.read(10) == b"a" * 10
    assert not out.stop(0.05)  # nobody reads the rest
    assert pipe.read(1000) == b"a" * 1000


def test_a_terminal_that_takes_nothing_is_not_waited_for_longer(pipe: Pipe) -> None:
    pipe.fill()
    out = started(pipe)
    out.write("stuck")
    assert not out.stop(0.05)
    assert not out.is_alive()


@pytest.mark.parametrize("again", [1, 3])
def test_a_lost_terminal_is_told_once(again: int, pipe: Pipe) -> None:
    lost: list[int] = []
    told = Event()

    def on_lost() -> None:
        lost.append(1)
        told.set()

    out = started(pipe, None, on_lost)
    os.close(pipe.end)
    for _ in range(again):
        out.write("x")
        assert told.wait(SOON)
    assert not out.stop(SOON) or not out.is_alive()
    assert lost == [1]


def test_what_a_source_fails_of_is_told(pipe: Pipe) -> None:
    source = Shown()
    source.fault = ZeroDivisionError()
    told = Event()
    faults: list[Exception] = []

    def on_fault(error: Exception) -> None:
        faults.append(error)
        told.set()

    started(pipe, source, on_fault=on_fault)
    assert told.wait(SOON)
    assert faults == [source.fault]


def test_beside_a_source_what_waits_is_bounded_and_short_ones_have_room(pipe: Pipe) -> None:
    filled = pipe.fill()
    out = Output(pipe.start, Shown(), lambda: None)
    out.write("c" * output.ROOM)
    out.write("d" * 5000)  # left out whole
    out.write("\x1b[?1049l")
    out.start()
    expected = output.ROOM + 8
    assert pipe.read(filled + expected)[filled:] == b"c" * output.ROOM + b"\x1b[?1049l"
    assert out.stop(SOON)


def test_one_can_wait_until_all_is_out(pipe: Pipe) -> None:
    source = Shown()
    out = started(pipe, source)
    for number in range(1, 4):
        source.number = number
        out.wake()
        out.wait_for_rest(SOON)
        assert source.told == number  # nothing was read yet: it is out because that was waited for
    pipe.fill()
    source.number = 4
    out.wake()
    out.wait_for_rest(0.01)
    assert source.told == 3
    out.stop(0)
