"""Loading modules from one file, where Python would look for five hundred.

Python asks the folders of the search path for each module, then opens its cached bytecode and
checks it; that took a tenth of loading the app, and as much went into regular expressions, which
are compiled anew each time. The file holds both. It lies in `__pycache__` beside the code that
reads it: who can write there can change that code itself, so it is trusted as far as the code is.

A module is taken from it while its source is as it was (`stat`: size and time, as Python's own
cache is checked, but to the nanosecond) and the search path leads where it led. All else, and all
that goes wrong, is left to Python.
"""

from __future__ import annotations

import marshal
import os
import sys
from collections.abc import Sequence
from contextlib import suppress
from importlib.machinery import ExtensionFileLoader, ModuleSpec, SourceFileLoader
from types import CodeType, ModuleType

from .patterns import Kept, Patterns

MARK = b"scale-explorer code 1\n"
"""What the file begins with: what it is, and the version of its form."""
LENGTH = 8
"""Bytes of a number in the file; two follow the mark, the lengths of the whole and of the index."""

Entry = tuple[str, str | None, int, int, bool, int, int]
"""Of a module: its source, Python's own cache of it, time and size of the source, whether it is a
package, and where behind the index its code begins and how long it is, in bytes. A module in
machine code, a shared library, has none here."""
Entries = dict[str, Entry]
Key = tuple[str, int, list[tuple[str, int]]]
Index = tuple[Key, Entries, Kept]
"""What makes the file valid, its modules by name, and its regular expressions."""

_STREAMS = 3
"""Descriptors below are those of standard streams: who writes to one must not meet the file."""
_LOADERS = (SourceFileLoader, ExtensionFileLoader)


class CodeCache:
    """What the file at a path holds, and who finds modules in it; nothing while there is none."""

    def __init__(self, path: str) -> None:
        self.path = path
        self.key = search_key()
        self.entries: Entries = {}
        self.patterns = Patterns()
        self._file, self._first = -1, 0
        self._passed = set(sys.modules)
        with suppress(OSError):
            self._open(os.open(path, os.O_RDONLY | os.O_CLOEXEC))

    def _open(self, file: int) -> None:
        with suppress(OSError, ValueError, EOFError, TypeError):
            (key, entries, patterns), self._first = read_index(file)
            if file >= _STREAMS and key == self.key:
                self._file, self.entries, self.patterns.known = file, entries, patterns
                return
        os.close(file)

    def install(self) -> None:
        """Have modules and regular expressions taken from the file from now on."""
        sys.meta_path.insert(0, self)
        self.patterns.install()

    def find_spec(
        self, name: str, _path: Sequence[str] | None = None, _target: ModuleType | None = None
    ) -> ModuleSpec | None:
        """Tell Python how to load a module; None when the file has it not, or not any more."""
        entry = self.entries.get(name)
        if entry is None or not is_current(entry):
            return None
        self._passed.add(name)
        source, cached, *_, is_package, _, length = entry
        loader = _Loader(name, source, self, entry) if length else ExtensionFileLoader(name, source)
        spec = ModuleSpec(name, loader, origin=source, is_package=is_package)
        spec.has_location, spec.cached = True, cached
        if spec.submodule_search_locations is not None:
            spec.submodule_search_locations.append(os.path.dirname(source))  # noqa: PTH120 - no pathlib yet
        return spec

    def code(self, entry: Entry) -> bytes:
        """Return a module's marshalled code; raises OSError, EOFError when it is not there."""
        place, length = entry[-2:]
        content = os.pread(self._file, length, self._first + place) if length else b""
        if len(content) < length:
            raise EOFError
        return content

    @property
    def lacking(self) -> dict[str, ModuleSpec]:
        """What Python itself had to find since this was made, by name."""
        loaded = [(n, m) for n, m in list(sys.modules.items()) if n not in self._passed]
        specs = ((name, getattr(module, "__spec__", None)) for name, module in loaded)
        return {
            name: spec
            for name, spec in specs
            if spec is not None and spec.name == name and type(spec.loader) in _LOADERS
        }


class _Loader(SourceFileLoader):
    """Loads a module as from its source, but its code comes from the file."""

    def __init__(self, name: str, source: str, cache: CodeCache, entry: Entry) -> None:
        super().__init__(name, source)
        self._cache, self._entry = cache, entry

    def get_code(self, fullname: str) -> CodeType | None:
        """Return the code of the module; as Python makes it where the file fails."""
        with suppress(OSError, ValueError, EOFError, TypeError):
            code: CodeType = marshal.loads(self._cache.code(self._entry))  # noqa: S302 - as trusted as the code itself
            return code
        return super().get_code(fullname)


def is_current(entry: Entry) -> bool:
    """Say whether the source of a module is as it was when its code was kept."""
    try:
        now = os.stat(entry[0])  # noqa: PTH116 - no pathlib yet
    except OSError:
        return False
    return (now.st_mtime_ns, now.st_size) == entry[2:4]


def read_index(file: int) -> tuple[Index, int]:
    """Return the index at the head of an open file, and where the code begins behind it.

    Raises OSError, ValueError, EOFError or TypeError when it is none, or part of it is missing.
    """
    head = len(MARK) + 2 * LENGTH
    begin = os.pread(file, head, 0)
    whole, length = (
        int.from_bytes(begin[at : at + LENGTH], "big") for at in (len(MARK), len(MARK) + LENGTH)
    )
    if not begin.startswith(MARK) or not length < whole == os.fstat(file).st_size:
        raise ValueError
    index: Index = marshal.loads(os.pread(file, length, head))  # noqa: S302 - as trusted as the code itself
    return index, head + length


def search_key() -> Key:
    """Return what decides where Python finds modules, and what their code is.

    A folder of the search path changes when something is put into it or taken out.
    """
    return (sys.version, sys.flags.optimize, [(path, _changed(path)) for path in sys.path])


def _changed(folder: str) -> int:
    try:
        return os.stat(folder).st_mtime_ns  # noqa: PTH116 - no pathlib yet
    except OSError:
        return 0
