"""Where scenarios are kept: relationships that are switched off together, under names.

They stand beside the data set and never in it: one file for every set, in the state folder, for
its owner alone. It is written at every change, to what the file holds at that moment, so that two
programs on one set keep each other's.
"""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from scale_explorer.data.folders import folder
from scale_explorer.data.loading.read import shown
from scale_explorer.data.loading.set_aside import set_aside
from scale_explorer.models.errors import ScaleExplorerError
from scale_explorer.models.frozen import dataclass

from .documents import read_document, write_document
from .files import session_key
from .values import fields, items, text, texts
from .views import LONGEST_KEY, MOST_WITHOUT

MOST = 200
"""Scenarios kept for one data set."""
LONGEST_NAME = 80
"""Code points of a scenario's name."""


@dataclass(frozen=True, slots=True)
class Scenario:
    """Relationships that are switched off together, and what that is called."""

    name: str
    without: frozenset[str]


@dataclass(frozen=True, slots=True)
class Scenarios:
    """All that are kept for a data set, by name."""

    all: tuple[Scenario, ...] = ()

    def named(self, name: str) -> Scenario | None:
        """Return the scenario of a name; case does not matter where only one has it so."""
        exact = next((each for each in self.all if each.name == name), None)
        folded = [each for each in self.all if each.name.casefold() == name.casefold()]
        return exact or (folded[0] if len(folded) == 1 else None)

    def with_one(self, scenario: Scenario) -> Scenarios:
        """Return these with another, in the place of one that is called the same."""
        others = (each for each in self.all if each.name != scenario.name)
        return Scenarios(tuple(sorted((*others, scenario), key=_name))[:MOST])

    def without_one(self, name: str) -> Scenarios:
        """Return these without the one of a name."""
        return Scenarios(tuple(each for each in self.all if each.name != name))

    def renamed(self, old: str, new: str) -> Scenarios:
        """Return these with one called otherwise."""
        found = next((each for each in self.all if each.name == old), None)
        if found is None:
            return self
        return self.without_one(old).with_one(Scenario(new, found.without))


def _name(scenario: Scenario) -> tuple[str, str]:
    return scenario.name.casefold(), scenario.name


NONE = Scenarios()


def scenarios_path(names: tuple[str, ...]) -> Path:
    """Return the file of the scenarios on the data sets that were opened together."""
    return folder("state") / "scenarios" / f"{session_key(names)}.json"


def read_scenarios(names: tuple[str, ...]) -> tuple[Scenarios, str]:
    """Return what is kept for some data sets, and what happened to a file that is damaged."""
    file, damage = open_scenarios(names)
    return file.scenarios, damage


def open_scenarios(names: tuple[str, ...]) -> tuple[ScenarioFile, str]:
    """Return what is kept for some data sets with its file, and what happened to a damaged one."""
    try:
        path = scenarios_path(names)
    except (ScaleExplorerError, OSError) as error:
        return ScenarioFile(), str(error)
    found, damage = _read(path)
    return ScenarioFile(path, found or NONE), damage


class ScenarioFile:
    """Scenarios and the file that keeps them; without one they last as long as the program."""

    def __init__(self, path: Path | None = None, scenarios: Scenarios = NONE) -> None:
        self.path = path
        self.scenarios = scenarios
        self.unsaved = False

    def change(self, how: Callable[[Scenarios], Scenarios]) -> str:
        """Change what is kept, as the file has it now; return what went wrong, or nothing."""
        damage = "" if self.unsaved else self.refresh()
        self.scenarios = how(self.scenarios)
        if self.path is None:
            return damage
        told = write_document(self.path, scenarios_to_json(self.scenarios))
        self.unsaved = bool(told)
        return told or damage

    def refresh(self) -> str:
        """Take over what another program wrote meanwhile; return what went wrong, or nothing."""
        if self.path is None or self.unsaved:
            return ""
        found, damage = _read(self.path)
        self.scenarios = self.scenarios if found is None else found
        return damage


def _read(path: Path) -> tuple[Scenarios | None, str]:
    """Read a file; of one that holds anything unknown a copy is set aside, so that none is lost."""
    document, damage = read_document(path)
    if document is None:
        return None, damage
    scenarios, whole = scenarios_from_json(document)
    if whole:
        return scenarios, ""
    told = f"Some of {shown(path.name)} makes no sense, and is left out. {set_aside(path)}"
    words = (told, write_document(path, scenarios_to_json(scenarios)))
    return scenarios, " ".join(filter(None, words))


def scenarios_to_json(scenarios: Scenarios) -> dict[str, object]:
    """Return what `scenarios_from_json` reads."""
    told = [{"name": each.name, "without": sorted(each.without)} for each in scenarios.all]
    return {"scenarios": told}


def scenarios_from_json(found: dict[str, object]) -> tuple[Scenarios, bool]:
    """Read scenarios, and say whether all of what is there made sense."""
    given = items(found.get("scenarios"))
    scenarios = NONE
    for value in given[:MOST]:
        if (one := _scenario(fields(value))) is not None:
            scenarios = scenarios.with_one(one)
    whole = isinstance(found.get("scenarios"), list) and len(scenarios.all) == len(given)
    return scenarios, whole


def _scenario(found: dict[str, object]) -> Scenario | None:
    name = named(text(found.get("name"), LONGEST_NAME) or "")
    without = texts(found.get("without"), MOST_WITHOUT, LONGEST_KEY)
    return Scenario(name, frozenset(without)) if name else None


def named(written: str) -> str:
    """Return a name as it is kept: on one line, without blanks at its ends."""
    return " ".join(written.split())[:LONGEST_NAME].strip()
