"""Regular expressions that were compiled before, made from what the compiler made of them.

Python compiles each of them anew in each process: for a start of the app 94, a twentieth of it.
What the compiler hands to the engine are numbers; the engine checks them and makes the same pattern
of them. They hold for one build of Python (`search_key` says which).
"""

from __future__ import annotations

import sys
from importlib import import_module
from types import FrameType
from typing import Any

Key = tuple[Any, int]
"""What was asked for: an expression, as text or bytes, and its flags."""
Kept = dict[Key, tuple[Any, ...]]
"""What the engine was handed for it."""

_DEPENDS = 4 | 128
"""Flags of expressions that depend on more (LOCALE), or print something (DEBUG)."""


class Patterns:
    """Stands before the compiler of `re`: what is known needs none, what is not is noted."""

    def __init__(self) -> None:
        self.known: Kept = {}
        self.missed: list[Key] = []
        try:
            self._compiler: Any = import_module("re._compiler")
            self._make: Any = self._compiler._sre.compile  # noqa: SLF001 - what it calls itself
            self._compile: Any = self._compiler.compile
        except (ImportError, AttributeError):  # a Python that has them elsewhere
            self._compiler = None

    def install(self) -> None:
        """Stand before the compiler from now on."""
        if self._compiler is not None:
            self._compiler.compile = self._compiled

    def _compiled(self, expression: Any, flags: int = 0) -> Any:
        if type(expression) not in {str, bytes}:
            return self._compile(expression, flags)
        kept = self.known.get((expression, flags))
        if kept is not None:
            return self._make(*kept)
        made = self._compile(expression, flags)
        if not flags & _DEPENDS and _is_loading():
            self.missed.append((expression, int(flags)))
        return made

    def learned(self) -> Kept:
        """Return what was known, with what was missed; each of those is compiled once more."""
        return self.known | {key: self._handed(*key) for key in self.missed}

    def _handed(self, expression: Any, flags: int) -> tuple[Any, ...]:
        """Return what the compiler hands to the engine for an expression."""
        engine = self._compiler._sre  # noqa: SLF001 - there is no other way to see it
        self._compiler._sre = spy = _Spy(engine)  # noqa: SLF001
        try:
            self._compile(expression, flags)
        finally:
            self._compiler._sre = engine  # noqa: SLF001
        return spy.handed


def _is_loading() -> bool:
    """Say whether a module is being loaded: what is compiled later may be what somebody typed."""
    frame: FrameType | None = sys._getframe()  # noqa: SLF001  # pyright: ignore[reportPrivateUsage] - nothing else tells
    while frame is not None:
        spec = frame.f_globals.get("__spec__") if frame.f_code.co_name == "<module>" else None
        if getattr(spec, "_initializing", False):  # as `importlib` marks what it is at
            return True
        frame = frame.f_back
    return False


class _Spy:
    """Stands for the engine and notes what it is handed."""

    def __init__(self, engine: Any) -> None:
        self._engine = engine
        self.handed: tuple[Any, ...] = ()

    def __getattr__(self, name: str) -> Any:
        return getattr(self._engine, name)

    def compile(  # noqa: PLR0913, PLR0917 - the engine's own
        self, expression: Any, flags: int, code: list[int], groups: int,
        names: dict[str, int], by_number: tuple[str | None, ...],
    ) -> Any:  # fmt: skip
        """Note it, as plain numbers: the compiler's are constants with names."""
        self.handed = (
            expression, int(flags), [int(number) for number in code],
            groups, dict(names), tuple(by_number),
        )  # fmt: skip
        return self._engine.compile(*self.handed)
