"""A set that takes its time, opened and checked in a real pseudo-terminal, waited for and not."""

from __future__ import annotations

import json
import sys
from collections.abc import Mapping
from pathlib import Path

import pytest

from benchmarks.grown_set import grow

from ..terminal import Terminal

COMMAND = str(Path(sys.executable).with_name("scale-explorer"))


@pytest.fixture
def environment(environment: Mapping[str, str], tmp_path: Path) -> Mapping[str, str]:
    """Begin with a cache in which nothing is yet."""
    return {**environment, "XDG_CACHE_HOME": str(tmp_path / "cold")}


@pytest.fixture(scope="module")
def grown(tmp_path_factory: pytest.TempPathFactory) -> str:
    """A set that takes some seconds."""
    folder = tmp_path_factory.mktemp("sets") / "grown"
    folder.mkdir()
    grow(2_500, folder)
    return str(folder)


@pytest.fixture(scope="module")
def large(tmp_path_factory: pytest.TempPathFactory) -> str:
    """A set of which already the reading can be seen, on a fast machine too."""
    folder = tmp_path_factory.mktemp("sets") / "grown"
    folder.mkdir()
    grow(5_000, folder)
    return str(folder)


@pytest.fixture(scope="module")
def medium(tmp_path_factory: pytest.TempPathFactory) -> str:
    """A set that takes longer than nobody is told of it."""
    folder = tmp_path_factory.mktemp("sets") / "grown"
    folder.mkdir()
    grow(1_000, folder)
    return str(folder)


@pytest.fixture(scope="module")
def small(tmp_path_factory: pytest.TempPathFactory) -> str:
    """A set that takes a second or two."""
    folder = tmp_path_factory.mktemp("sets") / "grown"
    folder.mkdir()
    grow(300, folder)
    return str(folder)


def left_behind(environment: Mapping[str, str]) -> list[Path]:
    return list(Path(environment["XDG_CACHE_HOME"]).rglob("*.sqlite"))


@pytest.mark.parametrize(
    ("size", "key", "status"),
    [((120, 40), "escape", 0), ((80, 24), "\x03", 130), ((40, 12), "q", 0)],
)
def test_one_leaves_at_once_and_nothing_stays(
    environment: Mapping[str, str], large: str, size: tuple[int, int], key: str, status: int
) -> None:
    with Terminal([COMMAND, "--data", large], size=size, environment=environment) as terminal:
        terminal.wait_for("Reading records", "━", "q cancel")
        terminal.press(key)
        assert terminal.wait_for_exit() == status
        assert terminal.modes_left_on() == set()
        assert terminal.modes_now() == terminal.modes_before
    assert left_behind(environment) == []


def test_the_panes_come_where_one_was(environment: Mapping[str, str], medium: str) -> None:
    command = [COMMAND, "--data", medium]
    with Terminal([*command, "--at", "r0"], size=(120, 40), environment=environment) as terminal:
        terminal.wait_for(" finding", "claims0.toml", "or so” is not in s0")
        terminal.wait_for("2 Belbababa Brand’s revenue")
        terminal.press("q")
        assert terminal.wait_for_exit() == 0
    (compiled,) = left_behind(environment)
    compiled.unlink()
    with Terminal(command, size=(120, 40), environment=environment) as terminal:
        terminal.wait_for("q cancel")
        terminal.wait_for("2 Belbababa Brand’s revenue")
        terminal.press("q")
        assert terminal.wait_for_exit() == 0


def test_a_warm_start_shows_no_such_screen(environment: Mapping[str, str], small: str) -> None:
    with Terminal([COMMAND, "list", "figures", "--data", small], environment=environment) as first:
        assert first.wait_for_exit() == 0
    with Terminal([COMMAND, "--data", small], environment=environment) as terminal:
        terminal.wait_for("1 Browse")
        assert b"cancel" not in terminal.output


def test_what_cannot_be_read_is_told_as_ever(
    environment: Mapping[str, str], tmp_path: Path
) -> None:
    broken = tmp_path / "broken.toml"
    broken.write_text("[dataset\n")
    command = [COMMAND, "--data", str(broken)]
    # Wide enough for any path to stand on one line.
    with Terminal(command, size=(240, 24), environment=environment) as terminal:
        assert terminal.wait_for_exit() == 3
        assert "broken.toml:1" in terminal.text


def test_a_place_that_is_not_there_is_told_as_ever(
    environment: Mapping[str, str], small: str
) -> None:
    command = [COMMAND, "--data", small, "--at", "r00"]
    with Terminal(command, environment=environment) as terminal:
        assert terminal.wait_for_exit() == 1
        assert "There is no record 'r00'. Did you mean " in terminal.text
        assert " r0 (" in terminal.text
        assert terminal.modes_left_on() == set()


@pytest.mark.parametrize("verb", [["check"], ["check", "--format", "jsonl"], ["list", "figures"]])
def test_a_verb_tells_how_far_it_is_and_ends_when_told_to(
    environment: Mapping[str, str], large: str, verb: list[str]
) -> None:
    command = [COMMAND, *verb, "--data", large]
    with Terminal(command, size=(2_000, 24), environment=environment) as terminal:
        terminal.wait_for(" %")
        terminal.press("\x03")
        assert terminal.wait_for_exit() == 130
        *told, last = filter(None, (line.strip("^C ") for line in terminal.text.splitlines()))
        assert last == "scale-explorer: interrupted"
        if "jsonl" in verb:  # these findings are told as they are found, before one hears of it too
            assert all("code" in json.loads(line) for line in told)
        else:
            assert told == []
    assert left_behind(environment) == []


def test_a_lock_is_written_whole_or_not_at_all(environment: Mapping[str, str], grown: str) -> None:
    command = [COMMAND, "check", "--lock", "--data", grown]
    with Terminal(command, environment=environment) as terminal:
        terminal.wait_for("Checking")
        terminal.press("\x03")
        assert terminal.wait_for_exit() == 130
    assert [
        path.suffix for path in Path(grown).iterdir() if path.suffix not in {".toml", ".txt"}
    ] == []


def test_the_line_is_gone_when_the_answer_comes(environment: Mapping[str, str], small: str) -> None:
    command = [COMMAND, "check", "--data", small]
    with Terminal(command, size=(160, 24), environment=environment) as terminal:
        assert terminal.wait_for_exit() == 1
        assert "%" not in terminal.text.replace("49 %", "")
        assert "Checked" in terminal.text
