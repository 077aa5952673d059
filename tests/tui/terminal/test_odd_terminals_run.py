"""The installed command on terminals of many names and settings, judged by the bytes it sends."""

from __future__ import annotations

import sys
from collections.abc import Mapping
from pathlib import Path

import pytest

from scale_explorer.tui.terminal.environment import TRUE_COLOUR as MANY
from scale_explorer.tui.terminal.environment import look

from ...terminal import Terminal
from .sgr import Colour, colours_in

COMMAND = str(Path(sys.executable).with_name("scale-explorer"))
STORY = "2 Meta buys into Scale AI"
SIXTEEN: set[Colour] = {"sixteen"}
INDEXED: set[Colour] = {"indexed"}
TRUE: set[Colour] = {"true"}
TRUE_COLOUR = {"COLORTERM": "truecolor"}
KINDS = {0: set[Colour](), 16: SIXTEEN, 256: INDEXED, MANY: TRUE}


def look_around(terminal: Terminal) -> None:
    """Move, open the help and leave; nothing must be left on."""
    terminal.wait_for("Meta buys into Scale AI", "3 Evidence")
    terminal.press("down", "?")
    terminal.wait_for("Follow to the other end")
    terminal.press("escape")
    terminal.wait_until_gone("Follow to the other end")
    terminal.press("q")
    assert terminal.wait_for_exit() == 0
    assert terminal.modes_left_on() == set()
    assert terminal.modes_now() == terminal.modes_before


def seen_on(
    term: str | None, environment: Mapping[str, str], size: tuple[int, int] = (100, 30)
) -> bytes:
    with Terminal([COMMAND], size=size, environment=environment, term=term) as terminal:
        look_around(terminal)
        return terminal.output


Given = tuple[str, dict[str, str], set[Colour]]
"""What TERM and other variables say, and the colours that a terminal then gets."""
SEEN: list[Given] = [
    ("xterm", {}, SIXTEEN),
    ("xterm-256color", {}, INDEXED),
    ("xterm-256color", TRUE_COLOUR, TRUE),
    ("screen-256color", {"STY": "1.pts-0", **TRUE_COLOUR}, INDEXED),
    ("vt220", TRUE_COLOUR, set[Colour]()),
    ("xterm-256color", {"NO_COLOR": "1", **TRUE_COLOUR}, set[Colour]()),
    ("x" * 100_000, {}, SIXTEEN),
]
ALIKE: list[Given] = [
    ("xterm-256color", {"COLORTERM": "yes"}, INDEXED),
    ("xterm-direct", {}, TRUE),
    ("xterm-kitty", {}, INDEXED),
    ("alacritty", {}, INDEXED),
    ("linux", {}, SIXTEEN),
    ("screen", {}, SIXTEEN),
    ("tmux", {}, SIXTEEN),
    ("tmux-256color", {}, INDEXED),
    ("rxvt", {}, SIXTEEN),
    ("vt100", {}, set[Colour]()),
    ("no-such-terminal", {}, SIXTEEN),
    ("../../etc/passwd", {}, SIXTEEN),
]
"""Terminals that are found out in the same way as one of the others."""


def named(given: Given) -> str:
    """Name a test after what is said."""
    term, extra, _ = given
    return " ".join((term[:20], *extra))


def assert_coloured(environment: Mapping[str, str], given: Given) -> None:
    term, extra, colours = given
    kept = {k: v for k, v in environment.items() if k not in {"COLORTERM", "NO_COLOR"}}
    assert colours_in(seen_on(term, {**kept, **extra})) == colours


@pytest.mark.parametrize("given", SEEN, ids=named)
def test_a_terminal_gets_the_colours_that_it_has(
    environment: Mapping[str, str], given: Given
) -> None:
    assert_coloured(environment, given)


@pytest.mark.slow
@pytest.mark.parametrize("given", ALIKE, ids=named)
def test_so_do_those_that_are_like_it(environment: Mapping[str, str], given: Given) -> None:
    assert_coloured(environment, given)


@pytest.mark.parametrize("given", [*SEEN, *ALIKE], ids=named)
def test_what_its_variables_say_settles_the_colours(given: Given) -> None:
    """So that each is seen to be like one that is run."""
    term, extra, colours = given
    found = look({**extra, "TERM": term})
    usable = 0 if found.colourless else found.colours
    # GNU screen draws no true colour, whatever was said outside it.
    assert KINDS[min(usable, 256) if found.multiplexer == "screen" else usable] == colours


def test_a_name_made_to_be_obeyed_is_not_sent_on(environment: Mapping[str, str]) -> None:
    hostile = "x\x1b]2;owned\x07\x9b\udcff\u202e[/bold]"
    assert b"owned" not in seen_on(hostile, environment)
    with Terminal(
        [COMMAND, "doctor"], size=(120, 60), environment=environment, term=hostile
    ) as terminal:
        terminal.wait_for_exit()
        assert "owned" in terminal.text
        assert b"\x1b]" not in terminal.output
        assert "\u202e" not in terminal.text


