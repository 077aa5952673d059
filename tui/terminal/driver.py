"""The app's way to the terminal and back, in place of Textual's own."""

from __future__ import annotations

import os
import signal
import termios
from asyncio import TimerHandle
from collections.abc import Generator
from contextlib import contextmanager, suppress
from time import monotonic, sleep
from typing import Any

from textual import constants
from textual.app import App
from textual.drivers.linux_driver import LinuxDriver
from textual.events import Resize
from textual.message import Message

from . import modes
from .answers import Answers
from .input import Hooks, Input
from .job import foreground, in_foreground
from .life import LivingApp
from .opened import open_own
from .output import Output
from .painting.painter import Painter
from .private import KeyParser
from .size import bounded, size_of
from .typed_ahead import taken_over

PATIENCE = 1.5
"""Seconds for which a terminal that takes nothing may still take the end of what it was sent."""
_GLANCE = 0.005
_REST = 0.05
"""Seconds between two sizes that the app is told; of a storm it hears the first and the last."""


class TerminalDriver(LinuxDriver):
    """Draws and reads on threads of its own; no fault of the terminal ever holds up the app.

    `painter` holds what the terminal should show, and is asked for it when the terminal takes more.
    Each start makes a new one, as the terminal then shows nothing of the app.
    """

    def __init__(
        self,
        app: App[Any],
        *,
        debug: bool = False,
        mouse: bool = True,
        size: tuple[int, int] | None = None,
    ) -> None:
        super().__init__(  # pyright: ignore[reportUnknownMemberType] - untyped there
            app, debug=debug, mouse=mouse, size=size
        )
        assert isinstance(app, LivingApp)
        self._living = app
        self._own = open_own(2)
        self._output: Output | None = None
        self._input: Input | None = None
        self._before: modes.LineSettings | None = None
        self._parser = KeyParser()
        self.painter = Painter(self._wake)
        self._answers = self._make_answers()
        self._newest: Resize | None = None
        self._resting: TimerHandle | None = None
        self._size = self._size or size_of(self._own)
        signal.signal(signal.SIGTSTP, self._on_stop_key)
        signal.signal(signal.SIGCONT, self._on_continued)
        signal.signal(signal.SIGWINCH, self._on_window)

    # To the terminal.

    def write(self, data: str) -> None:
        """Send control sequences or text; dropped while the app has stepped back."""
        if self._output is not None:
            self._output.write(data)

    def _wake(self) -> None:
        if self._output is not None:
            self._output.wake()

    def _wait_for_rest(self, seconds: float) -> None:
        if self._output is not None:
            self._output.wait_for_rest(seconds)

    def flush(self) -> None:
        """Do nothing: the output never waits for more."""

    def start_application_mode(self) -> None:
        """Take the terminal over, once this job is in its foreground."""
        if self._output is not None or not self._take_over():
            return
        self._begin_output()
        self._begin_input()
        self._in_band_window_resize = False
        self.write(modes.questions(os.environ.get("TERM_PROGRAM", "")))
        self._tell_size(Resize.from_dimensions(size_of(self._own), None))

    def _take_over(self) -> bool:
        """Have keys come as they are pressed; say whether the terminal is the app's."""
        try:
            now = foreground(self._own, self._is_leaving)
            self._before = now and taken_over(now)
            if self._before:
                modes.set_line(self._own, modes.raw(self._before))
        except termios.error:
            self._living.lost()
            return False
        return self._before is not None

    def _is_leaving(self) -> bool:
        return self._living.is_leaving

    def _begin_output(self) -> None:
        self.painter = Painter(self._wake, wait=self._wait_for_rest)
        self._output = Output(self._own, self.painter, self._living.lost, self._living.failed)
        self._output.write(modes.enter(mouse=self._mouse, kitty=not constants.DISABLE_KITTY_KEY))
        self._output.start()

    def _begin_input(self) -> None:
        self._parser = KeyParser()
        self._answers = self._make_answers()
        hooks = Hooks(self._read, self._tick, self._living.lost, self._living.failed)
        self._input = Input(self._own, hooks)
        self._input.start()

    def disable_input(self) -> None:
        """Read no more, and forget what was typed ahead."""
        if self._input is None:
            return
        self._input.stop()
        self._input = None
        with suppress(termios.error):
            termios.tcflush(self._own, termios.TCIFLUSH)

    def stop_application_mode(self) -> None:
        """Give the terminal back as it was; what the shell does with it meanwhile is its own."""
        if self._output is None:
            self.disable_input()
            return
        holds = in_foreground(self._own)
        if holds:
            self._hear_out()
        output, self._output = self._output, None
        if holds:
            output.write(modes.LEAVE)
        self.disable_input()
        done = output.stop(PATIENCE)
        if holds and not done:
            self.rescue()
        elif holds and self._before is not None:
            with suppress(termios.error):
                modes.set_line(self._own, self._before)

    def _hear_out(self) -> None:
        """Wait a moment for what the terminal still answers: the shell would take it for keys."""
        until = self.painter.leave()
        while self.painter.pace.is_owed and monotonic() < until:
            sleep(_GLANCE)

    def close(self) -> None:
        """Give the terminal back, if that is still to be done."""
        self.stop_application_mode()

    def rescue(self) -> None:
        """Give the terminal back by force, without waiting for anything; from any thread."""
        if not in_foreground(self._own):
            return
        with _not_stopped():
            modes.rescue(self._own, self._before)

    # From the terminal, on the input thread.

    def _make_answers(self) -> Answers:
        return Answers(self._hear)

    def _hear(self) -> None:
        self.painter.answered()

    def _read(self, text: str) -> None:
        self._feed(self._answers.sift(text, monotonic()))

    def _feed(self, typed: str) -> None:
        for message in self._parser.feed(typed) if typed else ():
            self.process_message(message)

    def _tick(self) -> None:
        self._feed(self._answers.sift("", monotonic()))
        for message in self._parser.tick():
            self.process_message(message)

    def process_message(self, message: Message) -> None:
        """Pass on what was read; sizes are bounded, and the newest of many is enough."""
        if isinstance(message, Resize):
            size = bounded(*message.size)
            self._parser.mend_size(size)
            self._tell_size(Resize.from_dimensions(size, message.pixel_size))
        else:
            super().process_message(message)

    # Sizes, from any thread.

    def _get_terminal_size(self) -> tuple[int, int]:
        return size_of(self._own)

    def _tell_size(self, size: Resize) -> None:
        self._newest = size
        with suppress(RuntimeError):  # the loop is closed
            self._loop.call_soon_threadsafe(self._pass_size)

    def _pass_size(self) -> None:
        if self._resting is None and self._newest is not None:
            newest, self._newest = self._newest, None
            self._resting = self._loop.call_later(_REST, self._rested)
            self.painter.canvas.forget()
            super().process_message(newest)

    def _rested(self) -> None:
        """Draw also what Textual leaves as it is, because the size is that of before."""
        self._resting = None
        self.painter.show()
        self._pass_size()

    # Signals. A handler runs between any two steps of the main thread, locks included, so it only
    # asks the loop.

    def _on_window(self, *_: object) -> None:
        """Have the loop look at the size: a handler that a newer one interrupts has an old one."""
        with suppress(RuntimeError):  # the loop is closed
            self._loop.call_soon_threadsafe(self._look_at_size)

    def _look_at_size(self) -> None:
        if self._output is not None and not self._in_band_window_resize:
            self._tell_size(Resize.from_dimensions(size_of(self._own), None))

    def _on_stop_key(self, *_: object) -> None:
        self._loop.call_soon_threadsafe(
            self._living.call_later, self._living.action_suspend_process
        )

    def _on_continued(self, *_: object) -> None:
        """Draw anew after a stop that could not be seen coming (SIGSTOP)."""
        if self._auto_restart and self._output is not None:
            self._loop.call_soon_threadsafe(self._living.call_later, self._draw_anew)

    def _draw_anew(self) -> None:
        try:
            had = foreground(self._own, self._is_leaving)
        except termios.error:
            self._living.lost()
            return
        if had is not None:
            with self._living.suspend():
                pass


@contextmanager
def _not_stopped() -> Generator[None]:
    """Let no use of the terminal stop this thread, should the job no longer be in front."""
    before = signal.pthread_sigmask(signal.SIG_BLOCK, {signal.SIGTTOU})
    try:
        yield
    finally:
        signal.pthread_sigmask(signal.SIG_SETMASK, before)
