"""What the standard library would load and the program never uses: OpenSSL.

`asyncio` loads it for TLS and `hashlib` for faster digests, and both do without where it is
missing. It takes ten milliseconds of a start, and 4.5 MB for as long as the program runs. Whoever
needs it after the start gets it.
"""

from __future__ import annotations

import sys
from collections.abc import Generator
from contextlib import contextmanager, suppress
from types import ModuleType
from typing import cast

_NAMES = ("_ssl", "_hashlib")


@contextmanager
def left_out() -> Generator[None]:
    """Have both load without OpenSSL inside, where Python has digests of its own."""
    names = [name for name in _NAMES if _has_own_digests() and name not in sys.modules]
    modules: dict[str, ModuleType | None] = cast("dict[str, ModuleType | None]", sys.modules)
    for name in names:
        modules[name] = None  # an import of it fails
    try:
        yield
    finally:
        for name in names:
            sys.modules.pop(name, None)


def _has_own_digests() -> bool:
    """Say whether this Python was built with SHA-2 of its own; some distributions leave it out."""
    for name in ("_sha2", "_sha256"):  # since Python 3.12, and before
        with suppress(ImportError):
            __import__(name)
            return True
    return False
