"""Whether an answer that is being worked out is still wanted.

Long work may ask now and then. Whoever has it done, such as `Newest`, says how that is known; it is
told beside all calls, as those in between have no use for it.
"""

from __future__ import annotations

from collections.abc import Callable, Generator
from contextlib import contextmanager
from contextvars import ContextVar

_overtaken: ContextVar[Callable[[], bool] | None] = ContextVar("overtaken", default=None)


def is_overtaken() -> bool:
    """Say whether nobody waits for the answer any more."""
    asked = _overtaken.get()
    return asked is not None and asked()


@contextmanager
def overtaken_when(asked: Callable[[], bool]) -> Generator[None]:
    """Let `is_overtaken` answer so in what is called meanwhile."""
    token = _overtaken.set(asked)
    try:
        yield
    finally:
        _overtaken.reset(token)
