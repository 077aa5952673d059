"""Loading many modules at once, without looking for garbage among them.

What is loaded stays for good, but Python goes through all of it again each time that a quarter has
come to it. That took an eighth of a start, and later tens of milliseconds from a key now and then.
So it waits while modules are loaded, and then never looks at what they are made of. For an app it
waits on until the first screen is there: almost all that is made until then stays as well.
"""

from __future__ import annotations

import gc
import sys
from importlib import import_module
from types import ModuleType

from .unneeded import left_out


def load(name: str, *, sparing: bool = False) -> ModuleType:
    """Return a module by its whole name, loaded with all that it needs where that is not done.

    A `sparing` one does without what it rarely needs until it does (see `unneeded.py`).
    """
    if name in sys.modules:
        return sys.modules[name]
    was_enabled = gc.isenabled()
    gc.disable()
    try:
        with left_out(rare=sparing):
            return import_module(name)
    finally:
        gc.freeze()
        if was_enabled:
            gc.enable()


def hold_garbage() -> None:
    """Look for no garbage until `release_garbage` is called."""
    gc.disable()


def release_garbage() -> None:
    """Look for garbage again."""
    gc.enable()
