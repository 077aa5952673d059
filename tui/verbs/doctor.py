"""`doctor`: what this terminal can do, how copying will go, where files lie, and what hinders."""

from __future__ import annotations

import os
import platform
import sqlite3
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from importlib.metadata import version
from itertools import groupby
from pathlib import Path

from scale_explorer.data.folders import FOLDERS, folder, variable
from scale_explorer.models.text import clean
from scale_explorer.models.version import __version__

from ..exits import FINE, FOUND
from ..terminal.clipboard import last_copy_file
from ..terminal.environment import TRUE_COLOUR, Terminal, look
from .answer import Answer
from .drawing.blocks import Block, Column, Facts, Heading, Item, Sheet
from .json_text import json_text

_COLUMNS = (Column("topic"), Column("name"), Column("value"), Column("problem"))
_LIBRARIES = ("textual", "rich", "pydantic")
_SMALLEST = os.terminal_size((40, 12))
_ROUTES = {
    "tmux": "tmux load-buffer -w, and OSC 52",
    "screen": "OSC 52 through GNU screen",
    None: "OSC 52: the terminal must allow it",
}


@dataclass(frozen=True, slots=True)
class Fact:
    """Something that the doctor saw; `problem` says what to do about it, if anything."""

    topic: str
    name: str
    value: str
    problem: str = ""


@dataclass(frozen=True, slots=True)
class Diagnosis(Answer):
    """All that the doctor saw, by topic."""

    facts: tuple[Fact, ...]

    def blocks(self) -> Iterator[Block]:
        """Yield a section a topic, then the problems."""
        for topic, facts in groupby(self.facts, key=lambda fact: fact.topic):
            yield Heading(topic.capitalize(), 2)
            yield Facts(tuple((fact.name, fact.value) for fact in facts))
        problems = tuple(fact for fact in self.facts if fact.problem)
        if problems:
            yield Heading("Problems", 2)
        yield from (Item(f"{fact.name} {fact.value}: {fact.problem}") for fact in problems)

    def sheet(self) -> Sheet:
        """Return a row a fact."""
        rows = ((fact.topic, fact.name, fact.value, fact.problem) for fact in self.facts)
        return Sheet(_COLUMNS, tuple(rows))

    def items(self) -> Iterator[str]:
        """Yield the facts."""
        return map(json_text, self.facts)

    def status(self) -> int:
        """Return whether there is a problem."""
        return FOUND if any(fact.problem for fact in self.facts) else FINE


def run() -> Diagnosis:
    """Look at the environment of this process."""
    return examine(os.environ, _terminal_size())


def examine(environment: Mapping[str, str], size: os.terminal_size | None) -> Diagnosis:
    """Judge an environment and a terminal's size, which is None where there is no terminal."""
    terminal = look(environment)
    facts = (
        *_terminal_facts(terminal, size),
        Fact("clipboard", "route", _ROUTES[terminal.multiplexer]),
        Fact("clipboard", "last copy", clean(str(last_copy_file(environment)))),
        *(_folder_fact(name, environment) for name in FOLDERS),
        *_versions(),
    )
    return Diagnosis(facts)


def _terminal_facts(terminal: Terminal, size: os.terminal_size | None) -> Iterator[Fact]:
    dumb = terminal.name in {"", "dumb"} and size is not None
    yield Fact(
        "terminal", "type", clean(terminal.name) or "not set",
        "the app cannot draw on it; set TERM to what your terminal is" if dumb else "",
    )  # fmt: skip
    yield _size_fact(size)
    yield Fact("terminal", "colours", _colours(terminal))
    yield Fact(
        "terminal", "UTF-8", "yes" if terminal.utf8 else "no",
        "" if terminal.utf8 else "set LANG=C.UTF-8 if the terminal shows it, or start with --ascii",
    )  # fmt: skip
    yield Fact("terminal", "multiplexer", terminal.multiplexer or "none")
    yield Fact("terminal", "place", "remote, over SSH" if terminal.remote else "this machine")


def _size_fact(size: os.terminal_size | None) -> Fact:
    if size is None:
        return Fact("terminal", "size", "no terminal here")
    small = size.columns < _SMALLEST.columns or size.lines < _SMALLEST.lines
    advice = f"the app needs {_SMALLEST.columns} columns and {_SMALLEST.lines} lines"
    return Fact("terminal", "size", f"{size.columns} × {size.lines}", advice if small else "")


def _colours(terminal: Terminal) -> str:
    if terminal.no_color:
        return "none: NO_COLOR is set"
    return "true colour" if terminal.colours == TRUE_COLOUR else str(terminal.colours)


def _folder_fact(name: str, environment: Mapping[str, str]) -> Fact:
    path = folder(name, environment)
    writable = os.access(_nearest_existing(path), os.W_OK | os.X_OK)
    advice = f"it cannot be written; change its rights or set {variable(name)}"
    return Fact("folders", name, clean(str(path)), "" if writable else advice)


def _nearest_existing(folder: Path) -> Path:
    return next(path for path in (folder, *folder.parents) if os.access(path, os.F_OK))


def _versions() -> Iterator[Fact]:
    yield Fact("versions", "scale-explorer", __version__)
    yield Fact("versions", "Python", platform.python_version())
    yield Fact("versions", "SQLite", sqlite3.sqlite_version)
    yield from (Fact("versions", library, version(library)) for library in _LIBRARIES)
    yield Fact("versions", "system", clean(platform.platform()))


def _terminal_size() -> os.terminal_size | None:
    """Ask standard output, error and input in turn: any of them may be redirected."""
    for descriptor in (1, 2, 0):
        try:
            return os.get_terminal_size(descriptor)
        except OSError:
            continue
    return None
