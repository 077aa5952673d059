"""Headless verbs load neither Textual nor the app, and warm ones do without Pydantic."""

from __future__ import annotations

import subprocess
import sys

import pytest

LISTING = """
import sys
from scale_explorer.tui.cli import main
status = main(sys.argv[1:])
print(*sorted(sys.modules), sep="\\n", file=sys.stderr)
sys.exit(status)
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


def loaded(argv: list[str]) -> set[str]:
    """Run a command line in a process of its own; return what it imported."""
    done = subprocess.run(
        [sys.executable, "-c", LISTING, *argv],
        capture_output=True, text=True, check=False, timeout=60,
    )  # fmt: skip
    assert "Traceback" not in done.stderr
    return set(done.stderr.split())


@pytest.mark.parametrize("argv", [*WARM, *COLD, *BARE], ids=" ".join)
def test_no_verb_loads_textual_or_the_app(argv: list[str], mill: str) -> None:
    reads = ["--data", mill] if argv in [*WARM, *COLD] else []
    modules = loaded([*argv, *reads])
    assert "scale_explorer.tui.cli" in modules
    assert not {"textual", "scale_explorer.tui.app", "asyncio"} & modules


@pytest.mark.parametrize("argv", WARM, ids=" ".join)
def test_a_warm_start_does_without_pydantic(argv: list[str], mill: str) -> None:
    loaded(["list", "companies", "--data", mill])
    modules = loaded([*argv, "--data", mill])
    assert not {"pydantic", "pydantic_core", "edtf", "babel", "tomli", "tomlkit"} & modules


@pytest.mark.parametrize("argv", [["--version"], ["--help"]], ids=" ".join)
def test_version_and_help_load_next_to_nothing(argv: list[str]) -> None:
    modules = loaded(argv)
    assert not {"rich", "sqlite3", "json", "importlib.metadata"} & modules
    ours = {name for name in modules if name.startswith("scale_explorer.data")}
    assert ours == set()
