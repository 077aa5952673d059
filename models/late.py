"""Modules that are loaded when something of them is first asked for.

A store can answer fifty questions, and a command line asks it three: what the others need would
take longer to load than these to answer. Type checkers are told of the modules by plain imports.
"""

from __future__ import annotations

from importlib import import_module
from types import ModuleType
from typing import Any


class Late:
    """Stands for a module that nobody has asked yet, named as an import within `package`."""

    def __init__(self, package: str | None, name: str) -> None:
        self._package = package
        self._name = name
        self._module: ModuleType | None = None

    def __getattr__(self, name: str) -> Any:
        """Return what the module holds."""
        if self._module is None:
            self._module = import_module(self._name, self._package)
        return getattr(self._module, name)
