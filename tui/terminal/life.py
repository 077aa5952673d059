"""The life of an app as a process: it may lose its terminal, fail, or be told to end."""

from __future__ import annotations

import signal
import sys
from asyncio import get_running_loop
from contextlib import suppress
from typing import Any

from textual.app import App
from textual.driver import Driver

from ..exits import note_mishap
from ..loading import load
from .foreground import end_foreground
from .job import stop_job
from .leaving import Leaving, Steps
from .typed_ahead import give_back


class LivingApp(App[None], inherit_bindings=False):
    """An app that ends well: on a signal, without a terminal, and after a fault of its own.

    `crash` is what it failed of. Nothing of that is drawn: whoever ran the app raises it again.
    """

    def __init__(self) -> None:
        super().__init__()
        self.crash: BaseException | None = None
        self._leaving: Leaving | None = None

    def get_driver_class(self) -> type[Driver]:
        """Return our own driver where there is a terminal to drive, and else Textual's."""
        if sys.platform == "win32" or not _drawn_on_terminal():
            return super().get_driver_class()
        # Loaded here because most tests draw on no terminal, and other systems have none like it.
        load(f"{__package__}.driver", sparing=True)
        from .driver import TerminalDriver  # noqa: PLC0415

        return TerminalDriver

    def run_to_its_end(self, *, mouse: bool) -> int:
        """Run until the app is left; return its status, 128 and more for a signal.

        Raises what the app failed of.
        """
        with Leaving(Steps(self._ask, self.remember, self._rescue)) as self._leaving:
            self._run(mouse=mouse)
        if self.crash is not None:
            raise self.crash
        return self._leaving.status or self.return_code or 0

    @property
    def is_leaving(self) -> bool:
        """Whether a signal or a lost terminal ends the app."""
        return self._leaving is not None and self._leaving.is_under_way

    def remember(self) -> str:
        """Keep what should not be lost; return why not, if that failed. From any thread."""
        return ""

    def lost(self) -> None:
        """Leave because the terminal has gone; from any thread."""
        if self._leaving is not None:
            self._leaving.lost()

    def failed(self, error: Exception) -> None:
        """End with a fault; from any thread."""
        if self._loop is not None:
            with suppress(RuntimeError):
                self._loop.call_soon_threadsafe(self._handle_exception, error)

    def action_suspend_process(self) -> None:
        """Stop the whole job, with the terminal given back first."""
        self.remember()  # a job that was stopped may be killed
        with self.suspend():
            stop_job()

    def _run(self, *, mouse: bool) -> None:
        """Run, and give the terminal back also where the event loop itself breaks."""
        streams = sys.stdout, sys.stderr
        try:
            self.run(mouse=mouse)
        except BaseException:
            sys.stdout, sys.stderr = streams  # in whose place Textual put its own
            self._give_back()
            raise

    def _give_back(self) -> None:
        """Have the driver do what the loop never came to."""
        if self._driver is not None:
            with suppress(Exception):  # what broke the loop is what counts
                self._driver.stop_application_mode()
                self._driver.close()

    def _ask(self, number: int) -> bool:
        """Ask the loop to leave, and what runs in the foreground to end; on any thread."""
        end_foreground(number)
        if self._loop is None:
            return False
        with suppress(RuntimeError):
            self._loop.call_soon_threadsafe(self._leave_with, 128 + number)
        return True

    def _leave_with(self, status: int) -> None:
        self.remember()
        self.exit(return_code=status)

    def _rescue(self) -> None:
        end_foreground(signal.SIGKILL)
        give_back()
        # Loaded by now, if there was anything to rescue.
        from .driver import TerminalDriver  # noqa: PLC0415

        if isinstance(self._driver, TerminalDriver):
            self._driver.rescue()

    async def run_async(self, **settings: Any) -> Any:
        """Run, and draw nothing of what goes wrong beside the app; return what it ended with."""
        get_running_loop().set_exception_handler(lambda _loop, context: self._beside(context))
        return await super().run_async(**settings)

    def _beside(self, context: dict[str, Any]) -> None:
        """Note what a task failed of that nobody waited for; the loop goes on without it."""
        note_mishap(context.get("exception"))

    def _handle_exception(self, error: Exception) -> None:
        """End with a fault, of which nothing is drawn; the first is the one that counts."""
        self._return_code = 1
        if self._exception is None:
            self._exception = self.crash = error
            self._exception_event.set()  # pyright: ignore[reportUnknownMemberType] - untyped there
        self._close_messages_no_wait()

    def _print_error_renderables(self) -> None:
        """Draw nothing of a fault: it would show what variables hold."""
        self._exit_renderables.clear()


def _drawn_on_terminal() -> bool:
    streams = (sys.__stdin__, sys.__stderr__)
    try:
        return all(stream is not None and stream.isatty() for stream in streams)
    except ValueError:  # one of them is closed
        return False
