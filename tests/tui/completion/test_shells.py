"""The completions at work in real shells, as they are typed."""

from __future__ import annotations

import os
import shutil
import sys
from collections.abc import Generator, Mapping
from contextlib import contextmanager
from pathlib import Path

import pytest

from scale_explorer.tui.arguments.verbs import SHELLS

from ...terminal import Terminal

COMMANDS = {
    "bash": ["bash", "--norc", "--noprofile", "-i"],
    "zsh": ["zsh", "-f", "-i"],
    "fish": ["fish", "--no-config"],
}
SETTING_UP = {
    "bash": """PS1='ready> '; eval "$(scale-explorer completion bash)" """,
    "zsh": """PS1='ready> '; autoload -U compinit; compinit -u -D; """
    """eval "$(scale-explorer completion zsh)" """,
    "fish": "function fish_prompt; echo 'ready> '; end; scale-explorer completion fish | source",
}
TYPED = [
    ("scale-explorer sea", "scale-explorer search "),
    ("scale-explorer list comp", "scale-explorer list companies "),
    ("scale-explorer list deals is:pl", "scale-explorer list deals is:planned "),
    ("scale-explorer list figures meas", "scale-explorer list figures measure:"),
    ("scale-explorer show google.customer", "scale-explorer show google.customer_of.scale-ai "),
    ("scale-explorer --at=google.custom", "scale-explorer --at=google.customer_of.scale-ai "),
    ("scale-explorer --data tutorial --data=scale", "--data tutorial --data=scale-ai "),
    ("scale-explorer --data scale-ai show google.makes", "show google.makes.gemini "),
    ("scale-explorer keys --format markd", "keys --format markdown "),
    ("scale-explorer --theme contr", "scale-explorer --theme contrast "),
    ("scale-explorer check my-s", "scale-explorer check my-set/"),
    ("scale-explorer --data=my-s", "scale-explorer --data=my-set/"),
    ("scale-explorer attach google-exit arti", "attach google-exit article.txt "),
    ("scale-explorer attach google-exit own\\ c", "attach google-exit own\\ copy.txt "),
    ("scale-explorer check ~/my-s", "scale-explorer check ~/my-set/"),
    ("scale-explorer list companies > arti", "list companies > article.txt "),
    ("scale-explorer list companies '!is:unna", "list companies '!is:unnamed' "),
    ("X=1 scale-explorer sea", "X=1 scale-explorer search "),
    ("scale-explorer check --text google-e", "scale-explorer check --text google-exit="),
    ("scale-explorer check --text google-exit=arti", "--text google-exit=article.txt "),
]


@pytest.fixture(scope="module")
def environment(tmp_path_factory: pytest.TempPathFactory, compiled: Path) -> Mapping[str, str]:
    """Give the shells folders of their own, but for the cache."""
    home = tmp_path_factory.mktemp("home")
    (home / "my-set").mkdir()
    (home / "article.txt").touch()
    (home / "own copy.txt").touch()
    folders = {f"XDG_{name}_HOME": str(home / name) for name in ("DATA", "CONFIG")}
    path = f"{Path(sys.executable).parent}{os.pathsep}{os.environ['PATH']}"
    own = {"PATH": path, "HOME": str(home), "LANG": "C.UTF-8", **folders}
    return {**own, "XDG_CACHE_HOME": str(compiled)}


@contextmanager
def started(name: str, setting_up: str, environment: Mapping[str, str]) -> Generator[Terminal]:
    """Start a shell that completes, in a folder with files of its own."""
    if shutil.which(name) is None:
        pytest.skip(f"there is no {name} here")
    command = ["sh", "-c", 'cd "$HOME" && exec "$@"', "-", *COMMANDS[name]]
    with Terminal(command, size=(100, 30), environment=environment) as terminal:
        terminal.press(setting_up, "enter")
        terminal.wait_for("\nready>")
        yield terminal


@pytest.fixture(scope="module", params=SHELLS)
def shell(request: pytest.FixtureRequest, environment: Mapping[str, str]) -> Generator[Terminal]:
    """Start each shell as its users are told to set it up."""
    name = str(request.param)
    with started(name, SETTING_UP[name], environment) as terminal:
        yield terminal


@pytest.mark.parametrize(("begun", "completed"), TYPED)
def test_tab_completes_what_is_typed(shell: Terminal, begun: str, completed: str) -> None:
    shell.press(begun, "tab")
    shell.wait_for(completed.rstrip())
    shell.press("X")
    shell.wait_for(f"{completed}X")
    shell.press("\x15")  # ctrl+u clears the line in each of them
    shell.wait_until_gone(f"{completed}X")


def test_zsh_takes_it_from_its_function_path(environment: Mapping[str, str]) -> None:
    setting_up = (
        "mkdir -p f; scale-explorer completion zsh > f/_scale-explorer; fpath=($PWD/f $fpath);"
        " PS1='ready> '; autoload -U compinit; compinit -u -D"
    )
    with started("zsh", setting_up, environment) as terminal:
        terminal.press("scale-explorer sea", "tab", "X")
        terminal.wait_for("scale-explorer search X")


@pytest.mark.parametrize("name", ["zsh", "fish"])
def test_titles_stand_beside_ids(name: str, environment: Mapping[str, str]) -> None:
    with started(name, SETTING_UP[name], environment) as terminal:
        terminal.press("scale-explorer show google-spend-", "tab")
        terminal.wait_for("-spend-2025", "planned spend with Scale AI, 2025")
