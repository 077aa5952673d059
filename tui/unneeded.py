"""What libraries load at their heads and a start never uses; together a tenth of what it takes.

- OpenSSL, which `asyncio` loads for TLS and `hashlib` for faster digests; both do without where it
  is missing. 4.5 MB for as long as the program runs.
- Modules from which others take a class or a function that is called in rare cases, or never: the
  palette of commands with the five kinds of widgets that it brings, tables of Rich, frames between
  widgets, the folder for downloads, help on errors in stylesheets. A stand-in has the names; who
  calls one has the module loaded, and gets what the real one returns.

Whoever loads one of these after the start gets it, whole. The second kind is for the app and the
command line alone: libraries that verbs load may ask of a module what a stand-in does not have.
"""

from __future__ import annotations

import sys
from collections.abc import Generator
from contextlib import contextmanager, suppress
from functools import cache
from importlib import import_module
from types import ModuleType
from typing import Any, cast

_MISSING = ("_hashlib", "_ssl", "ssl")
_RARE = (
    "asyncio.sslproto",
    "mimetypes",
    "platformdirs",
    "rich._emoji_replace",
    "rich.markup",
    "rich.table",
    "textual.canvas",
    "textual.command",
    "textual.css._help_renderables",
    "textual.css._help_text",
    "textual.drivers._writer_thread",
    "textual.suggestions",
    "textwrap",
    "urllib.parse",
    "uuid",
)
"""None of them gives names to an `except`, and nobody asks whether something is an instance."""


@contextmanager
def left_out(*, rare: bool = False) -> Generator[None]:
    """Have all that loads inside do without OpenSSL, and with `rare` without the rest too."""
    stands: dict[str, ModuleType | None] = {}
    if _has_own_digests():
        stands |= dict.fromkeys(_MISSING)
    if rare:
        stands |= {name: _StandIn(name) for name in _RARE}
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
    """Stands for a module of which only names are asked for."""

    def __getattr__(self, name: str) -> type:
        if name.startswith("__"):
            raise AttributeError(name)
        return _Rare(name, (), {"__module__": self.__name__})

    @property
    def real(self) -> ModuleType:
        """The module itself."""
        if sys.modules.get(self.__name__) is self:
            del sys.modules[self.__name__]
        return import_module(self.__name__)


class _Rare(type):
    """Stands for a class or a function, until it is called or asked for something."""

    def __call__(cls, *values: Any, **named: Any) -> Any:
        return cls._real(*values, **named)

    def __getattr__(cls, name: str) -> Any:
        if name.startswith("__"):
            raise AttributeError(name)
        return getattr(cls._real, name)

    @property
    def _real(cls) -> Any:
        stand = sys.modules.get(cls.__module__)
        module = stand.real if isinstance(stand, _StandIn) else import_module(cls.__module__)
        return getattr(module, cls.__name__)


@cache
def _has_own_digests() -> bool:
    """Say whether this Python was built with SHA-2 of its own; some distributions leave it out."""
    with suppress(ImportError):
        import_module("_sha2" if sys.version_info >= (3, 12) else "_sha256")
        return True
    return False
