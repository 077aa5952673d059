from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

from scale_explorer.models.version import __version__
from scale_explorer.tui.arguments.verbs import HIDDEN, VERBS
from scale_explorer.tui.cli import main
from scale_explorer.tui.launch import Launch

Captured = pytest.CaptureFixture[str]


def test_version(capsys: Captured) -> None:
    assert main(["--version"]) == 0
    assert capsys.readouterr().out == f"scale-explorer {__version__}\n"


def test_help_lists_every_verb_and_the_exit_statuses(capsys: Captured) -> None:
    assert main(["--help"]) == 0
    shown = capsys.readouterr().out
    for verb in VERBS:
        assert f"\n  {verb} " in shown
    assert not any(f"\n  {verb} " in shown for verb in HIDDEN)
    assert "exit statuses:" in shown
    assert "examples:" in shown


def test_help_fits_80_columns(capsys: Captured, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("COLUMNS", "80")
    assert main(["--help"]) == 0
    assert max(map(len, capsys.readouterr().out.splitlines())) <= 80


@pytest.mark.parametrize("verb", VERBS)
def test_every_verb_explains_itself(verb: str, capsys: Captured) -> None:
    assert main([verb, "--help"]) == 0
    assert f"example: scale-explorer {verb}" in capsys.readouterr().out


@pytest.mark.parametrize(
    ("argv", "told"),
    [
        (["lst"], "There is no verb 'lst'. Did you mean list?"),
        (["zzz"], "There is no verb 'zzz'. The verbs are list, show"),
        (["list"], "Say what to list: companies, people, products"),
        (["show"], "required: ID"),
        (["search"], "required: TEXT"),
        (["keys", "--format", "xml"], "invalid choice: 'xml'"),
        (["keys", "--bogus"], "unrecognized arguments: --bogus"),
        (["--bogus"], "unrecognized arguments: --bogus"),
        (["keys", "extra"], "unrecognized arguments: extra"),
        (["--theme", "dark", "keys"], "keys takes no --theme; leave it out."),
        (["--no-mouse", "show", "meta"], "show takes no --no-mouse; leave it out."),
        (["--data", "tutorial", "sets"], "sets takes no --data; leave it out."),
        (["--format", "json", "man"], "man takes no --format; leave it out."),
        (["man", "--format", "json"], "unrecognized arguments: --format"),
        (["check", "--data", "a", "--data", "b"], "check takes one data set, and not 2"),
        (["--data", "a", "attach", "x", "y", "--data", "b"], "attach takes one data set"),
        (["completion"], "required: SHELL"),
        (["completion", "tcsh"], "invalid choice: 'tcsh'"),
        (["pick"], "Say what to pick: companies, people, products"),
        (["--format", "json"], "--format is for the verbs"),
        (["--data"], "expected one argument"),
        (["\x1b[31mred"], "There is no verb '␛[31mred'"),
        (["keys", "\x1b[31mred"], "unrecognized arguments: ␛[31mred"),
    ],
)
def test_wrong_use_is_told_with_a_hint(argv: list[str], told: str, capsys: Captured) -> None:
    assert main(argv) == 2
    out, err = capsys.readouterr()
    assert out == ""
    assert told in err
    assert "\x1b" not in err


_WITH_DATA = [name for name, verb in VERBS.items() if any(o.key == "data" for o in verb.options)]


@pytest.mark.parametrize(
    "argv",
    [
        ["--data", ""],
        ["--data=", "list", "companies"],
        ["check", ""],
        ["diff", ""],
        ["diff", "tutorial", ""],
        *(
            [verb, *form, "--data", ""]
            for verb in _WITH_DATA
            for form in ([*VERBS[verb].forms][:1],)
        ),
    ],
)
def test_an_empty_word_names_no_data_set(argv: list[str], capsys: Captured) -> None:
    assert main(argv) == 2
    assert "an empty word names no data set" in capsys.readouterr().err


@pytest.mark.parametrize("option", [["--as-of", "2024"], ["--read-only"], ["--no-mouse"]])
def test_an_option_that_a_verb_does_not_take_is_told_before_it_too(
    option: list[str], capsys: Captured
) -> None:
    assert main([*option, "sets"]) == 2
    assert f"sets takes no {option[0]}; leave it out." in capsys.readouterr().err


@pytest.mark.parametrize("argv", [["keys", "--format", "json"], ["--format", "json", "keys"]])
def test_options_stand_before_or_after_the_verb(argv: list[str], capsys: Captured) -> None:
    assert main(argv) == 0
    assert json.loads(capsys.readouterr().out)[0]["scope"]


def test_the_later_of_two_formats_counts(capsys: Captured) -> None:
    assert main(["--format", "csv", "keys", "--format", "jsonl"]) == 0
    assert capsys.readouterr().out.startswith("{")


@pytest.mark.parametrize(
    "argv",
    [
        ["--data", "tutorial", "--data", "scale-ai", "list", "companies"],
        ["--data", "tutorial", "list", "companies", "--data", "scale-ai"],
        ["list", "companies", "--data=tutorial", "--data=scale-ai"],
    ],
)
def test_several_data_sets_are_asked_as_one(
    argv: list[str], tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: Captured
) -> None:
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path))
    assert main([*argv, "--format", "jsonl"]) == 0
    ids = {json.loads(line)["id"] for line in capsys.readouterr().out.splitlines()}
    assert {"tutorial/saltlark", "scale-ai-story/google"} <= ids


