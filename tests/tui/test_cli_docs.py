"""docs/cli.md tells the truth: its commands run, and JSON has the members that it shows."""

from __future__ import annotations

import json
import re
import shlex
from pathlib import Path

import pytest

from scale_explorer.data.loading.shapes import as_list, as_table
from scale_explorer.tui.arguments.options import TOP_OPTIONS
from scale_explorer.tui.arguments.verbs import VERBS
from scale_explorer.tui.cli import main

PAGE = (Path(__file__).parents[2] / "docs" / "cli.md").read_text(encoding="utf-8")
EXAMPLES = re.findall(r"```console\n\$ scale-explorer ([^\n]+)\n(.*?)```", PAGE, re.DOTALL)
JSON_EXAMPLES = [example for example in EXAMPLES if "--format json" in example[0]]


@pytest.fixture(autouse=True)
def folders(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("XDG_DATA_HOME", str(tmp_path))
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path))
    monkeypatch.delenv("SCALE_EXPLORER_DATA", raising=False)
    monkeypatch.chdir(tmp_path)
    (tmp_path / "my-set").mkdir()
    company = '[[company]]\nid = "scale"\nname = "Scale AI"\n'
    dataset = '[dataset]\nid = "mine"\ntitle = "My set"\n'
    (tmp_path / "my-set" / "dataset.toml").write_text(dataset + company)


def assert_same_members(shown: object, real: object) -> None:
    """Compare objects by their members; an empty list or object stands for anything."""
    assert type(shown) is type(real)
    if table := as_table(shown):
        found = as_table(real) or {}
        assert list(table) == list(found)
        for name, value in table.items():
            assert_same_members(value, found[name])
    elif items := as_list(shown):
        assert real, "the example shows items where there are none"
        assert_same_members(items[0], (as_list(real) or [])[0])


@pytest.mark.parametrize(("command", "shown"), JSON_EXAMPLES)
def test_json_has_the_members_that_are_documented(
    command: str, shown: str, capsys: pytest.CaptureFixture[str]
) -> None:
    main(shlex.split(command))
    assert_same_members(json.loads(shown), json.loads(capsys.readouterr().out))


def test_every_verb_has_a_section() -> None:
    assert set(VERBS) <= set(re.findall(r"^## ([\w-]+)$", PAGE, re.MULTILINE))


def test_every_option_is_told() -> None:
    verbs = [each for verb in VERBS.values() for each in (verb, *verb.forms.values())]
    options = (option for verb in verbs for option in verb.options)
    names = {option.names[-1] for option in (*TOP_OPTIONS, *options)}
    assert {name for name in names if f"`{name}" not in PAGE} == set()


def test_examples_for_people_are_real(capsys: pytest.CaptureFixture[str]) -> None:
    command, shown = next(example for example in EXAMPLES if "--format" not in example[0])
    assert main(shlex.split(command)) == 0
    heading = capsys.readouterr().out.split("\n", 1)[0]
    assert heading == shown.split("\n", 1)[0]
