"""What libraries would load and the program never uses; it makes up a sixth of a start.

- OpenSSL, which `asyncio` loads for TLS and `hashlib` for faster digests; both do without where it
  is missing. 4.5 MB for as long as the program runs.
- What Textual and `asyncio` name at their heads and use in places that the program never comes to:
  the palette of commands with the five kinds of widgets that it brings, tables of Rich for what
  is printed of a colour, frames drawn between widgets, the folder for downloads.

Whoever needs one of these after the start gets it, whole. Only the modules that were loaded without
it do without it for good.
"""

from __future__ import annotations

import sys
from collections.abc import Generator
from contextlib import contextmanager, suppress
from types import ModuleType
from typing import cast

_MISSING = ("_ssl", "_hashlib")
_NAMED_ONLY = (
    "asyncio.sslproto",
    "platformdirs",
    "rich.table",
    "textual.canvas",
    "textual.command",
)


@contextmanager
def left_out() -> Generator[None]:
    """Have all that loads inside do without what is never used."""
    stands: dict[str, ModuleType | None] = {}
    if _has_own_digests():
        stands |= dict.fromkeys(_MISSING)
    stands |= {name: _StandIn(name) for name in _NAMED_ONLY}
    modules = cast("dict[str, ModuleType | None]", sys.modules)
    taken = {name: stand for name, stand in stands.items() if name not in modules}
    modules |= taken
    try:
        yield
    finally:
        for name, stand in taken.items():
            if modules.get(name) is stand:
                del modules[name]


class _StandIn(ModuleType):
    """A module of which only names are asked for: each is a class that nobody can make one of."""

    def __getattr__(self, name: str) -> type[_LeftOut]:
        if name.startswith("__"):
            raise AttributeError(name)
        return type(name, (_LeftOut,), {"__module__": self.__name__})


class _LeftOut:
    """What was left out, to those that were loaded without it."""

    def __init__(self, *_: object, **__: object) -> None:
        what = f"{type(self).__module__}.{type(self).__name__}"
        raise RuntimeError(f"{what} was left out of the start (see tui/unneeded.py)")


def _has_own_digests() -> bool:
    """Say whether this Python was built with SHA-2 of its own; some distributions leave it out."""
    for name in ("_sha2", "_sha256"):  # since Python 3.12, and before
        with suppress(ImportError):
            __import__(name)
            return True
    return False
