"""Waiting for something to be so, and not for some time to pass."""

from __future__ import annotations

import time
from collections.abc import Callable
from typing import TypeVar

PATIENCE = 30.0
"""Seconds after which a test gives up; far more than anything takes."""

Found = TypeVar("Found")


def wait(find: Callable[[], Found | None], what: str, timeout: float = PATIENCE) -> Found:
    """Look until something is found (anything but None, False and nothing), and return it."""
    deadline = time.monotonic() + timeout
    while not (found := find()):
        if time.monotonic() > deadline:
            raise AssertionError(f"waited {timeout} s in vain: {what}")
        time.sleep(0.02)
    return found
