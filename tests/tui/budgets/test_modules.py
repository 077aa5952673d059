"""How many modules a start loads: what it takes to start, counted where no machine has a say.

Each budget is what is loaded now and a twentieth more. What a start has no use for is named below:
the first place to look when one is exceeded is `python -X importtime`.
"""

from __future__ import annotations

import subprocess
import sys
from dataclasses import dataclass

import pytest

from scale_explorer.data.opening import open_store

_ANSWERED = """
import sys
from scale_explorer.tui.entry import main
sys.argv = ["scale-explorer", *sys.argv[1:]]
status = main()
print("LOADED", *sys.modules, file=sys.stderr)
"""
_SHOWN = """
import sys
from scale_explorer.tui.cli import main
from scale_explorer.tui.loading import load
load("scale_explorer.tui.app", sparing=True)
load("scale_explorer.tui.terminal.driver", sparing=True)
import asyncio
from scale_explorer.data.opening import open_store
from scale_explorer.tui.app import ExplorerApp
from scale_explorer.tui.launch import Launch
from scale_explorer.tui.prepare import prepare

async def shown():
    with open_store(None) as store:
        app = ExplorerApp(store, prepare(Launch(), store))
        async with app.run_test(size=(120, 40)) as pilot:
            await pilot.pause()
            print("LOADED", *sys.modules, file=sys.stderr)

asyncio.run(shown())
"""
_MORE = "import scale_explorer.tui.screens.goto\n"
"""What a start does without, as one that would not."""
UNUSED_BY_VERBS = frozenset({
    "asyncio", "textual", "tempfile", "_hashlib", "_ssl", "argparse", "dataclasses", "datetime",
    "decimal", "hashlib", "inspect", "pathlib", "rich", "shutil",
    "scale_explorer.data.loading.files",
})  # fmt: skip
# Quotes as JSON bring what `models/frozen.py` leaves to the standard library.
UNUSED_BY_JSON_OF_WHY = UNUSED_BY_VERBS - {"dataclasses", "inspect"} | frozenset({
    "scale_explorer.tui.memory.scenarios", "scale_explorer.tui.pictures",
    "scale_explorer.tui.scene",
})  # fmt: skip
UNUSED_BY_WHY = UNUSED_BY_VERBS - {"datetime", "rich"} | frozenset({
    "scale_explorer.tui.pictures.svg", "scale_explorer.data.formats.dot",
    "scale_explorer.data.formats.mermaid", "scale_explorer.tui.memory.scenarios",
})  # fmt: skip
UNUSED_BY_APP = frozenset({
    "_hashlib", "_ssl", "bz2", "csv", "html", "lzma", "mimetypes", "platformdirs", "pydantic",
    "rich.table", "shlex", "shutil", "ssl", "tempfile", "textual.canvas", "textual.command",
    "textual.types", "textwrap", "tomli", "uuid",
    *(f"textual.widgets._{name}" for name in ("input", "option_list", "select", "tree")),
    *(f"scale_explorer.tui.screens.{name}" for name in (
        "as_of", "dossier", "file_name", "findings", "form", "goto", "help", "themes", "what_if",
    )),
    *(f"scale_explorer.{name}" for name in (
        "data.dossier.gathering", "data.exploring.period", "data.formats", "data.grounding.clauses",
        "data.in_editor", "tui.goto.offers", "tui.settings.lines", "tui.tour",
        "tui.widgets.filter_input", "tui.widgets.menu",
    )),
})  # fmt: skip


@dataclass(frozen=True, slots=True)
class Budget:
    """What is started, how many modules of ours and in all it may load, and which never."""

    name: str
    code: str
    ours: int
    all: int
    unused: frozenset[str]


BUDGETS = (
    Budget("--version", _ANSWERED, 5, 41, frozenset({"argparse", "re", "dataclasses"})),
    Budget("show scale-ai", _ANSWERED, 95, 185, UNUSED_BY_VERBS),
    Budget("list companies", _ANSWERED, 95, 185, UNUSED_BY_VERBS),
    Budget("why meta-buys-stake --format json", _ANSWERED, 97, 200, UNUSED_BY_JSON_OF_WHY),
    Budget("why meta-buys-stake", _ANSWERED, 138, 240, UNUSED_BY_WHY),
    Budget("the app", _SHOWN, 300, 650, UNUSED_BY_APP),
)


def loaded(budget: Budget, more: str = "") -> set[str]:
    """Start something warm, in a process of its own; return the names of what it loaded."""
    command = [sys.executable, "-c", more + budget.code, *budget.name.split()]
    done = subprocess.run(command, capture_output=True, text=True, check=True)
    return set(done.stderr.partition("LOADED")[2].split())


def ours(names: set[str]) -> int:
    return sum(name.startswith("scale_explorer") for name in names)


@pytest.fixture(autouse=True)
def warm(compiled: object, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("XDG_CACHE_HOME", str(compiled))
    open_store(None).close()  # notes what the set is made of, for who starts next


@pytest.mark.parametrize("budget", BUDGETS, ids=lambda each: each.name)
def test_a_start_loads_no_more_than_it_may(budget: Budget) -> None:
    names = loaded(budget)
    assert names, "it answered"
    assert not names & budget.unused
    assert ours(names) <= budget.ours
    assert len(names) <= budget.all


@pytest.mark.parametrize("budget", BUDGETS, ids=lambda each: each.name)
def test_what_a_start_does_without_is_too_much(budget: Budget) -> None:
    names = loaded(budget, _MORE)
    assert ours(names) > budget.ours
    assert len(names) > budget.all or names & budget.unused
