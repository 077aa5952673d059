from __future__ import annotations

import json
import os
import subprocess
import sys

import pytest

from scale_explorer.models.version import __version__
from scale_explorer.tui.cli import main

VERBS = (
    "list", "show", "why", "search", "quotes",
    "check", "attach", "sets", "schema", "keys", "doctor",
)  # fmt: skip

Captured = pytest.CaptureFixture[str]


def test_version(capsys: Captured) -> None:
    assert main(["--version"]) == 0
    assert capsys.readouterr().out == f"scale-explorer {__version__}\n"


def test_help_lists_every_verb_and_the_exit_statuses(capsys: Captured) -> None:
    assert main(["--help"]) == 0
    shown = capsys.readouterr().out
    for verb in VERBS:
        assert f"\n  {verb} " in shown
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
        (["--theme", "dark", "keys"], "leave them out with a verb"),
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


@pytest.mark.parametrize("argv", [["keys", "--format", "json"], ["--format", "json", "keys"]])
def test_options_stand_before_or_after_the_verb(argv: list[str], capsys: Captured) -> None:
    assert main(argv) == 0
    assert json.loads(capsys.readouterr().out)[0]["scope"]


def test_the_later_of_two_formats_counts(capsys: Captured) -> None:
    assert main(["--format", "csv", "keys", "--format", "jsonl"]) == 0
    assert capsys.readouterr().out.startswith("{")


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
