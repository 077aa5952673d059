"""Headless verbs load neither Textual nor the app, and warm ones do without Pydantic."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

LISTING = """
import sys
from scale_explorer.tui.cli import main
for line in eval(sys.argv[1]):
    try:
        main(line)
    except SystemExit:
        pass
    print("LOADED", *sorted(sys.modules), file=sys.stderr)
"""
WARM = [
    ["list", "figures"],
    ["list", "figures", "--format", "csv"],
    ["show", "old-mill"],
    ["why", "bakers-fear"],
    ["search", "mill"],
    ["quotes", "old-mill"],
]
COLD = [
    ["check"],
    ["diff", "tutorial", "scale-ai"],
    ["attach", "gazette", "/dev/null"],
    ["add-source", "/dev/null"],
]
BARE = [
    ["sets"],
    ["schema"],
    ["keys"],
    ["doctor"],
    ["man"],
    ["init", "/dev/null"],
    ["completion", "bash"],
    ["complete", "scale-explorer show s"],
    ["--help"],
    ["--version"],
]


TEXTUAL = frozenset({"textual", "scale_explorer.tui.app", "asyncio"})
HEAVY = frozenset({"pydantic", "pydantic_core", "edtf", "babel", "tomli", "tomlkit"})


def loaded(lines: list[list[str]]) -> list[set[str]]:
    """Run command lines in a process of their own; return what was imported when each had ended.

    What one of them imports the later ones have as well, so that none of it can be overlooked.
    """
    done = subprocess.run(
        [sys.executable, "-c", LISTING, repr(lines)],
        capture_output=True, text=True, check=True, timeout=60,
    )  # fmt: skip
    assert "Traceback" not in done.stderr
    told = (line for line in done.stderr.splitlines() if line.startswith("LOADED"))
    return [set(line.split()[1:]) for line in told]


def on(mill: str, lines: list[list[str]]) -> list[list[str]]:
    return [[*line, "--data", mill] for line in lines]


def assert_never(unwanted: frozenset[str], lines: list[list[str]]) -> None:
    seen = loaded(lines)
    assert len(seen) == len(lines)
    for line, modules in zip(lines, seen, strict=True):
        assert "scale_explorer.tui.cli" in modules, line
        assert not unwanted & modules, line


def test_no_verb_loads_textual_or_the_app(mill: str) -> None:
    assert_never(TEXTUAL, [*BARE, *on(mill, WARM), *on(mill, COLD)])


def test_a_warm_start_does_without_pydantic(mill: str) -> None:
    loaded(on(mill, [["list", "companies"]]))
    assert_never(HEAVY, on(mill, WARM))


def test_a_cold_one_does_not_so_that_it_would_be_seen(copied: Path) -> None:
    with pytest.raises(AssertionError):
        assert_never(HEAVY, on(str(copied), COLD))


@pytest.mark.parametrize("line", [["--version"], ["--help"]], ids=" ".join)
def test_version_and_help_load_next_to_nothing(line: list[str]) -> None:
    (modules,) = loaded([line])
    ours = {name for name in modules if name.startswith("scale_explorer.data")}
    assert ours == set()
    assert not {"rich", "sqlite3", "json", "importlib.metadata"} & modules
