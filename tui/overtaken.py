"""Whether an answer that is being worked out is still wanted, and whether a first part of it is.

Long work may ask now and then. Whoever has it done, such as `Newest`, says how that is known; it is
told beside all calls, as those in between have no use for it.
"""

from __future__ import annotations

from collections.abc import Callable, Generator
from contextlib import contextmanager
from contextvars import ContextVar
from time import monotonic
from typing import Any

_overtaken: ContextVar[Callable[[], bool] | None] = ContextVar("overtaken", default=None)
_shown_by: ContextVar[Callable[[Any], None] | None] = ContextVar("shown_by", default=None)
_ends: ContextVar[float | None] = ContextVar("ends", default=None)

FIRST_LOOK = 0.008
"""Seconds that a first look may take: half a frame, so that what it finds is seen in the next."""

LOOKS = (FIRST_LOOK, 0.1)
"""Seconds of each look before the whole answer is looked for."""


def is_overtaken() -> bool:
    """Say whether nobody waits for the answer any more, or for no more of it in a first look."""
    asked, ends = _overtaken.get(), _ends.get()
    return (asked is not None and asked()) or (ends is not None and monotonic() > ends)


def is_first_look() -> bool:
    """Say whether one only looks for what can be seen at once."""
    return _ends.get() is not None


def has_first_look() -> bool:
    """Say whether somebody would show a first part of the answer."""
    return _shown_by.get() is not None and not is_first_look()


@contextmanager
def first_look(seconds: float) -> Generator[None]:
    """Let what is called meanwhile look for no longer than that."""
    token = _ends.set(monotonic() + seconds)
    try:
        yield
    finally:
        _ends.reset(token)


def show_meanwhile(answer: object) -> None:
    """Show the first part of an answer, the rest of which is still looked for."""
    if (show := _shown_by.get()) is not None:
        show(answer)


@contextmanager
def overtaken_when(
    asked: Callable[[], bool], shown_by: Callable[[Any], None] | None = None
) -> Generator[None]:
    """Let `is_overtaken` answer so in what is called meanwhile, and a first part be shown."""
    token, shown = _overtaken.set(asked), _shown_by.set(shown_by)
    try:
        yield
    finally:
        _overtaken.reset(token)
        _shown_by.reset(shown)
