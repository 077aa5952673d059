"""What the program offers for a line that is being typed."""

from __future__ import annotations

import time
from pathlib import Path

import pytest

from scale_explorer.tui.arguments.verbs import VERBS
from scale_explorer.tui.cli import main
from scale_explorer.tui.verbs import complete

MILL = Path(__file__).parents[1] / "verbs" / "mill"

Captured = pytest.CaptureFixture[str]


@pytest.fixture(scope="module")
def cache(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A cache for all tests, in which a set is compiled once."""
    return tmp_path_factory.mktemp("cache")


@pytest.fixture(autouse=True)
def folders(cache: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("XDG_CACHE_HOME", str(cache))
    monkeypatch.setenv("XDG_DATA_HOME", str(tmp_path))
    monkeypatch.setenv("SCALE_EXPLORER_DATA", str(MILL))
    monkeypatch.setattr(complete, "SECONDS", 60)  # a slow machine compiles for long


def offered(line: str, capsys: Captured) -> dict[str, str]:
    """Return the words that are offered, each with what is told of it."""
    assert main(["complete", f"scale-explorer {line}"]) == 0
    out, err = capsys.readouterr()
    assert err == ""
    pairs = (text.partition("\t") for text in out.splitlines())
    return {word: meaning for word, _, meaning in pairs}


@pytest.mark.parametrize(
    ("line", "words"),
    [
        ("s", ["show", "search", "sets", "schema"]),
        ("--data x s", ["show", "search", "sets", "schema"]),
        ("list public", ["public-bodies"]),
        ("pick deals is:under", ["is:under-review"]),
        ("list figures meas", ["measure:"]),
        ("list figures measure:revenue stan", ["stance:"]),
        ("list figures '!is:plan", ["!is:planned"]),
        ("show ada", ["ada-miller", "ada-miller.leads.old-mill"]),
        ("show ada-miller.l", ["ada-miller.leads.old-mill"]),
        ("--at ada-miller.", ["ada-miller.leads.old-mill"]),
        ("--at=ada-miller.", ["--at=ada-miller.leads.old-mill"]),
        ("matches --apart ada-miller.", ["ada-miller.leads.old-mill"]),
        ("attach ", ["gazette"]),
        ("check --text ga", ["gazette="]),
        ("check --text=ga", ["--text=gazette="]),
        ("check --text gazette=x", [":files"]),
        ("attach gazette x", [":files"]),
        ("--data scale", [":files", "scale-ai"]),
        ("--data=scale", [":files", "--data=scale-ai"]),
        ("check scale", [":files", "scale-ai"]),
        ("list companies > x", [":files"]),
        ("new fig", ["figure"]),
        ("new figure --measure rev", ["revenue"]),
        ("new figure --subject ada-miller.", ["ada-miller.leads.old-mill"]),
        ("new figure --hedge=ab", ["--hedge=about"]),
        ("new figure --scope ada", ["ada-miller"]),
        ("new deal --party ada", ["ada-miller="]),
        ("new deal --party old-mill=bu", ["old-mill=buyer"]),
        ("new deal --history rum", ["rumored"]),
        ("new relationship --history under", ["under_review"]),
        ("new relationship --deal ", ["hill-buys-mill"]),
        ("new person --mention she=ada-miller.", ["she=ada-miller.leads.old-mill"]),
        ("new person --source ", ["gazette"]),
        ("new source --text x", [":files"]),
        ("new company --al", ["--alias"]),
        ("new source --al", []),
        ("keys --format=m", ["--format=markdown"]),
        ("--theme li", ["light"]),
        ("completion z", ["zsh"]),
        ("keys --f", ["--format"]),
        (
            "quotes ada-miller ",
            ["--as-of", "--without", "--scenario", "--data", "--format", "--help"],
        ),
        ("show ada-miller --fo", ["--format"]),
        ("export path", ["path:"]),
        ("export chart:ada-miller.", ["chart:ada-miller.leads.old-mill"]),
        ("export nothing:ada-miller.", []),
        ("--t", ["--tour", "--theme"]),
    ],
)
def test_words_that_may_stand_at_the_cursor(line: str, words: list[str], capsys: Captured) -> None:
    assert list(offered(line, capsys)) == words


@pytest.mark.parametrize(
    "line", ["zz", "zz ", "zz show ", "show zz", "search mi", "complete sh", "list companies -- -"]
)
def test_where_nothing_is_known_nothing_is_offered(line: str, capsys: Captured) -> None:
    assert offered(line, capsys) == {}


def test_every_verb_is_offered_with_what_it_does(capsys: Captured) -> None:
    assert offered("", capsys) == {name: verb.what for name, verb in VERBS.items()}


def test_an_id_is_offered_with_its_title(capsys: Captured) -> None:
    assert offered("show ada-miller.", capsys) == {
        "ada-miller.leads.old-mill": "Ada Miller leads Old Mill"
    }


@pytest.mark.parametrize("data", ["--data scale-ai", "--data=scale-ai", "--data ~/other"])
def test_ids_are_those_of_the_data_set_on_the_line(
    data: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: Captured
) -> None:
    monkeypatch.setenv("HOME", str(tmp_path))
    (tmp_path / "other").mkdir()
    record = '[[company]]\nid = "google"\nname = "Google"\n'
    (tmp_path / "other" / "set.toml").write_text(f'[dataset]\nid = "o"\ntitle = "O"\n{record}')
    assert "google" in offered(f"{data} show goo", capsys)
    assert offered(f"{data} show ada", capsys) == {}


def test_ids_of_several_sets_have_the_name_of_theirs(capsys: Captured) -> None:
    offers = offered(f"--data scale-ai --data {MILL} show scale-ai-story/mic", capsys)
    assert "scale-ai-story/microsoft" in offers


def test_data_that_cannot_be_read_is_passed_over_in_silence(capsys: Captured) -> None:
    assert offered("--data /nowhere show ", capsys) == {}


@pytest.mark.alone
def test_nobody_waits_for_long(monkeypatch: pytest.MonkeyPatch, capsys: Captured) -> None:
    def wait(_: object) -> None:
        time.sleep(9)

    monkeypatch.setattr(complete, "SECONDS", 0.05)
    monkeypatch.setattr("scale_explorer.tui.completion.records.open_store", wait)
    before = time.monotonic()
    assert offered("show ", capsys) == {}
    assert time.monotonic() - before < 5


@pytest.mark.parametrize(
    "line",
    ["", "'", "scale-explorer 'show \"", "x " * 20_000, "\x00\x1b[31m", "scale-explorer show \\"],
)
def test_any_line_is_survived(line: str, capsys: Captured) -> None:
    assert main(["complete", line]) == 0
    assert "\x1b" not in capsys.readouterr().out


@pytest.mark.parametrize("before", ["X=1 ", "env ", "/usr/bin/", "command "])
def test_what_stands_before_the_program_is_passed_over(before: str, capsys: Captured) -> None:
    assert main(["complete", f"{before}scale-explorer sea"]) == 0
    assert capsys.readouterr().out.startswith("search\t")


def test_an_alias_serves_too(capsys: Captured) -> None:
    assert main(["complete", "se sea"]) == 0
    assert capsys.readouterr().out.startswith("search\t")
