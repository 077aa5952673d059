"""What is under way is cleaned up when the process is to end, by whatever signal asks for that."""

from __future__ import annotations

import signal
from collections.abc import Generator
from contextlib import contextmanager
from threading import current_thread, main_thread
from types import FrameType
from typing import Final

_ENDING: Final = (signal.SIGTERM, signal.SIGHUP)


@contextmanager
def cleaned_up() -> Generator[None]:
    """Let SIGTERM and SIGHUP stop a block as Ctrl+C does, and then end the process as ever.

    A signal that somebody ignores or handles, as `nohup` does, stays as it is.
    """
    if current_thread() is not main_thread():  # signals are the main thread's alone
        yield
        return
    came: list[int] = []

    def stop(number: int, frame: FrameType | None) -> None:
        del frame
        came.append(number)
        raise KeyboardInterrupt

    held = [each for each in _ENDING if signal.getsignal(each) is signal.SIG_DFL]
    for each in held:
        signal.signal(each, stop)
    try:
        yield
    finally:
        for each in held:
            signal.signal(each, signal.SIG_DFL)
        if came:
            signal.raise_signal(came[0])
