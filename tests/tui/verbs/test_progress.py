"""The line that tells how far it is: for people at a terminal only, late, rarely, and then gone."""

from __future__ import annotations

import io
import json
import os
from collections.abc import Iterator

import pytest

from scale_explorer.data.checks import run as checks
from scale_explorer.data.checks.context import At, Context
from scale_explorer.data.finding import Finding, Severity
from scale_explorer.data.watch import Phase
from scale_explorer.tui.arguments.formats import Format
from scale_explorer.tui.progress_words import duration
from scale_explorer.tui.verbs.check import run
from scale_explorer.tui.verbs.output import Output, write
from scale_explorer.tui.verbs.progress import PACE, PATIENCE, ProgressLine, progress

FINDING = Finding("wrong", Severity.ERROR, "wrong")


class Screen(io.StringIO):
    """A terminal that remembers everything, and can show its last line."""

    def isatty(self) -> bool:
        return True

    @property
    def line(self) -> str:
        shown: list[str] = []
        place = 0
        for character in self.getvalue():
            if character == "\r":
                place = 0
            else:
                shown[place : place + 1] = [character]
                place += 1
        return "".join(shown).rstrip()


class Clock:
    def __init__(self) -> None:
        self.now = 100.0

    def __call__(self) -> float:
        return self.now


@pytest.fixture
def screen() -> Screen:
    return Screen()


@pytest.fixture
def clock() -> Clock:
    return Clock()


@pytest.fixture
def line(screen: Screen, clock: Clock) -> ProgressLine:
    return ProgressLine(screen, clock)


def test_what_is_soon_done_is_not_worth_a_line(
    line: ProgressLine, screen: Screen, clock: Clock
) -> None:
    clock.now += PATIENCE - 0.01
    line.step(Phase.QUOTES, 10, 100)
    line.erase()
    assert screen.getvalue() == ""


def test_it_names_the_phase_the_share_and_the_findings(
    line: ProgressLine, screen: Screen, clock: Clock
) -> None:
    clock.now += PATIENCE
    line.step(Phase.QUOTES, 34_000, 98_000)
    assert screen.line == "Looking for quotes 34 % (34,000 of 98,000)"
    line.found(FINDING)
    clock.now += PACE
    line.step(Phase.CHECKS, 1, 2)
    assert screen.line == "Checking 50 %, 1 finding"


def test_it_is_written_rarely(line: ProgressLine, screen: Screen, clock: Clock) -> None:
    clock.now += PATIENCE
    for done in range(100):
        line.step(Phase.QUOTES, done, 100)
        clock.now += PACE / 10
    assert screen.getvalue().count("\r") <= 11


def test_erased_it_is_gone_and_comes_again(
    line: ProgressLine, screen: Screen, clock: Clock
) -> None:
    clock.now += PATIENCE
    line.step(Phase.QUOTES, 1, 2)
    line.erase()
    assert screen.line == ""
    assert screen.getvalue().endswith("\r")
    clock.now += PACE
    line.step(Phase.QUOTES, 2, 2)
    assert screen.line.startswith("Looking for quotes 100 %")


