from __future__ import annotations

import os
from collections.abc import Mapping
from pathlib import Path

import pytest

from scale_explorer.tui.verbs import doctor
from scale_explorer.tui.verbs.doctor import Diagnosis
from scale_explorer.tui.verbs.terminal_facts import Surroundings

LARGE = os.terminal_size((120, 40))
SOUND = {"TERM": "xterm-256color", "LANG": "C.UTF-8"}


def examine(
    environment: Mapping[str, str], size: os.terminal_size | None, **tmux: str
) -> Diagnosis:
    options = {name.replace("_", "-"): value for name, value in tmux.items()}
    return doctor.examine(Surroundings(environment, size, tmux=options))


def values(diagnosis: Diagnosis) -> dict[str, str]:
    return {fact.name: fact.value for fact in diagnosis.facts}


def problems(diagnosis: Diagnosis) -> set[str]:
    return {fact.name for fact in diagnosis.facts if fact.problem}


@pytest.fixture
def home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("HOME", str(tmp_path))
    return tmp_path


def test_a_sound_terminal_has_no_problem(home: Path) -> None:
    diagnosis = examine(SOUND, LARGE)
    seen = values(diagnosis)
    assert problems(diagnosis) == set()
    assert diagnosis.status() == 0
    assert (seen["type"], seen["size"], seen["Esc"]) == ("xterm-256color", "120 × 40", "at once")
    assert seen["UTF-8"] == "yes, by LANG=C.UTF-8"
    assert seen["cache"] == f"{home}/.cache/scale-explorer"


@pytest.mark.parametrize(
    ("environment", "size", "problem"),
    [
        ({"TERM": "dumb"}, LARGE, "type"),
        ({"TERM": ""}, LARGE, "type"),
        ({"TERM": "unknown"}, LARGE, "type"),
        ({"LANG": "C"}, LARGE, "UTF-8"),
        ({"LC_ALL": "POSIX"}, LARGE, "UTF-8"),
        ({"PYTHONIOENCODING": "ascii"}, LARGE, "UTF-8"),
        ({}, os.terminal_size((39, 40)), "size"),
        ({}, os.terminal_size((80, 11)), "size"),
        ({"XDG_CACHE_HOME": "/dev/null"}, LARGE, "cache"),
    ],
)
@pytest.mark.usefixtures("home")
def test_what_hinders_is_a_finding(
    environment: dict[str, str], size: os.terminal_size, problem: str
) -> None:
    diagnosis = examine({**SOUND, **environment}, size)
    assert problems(diagnosis) == {problem}
    assert diagnosis.status() == 1


@pytest.mark.usefixtures("home")
def test_without_a_terminal_there_is_nothing_to_complain_of() -> None:
    diagnosis = examine({"LANG": "C.UTF-8"}, None)
    assert problems(diagnosis) == set()
    assert values(diagnosis)["size"] == "no terminal here"


@pytest.mark.parametrize(
    ("environment", "name", "value"),
    [
        ({"TMUX": "/run/tmux,1,0"}, "route", "tmux load-buffer -w, and OSC 52"),
        ({"STY": "1.pts"}, "route", "OSC 52 through GNU screen"),
        ({"SSH_TTY": "/dev/pts/1"}, "place", "remote, over SSH"),
        ({"NO_COLOR": "1"}, "colours", "none: NO_COLOR is set"),
        ({"COLORTERM": "truecolor"}, "colours", "true colour"),
        ({"XDG_STATE_HOME": "/var/x"}, "state", "/var/x/scale-explorer"),
        ({"XDG_STATE_HOME": "/var/x"}, "last copy", "/var/x/scale-explorer/last-copy"),
        ({"TERM": "x\x1b[31m"}, "type", "x␛[31m"),
        (
            {"TERM": "vt220"},
            "colours",
            "none by that type; where they are shown, set TERM=xterm-256color",
        ),
        ({"TERM": "xterm"}, "colours", "16; where there are more, set TERM=xterm-256color"),
        ({}, "colours", "256; where there is true colour, set COLORTERM=truecolor"),
        ({"STY": "1.x", "COLORTERM": "24bit"}, "colours", "256, as GNU screen has no more"),
        (
            {"COLUMNS": "9", "LINES": "9"},
            "size",
            "120 × 40; the app does not heed COLUMNS and LINES",
        ),
        ({"LC_ALL": "C\x1b[31m.UTF-8"}, "UTF-8", "yes, by LC_ALL=C␛[31m.UTF-8"),
        (
            {"TERM": "linux"},
            "UTF-8",
            "yes, by LANG=C.UTF-8, but drawn in ASCII, for which its font has the signs",
        ),
    ],
)
@pytest.mark.usefixtures("home")
def test_the_environment_is_told(environment: dict[str, str], name: str, value: str) -> None:
    assert values(examine({**SOUND, **environment}, LARGE))[name] == value


@pytest.mark.usefixtures("home")
def test_problems_are_listed_below_the_facts() -> None:
    last = list(examine({**SOUND, "TERM": "dumb"}, LARGE).blocks())[-1]
    assert "type dumb: the app cannot draw" in str(last)


@pytest.mark.usefixtures("home")
@pytest.mark.parametrize("written", ["500", "100"])
def test_a_tmux_that_holds_escape_back_is_told_with_the_remedy(written: str) -> None:
    diagnosis = examine({**SOUND, "TMUX": "/run/tmux,1,0"}, LARGE, escape_time=written)
    assert problems(diagnosis) == {"Esc"}
    assert written in values(diagnosis)["Esc"]


@pytest.mark.usefixtures("home")
@pytest.mark.parametrize("written", ["10", "99", "", "x", "9" * 400, "²"])
def test_a_tmux_that_is_quick_or_says_nothing_sound_is_no_problem(written: str) -> None:
    assert not problems(examine({**SOUND, "TMUX": "/run/tmux,1,0"}, LARGE, escape_time=written))


@pytest.mark.usefixtures("home")
def test_a_tmux_that_keeps_copies_to_itself_is_told() -> None:
    inside = {**SOUND, "TMUX": "/run/tmux,1,0"}
    assert problems(examine(inside, LARGE, set_clipboard="off")) == {"route"}
    assert not problems(examine(inside, LARGE, set_clipboard="external"))


@pytest.mark.usefixtures("home")
@pytest.mark.parametrize(
    ("environment", "remedy"),
    [
        ({"LC_ALL": "C"}, "set LC_ALL=C.UTF-8 "),
        ({"LANG": ""}, "set LANG=C.UTF-8 "),
        ({"LC_CTYPE": "de_DE.ISO-8859-1"}, "set LC_CTYPE=C.UTF-8 "),
        ({"PYTHONIOENCODING": "latin-1:replace"}, "set PYTHONIOENCODING=UTF-8 "),
    ],
)
def test_what_is_to_be_set_for_utf8_is_the_variable_that_decides(
    environment: dict[str, str], remedy: str
) -> None:
    facts = examine({**SOUND, **environment}, LARGE).facts
    (problem,) = (fact.problem for fact in facts if fact.problem)
    assert problem.startswith(remedy)
