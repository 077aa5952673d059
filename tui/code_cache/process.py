"""Which file of code belongs to this process, and when it is read and written."""

from __future__ import annotations

import os
import sys
from collections.abc import Generator, Sequence
from contextlib import contextmanager, suppress

from .reading import CodeCache


@contextmanager
def kept_code(bytecode: str | None, command: Sequence[str]) -> Generator[None]:
    """Take modules from a file while something runs, and keep what else it had to load.

    `bytecode` is where Python keeps that of the module which asks, None when it keeps none; the
    file lies beside it. `command` is the command line. Only the installed command has such a file:
    what else runs this code looks for modules in the folder that it is started in.
    """
    if bytecode is None or not _is_installed(command[0]):
        yield
        return
    cache = CodeCache(_place(bytecode, _kind(command)))
    cache.install()
    yield
    if may_keep(cache.path, _kind(command)) and (cache.lacking or cache.patterns.missed):
        with suppress(KeyboardInterrupt):  # who will not wait for it does without
            # Loaded here because most runs load nothing new.
            from .writing import renew  # noqa: PLC0415

            renew(cache, cache.lacking)


_APP, _VERBS = "app", "verbs"
_TOO_MUCH = ("textual", "pydantic")
"""Libraries of which the file of verbs holds nothing: few need them, and these take long anyway."""


def may_keep(path: str, kind: str) -> bool:
    """Say whether what this process loaded is worth keeping, and could be."""
    if sys.dont_write_bytecode or not os.access(os.path.dirname(path), os.W_OK):  # noqa: PTH120 - no pathlib yet
        return False
    return kind == _APP or not any(name in sys.modules for name in _TOO_MUCH)


def _kind(command: Sequence[str]) -> str:
    """Return what a command line starts: verbs load little, and should read no more."""
    is_verb = len(command) > 1 and not command[1].startswith("-")
    return _VERBS if is_verb else _APP


def _place(bytecode: str, kind: str) -> str:
    folder, name = os.path.split(bytecode)
    version = name.partition(".")[2].rpartition(".")[0]  # such as cpython-311, cpython-311.opt-1
    return os.path.join(folder, f"{kind}.{version}.code")  # noqa: PTH118 - no pathlib yet


def _is_installed(program: str) -> bool:
    return sys.path[:1] == [os.path.dirname(os.path.realpath(program))]  # noqa: PTH120 - no pathlib yet