@pytest.mark.parametrize("term", [None, "", "dumb", "unknown", "vt52"])
def test_what_cannot_be_drawn_on_is_told_what_works_instead(
    environment: Mapping[str, str], term: str | None
) -> None:
    with Terminal([COMMAND], environment=environment, term=term) as terminal:
        assert terminal.wait_for_exit() == 2
        assert "needs a terminal" in terminal.text
        assert "list companies" in terminal.text
        assert b"\x1b" not in terminal.output
    with Terminal([COMMAND, "list", "companies"], environment=environment, term=term) as terminal:
        assert terminal.wait_for_exit() == 0
        assert "scale-ai" in terminal.text
        assert b"\x1b" not in terminal.output


NOT_UTF8 = [
    {"LANG": "C"},
    {"LC_ALL": "ja_JP.SJIS", "LANG": "C.UTF-8"},
    {"PYTHONIOENCODING": "ascii"},
    {"LC_ALL": "C", "PYTHONUTF8": "0", "PYTHONCOERCECLOCALE": "0"},
]
NOR_THESE = [
    {"LC_ALL": "C"},
    {"LC_ALL": "POSIX"},
    {"LANG": ""},
    {"LANG": "de_DE.ISO-8859-1"},
    {"PYTHONIOENCODING": "latin-1:strict"},
]


@pytest.mark.parametrize(
    "extra", [*NOT_UTF8, *(pytest.param(each, marks=pytest.mark.slow) for each in NOR_THESE)]
)
def test_a_terminal_that_is_not_utf8_gets_ascii_alone(
    environment: Mapping[str, str], extra: dict[str, str]
) -> None:
    given = {**environment, **extra}
    output = seen_on("xterm-256color", given)
    assert output.isascii()
    assert rb"\u" not in output
    assert b"+ locked" in output
    assert answered(given, "show google").isascii()


def answered(environment: Mapping[str, str], words: str) -> bytes:
    with Terminal([COMMAND, *words.split()], environment=environment) as terminal:
        assert terminal.wait_for_exit() in {0, 1}
        assert b"Traceback" not in terminal.output
        return terminal.output


@pytest.mark.parametrize("extra", [{"LC_ALL": "C"}, {"PYTHONIOENCODING": "ascii"}])
def test_all_that_verbs_say_on_such_a_terminal_is_ascii(
    environment: Mapping[str, str], extra: dict[str, str]
) -> None:
    for words in (
        "list companies", "--help", "list --help", "doctor", "show gogle", "check",
        "quotes meta-stake --format json", "quotes meta-stake --format csv",
    ):  # fmt: skip
        assert answered({**environment, **extra}, words).isascii(), words
    assert not answered(environment, "quotes meta-stake").isascii()


@pytest.mark.parametrize("extra", [{}, {"LC_ALL": "C"}, {"PYTHONIOENCODING": "ascii"}])
def test_a_pipe_gets_utf8_whatever_the_locale(
    environment: Mapping[str, str], tmp_path: Path, extra: dict[str, str]
) -> None:
    written = tmp_path / "written"
    for words in ("quotes meta-stake", "quotes meta-stake --format json", "--help"):
        command = ["sh", "-c", f'exec "$0" {words} > "$1"', COMMAND, str(written)]
        with Terminal(command, environment={**environment, **extra}) as terminal:
            assert terminal.wait_for_exit() == 0
        assert not written.read_text(encoding="utf-8").isascii()


@pytest.mark.parametrize(
    ("shell", "statuses"),
    [
        ('"$0" list companies <&-', {0}),
        ('"$0" list companies 2>&-', {0}),
        ('"$0" list companies >&-', {2, 3}),
        ('"$0" list companies <&- >&- 2>&-', {2, 3}),
        ('"$0" list companies > /dev/full', {3}),
        ('"$0" --help >&-', {0}),
        ('"$0" show no-such <&- 2>&-', {1}),
        ('"$0" check <&- > /dev/null 2>&-', {0}),
    ],
)
def test_verbs_live_with_closed_descriptors(
    environment: Mapping[str, str], shell: str, statuses: set[int]
) -> None:
    command = ["sh", "-c", f"{shell}; exit $?", COMMAND]
    with Terminal(command, environment=environment) as terminal:
        assert terminal.wait_for_exit() in statuses
        assert "Traceback" not in terminal.text


def test_colours_of_findings_are_those_of_the_terminal(environment: Mapping[str, str]) -> None:
    for term, expected in (("xterm-256color", SIXTEEN), ("vt220", set[Colour]())):
        command = [COMMAND, "check", "--data", "tutorial"]
        with Terminal(command, environment=environment, term=term) as terminal:
            assert terminal.wait_for_exit() in {0, 1}
            assert colours_in(terminal.output) <= expected


def test_the_reader_of_colours_sees_them() -> None:
    """The tests above rest on it."""
    assert colours_in(b"\x1b[38;5;3;48;2;1;2;3;1mx\x1b[0m") == {"indexed", "true"}
    assert colours_in(b"\x1b[38:2::1:2:3mx\x1b[1;91m") == {"true", "sixteen"}
    assert colours_in(b"\x1b[1;39;49;7mx\x1b[m\x1b[38;5;31m") == {"indexed"}
