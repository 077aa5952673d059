"""docs/settings.md tells the truth: its examples are followed, its complaints are ours."""

from __future__ import annotations

import re
from dataclasses import fields
from pathlib import Path

import pytest

from scale_explorer.models.errors import UsageError
from scale_explorer.tui.key_names import understood
from scale_explorer.tui.settings.reading import read_settings
from scale_explorer.tui.settings.settings import Settings

PAGE = (Path(__file__).parents[3] / "docs" / "settings.md").read_text(encoding="utf-8")
EXAMPLES = re.findall(r"```toml\n(.*?)```", PAGE, re.DOTALL)
COMPLAINTS = re.findall(r"^/home/ada/.config/scale-explorer/config.toml(:.+)$", PAGE, re.MULTILINE)
WRONG = """\
theme = "drak"


[keys]
"app.wy" = "v"
"app.copy" = ["y", "ctrl+i"]
"source.out" = "w"
"""


@pytest.mark.parametrize("example", EXAMPLES)
def test_examples_are_followed(example: str, tmp_path: Path) -> None:
    file = tmp_path / "config.toml"
    file.write_text(example, encoding="utf-8")
    settings, complaints = read_settings(file)
    assert complaints == ()
    assert settings != Settings()


def test_complaints_are_those_of_the_program(tmp_path: Path) -> None:
    file = tmp_path / "config.toml"
    file.write_text(WRONG)
    told = [str(complaint).removeprefix(str(file)) for complaint in read_settings(file)[1]]
    assert told == COMPLAINTS


def test_every_setting_is_in_the_table() -> None:
    named = set(re.findall(r"^\| `(\w+)` \|", PAGE, re.MULTILINE))
    assert named == {field.name for field in fields(Settings)} - {"keymap"} | {"preset"}


def test_keys_that_cannot_be_used_are_refused() -> None:
    table = PAGE.partition("## Keys that cannot be used")[2].partition("\n\n`ctrl+a`")[0]
    keys = [key.replace("…", "x") for key in re.findall(r"`([^`]+)`", table)]
    assert len(keys) >= 10
    for key in keys:
        with pytest.raises(UsageError, match="cannot be used"):
            understood(key)