def test_findings_that_come_at_once_stand_on_lines_of_their_own(
    mill: str, screen: Screen, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("scale_explorer.tui.verbs.progress.PATIENCE", 0.0)
    monkeypatch.setattr("scale_explorer.tui.verbs.progress.PACE", 0.0)
    monkeypatch.setattr("sys.stderr", screen)

    def warned(context: Context) -> Iterator[Finding]:
        yield context.warning("odd", "odd", At("old-mill"))

    answer = run(mill, None, [], strict=False, lock=False, fix=None, coverage=False, least=None)
    monkeypatch.setattr(checks, "CHECKS", (warned, warned))
    for line in answer.items():
        assert screen.line == ""
        assert json.loads(line)["code"] == "odd"
    assert "Checking 50 %, 1 finding" in screen.getvalue()


def test_nothing_of_it_stays_not_even_after_an_interruption(
    screen: Screen, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("scale_explorer.tui.verbs.progress.PATIENCE", 0.0)

    def interrupted() -> None:
        with progress(screen) as watch:
            watch.step(Phase.STORING, 1, 2)
            assert screen.line == "Storing pages 50 %"
            raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        interrupted()
    assert screen.line == ""


def test_it_never_breaks_and_is_plain(
    line: ProgressLine, screen: Screen, clock: Clock, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("shutil.get_terminal_size", lambda: os.terminal_size((20, 5)))
    clock.now += PATIENCE
    line.step(Phase.WORDS, 1, 2)
    line.erase()
    written = screen.getvalue()
    assert max(map(len, written.split("\r"))) == 19  # with room for ^C
    assert written.isascii()
    assert "\x1b" not in written


def test_a_pipe_sees_nothing(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("scale_explorer.tui.verbs.progress.PATIENCE", 0.0)
    pipe = io.StringIO()
    with progress(pipe) as line:
        line.step(Phase.QUOTES, 1, 2)
    assert pipe.getvalue() == ""


def test_a_terminal_that_goes_away_is_no_trouble(
    line: ProgressLine, screen: Screen, clock: Clock, monkeypatch: pytest.MonkeyPatch
) -> None:
    def gone(_text: str) -> int:
        raise BrokenPipeError

    monkeypatch.setattr(screen, "write", gone)
    clock.now += PATIENCE
    line.step(Phase.QUOTES, 1, 2)


class Pipe(io.StringIO):
    """Knows what a reader at its other end has got."""

    def __init__(self) -> None:
        super().__init__()
        self.got = ""

    def flush(self) -> None:
        self.got = self.getvalue()


def test_jsonl_comes_as_it_is_found_and_json_by_place(
    mill: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    pipe = Pipe()

    def first(context: Context) -> Iterator[Finding]:
        yield context.warning("last_by_place", "found first", At("old-mill"))

    def second(_context: Context) -> Iterator[Finding]:
        assert json.loads(pipe.got)["code"] == "last_by_place"
        yield Finding("first_by_place", Severity.ERROR, "found second")

    answer = run(mill, None, [], strict=False, lock=False, fix=None, coverage=False, least=None)
    monkeypatch.setattr(checks, "CHECKS", (first, second))
    assert write(answer, Format.JSONL, Output(pipe)) == 1
    assert [json.loads(line)["code"] for line in pipe.got.splitlines()] == [
        "last_by_place",
        "first_by_place",
    ]
    whole = json.loads("\n".join(answer.json()))
    assert [each["code"] for each in whole["findings"]] == ["first_by_place", "last_by_place"]


def test_streamed_files_are_told_with_their_rate_and_what_is_left(
    line: ProgressLine, screen: Screen, clock: Clock
) -> None:
    line.step(Phase.IMPORTING, 0, 90_000_000)
    clock.now += 10
    line.step(Phase.IMPORTING, 30_000_000, 90_000_000)
    assert screen.line == "Importing 33 % (30.0 of 90.0 MB), 3.0 MB/s, 20 s left"
    clock.now += 10
    line.step(Phase.IMPORTING, 40_000_000, 0)
    assert screen.line == "Importing 40.0 MB, 2.0 MB/s"
    line.step(Phase.BUILDING, 0, 100)
    clock.now += 30
    line.step(Phase.BUILDING, 25, 100)
    assert screen.line == "Building the index 25 %, 1 min 30 s left"
    line.step(Phase.AGAIN, 0, 90_000_000)
    clock.now += 10
    line.step(Phase.AGAIN, 30_000_000, 90_000_000)
    told = "Reading lines that are left out 33 % (30.0 of 90.0 MB), 3.0 MB/s, 20 s left"
    assert screen.line == told


@pytest.mark.parametrize(
    ("seconds", "words"), [(0.4, "0 s"), (59.4, "59 s"), (61, "1 min 1 s"), (7_500, "2 h 5 min")]
)
def test_times_are_told_as_people_tell_them(seconds: float, words: str) -> None:
    assert duration(seconds) == words
