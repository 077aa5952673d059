from __future__ import annotations

import json
from pathlib import Path

import pytest

from scale_explorer.tui.cli import main
from scale_explorer.tui.keys import BINDINGS


@pytest.fixture
def config(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The path of a settings file that is not there yet."""
    monkeypatch.setenv("XDG_CONFIG_HOME", str(tmp_path))
    (tmp_path / "scale-explorer").mkdir()
    return tmp_path / "scale-explorer" / "config.toml"


@pytest.mark.usefixtures("config")
def test_every_binding_is_listed(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["keys", "--format", "jsonl"]) == 0
    listed = [json.loads(line) for line in capsys.readouterr().out.splitlines()]
    assert [(key["id"], tuple(key["keys"])) for key in listed] == [
        (binding.id, binding.keys) for binding in BINDINGS
    ]


@pytest.mark.usefixtures("config")
def test_people_read_keys_as_they_are_printed_on_them(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["keys"]) == 0
    assert "\n↓ or j " in capsys.readouterr().out


@pytest.mark.parametrize("form", ["table", "json", "jsonl", "csv", "markdown"])
def test_the_keys_in_force_are_shown_in_every_format(
    config: Path, form: str, capsys: pytest.CaptureFixture[str]
) -> None:
    config.write_text('preset = "plain"\n[keys]\n"app.why" = "ctrl+e"\n"app.suspend" = []\n')
    assert main(["keys", "--format", form]) == 0
    told = capsys.readouterr()
    assert "ctrl+e" in told.out.lower()
    assert "g g" not in told.out
    assert told.err == ""


def test_what_is_wrong_with_the_settings_is_told_beside_the_keys(
    config: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    config.write_text('theme = 3\n[keys]\n"app.why" = ["Z", "ctrl+i"]\n')
    assert main(["keys", "--format", "json"]) == 0
    told = capsys.readouterr()
    why = next(key for key in json.loads(told.out) if key["id"] == "app.why")
    assert why["keys"] == ["Z"]
    assert [line.removeprefix(str(config)) for line in told.err.splitlines()] == [
        ":1: error: theme: takes dark, light, contrast or ansi, not a number",
        ":3: error: app.why: ctrl+i cannot be used: terminals send Tab for it",
    ]


def test_a_disabled_action_is_listed_without_a_key(
    config: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    config.write_text('keys.app.suspend = "disabled"\n')
    main(["keys"])
    line = next(line for line in capsys.readouterr().out.splitlines() if "app.suspend" in line)
    assert line.startswith("none ")
