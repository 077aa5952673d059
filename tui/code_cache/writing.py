"""Keeping what a process loaded for the next one, when it ends."""

from __future__ import annotations

import marshal
import os
from collections.abc import Iterator, Mapping
from contextlib import suppress
from importlib.machinery import ExtensionFileLoader, ModuleSpec, SourceFileLoader
from pathlib import Path
from typing import cast

from scale_explorer.data.loading.write import replace_file
from scale_explorer.models.errors import DataError

from .reading import LENGTH, MARK, CodeCache, Entries, Entry, Index, is_current

Codes = dict[str, tuple[Entry, bytes]]
"""Modules by name, each with its marshalled code; where that begins in the file is still open."""


def renew(cache: CodeCache, lacking: Mapping[str, ModuleSpec]) -> None:
    """Write the file anew, with the modules that it lacks.

    Where that fails, as the one before was cut short or the disk is full, a start does without.
    """
    with suppress(OSError, DataError, EOFError, ValueError):
        codes = dict(_still_there(cache)) | dict(_added(lacking))
        replace_file(Path(cache.path), _content(cache, codes))


def _added(lacking: Mapping[str, ModuleSpec]) -> Iterator[tuple[str, tuple[Entry, bytes]]]:
    """Yield the code of modules, but for those whose sources are gone or changing."""
    for name, spec in lacking.items():
        with suppress(OSError, ImportError, SyntaxError, ValueError):
            entry, code = _code_of(spec)
            if is_current(entry):
                yield name, (entry, code)


def _code_of(spec: ModuleSpec) -> tuple[Entry, bytes]:
    loader = cast("SourceFileLoader | ExtensionFileLoader", spec.loader)
    source = os.stat(loader.path)  # noqa: PTH116 - as what is compared with it
    in_python = isinstance(loader, SourceFileLoader)
    code = marshal.dumps(loader.get_code(spec.name)) if in_python else b""
    is_package = spec.submodule_search_locations is not None
    when = source.st_mtime_ns
    return (loader.path, spec.cached, when, source.st_size, is_package, 0, len(code)), code


def _still_there(cache: CodeCache) -> Iterator[tuple[str, tuple[Entry, bytes]]]:
    """Yield what the file holds of sources that are as they were."""
    for name, entry in cache.entries.items():
        if is_current(entry):
            yield name, (entry, cache.code(entry))


def _content(cache: CodeCache, codes: Codes) -> bytes:
    """Return the file: its mark, two lengths, the index, and the code of all modules."""
    entries: Entries = {}
    sizes = sum(len(code) for _, code in codes.values())
    at = 0
    for name, (entry, code) in codes.items():
        entries[name] = (*entry[:-2], at, len(code))
        at += len(code)
    index: Index = (cache.key, entries, cache.patterns.learned())
    content = marshal.dumps(index)
    head = len(MARK) + 2 * LENGTH
    lengths = (head + len(content) + sizes, len(content))
    numbers = (number.to_bytes(LENGTH, "big") for number in lengths)
    return b"".join((MARK, *numbers, content, *(code for _, code in codes.values())))