def test_a_path_to_check_wins_over_the_data_sets_of_the_environment(
    monkeypatch: pytest.MonkeyPatch, capsys: Captured
) -> None:
    monkeypatch.setenv("SCALE_EXPLORER_DATA", "scale-ai:tutorial")
    assert main(["check", "scale-ai", "--format", "json"]) == 0
    assert main(["check"]) == 2
    assert "check takes one data set, and not 2" in capsys.readouterr().err


@pytest.mark.parametrize(
    ("argv", "environment", "launch"),
    [
        ([], "", Launch()),
        ([], "a", Launch(data=("a",))),
        ([], "a:/b/c::", Launch(data=("a", "/b/c"))),
        (["--data", "x"], "a:b", Launch(data=("x",))),
        (["--data", "x", "--data=y"], "", Launch(data=("x", "y"))),
        (["--tour"], "a", Launch(data=("tutorial",), tour=True)),
        (["--tour", "--data", "x"], "a", Launch(data=("x",), tour=True)),
        (["--fresh", "--at", "meta"], "", Launch(at="meta", fresh=True)),
        (["--ascii", "--theme", "light"], "", Launch(ascii=True, theme="light")),
        (["--no-mouse"], "", Launch(mouse=False)),
    ],
)
def test_the_app_is_told_what_is_asked_for(
    argv: list[str], environment: str, launch: Launch, monkeypatch: pytest.MonkeyPatch
) -> None:
    opened: list[Launch] = []

    def run(asked: Launch) -> int:
        opened.append(asked)
        return 0

    monkeypatch.setenv("SCALE_EXPLORER_DATA", environment)
    monkeypatch.setattr("scale_explorer.tui.launch.require_terminal", lambda: None)
    monkeypatch.setattr("scale_explorer.tui.app.run", run)
    assert main(argv) == 0
    assert opened == [launch]


def test_without_a_terminal_the_app_points_at_the_verbs(capsys: Captured) -> None:
    assert main([]) == 2
    assert "scale-explorer list companies" in capsys.readouterr().err


def run(*argv: str, piped: str = "", **environment: str) -> subprocess.CompletedProcess[str]:
    command = [sys.executable, "-m", "scale_explorer", *argv]
    if piped:
        command = ["bash", "-c", f'set -o pipefail; "$@" {piped}', "-", *command]
    return subprocess.run(
        command, capture_output=True, text=True, check=False, timeout=60,
        env={**os.environ, **environment},
    )  # fmt: skip


def test_a_reader_who_has_seen_enough_is_no_trouble() -> None:
    seen = run("keys", "--format", "jsonl", piped="| head -n 1 | cut -c 1")
    assert seen.stdout == "{\n"
    assert seen.stderr == ""
    assert seen.returncode in {0, 141}


def test_output_that_cannot_be_written_is_told() -> None:
    full = run("keys", piped="> /dev/full")
    assert full.returncode == 3
    assert full.stderr == "scale-explorer: No space left on device\n"


def test_a_locale_without_utf8_does_not_matter() -> None:
    plain = {"LC_ALL": "POSIX", "PYTHONUTF8": "0", "PYTHONCOERCECLOCALE": "0"}
    assert "↓ or j" in run("keys", **plain).stdout
