"""`init`: a set that opens at once, from files and from standard input."""

from __future__ import annotations

import io
import json
import sys
from collections.abc import Callable
from pathlib import Path

import jsonschema
import pytest
import tomli

from scale_explorer.tui import app, launch
from scale_explorer.tui.cli import main
from scale_explorer.tui.launch import Launch

from ...terminal import Terminal

Captured = pytest.CaptureFixture[str]
TEXT = "Birch Mill sold\n\nBirch Mill said that Alder Bakery would pay $5 million for it.\n"


@pytest.fixture(autouse=True)
def here(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    folder = tmp_path / "here"
    folder.mkdir()
    (folder / "mill-sold.txt").write_text(TEXT)
    (folder / "rain.html").write_text("<html lang=de><title>Regen</title><p>Es regnet.")
    monkeypatch.chdir(folder)


@pytest.fixture
def typed(monkeypatch: pytest.MonkeyPatch) -> Callable[[bytes], None]:
    """Put bytes on standard input."""

    def put(content: bytes) -> None:
        monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(content)))

    return put


def test_a_set_is_made_and_what_to_do_next_is_told(capsys: Captured) -> None:
    assert main(["init", "my-story", "mill-sold.txt", "rain.html"]) == 0
    told = capsys.readouterr().out
    assert "made   my-story/my-story.toml\n" in told
    assert "next   scale-explorer --data my-story\n" in told
    assert "sources/mill-sold.txt" in told
    assert main(["check", "my-story", "--strict"]) == 0
    tables = tomli.loads(Path("my-story/my-story.toml").read_text())
    assert [each["id"] for each in tables["source"]] == ["mill-sold", "rain"]
    assert tables["source"][1]["language"] == "de"


def test_what_was_made_passes_the_schema_beside_it() -> None:
    main(["init", "my-story", "mill-sold.txt"])
    schema = json.loads(Path("my-story/schema.json").read_text())
    jsonschema.validate(tomli.loads(Path("my-story/my-story.toml").read_text()), schema)


def test_the_answer_as_json(capsys: Captured) -> None:
    argv = ["init", "a b", "rain.html", "--title", "Weather", "--id", "rain-story"]
    assert main([*argv, "--format", "json"]) == 0
    made = json.loads(capsys.readouterr().out)
    assert (made["folder"], made["file"]) == ("a b", "rain-story.toml")
    assert (made["id"], made["title"]) == ("rain-story", "Weather")
    assert made["sources"][0] | {"sha256": ""} == {
        "id": "rain", "title": "Regen", "language": "de", "sha256": "",
        "text": "sources/rain.txt", "words": 2,
    }  # fmt: skip


def test_paths_are_told_as_a_shell_takes_them(capsys: Captured) -> None:
    main(["init", "a b"])
    said = capsys.readouterr()
    assert "scale-explorer check 'a b'\n" in said.out
    assert "add-source ARTICLE --data 'a b'" in said.err


def test_a_set_without_articles_is_sound(capsys: Captured) -> None:
    assert main(["init", "empty"]) == 0
    assert main(["check", "empty", "--strict"]) == 0
    capsys.readouterr()
    assert main(["list", "sources", "--data", "empty", "--format", "json"]) == 1
    assert json.loads(capsys.readouterr().out) == []


def test_an_article_comes_from_standard_input(typed: Callable[[bytes], None]) -> None:
    typed(TEXT.encode())
    assert main(["init", "my-story", "-", "rain.html"]) == 0
    assert Path("my-story/sources/birch-mill-sold.txt").read_text() == TEXT


@pytest.mark.parametrize(
    ("argv", "status", "told"),
    [
        (["here", "-", "-"], 2, "give - once"),
        (["here", "-"], 3, "standard input holds no words"),
        (["here", "none.txt"], 3, "none.txt does not exist"),
        (["here", "mill-sold.txt", "mill-sold.txt"], 2, "the same text"),
        (["mill-sold.txt"], 2, "no folder"),
        ([""], 2, "Name the folder"),
        ([], 2, "STORY"),
        (["here", "--id", "A B"], 2, "is no id"),
        (["here", "--title", ""], 2, "needs a title"),
        (["none/here"], 2, "none does not exist; make that folder first"),
        (["nul\0", "rain.html"], 2, "cannot be named so"),
        (["x" * 300, "rain.html"], 2, "cannot be named so"),
    ],
)
def test_what_cannot_be_made_leaves_nothing(
    argv: list[str], status: int, told: str, capsys: Captured, typed: Callable[[bytes], None]
) -> None:
    typed(b"")
    before = sorted(Path().rglob("*"))
    assert main(["init", *argv]) == status
    assert told in capsys.readouterr().err
    assert sorted(Path().rglob("*")) == before


def test_a_set_that_is_there_is_not_touched(capsys: Captured) -> None:
    main(["init", "my-story", "rain.html"])
    before = Path("my-story/my-story.toml").read_bytes()
    assert main(["init", "my-story", "mill-sold.txt"]) == 2
    assert "add-source ARTICLE --data my-story" in capsys.readouterr().err
    assert Path("my-story/my-story.toml").read_bytes() == before
    assert [each.name for each in Path("my-story/sources").iterdir()] == ["rain.txt"]


@pytest.mark.parametrize(
    ("more", "opens"), [([], True), (["--no-open"], False), (["--format", "json"], False)]
)
def test_it_opens_on_the_text_where_there_is_a_terminal(
    more: list[str], *, opens: bool, monkeypatch: pytest.MonkeyPatch
) -> None:
    launches: list[Launch] = []

    def run(asked: Launch) -> int:
        launches.append(asked)
        return 0

    def no_obstacle(_: object) -> None:
        return None

    monkeypatch.setattr(app, "run", run)
    monkeypatch.setattr(launch, "_obstacle", no_obstacle)
    assert main(["init", "my-story", "mill-sold.txt", *more]) == 0
    assert launches == ([Launch(data=("my-story",), at="mill-sold")] if opens else [])


def test_without_a_terminal_it_does_not_open() -> None:
    assert main(["init", "my-story"]) == 0


def test_the_text_is_what_one_sees_first() -> None:
    command = str(Path(sys.executable).with_name("scale-explorer"))
    with Terminal([command, "init", "my-story", "mill-sold.txt"], size=(80, 24)) as terminal:
        terminal.wait_for("━ 4 Source", "would pay", "No claim cites it yet")
        terminal.press("q")
        assert terminal.wait_for_exit() == 0
    assert "my-story/my-story.toml" in terminal.output.decode()


def test_what_lies_below_a_file_is_told(capsys: Captured) -> None:
    assert main(["init", "mill-sold.txt/story"]) == 2
    assert "Not a directory" in capsys.readouterr().err
