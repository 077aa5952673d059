"""`doctor`: what this terminal can do, how copying will go, where files lie, and what hinders."""

from __future__ import annotations

import os
import platform
import sqlite3
from collections.abc import Iterator, Mapping
from importlib.metadata import version
from itertools import groupby
from pathlib import Path

from scale_explorer.data.folders import FOLDERS, folder, variable
from scale_explorer.models.frozen import dataclass
from scale_explorer.models.text import clean
from scale_explorer.models.version import __version__

from ..exits import FINE, FOUND
from ..terminal.clipboard import last_copy_file
from .answer import Answer
from .drawing.blocks import Block, Column, Facts, Heading, Item, Sheet
from .fact import Fact
from .json_text import json_text
from .terminal_facts import Surroundings, surroundings, terminal_facts

_COLUMNS = (Column("topic"), Column("name"), Column("value"), Column("problem"))
_LIBRARIES = ("textual", "rich", "pydantic")


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
    return examine(surroundings())


def examine(seen: Surroundings) -> Diagnosis:
    """Judge what is around a process."""
    facts = (
        *terminal_facts(seen),
        Fact("clipboard", "last copy", clean(str(last_copy_file(seen.environment)))),
        *(_folder_fact(name, seen.environment) for name in FOLDERS),
        *_versions(),
    )
    return Diagnosis(facts)


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
