"""The user's editor is found and opened at the line."""

from __future__ import annotations

from pathlib import Path

import pytest

from scale_explorer.models.errors import UsageError
from scale_explorer.tui.terminal.editor import editor_command


@pytest.fixture(autouse=True)
def _editors(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("vim", "hx", "code", "ed", "nano"):
        (tmp_path / name).write_text("#!/bin/sh\n")
        (tmp_path / name).chmod(0o755)
    monkeypatch.setenv("PATH", str(tmp_path))


@pytest.mark.parametrize(
    ("editor", "command"),
    [
        ("vim", ["vim", "+7", "/a.toml"]),
        ("vim -u NONE", ["vim", "-u", "NONE", "+7", "/a.toml"]),
        ("hx", ["hx", "/a.toml:7"]),
        ("code", ["code", "--wait", "--goto", "/a.toml:7"]),
        ("code --wait", ["code", "--wait", "--goto", "/a.toml:7"]),
        ("ed", ["ed", "/a.toml"]),
    ],
)
def test_each_editor_is_told_the_line_its_own_way(editor: str, command: list[str]) -> None:
    assert editor_command({"EDITOR": editor}, "/a.toml", 7) == command


def test_visual_goes_before_editor() -> None:
    assert editor_command({"VISUAL": "hx", "EDITOR": "vim"}, "/a", 1)[0] == "hx"


@pytest.mark.parametrize(
    ("editor", "command"),
    [
        ("vim", ["vim", "/a.toml"]),
        ("hx", ["hx", "/a.toml"]),
        ("code", ["code", "--wait", "/a.toml"]),
    ],
)
def test_without_a_line_the_file_is_opened(editor: str, command: list[str]) -> None:
    assert editor_command({"EDITOR": editor}, "/a.toml", None) == command


def test_a_file_is_never_taken_for_an_option() -> None:
    assert editor_command({"EDITOR": "nano"}, "-x.toml", 7) == ["nano", "+7", "./-x.toml"]


@pytest.mark.parametrize("editor", ["", "emacs", 'vim "'])
def test_without_an_editor_it_is_said_what_to_set(editor: str) -> None:
    with pytest.raises(UsageError, match="EDITOR"):
        editor_command({"EDITOR": editor}, "/a.toml", 7)
